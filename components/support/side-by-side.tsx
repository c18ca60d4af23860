'use client'
import { clsx } from 'clsx'
import type { SourceStance } from '@/lib/query/support'
import { nameDocument } from '@/lib/view/source-choices'
import { type DiffPart, diffWords } from '@/lib/view/word-diff'
import { stanceWords } from '@/lib/view/words'
import { useExplorer } from '../explorer/explorer-context'
import { StanceLine } from '../ui/stance-line'

/** Two sources on the same matter, word by word: what only one of them has is underlined. */
export function SideBySide({ sources }: { sources: readonly SourceStance[] }) {
  const [first, second] = sources
  if (!first || !second) return null
  const [one, other] = [first.evidence[0]!, second.evidence[0]!]
  const words = diffWords(one.quote, other.quote)
  return (
    <div className="grid grid-cols-2 gap-2">
      <Side source={first} parts={words.first} />
      <Side source={second} parts={words.second} />
    </div>
  )
}

function Side({ source, parts }: { source: SourceStance; parts: readonly DiffPart[] }) {
  const { stored } = useExplorer()
  const document = stored.documents.find(({ id }) => id === source.document)
  const name = document ? (document.publisher ?? nameDocument(document)) : source.document
  return (
    <figure className="min-w-0 rounded-md bg-sunken p-2.5">
      <figcaption className="mb-1.5 text-xs">
        <span className="line-clamp-2 font-medium">{name}</span>
        <span className="mt-0.5 flex items-center gap-1.5 text-muted">
          <StanceLine stance={source.stance} width={18} />
          {stanceWords[source.stance]}
        </span>
      </figcaption>
      <blockquote className="voice-document text-sm leading-snug [overflow-wrap:anywhere]">
        “
        {parts.map((part, i) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a quote never change places
            key={i}
            className={clsx(
              part.same
                ? 'text-muted'
                : 'bg-surface font-semibold underline decoration-2 underline-offset-2',
            )}
          >
            {part.text}
          </span>
        ))}
        ”
      </blockquote>
    </figure>
  )
}
