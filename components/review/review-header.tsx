'use client'
import { clsx } from 'clsx'
import { ArrowLeft, CircleHelp, History } from 'lucide-react'
import Link from 'next/link'
import { useCase } from '../cases/case-context'
import { UndoButtons } from '../cases/undo-buttons'
import { ThemeButton } from '../explorer/theme-button'
import { IconButton } from '../ui/icon-button'

export type Tab = 'relations' | 'names'

type ReviewHeaderProps = {
  query: string
  tab: Tab
  setTab(tab: Tab): void
  done: number
  all: number
  /** Pairs of names that may be one. */
  names: number
  showKeys(): void
}

/** Where one is, how far one has come, and the way back to the graph as it was left. */
export function ReviewHeader(props: ReviewHeaderProps) {
  const { query, tab, setTab, done, all, names, showKeys } = props
  const { decided, saving, undo, redo, canUndo, canRedo } = useCase()
  const view = new URLSearchParams(query)
  for (const key of ['claim', 'tab']) view.delete(key)
  const home = `/case/${encodeURIComponent(decided.id)}`
  return (
    <header className="sticky top-0 z-20 flex h-15 items-center gap-4 border-b border-line bg-surface px-4 phone:h-auto phone:flex-wrap phone:gap-x-2 phone:gap-y-1 phone:px-2 phone:py-1.5">
      <Link
        href={view.size > 0 ? `${home}?${view}` : home}
        className="inline-flex h-9 min-w-0 items-center gap-2 rounded-md px-2 text-sm font-medium hover:bg-hover phone:h-11 phone:flex-1"
      >
        <ArrowLeft size={16} aria-hidden className="shrink-0" />
        <span className="sr-only">Back to the graph of </span>
        <span className="truncate">{decided.title}</span>
      </Link>
      <h1 className="sr-only">Review of {decided.title}</h1>
      <div className="flex flex-1 items-center gap-4 phone:order-last phone:basis-full phone:gap-3 phone:px-1">
        <div
          role="tablist"
          aria-label="What to review"
          className="flex shrink-0 rounded-md border border-line bg-canvas p-0.5"
        >
          {(
            [
              ['relations', 'Relations', all],
              ['names', 'Names', names],
            ] as const
          ).map(([id, label, number]) => (
            <button
              key={id}
              type="button"
              role="tab"
              aria-selected={tab === id}
              onClick={() => setTab(id)}
              className={clsx(
                'flex h-7 items-center gap-1.5 rounded px-2.5 text-xs transition-colors phone:h-10',
                tab === id ? 'bg-text font-medium text-canvas' : 'text-muted hover:text-text',
              )}
            >
              {label} <span className="tabular-nums">{number}</span>
            </button>
          ))}
        </div>
        <div className="flex flex-1 items-center gap-3">
          <div
            role="progressbar"
            aria-label="Reviewed"
            aria-valuemin={0}
            aria-valuemax={all}
            aria-valuenow={done}
            className="h-1.5 max-w-56 min-w-10 flex-1 overflow-hidden rounded-full bg-sunken"
          >
            <div
              className="h-full rounded-full bg-text transition-[width] duration-200"
              style={{ width: `${all === 0 ? 0 : (100 * done) / all}%` }}
            />
          </div>
          <p className="text-xs whitespace-nowrap text-muted tabular-nums">
            {done} of {all} reviewed
          </p>
          {saving && <span className="sr-only">Saving</span>}
        </div>
      </div>
      <div className="flex items-center">
        <UndoButtons undo={undo} redo={redo} canUndo={canUndo} canRedo={canRedo} />
        <Link
          href={`${home}/history`}
          className="inline-flex h-8 items-center gap-1.5 rounded-md px-2 text-sm hover:bg-hover phone:size-10 phone:justify-center phone:px-0"
        >
          <History size={16} aria-hidden className="text-muted" />
          <span className="phone:sr-only">History</span>
        </Link>
        <span className="contents phone:hidden">
          <ThemeButton />
          <IconButton icon={CircleHelp} label="Keys" keys="?" onClick={showKeys} />
        </span>
      </div>
    </header>
  )
}
