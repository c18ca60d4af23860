'use client'
import { TriangleAlert, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { count } from '@/lib/view/words'
import { useCase } from '../cases/case-context'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'

const shownFor = 6000

/** What was just decided, with the way back; and what could not be kept, until it is seen to. */
export function DecisionNotice() {
  const { said, failure, undo, canUndo } = useCase()
  const [seen, setSeen] = useState(0)
  const number = said?.number ?? 0
  useEffect(() => {
    if (number === 0) return
    const timer = setTimeout(() => setSeen(number), shownFor)
    return () => clearTimeout(timer)
  }, [number])
  const open = said !== undefined && number !== seen && !failure
  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-5 z-50 flex justify-center px-3">
      <p role="status" aria-live="polite" className={open ? undefined : 'sr-only'}>
        {open && (
          <span className="appear pointer-events-auto inline-flex max-w-[36rem] items-center gap-3 rounded-lg bg-text py-1.5 pr-2 pl-3.5 text-sm text-canvas shadow-float">
            <span className="line-clamp-2">{said.words}</span>
            {!said.undone && canUndo && (
              <button
                type="button"
                onClick={() => {
                  undo()
                  setSeen(number + 1)
                }}
                className="rounded px-2 py-1 font-semibold underline underline-offset-2"
              >
                Undo
              </button>
            )}
          </span>
        )}
      </p>
      {failure && (
        <div
          role="alert"
          className="float-card appear pointer-events-auto flex max-w-[34rem] items-start gap-2.5 py-2.5 pr-1.5 pl-3.5 text-sm"
        >
          <TriangleAlert size={16} aria-hidden className="mt-0.5 shrink-0 text-path" />
          <div>
            <p className="font-medium">
              {failure.count === 1
                ? 'What you decided was not kept'
                : `${count(failure.count, 'decision')} were not kept`}
              , and was taken out again.
            </p>
            <p className="text-muted">{failure.problem}</p>
            <Button look="outline" size="small" className="mt-2" onClick={failure.retry}>
              Try again
            </Button>
          </div>
          <IconButton icon={X} label="Close" onClick={failure.dismiss} />
        </div>
      )}
    </div>
  )
}
