'use client'
import { Command } from 'cmdk'
import { FileText, FolderOpen, Newspaper, Quote } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { shortDayWords } from '@/lib/view/words'
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

/** Cases, names, reports by their titles, quotes, then the reports' own text; each leads to its place. */
export function FoundGroups({ found, caseId, go }: FoundGroupsProps) {
  const names = found.names.filter((hit) => hit.case !== caseId)
  const home = (id: string) => `/case/${encodeURIComponent(id)}`
  const of = (hit: { case: string; caseTitle: string }) =>
    hit.case === caseId ? null : <span>{hit.caseTitle}</span>
  const cases = found.cases.filter((hit) => hit.case !== caseId)
  return (
    <>
      {cases.length > 0 && (
        <Command.Group heading={caseId ? 'Other cases' : 'Cases'} className={group}>
          {cases.map((hit) => (
            <Hit
              key={hit.case}
              value={caseValue(hit)}
              address={home(hit.case)}
              go={go}
              icon={<FolderOpen size={14} aria-hidden className="text-muted" />}
            >
              <span dir="auto" className="font-medium">
                <Marked text={hit.caseTitle} marks={hit.marks} />
              </span>
            </Hit>
          ))}
        </Command.Group>
      )}
      {names.length > 0 && (
        <Command.Group heading={caseId ? 'Names in other cases' : 'Names'} className={group}>
          {names.map((hit) => (
            <Hit
              key={nameValue(hit)}
              value={nameValue(hit)}
              address={`${home(hit.case)}?sel=${encodeURIComponent(hit.entity)}`}
              go={go}
              icon={<KindGlyph kind={hit.kind} size={13} />}
              about={of(hit)}
            >
              <span className="font-medium">{hit.name}</span>
              {hit.matched && <span className="text-muted"> · {hit.matched}</span>}
            </Hit>
          ))}
        </Command.Group>
      )}
      {found.reports.length > 0 && (
        <Command.Group heading="Reports" className={group}>
          {found.reports.map((hit) => (
            <Hit
              key={reportValue(hit)}
              value={reportValue(hit)}
              address={`${home(hit.case)}/document/${encodeURIComponent(hit.document)}`}
              go={go}
              icon={<Newspaper size={14} aria-hidden className="text-muted" />}
              about={
                <>
                  {hit.publisher && (
                    <span dir="auto">
                      <Marked text={hit.publisher} marks={hit.publisherMarks} />
                    </span>
                  )}
                  {hit.publishedAt && <span>{shortDayWords(hit.publishedAt)}</span>}
                  {hit.replaced && <span>earlier version</span>}
                  {of(hit)}
                </>
              }
            >
              <span dir="auto" className="font-medium">
                <Marked text={hit.title} marks={hit.marks} />
              </span>
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
              address={`${home(hit.case)}?sel=${encodeURIComponent(hit.claim)}`}
              go={go}
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
              address={`${home(hit.case)}/document/${placeOf(hit)}`}
              go={go}
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
      {Object.values(found).some(({ length }) => length >= mostHits) && (
        <p className="px-2.5 pt-3 pb-1 text-xs text-muted">
          The best {mostHits} of each are shown. More words narrow it down.
        </p>
      )}
    </>
  )
}

type HitProps = {
  value: string
  address: string
  go(address: string): void
  icon: ReactNode
  /** Where it stands: words side by side under the hit. */
  about?: ReactNode
  children: ReactNode
}

/** A link like any other: with Ctrl, Cmd or the middle button it opens beside this page. */
function Hit({ value, address, go, icon, about, children }: HitProps) {
  const beside = useRef(false)
  return (
    <Command.Item
      asChild
      value={value}
      onSelect={() => {
        if (!beside.current) go(address)
        beside.current = false
      }}
    >
      <a
        href={address}
        tabIndex={-1}
        onClick={(event) => {
          beside.current = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
          if (!beside.current) event.preventDefault()
        }}
        className="flex items-start gap-3 rounded-md px-2.5 py-2 data-[selected=true]:bg-hover"
      >
        <span className="mt-1 shrink-0">{icon}</span>
        <span className="min-w-0 flex-1">
          <span className="block">{children}</span>
          {about && <span className="flex flex-wrap gap-x-2 text-xs text-muted">{about}</span>}
        </span>
      </a>
    </Command.Item>
  )
}

const caseValue = (hit: Found['cases'][number]) => `case ${hit.case}`
const nameValue = (hit: Found['names'][number]) => `name ${hit.case} ${hit.entity}`
const reportValue = (hit: Found['reports'][number]) => `report ${hit.case} ${hit.document}`
const quoteValue = (hit: Found['quotes'][number]) =>
  `quote ${hit.case} ${hit.claim} ${hit.document} ${hit.start}`
const passageValue = (hit: Found['passages'][number]) =>
  `passage ${hit.case} ${hit.document} ${hit.start}`

/** The value of the first hit, which Enter opens. */
export function firstHit({ cases, names, reports, quotes, passages }: Found): string {
  if (cases[0]) return caseValue(cases[0])
  if (names[0]) return nameValue(names[0])
  if (reports[0]) return reportValue(reports[0])
  if (quotes[0]) return quoteValue(quotes[0])
  return passages[0] ? passageValue(passages[0]) : ''
}

/** The report, opened at the first word that was found. */
function placeOf({ document, start, text, marks }: Found['passages'][number]): string {
  const mark = marks[0] ?? { start: 0, end: text.length }
  return `${encodeURIComponent(document)}?at=${start + mark.start}-${start + mark.end}`
}
