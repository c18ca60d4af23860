'use client'
import { Command } from 'cmdk'
import { FileText, Quote } from 'lucide-react'
import type { ReactNode } from 'react'
import { KindGlyph } from '../ui/kind-glyph'
import { type Found, mostHits } from './found'
import { Marked } from './marked'

type FoundGroupsProps = {
  found: Found
  /** Names that are listed above already: of this case. */
  caseId?: string
  go(address: string): void
}

const group =
  '[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted'

/** Names, then what sources are quoted with, then the reports' own text; each leads to its place. */
export function FoundGroups({ found, caseId, go }: FoundGroupsProps) {
  const names = found.names.filter((hit) => hit.case !== caseId)
  const home = (id: string) => `/case/${encodeURIComponent(id)}`
  const of = (hit: { case: string; caseTitle: string }) =>
    hit.case === caseId ? null : <span>{hit.caseTitle}</span>
  return (
    <>
      {names.length > 0 && (
        <Command.Group heading={caseId ? 'Names in other cases' : 'Names'} className={group}>
          {names.map((hit) => (
            <Hit
              key={nameValue(hit)}
              value={nameValue(hit)}
              onSelect={() => go(`${home(hit.case)}?sel=${encodeURIComponent(hit.entity)}`)}
              icon={<KindGlyph kind={hit.kind} size={13} />}
              about={of(hit)}
            >
              <span className="font-medium">{hit.name}</span>
              {hit.matched && <span className="text-muted"> · {hit.matched}</span>}
            </Hit>
          ))}
        </Command.Group>
      )}
      {found.quotes.length > 0 && (
        <Command.Group heading="Quotes" className={group}>
          {found.quotes.map((hit) => (
            <Hit
              key={quoteValue(hit)}
              value={quoteValue(hit)}
              onSelect={() => go(`${home(hit.case)}?sel=${encodeURIComponent(hit.claim)}`)}
              icon={<Quote size={14} aria-hidden className="text-muted" />}
              about={
                <>
                  <span>{hit.rejected ? `${hit.words} (rejected)` : hit.words}</span>
                  {of(hit)}
                </>
              }
            >
              <span dir="auto" className="voice-document text-[15px] leading-snug">
                <Marked text={hit.quote} marks={hit.marks} />
              </span>
            </Hit>
          ))}
        </Command.Group>
      )}
      {found.passages.length > 0 && (
        <Command.Group heading="In the reports" className={group}>
          {found.passages.map((hit) => (
            <Hit
              key={passageValue(hit)}
              value={passageValue(hit)}
              onSelect={() => go(`${home(hit.case)}/document/${placeOf(hit)}`)}
              icon={<FileText size={14} aria-hidden className="text-muted" />}
              about={
                <>
                  <span>{hit.title}</span>
                  {of(hit)}
                </>
              }
            >
              <span dir="auto" className="voice-document text-[15px] leading-snug">
                <Marked text={hit.text} marks={hit.marks} />
              </span>
            </Hit>
          ))}
        </Command.Group>
      )}
      {[found.names, found.quotes, found.passages].some(({ length }) => length >= mostHits) && (
        <p className="px-2.5 pt-3 pb-1 text-xs text-muted">
          The best {mostHits} of each are shown. More words narrow it down.
        </p>
      )}
    </>
  )
}

type HitProps = {
  value: string
  onSelect(): void
  icon: ReactNode
  /** Where it stands: words side by side under the hit. */
  about: ReactNode
  children: ReactNode
}

const Hit = ({ value, onSelect, icon, about, children }: HitProps) => (
  <Command.Item
    value={value}
    onSelect={onSelect}
    className="flex items-start gap-3 rounded-md px-2.5 py-2 data-[selected=true]:bg-hover"
  >
    <span className="mt-1 shrink-0">{icon}</span>
    <span className="min-w-0 flex-1">
      <span className="block">{children}</span>
      <span className="flex flex-wrap gap-x-2 text-xs text-muted">{about}</span>
    </span>
  </Command.Item>
)

const nameValue = (hit: Found['names'][number]) => `name ${hit.case} ${hit.entity}`
const quoteValue = (hit: Found['quotes'][number]) =>
  `quote ${hit.case} ${hit.claim} ${hit.document} ${hit.start}`
const passageValue = (hit: Found['passages'][number]) =>
  `passage ${hit.case} ${hit.document} ${hit.start}`

/** The value of the first hit, which Enter opens. */
export function firstHit({ names: [name], quotes: [quote], passages: [passage] }: Found): string {
  if (name) return nameValue(name)
  if (quote) return quoteValue(quote)
  return passage ? passageValue(passage) : ''
}

/** The report, opened at the first word that was found. */
function placeOf({ document, start, text, marks }: Found['passages'][number]): string {
  const mark = marks[0] ?? { start: 0, end: text.length }
  return `${encodeURIComponent(document)}?at=${start + mark.start}-${start + mark.end}`
}
