'use client'
import { useExplorer } from './explorer-context'

const field =
  'h-8 w-full min-w-0 rounded-md border border-line bg-canvas px-1.5 text-xs phone:h-10 phone:text-sm'

/** First and last day; what has no date stays unless one says otherwise. */
export function TimeFields() {
  const { view, change } = useExplorer()
  const { filter } = view
  const narrow = (part: Partial<typeof filter>) => change({ filter: { ...filter, ...part } })
  return (
    <div className="space-y-2">
      <div className="grid grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)] items-center gap-2 text-sm">
        <input
          type="date"
          aria-label="From"
          className={field}
          value={filter.since ?? ''}
          onChange={(event) => narrow({ since: event.target.value || undefined })}
        />
        <span className="text-muted">to</span>
        <input
          type="date"
          aria-label="To"
          className={field}
          value={filter.until ?? ''}
          onChange={(event) => narrow({ until: event.target.value || undefined })}
        />
      </div>
      <label className="flex items-center gap-2 text-sm">
        <input
          type="checkbox"
          className="size-3.5 accent-(--text)"
          checked={filter.dated ?? false}
          onChange={(event) => narrow({ dated: event.target.checked || undefined })}
        />
        Leave out what has no date
      </label>
    </div>
  )
}
