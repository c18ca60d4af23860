'use client'
import { X } from 'lucide-react'
import { count } from '@/lib/view/words'
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

function describe(document?: Found['documents'][number]): string {
  if (!document) return ''
  if (document.known) return 'in the case already'
  const found = `${count(document.claims, 'relation')}, ${count(document.entities, 'name')}`
  return document.replaces
    ? `${found} · takes the place of an older version in the case${document.replaces === document.title ? '' : `, “${document.replaces}”`}`
    : found
}
