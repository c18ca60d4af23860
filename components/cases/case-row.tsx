'use client'
import { Copy, Download, History, ListChecks, Pencil, Trash2 } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { count, dayWords } from '@/lib/view/words'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import type { CaseLine } from './case-line'
import { deleteCase, duplicateCase, renameCase, undeleteCase } from './manage-cases'
import type { Tell } from './use-told'

/** One case of the list, and what can be done with it. */
export function CaseRow({ case_, tell }: { case_: CaseLine; tell: Tell }) {
  const [title, setTitle] = useState<string>()
  const { id } = case_
  const home = `/case/${encodeURIComponent(id)}`
  const rename = async () => {
    const words = title?.trim()
    setTitle(undefined)
    if (words && words !== case_.title)
      tell(await renameCase(id, words), `Renamed to “${words}”.`, () => renameCase(id, case_.title))
  }
  const duplicate = async () => {
    const copy = await duplicateCase(id)
    const takeBack = 'id' in copy ? () => deleteCase(copy.id) : undefined
    tell(copy, `“${case_.title}” was copied.`, takeBack)
  }
  return (
    <li className="group flex items-center gap-4 border-b border-line py-3.5 phone:flex-wrap phone:gap-2">
      <div className="min-w-0 flex-1 phone:basis-full">
        {title === undefined ? (
          <h2
            dir="auto"
            className="voice-document line-clamp-3 text-[19px] leading-snug font-semibold break-words"
          >
            <Link href={home} className="hover:underline hover:underline-offset-3">
              {case_.title}
            </Link>
          </h2>
        ) : (
          <form
            onSubmit={(event) => {
              event.preventDefault()
              void rename()
            }}
          >
            <input
              aria-label={`New title of ${case_.title}`}
              value={title}
              // biome-ignore lint/a11y/noAutofocus: the field was asked for by its button
              autoFocus
              maxLength={300}
              onChange={(event) => setTitle(event.target.value)}
              onBlur={() => void rename()}
              onKeyDown={(event) => event.key === 'Escape' && setTitle(undefined)}
              className="voice-document h-9 w-full rounded-md border border-line bg-surface px-2 text-[19px] font-semibold"
            />
          </form>
        )}
        <p className="text-xs text-muted" suppressHydrationWarning>
          {case_.sample && 'Sample · '}
          {count(case_.entities, 'entity', 'entities')} · {count(case_.claims, 'claim')} ·{' '}
          {count(case_.documents, 'document')}
          {case_.changedAt && ` · changed ${dayWords(case_.changedAt)}`}
        </p>
      </div>
      <div className="flex shrink-0 items-center">
        <IconLink href={`${home}/review`} label={`Review ${case_.title}`}>
          <ListChecks size={16} aria-hidden />
        </IconLink>
        <IconLink href={`${home}/history`} label={`History of ${case_.title}`}>
          <History size={16} aria-hidden />
        </IconLink>
        <IconLink
          href={`/api/cases/${encodeURIComponent(id)}`}
          download={`${id}.case.json`}
          label={`Save ${case_.title} as a case file`}
        >
          <Download size={16} aria-hidden />
        </IconLink>
        <IconButton
          icon={Copy}
          label="Duplicate"
          className="phone:size-10"
          aria-label={`Duplicate ${case_.title}`}
          onClick={() => void duplicate()}
        />
        <IconButton
          icon={Pencil}
          label="Rename"
          className="phone:size-10"
          aria-label={`Rename ${case_.title}`}
          onClick={() => setTitle(case_.title)}
        />
        <IconButton
          icon={Trash2}
          label="Delete"
          className="phone:size-10"
          aria-label={`Delete ${case_.title}`}
          onClick={async () =>
            tell(await deleteCase(id), `“${case_.title}” is deleted.`, () => undeleteCase(id))
          }
        />
        <Link href={home} tabIndex={-1} aria-hidden className="ml-2 phone:hidden">
          <Button look="outline" size="small" tabIndex={-1}>
            Open
          </Button>
        </Link>
      </div>
    </li>
  )
}

type IconLinkProps = { href: string; label: string; download?: string; children: React.ReactNode }

const IconLink = ({ href, label, download, children }: IconLinkProps) => (
  <a
    href={href}
    title={label}
    aria-label={label}
    download={download}
    className="inline-flex size-8 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-text phone:size-10"
  >
    {children}
  </a>
)
