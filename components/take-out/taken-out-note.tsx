'use client'
import { Undo2 } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { listTakenOut } from '@/lib/decisions/take-out'
import { holdingDecisions, revert } from '@/lib/decisions/undo'
import { dayWords } from '@/lib/view/words'
import { useCase } from '../cases/case-context'
import { Button } from '../ui/button'

type TakenOutNoteProps = { document: { id: string; title: string }; caseHref: string }

/** Says that a report was taken out of the case, with the way back. */
export function TakenOutNote({ document: { id, title }, caseHref }: TakenOutNoteProps) {
  const { log, decide, saving } = useCase()
  const by = listTakenOut(holdingDecisions(log)).get(id)
  useFreshPage(by !== undefined, saving)
  if (!by) return null
  return (
    <aside
      aria-label="Taken out of the case"
      className="mb-8 rounded-md border border-line bg-sunken px-4 py-3 font-sans text-sm leading-normal"
    >
      <p className="font-semibold">This report was taken out of the case</p>
      <p className="mt-0.5 text-muted" suppressHydrationWarning>
        On {dayWords(by.at)}
        {by.by && ` by ${by.by}`}. Its text is kept as it was; no relation rests on it.
      </p>
      <p className="mt-2.5 flex flex-wrap items-center gap-3">
        <Button
          look="outline"
          className="phone:h-11"
          onClick={() => decide(revert(by.id), `Brought back “${title}”`)}
        >
          <Undo2 size={14} aria-hidden />
          Bring it back
        </Button>
        <Link
          href={`${caseHref}/history`}
          className="font-medium underline decoration-line underline-offset-3 hover:decoration-text phone:inline-flex phone:min-h-11 phone:items-center"
        >
          History
        </Link>
      </p>
    </aside>
  )
}

/** The report is laid out by the server: anew, once it was taken out or brought back, here or elsewhere. */
function useFreshPage(isOut: boolean, saving: boolean): void {
  const router = useRouter()
  const shown = useRef(isOut)
  useEffect(() => {
    if (saving || shown.current === isOut) return
    shown.current = isOut
    router.refresh()
  }, [isOut, saving, router])
}
