'use client'
import { useState } from 'react'

type Answer = object | { problem: string }
/** Takes back what was done. */
type TakeBack = () => Promise<Answer>
type Told = { words: string; problem?: string; takeBack?: TakeBack }

/** Says what was done, or why it was not; `takeBack` is the way back of the last thing done. */
export type Tell = (answer: Answer, words: string, takeBack?: TakeBack) => void

/** What was done last in a list, and the way back. @param onDone what is shown is to be read anew */
export function useTold(onDone: () => void) {
  const [told, setTold] = useState<Told>({ words: '' })
  const [busy, setBusy] = useState(false)
  const tell: Tell = (answer, words, takeBack) => {
    setTold(
      'problem' in answer ? { words: '', problem: String(answer.problem) } : { words, takeBack },
    )
    onDone()
  }
  const { takeBack } = told
  const undo = async () => {
    if (!takeBack || busy) return
    setBusy(true)
    const answer = await takeBack()
    setBusy(false)
    tell(answer, 'Undone.')
  }
  return {
    said: told.words,
    problem: told.problem,
    busy,
    tell,
    wait: (words: string) => setTold({ words }),
    takeBack: takeBack && (() => void undo()),
  }
}
