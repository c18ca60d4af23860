'use client'
import { type Queue, type Shelf, shelves } from './use-queue'

const shelfWords: Record<Shelf, string> = {
  open: 'To review',
  accepted: 'Accepted',
  rejected: 'Rejected',
  unsure: 'Unsure',
  all: 'All',
}

/** Which relations one goes through: those that wait, or those that were judged one way. */
export function ShelfSelect({ queue: { shelf, setShelf, counts } }: { queue: Queue }) {
  return (
    <label className="flex items-center justify-between gap-2 text-xs text-muted">
      <span className="max-[1000px]:sr-only">Show</span>
      <select
        value={shelf}
        onChange={(event) => setShelf(event.target.value as Shelf)}
        className="h-8 flex-1 rounded-md border border-line bg-canvas px-2 text-sm text-text phone:h-10"
      >
        {shelves.map((name) => (
          <option key={name} value={name}>
            {shelfWords[name]} ({counts[name]})
          </option>
        ))}
      </select>
    </label>
  )
}
