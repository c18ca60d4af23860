'use client'
import { clsx } from 'clsx'
import { Check, Circle, CircleHelp, type LucideIcon, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useCase } from '../cases/case-context'
import { sayClaim } from '../history/say-decision'
import { ShelfSelect } from './shelf-select'
import type { Item, Queue } from './use-queue'

const marks: Record<string, { icon: LucideIcon; words: string }> = {
  accepted: { icon: Check, words: 'accepted' },
  rejected: { icon: X, words: 'rejected' },
  unsure: { icon: CircleHelp, words: 'unsure' },
}

/** What waits, in the order of use, and what was done with the rest. */
export function QueueList({ queue }: { queue: Queue }) {
  const { shown, current, go, ofView } = queue
  const list = useRef<HTMLOListElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row in question is found by its mark
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [current?.claim])
  return (
    <nav
      aria-label="Queue"
      className="sticky top-15 flex h-[calc(100dvh-60px)] flex-col border-r border-line bg-surface max-[1000px]:hidden"
    >
      <a
        href="#relation"
        className="sr-only focus:not-sr-only focus:px-4 focus:py-2 focus:text-sm focus:underline"
      >
        Skip the queue
      </a>
      <div className="border-b border-line px-4 py-2.5">
        <ShelfSelect queue={queue} />
      </div>
      <ol ref={list} className="min-h-0 flex-1 overflow-y-auto py-1.5">
        {shown.map((item, i) => (
          <li key={item.claim}>
            {ofView && item.inView !== shown[i - 1]?.inView && (
              <p className="px-4 pt-3 pb-1 text-xs font-semibold">
                {item.inView ? 'What the view rests on' : 'The rest of the case'}
              </p>
            )}
            <Row item={item} current={item.claim === current?.claim} go={go} />
          </li>
        ))}
        {shown.length === 0 && (
          <li className="px-4 py-6 text-center text-sm text-muted">Nothing here.</li>
        )}
      </ol>
    </nav>
  )
}

type RowProps = { item: Item; current: boolean; go(id: string): void }

function Row({ item, current, go }: RowProps) {
  const { decided } = useCase()
  const mark = item.verdict && marks[item.verdict]
  const Icon = mark?.icon ?? Circle
  return (
    <button
      type="button"
      aria-current={current ? 'true' : undefined}
      onClick={() => go(item.claim)}
      className={clsx(
        'relative flex w-full items-start gap-2.5 px-4 py-2 text-left',
        current ? 'bg-sunken' : 'hover:bg-hover',
      )}
    >
      {current && <span className="absolute inset-y-1.5 left-0 w-[3px] rounded-full bg-text" />}
      <Icon
        size={14}
        aria-hidden
        className={clsx('mt-[3px] shrink-0', mark ? 'text-text' : 'text-line-strong')}
      />
      <span className="min-w-0">
        <span
          className={clsx(
            'line-clamp-4 text-sm leading-snug',
            item.verdict === 'rejected' && 'text-muted line-through',
            item.verdict === 'accepted' && 'text-muted',
          )}
        >
          {sayClaim(item.row, decided)}
          {mark && <span className="sr-only"> ({mark.words})</span>}
        </span>
        {item.doubts.length > 0 && !item.verdict && (
          <span className="block truncate text-xs text-muted">{item.doubts.join(' · ')}</span>
        )}
      </span>
    </button>
  )
}
