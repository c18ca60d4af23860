'use client'
import { clsx } from 'clsx'
import { CircleAlert, Redo2, Undo2 } from 'lucide-react'
import Link from 'next/link'
import { revert } from '@/lib/decisions/undo'
import { useCase } from '../cases/case-context'
import { Button } from '../ui/button'
import { addressOf, type Entry } from './list-entries'
import { timeOf } from './time-of'

/** One decision: what, when, by whom, what became of it, and the way to take it back. */
export function EntryRow({ entry, home }: { entry: Entry; home: string }) {
  const { decide } = useCase()
  const { decision, words, undone, lost, shows } = entry
  return (
    <li className="flex items-start gap-4 border-b border-line py-3.5 phone:gap-2">
      <time
        dateTime={decision.at}
        suppressHydrationWarning
        className="w-11 shrink-0 pt-0.5 text-xs text-muted tabular-nums"
      >
        {timeOf(decision.at)}
      </time>
      <div className="min-w-0 flex-1">
        <p
          className={clsx(
            'voice-document text-[17px] leading-snug',
            undone && 'text-muted line-through decoration-1',
          )}
        >
          {words}
        </p>
        <p className="mt-0.5 flex flex-wrap gap-x-3 text-xs text-muted" suppressHydrationWarning>
          {decision.by && <span>{decision.by}</span>}
          {typeof decision.reason === 'string' && <span>{decision.reason}</span>}
          {undone && (
            <span className="font-medium text-text" suppressHydrationWarning>
              Taken back {timeOf(undone.at)}
              {undone.by && ` by ${undone.by}`}
            </span>
          )}
        </p>
        {lost && !undone && (
          <p className="mt-1.5 flex items-start gap-1.5 rounded-md bg-sunken px-2.5 py-1.5 text-sm">
            <CircleAlert size={14} aria-hidden className="mt-[3px] shrink-0" />
            {lost}
          </p>
        )}
      </div>
      <div className="flex shrink-0 items-center gap-1 phone:flex-col phone:items-end">
        {shows && !undone && (
          <Link
            href={home + addressOf(shows)}
            className="inline-flex h-7 items-center rounded-md px-2 text-xs font-medium hover:bg-hover phone:h-10"
          >
            Show<span className="sr-only">: {words}</span>
          </Link>
        )}
        {undone ? (
          <Button
            size="small"
            look="outline"
            className="phone:h-10!"
            aria-label={`Decide again: ${words}`}
            onClick={() => decide(revert(undone.id), `Decided again: ${words}`)}
          >
            <Redo2 size={13} aria-hidden />
            Decide again
          </Button>
        ) : (
          <Button
            size="small"
            look="outline"
            className="phone:h-10!"
            aria-label={`Take back: ${words}`}
            onClick={() => decide(revert(decision.id), `Took back: ${words}`)}
          >
            <Undo2 size={13} aria-hidden />
            Take back
          </Button>
        )}
      </div>
    </li>
  )
}
