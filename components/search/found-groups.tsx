'use client'
import { Command } from 'cmdk'
import { FileText, Quote } from 'lucide-react'
import { KindGlyph } from '../ui/kind-glyph'
import type { Found } from './found'
import { Marked } from './marked'

type FoundGroupsProps = {
  found: Found
  /** Names that are listed above already: of this case. */
  caseId?: string
  go(address: string): void
}

const row = 'flex items-start gap-3 rounded-md px-2.5 py-2 data-[selected=true]:bg-hover'
const group =
  '[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted'

/** Names, then what sources are quoted with, then the reports' own text; each leads to its place. */
export function FoundGroups({ found, caseId, go }: FoundGroupsProps) {
  const names = found.names.filter((hit) => hit.case !== caseId)
  const home = (id: string) => `/case/${encodeURIComponent(id)}`
  const of = (hit: { case: string; caseTitle: string }) =>
    hit.case === caseId ? null : <span className="text-xs text-muted">{hit.caseTitle}</span>
  return (
    <>
      {names.length > 0 && (
        <Command.Group heading={caseId ? 'Names in other cases' : 'Names'} className={group}>
          {names.map((hit) => (
            <Command.Item
              key={`${hit.case} ${hit.entity}`}
              value={`name ${hit.case} ${hit.entity}`}
              onSelect={() => go(`${home(hit.case)}?sel=${encodeURIComponent(hit.entity)}`)}
              className={row}
            >
              <span className="mt-1.5">
                <KindGlyph kind={hit.kind} size={13} />
              </span>
              <span className="min-w-0 flex-1">
                <span className="font-medium">{hit.name}</span>
                {hit.matched && <span className="text-muted"> · {hit.matched}</span>}
                <span className="block">{of(hit)}</span>
              </span>
            </Command.Item>
          ))}
        </Command.Group>
      )}
      {found.quotes.length > 0 && (
        <Command.Group heading="Quotes" className={group}>
          {found.quotes.map((hit) => (
            <Command.Item
              key={`${hit.case} ${hit.claim} ${hit.document} ${hit.start}`}
              value={`quote ${hit.case} ${hit.claim} ${hit.document} ${hit.start}`}
              onSelect={() => go(`${home(hit.case)}?sel=${encodeURIComponent(hit.claim)}`)}
              className={row}
            >
              <Quote size={14} aria-hidden className="mt-1 shrink-0 text-muted" />
              <span className="min-w-0 flex-1">
                <span className="voice-document block text-[15px] leading-snug">
                  <Marked text={hit.quote} marks={hit.marks} />
                </span>
                <span className="flex flex-wrap gap-x-2 text-xs text-muted">
                  {hit.words}
                  {hit.rejected && ' (rejected)'}
                  {of(hit)}
                </span>
              </span>
            </Command.Item>
          ))}
        </Command.Group>
      )}
      {found.passages.length > 0 && (
        <Command.Group heading="In the reports" className={group}>
          {found.passages.map((hit) => (
            <Command.Item
              key={`${hit.case} ${hit.document} ${hit.start}`}
              value={`passage ${hit.case} ${hit.document} ${hit.start}`}
              onSelect={() => go(`${home(hit.case)}/document/${placeOf(hit)}`)}
              className={row}
            >
              <FileText size={14} aria-hidden className="mt-1 shrink-0 text-muted" />
              <span className="min-w-0 flex-1">
                <span className="voice-document block text-[15px] leading-snug">
                  <Marked text={hit.text} marks={hit.marks} />
                </span>
                <span className="flex flex-wrap gap-x-2 text-xs text-muted">
                  {hit.title}
                  {of(hit)}
                </span>
              </span>
            </Command.Item>
          ))}
        </Command.Group>
      )}
    </>
  )
}

/** The value of the first hit, which Enter opens. */
export function firstHit({ names: [name], quotes: [quote], passages: [passage] }: Found): string {
  if (name) return `name ${name.case} ${name.entity}`
  if (quote) return `quote ${quote.case} ${quote.claim} ${quote.document} ${quote.start}`
  return passage ? `passage ${passage.case} ${passage.document} ${passage.start}` : ''
}

/** The report, opened at the first word that was found. */
function placeOf({ document, start, text, marks }: Found['passages'][number]): string {
  const mark = marks[0] ?? { start: 0, end: text.length }
  return `${encodeURIComponent(document)}?at=${start + mark.start}-${start + mark.end}`
}
