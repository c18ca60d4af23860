'use client'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { count } from '@/lib/view/words'
import { Button } from '../ui/button'
import { DialogCard } from '../ui/dialog-card'
import { ChangeList, sayChanges } from './change-list'
import type { Earlier } from './changes'
import { useRereading } from './use-rereading'

type RereadDialogProps = {
  caseId: string
  onClose(): void
}

/** Reads the reports of a case again: first what would change, then, if one likes, the change. */
export function RereadDialog({ caseId, onClose }: RereadDialogProps) {
  const { shown, problem, goingBack, cancel, keep, goBack } = useRereading(caseId)
  const home = `/case/${encodeURIComponent(caseId)}`
  return (
    <DialogCard
      open
      // what is being kept is shown when it is
      onOpenChange={() => shown.state !== 'keeping' && onClose()}
      title="Read the reports again"
      description="As the program reads them now. Your decisions are laid over what it finds; nothing changes before you keep it."
      className="w-[46rem]"
    >
      {problem && (
        <p role="alert" className="mb-3 rounded-md bg-sunken px-3 py-2 text-sm font-medium">
          {problem}
        </p>
      )}
      {shown.state === 'none' && !problem && <Reading />}
      {shown.state === 'reading' && (
        <>
          <Reading done={shown.done} of={shown.of} />
          <p className="mt-3 text-sm text-muted">
            You may close this: the reading goes on, and what it finds waits here.
          </p>
          <Buttons>
            <Button
              look="outline"
              className="phone:h-11"
              onClick={() => {
                void cancel()
                onClose()
              }}
            >
              Stop reading
            </Button>
          </Buttons>
        </>
      )}
      {shown.state === 'read' && (
        <>
          <ChangeList changes={shown.changes} home={home} />
          <Buttons>
            <Button look="outline" className="phone:h-11" onClick={onClose}>
              {shown.changes.same ? 'Close' : 'Leave it as it is'}
            </Button>
            {!shown.changes.same && (
              <Button look="solid" className="ml-auto phone:h-11" onClick={() => void keep()}>
                Keep what was read
              </Button>
            )}
          </Buttons>
        </>
      )}
      {shown.state === 'keeping' && (
        <>
          <p role="status" className="text-sm">
            Keeping what was read …
          </p>
          <Bar />
        </>
      )}
      {shown.state === 'kept' && (
        <>
          <p role="status" className="text-sm font-medium">
            Kept. {sayChanges(shown.changes)}
          </p>
          {shown.earlier && <WayBack earlier={shown.earlier} home={home} />}
          {shown.changes.decisions.lost.length > 0 && (
            <div className="mt-5">
              <ChangeList changes={shown.changes} home={home} only="decisions" />
            </div>
          )}
          <Buttons>
            {shown.earlier && (
              <Button
                look="outline"
                className="phone:h-11"
                disabled={goingBack}
                onClick={() => void goBack(shown.earlier!.keptAt)}
              >
                {goingBack ? 'Taking it back …' : 'Take it back'}
              </Button>
            )}
            <Button look="solid" className="ml-auto phone:h-11" onClick={onClose}>
              Done
            </Button>
          </Buttons>
        </>
      )}
      {shown.state === 'back' && (
        <>
          <p role="status" className="text-sm font-medium">
            The case is as it was read before. Every decision is there.
          </p>
          <Buttons>
            <Button look="solid" className="ml-auto phone:h-11" onClick={onClose}>
              Done
            </Button>
          </Buttons>
        </>
      )}
    </DialogCard>
  )
}

const Buttons = ({ children }: { children: ReactNode }) => (
  <div className="sticky -bottom-5 -mx-5 mt-5 -mb-5 flex items-center gap-2 border-t border-line bg-surface px-5 py-3">
    {children}
  </div>
)

const Reading = ({ done, of }: { done?: number; of?: number }) => (
  <>
    <p role="status" className="text-sm tabular-nums">
      {of === undefined ? 'Reading …' : `${done} of ${count(of, 'report')} read`}
    </p>
    <Bar done={done} of={of} />
  </>
)

const Bar = ({ done, of = 1 }: { done?: number; of?: number }) => (
  <progress
    value={done}
    max={of}
    aria-label="Read so far"
    className="mt-2 block h-1.5 w-full overflow-hidden rounded-full [&::-moz-progress-bar]:bg-text [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-text"
  />
)

const WayBack = ({ earlier, home }: { earlier: Earlier; home: string }) => (
  <p className="mt-2 text-sm text-muted">
    What the case was is kept. “Take it back”, here or later in the{' '}
    <Link href={`${home}/history`} className="underline underline-offset-3">
      history
    </Link>
    , goes back to it, with all decisions. It also lies among the{' '}
    <Link href="/cases" className="underline underline-offset-3">
      deleted cases
    </Link>{' '}
    as “{earlier.title}”, to be had beside this one.
  </p>
)
