'use client'
import { useMemo, useState } from 'react'
import { findLeaving } from '@/lib/decisions/what-leaves'
import { count, listWords } from '@/lib/view/words'
import { useCase } from '../cases/case-context'
import { Button } from '../ui/button'
import { DialogCard } from '../ui/dialog-card'

type TakeOutProps = { document: { id: string; title: string }; className?: string }

/** The quiet way to take a report out of the case: it says what would leave before anything does. */
export function TakeOut({ document: { id, title }, className }: TakeOutProps) {
  const { decided } = useCase()
  const [open, setOpen] = useState(false)
  if (!decided.documents.some((one) => one.id === id)) return null
  return (
    <>
      <button type="button" className={className} onClick={() => setOpen(true)}>
        Take out …<span className="sr-only"> “{title}”</span>
      </button>
      <DialogCard
        open={open}
        onOpenChange={setOpen}
        title="Take this report out?"
        description={<span className="voice-document text-[15px]">{title}</span>}
        className="w-[30rem]"
      >
        <WhatLeaves document={id} title={title} close={() => setOpen(false)} />
      </DialogCard>
    </>
  )
}

type WhatLeavesProps = { document: string; title: string; close(): void }

function WhatLeaves({ document, title, close }: WhatLeavesProps) {
  const { extracted, decide } = useCase()
  const { claims, entities, weakened, decisions } = useMemo(
    () => findLeaving(extracted, document),
    [extracted, document],
  )
  const gone = [
    claims > 0 && count(claims, 'relation'),
    entities > 0 && count(entities, 'name'),
  ].filter((words) => words !== false)
  const one = claims + entities === 1
  const sentences = [
    gone.length > 0
      ? `${listWords(gone)} ${one ? 'rests' : 'rest'} on it alone and ${one ? 'leaves' : 'leave'} with it.`
      : 'No relation and no name rests on it alone.',
    weakened > 0 &&
      `${count(weakened, 'relation')} ${weakened === 1 ? 'stays' : 'stay'} with what other reports say.`,
    decisions > 0 &&
      `${count(decisions, 'decision')} ${decisions === 1 ? 'loses its' : 'lose their'} ground and ${decisions === 1 ? 'waits' : 'wait'} in History.`,
  ]
  return (
    <>
      <ul className="space-y-1 text-sm">
        {sentences.map((sentence) => sentence && <li key={sentence}>{sentence}</li>)}
      </ul>
      <p className="mt-3 text-sm text-muted">
        Its text is kept. All of this comes back when it is undone, now or later in History.
      </p>
      <div className="mt-5 flex justify-end gap-2">
        <Button className="phone:h-11" onClick={close}>
          Leave it in
        </Button>
        <Button
          look="solid"
          className="phone:h-11"
          onClick={() => {
            close()
            decide({ kind: 'remove', document }, `Took the report “${title}” out`)
          }}
        >
          Take it out
        </Button>
      </div>
    </>
  )
}
