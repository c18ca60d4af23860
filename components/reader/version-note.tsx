import { ArrowRight, History } from 'lucide-react'
import Link from 'next/link'
import type { Version, Versions } from '@/lib/view/versions'
import { dayWords } from '@/lib/view/words'

type VersionNoteProps = { versions: Versions; caseHref: string }

/** Says that the page changed since, or that it did before. */
export function VersionNote({ versions: { latest, older }, caseHref }: VersionNoteProps) {
  const href = ({ id }: Version) => `${caseHref}/document/${encodeURIComponent(id)}`
  if (latest)
    return (
      <aside
        aria-label="A newer version"
        className="mb-8 rounded-md border border-line bg-sunken px-4 py-3 font-sans text-sm leading-normal"
      >
        <p className="font-semibold">A newer version took the place of this report</p>
        <p className="mt-0.5 text-muted">
          The page had changed when it was read again on {dayWords(latest.addedAt)}. This text is
          kept as it was; no relation rests on it any more.
        </p>
        <Link
          href={href(latest)}
          className="mt-2 inline-flex items-center gap-1.5 font-medium underline decoration-line underline-offset-3 hover:decoration-text phone:min-h-11"
        >
          Read the newer version
          <ArrowRight size={14} aria-hidden />
        </Link>
      </aside>
    )
  if (older.length === 0) return null
  return (
    <p className="mb-8 flex flex-wrap items-center gap-x-2 gap-y-1 font-sans text-sm leading-normal text-muted">
      <History size={14} aria-hidden className="shrink-0" />
      This page changed. Kept as it was before:
      {older.map((version) => (
        <Link
          key={version.id}
          href={href(version)}
          title={version.title}
          className="underline decoration-line underline-offset-3 hover:text-text phone:inline-flex phone:min-h-11 phone:items-center"
        >
          the version added on {dayWords(version.addedAt)}
        </Link>
      ))}
    </p>
  )
}
