'use client'
import { clsx } from 'clsx'
import { useMemo, useState } from 'react'
import type { SourceStance } from '@/lib/query/support'
import { nameDocument } from '@/lib/view/source-choices'
import { listTellings, pickPair, type Telling } from '@/lib/view/tellings'
import { type DiffPart, diffWords } from '@/lib/view/word-diff'
import { stanceWords } from '@/lib/view/words'
import { useExplorer } from '../explorer/explorer-context'
import { StanceLine } from '../ui/stance-line'

/**
 * Two sources on the same matter, word by word: what only one of them has is underlined. Those that
 * disagree stand there first; either side can be any quote of any source.
 */
export function SideBySide({ sources }: { sources: readonly SourceStance[] }) {
  const tellings = useMemo(() => listTellings(sources), [sources])
  const first = useMemo(() => pickPair(tellings), [tellings])
  const [chosen, setChosen] = useState<[number, number]>()
  const pair = chosen?.every((at) => at < tellings.length) ? chosen : first
  if (!pair) return null
  const [left, right] = pair
  const words = diffWords(tellings[left]!.evidence.quote, tellings[right]!.evidence.quote)
  return (
    <div className="grid grid-cols-2 gap-2">
      <Side
        label="Left side"
        tellings={tellings}
        at={left}
        choose={(at) => setChosen([at, right])}
        parts={words.first}
      />
      <Side
        label="Right side"
        tellings={tellings}
        at={right}
        choose={(at) => setChosen([left, at])}
        parts={words.second}
      />
    </div>
  )
}

type SideProps = {
  label: string
  tellings: readonly Telling[]
  at: number
  choose(at: number): void
  parts: readonly DiffPart[]
}

function Side({ label, tellings, at, choose, parts }: SideProps) {
  const { stance, document } = tellings[at]!
  return (
    <figure className="min-w-0 rounded-md bg-sunken p-2.5">
      <figcaption className="mb-1.5 text-xs">
        <span className="line-clamp-2 font-medium">
          <SourceName id={document} />
        </span>
        {tellings.length > 2 && (
          <select
            aria-label={label}
            value={at}
            onChange={({ target }) => choose(Number(target.value))}
            className="mt-1 h-7 w-full min-w-0 rounded border border-line bg-surface px-1 text-xs font-medium phone:h-11 phone:text-base"
          >
            <Quotes tellings={tellings} />
          </select>
        )}
        <span className="mt-1 flex items-center gap-1.5 text-muted">
          <StanceLine stance={stance} width={18} />
          {stanceWords[stance]}
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

/** Sources by name; their quotes one by one where they have several. */
function Quotes({ tellings }: { tellings: readonly Telling[] }) {
  const documents = [...new Set(tellings.map(({ document }) => document))]
  const name = useSourceName()
  return documents.map((id) => {
    const own = tellings.flatMap((telling, at) => (telling.document === id ? { telling, at } : []))
    if (own.length === 1)
      return (
        <option key={id} value={own[0]!.at}>
          {name(id)}
        </option>
      )
    return (
      <optgroup key={id} label={name(id)}>
        {own.map(({ telling, at }) => (
          <option key={at} value={at}>
            “{beginning(telling.evidence.quote)}”
          </option>
        ))}
      </optgroup>
    )
  })
}

const longest = 60
const beginning = (quote: string) =>
  quote.length <= longest ? quote : `${quote.slice(0, longest).trimEnd()} …`

const SourceName = ({ id }: { id: string }) => useSourceName()(id)

function useSourceName() {
  const { stored } = useExplorer()
  return (id: string) => {
    const document = stored.documents.find((one) => one.id === id)
    return document ? (document.publisher ?? nameDocument(document)) : id
  }
}
