'use client'
import { clsx } from 'clsx'
import { useMemo } from 'react'
import { nameDocument } from '@/lib/view/source-choices'
import { toggle, type ViewState } from '@/lib/view/state'
import { dayWords } from '@/lib/view/words'
import { useExplorer } from '../explorer/explorer-context'

const ways = [
  { id: 'time', label: 'Two moments' },
  { id: 'documents', label: 'Two sets of reports' },
] as const

/** What is compared: the case as it could be read on two days, or from two sets of reports. */
export function CompareForm() {
  const { view, change } = useExplorer()
  const { compare } = view
  const set = (part: Partial<ViewState['compare']>) => change({ compare: { ...compare, ...part } })
  return (
    <div className="space-y-3">
      <fieldset className="flex rounded-md border border-line bg-canvas p-0.5">
        <legend className="sr-only">What is compared</legend>
        {ways.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            aria-pressed={compare.by === id}
            onClick={() => set({ by: id })}
            className={clsx(
              'h-6.5 flex-1 rounded text-xs phone:h-10',
              compare.by === id ? 'bg-text font-medium text-canvas' : 'text-muted hover:text-text',
            )}
          >
            {label}
          </button>
        ))}
      </fieldset>
      {compare.by === 'time' ? <Moments set={set} /> : <Sets set={set} />}
    </div>
  )
}

type PartProps = { set(part: Partial<ViewState['compare']>): void }

function Moments({ set }: PartProps) {
  const { view, stored } = useExplorer()
  const { before, after } = view.compare
  const days = useMemo(
    () =>
      [
        ...new Set(stored.documents.flatMap(({ publishedAt }) => publishedAt?.slice(0, 10) ?? [])),
      ].sort(),
    [stored],
  )
  if (days.length < 2)
    return (
      <p className="text-sm text-muted">
        The reports of this case do not have two different dates. Compare two sets of reports.
      </p>
    )
  const field = 'h-9 w-full min-w-0 rounded-md border border-line bg-canvas px-2 text-sm phone:h-11'
  return (
    <div className="grid grid-cols-2 gap-2">
      <label className="text-xs text-muted">
        Before: published by
        <select
          className={clsx(field, 'mt-1 text-text')}
          value={before ?? ''}
          onChange={({ target }) => set({ before: target.value || undefined })}
        >
          <option value="">Choose a day</option>
          {days.map((day) => (
            <option key={day} value={day}>
              {dayWords(day)}
            </option>
          ))}
        </select>
      </label>
      <label className="text-xs text-muted">
        After: published by
        <select
          className={clsx(field, 'mt-1 text-text')}
          value={after ?? ''}
          onChange={({ target }) => set({ after: target.value || undefined })}
        >
          <option value="">Now, everything</option>
          {days.map((day) => (
            <option key={day} value={day}>
              {dayWords(day)}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}

function Sets({ set }: PartProps) {
  const { view, stored } = useExplorer()
  const { first, second } = view.compare
  return (
    <table className="w-full text-sm">
      <thead>
        <tr className="text-xs text-muted">
          <th scope="col" className="pb-1 text-left font-normal">
            Report
          </th>
          <th scope="col" className="w-14 pb-1 font-normal">
            Before
          </th>
          <th scope="col" className="w-14 pb-1 font-normal">
            After
          </th>
        </tr>
      </thead>
      <tbody>
        {stored.documents.map((document) => (
          <tr key={document.id} className="border-t border-line">
            <th scope="row" className="py-1.5 pr-2 text-left font-normal">
              <span className="voice-document line-clamp-2 leading-snug">
                {nameDocument(document)}
              </span>
            </th>
            {(['first', 'second'] as const).map((side) => (
              <td key={side} className="text-center">
                <input
                  type="checkbox"
                  className="size-4 accent-(--text) phone:size-6"
                  aria-label={`${nameDocument(document)}, ${side === 'first' ? 'before' : 'after'}`}
                  checked={view.compare[side].includes(document.id)}
                  onChange={() =>
                    set({ [side]: toggle(side === 'first' ? first : second, document.id) })
                  }
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
