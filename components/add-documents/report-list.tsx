'use client'
import { X } from 'lucide-react'
import { revert, takenBackBy } from '@/lib/decisions/undo'
import { count } from '@/lib/view/words'
import { useCase } from '../cases/case-context'
import { IconButton } from '../ui/icon-button'
import type { Found, Report } from './found'

type ReportListProps = {
  reports: Report[]
  found: Found
  onChange: (reports: Report[]) => void
}

const field =
  'rounded-md border border-transparent bg-transparent px-1.5 hover:border-line focus:border-line-strong'

/** The reports that were read; titles and dates can be put right before they join. */
export function ReportList({ reports, found, onChange }: ReportListProps) {
  const change = (at: number, edit: Partial<Report>) => {
    const report = { ...reports[at]!, ...edit }
    if (JSON.stringify(report) !== JSON.stringify(reports[at])) onChange(reports.with(at, report))
  }
  return (
    <ul className="divide-y divide-line border-y border-line">
      {reports.map((report, i) => (
        <li key={report.text} className="flex items-start gap-2 py-2">
          <div className="min-w-0 flex-1">
            <input
              defaultValue={report.title}
              aria-label="Title"
              dir="auto"
              onBlur={(event) => change(i, { title: event.target.value.trim() || report.title })}
              className={`${field} voice-document block h-8 w-full text-[16px] font-semibold`}
            />
            <p className="flex flex-wrap items-center gap-x-2 px-1.5 text-xs text-muted">
              {report.publisher && <span>{report.publisher}</span>}
              <label className="inline-flex items-center gap-1">
                <span>{report.publishedAt ? 'Of' : 'Date?'}</span>
                <input
                  type="date"
                  defaultValue={report.publishedAt?.slice(0, 10)}
                  aria-label={`Date of “${report.title}”`}
                  onBlur={(event) => {
                    const day = event.target.value
                    if (day !== (report.publishedAt?.slice(0, 10) ?? ''))
                      change(i, { publishedAt: day || undefined })
                  }}
                  className={`${field} h-6 text-xs text-text`}
                />
              </label>
              <span>{describe(found.documents[i])}</span>
              <BringBack document={found.documents[i]} />
            </p>
          </div>
          <IconButton
            icon={X}
            label={`Leave out “${report.title}”`}
            onClick={() => onChange(reports.filter((_, at) => at !== i))}
          />
        </li>
      ))}
    </ul>
  )
}

type FoundDocument = Found['documents'][number]

/** Of a report that was taken out of the case. */
function BringBack({ document }: { document?: FoundDocument }) {
  const { log, decide } = useCase()
  if (!document?.known || !document.takenOutBy) return null
  const { title, takenOutBy } = document
  if (takenBackBy(log).has(takenOutBy)) return <span>It is back in the case.</span>
  return (
    <button
      type="button"
      className="font-medium text-text underline decoration-line underline-offset-2 hover:decoration-current phone:min-h-11"
      onClick={() => decide(revert(takenOutBy), `Brought back “${title}”`)}
    >
      Bring it back
    </button>
  )
}

function describe(document?: FoundDocument): string {
  if (!document) return ''
  if (document.known && document.takenOutBy) return 'was taken out of the case and stays out'
  if (document.known) return 'in the case already'
  const found = `${count(document.claims, 'relation')}, ${count(document.entities, 'name')}`
  if (!document.replaces) return found
  const older = document.replaces === document.title ? '' : `, “${document.replaces}”`
  return document.takenOutBy
    ? `${found} · an older version${older || ' of it'} was taken out of the case`
    : `${found} · takes the place of an older version in the case${older}`
}
