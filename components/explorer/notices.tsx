'use client'
import { CloudOff, Info, X } from 'lucide-react'
import { useState, useSyncExternalStore } from 'react'
import type { Problem } from '@/lib/errors'
import { IconButton } from '../ui/icon-button'

/** What the address asked for and could not have; and whether the program can be reached. */
export function Notices({ problems }: { problems: readonly Problem[] }) {
  const [closed, setClosed] = useState(false)
  const online = useOnline()
  const shown = !closed && problems.length > 0
  return (
    <div
      role="status"
      className="pointer-events-none absolute top-3 left-1/2 z-20 flex w-[min(34rem,calc(100vw-24px))] -translate-x-1/2 flex-col gap-2"
    >
      {!online && (
        <p className="float-card pointer-events-auto flex items-center gap-2 px-3 py-2 text-sm">
          <CloudOff size={15} aria-hidden className="shrink-0" />
          You are offline. What is open here keeps working; saving waits.
        </p>
      )}
      {shown && (
        <div className="float-card pointer-events-auto flex items-start gap-2 py-2 pr-1 pl-3 text-sm">
          <Info size={15} aria-hidden className="mt-0.5 shrink-0" />
          <ul className="min-w-0 flex-1 space-y-1">
            {problems.slice(0, 4).map((problem) => (
              <li key={problem.path + problem.value}>
                {problem.message}. <span className="text-muted">{problem.remedy}</span>
              </li>
            ))}
            {problems.length > 4 && <li className="text-muted">and {problems.length - 4} more</li>}
          </ul>
          <IconButton icon={X} label="Close" className="-my-1" onClick={() => setClosed(true)} />
        </div>
      )}
    </div>
  )
}

const subscribe = (changed: () => void) => {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}

const useOnline = () =>
  useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  )
