'use client'
import { FileStack } from 'lucide-react'
import { failedOf, outcomeWords, progressWords } from '@/lib/view/import-words'
import { Button } from '../ui/button'
import type { Importing } from './use-import'

/** How far the import is, while its dialog is closed. */
export function ImportStrip({ importing, onOpen }: { importing: Importing; onOpen: () => void }) {
  const { job, active, held, problem } = importing
  if (!job && !held && !problem) return null
  const failed = job ? failedOf(job.counts) : 0
  const words =
    job && !active ? outcomeWords(job).join(' ') : (held ?? (job ? progressWords(job) : problem))
  return (
    <div
      role="status"
      className="float-card fixed top-16 phone:top-40 left-1/2 z-30 flex w-max max-w-[calc(100vw-24px)] -translate-x-1/2 items-center gap-2 py-1 pr-1 pl-3 text-sm tabular-nums"
    >
      <FileStack size={15} aria-hidden className="shrink-0" />
      <span className="min-w-0">
        {words}
        {!active && failed > 0 && ` ${failed} failed.`}
      </span>
      <Button size="small" onClick={onOpen} className="phone:h-11">
        Show
      </Button>
      {!active && (
        <Button size="small" onClick={importing.dismiss} className="phone:h-11">
          Close
        </Button>
      )}
    </div>
  )
}
