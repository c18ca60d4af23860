'use client'
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { asJson, post } from '../add-documents/ask-server'
import { tellReadOtherwise } from '../cases/read-otherwise'
import type { Earlier } from '../reread/changes'
import { Button } from '../ui/button'
import { timeOf } from './time-of'

/** Where the reports began to be read otherwise, and the way back to how they were read before. */
export function EarlierRow({ caseId, earlier }: { caseId: string; earlier: Earlier }) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const { keptAt, title } = earlier
  const goBack = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      await post(`/api/cases/${encodeURIComponent(caseId)}/earlier`, asJson({ keptAt }))
      tellReadOtherwise(caseId)
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    }
    setBusy(false)
  }
  return (
    <li className="flex items-start gap-4 border-b border-line py-3.5 phone:gap-2">
      <time
        dateTime={keptAt}
        suppressHydrationWarning
        className="w-11 shrink-0 pt-0.5 text-xs text-muted tabular-nums"
      >
        {timeOf(keptAt)}
      </time>
      <div className="min-w-0 flex-1">
        <p className="voice-document text-[17px] leading-snug">
          From here on the reports are read otherwise
        </p>
        <p className="mt-0.5 text-xs text-muted">
          What the case was lies among the deleted cases as “{title}”.
        </p>
        {problem && (
          <p role="alert" className="mt-1.5 rounded-md bg-sunken px-2.5 py-1.5 text-sm">
            {problem}
          </p>
        )}
      </div>
      <Button
        size="small"
        look="outline"
        className="shrink-0 phone:h-10!"
        disabled={busy}
        onClick={() => void goBack()}
      >
        <Undo2 size={13} aria-hidden />
        {busy ? 'Going back …' : 'Read as before'}
      </Button>
    </li>
  )
}
