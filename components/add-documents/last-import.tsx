'use client'
import { failedOf, outcomeWords } from '@/lib/view/import-words'
import { dayWords } from '@/lib/view/words'
import { Button } from '../ui/button'
import type { Importing } from './use-import'

/** What came of the last import, and the way to its report. */
export function LastImport({ importing: { last, show } }: { importing: Importing }) {
  if (!last?.finishedAt) return null
  const failed = failedOf(last.counts)
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-2 border-t border-line pt-2 text-xs text-muted">
      Last import, {dayWords(last.finishedAt)}: {outcomeWords(last).join(' ')}
      {failed > 0 && ` ${failed} failed.`}
      <Button size="small" onClick={show}>
        Show
      </Button>
    </p>
  )
}
