'use client'
import { useCallback, useEffect, useState } from 'react'
import { asJson, post, readRefusal } from '../add-documents/ask-server'
import { type Kept, keptSchema, type Status, statusSchema } from './changes'

/** In milliseconds, between two looks. */
const pace = 500

type Shown = Status | { state: 'keeping' | 'back' } | ({ state: 'kept' } & Kept)

/**
 * Reads the reports of a case again as soon as it is asked for, or goes on with what another window
 * began.
 * @param onChanged the case is another by now: show it anew
 */
export function useRereading(caseId: string, open: boolean, onChanged: () => void) {
  const [shown, setShown] = useState<Shown>({ state: 'none' })
  const [problem, setProblem] = useState<string>()
  const home = `/api/cases/${encodeURIComponent(caseId)}`

  const ask = useCallback(async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    setProblem(undefined)
    return work().catch((error: unknown) => {
      setProblem(error instanceof Error ? error.message : String(error))
      return undefined
    })
  }, [])
  const act = useCallback(
    (action: 'read' | 'keep' | 'cancel') => post(`${home}/reread`, asJson({ action })),
    [home],
  )

  useEffect(() => {
    if (!open) return
    let left = false
    setShown({ state: 'none' })
    void ask(async () => {
      const status = statusSchema.parse(await act('read'))
      if (!left) setShown(status)
    })
    return () => {
      left = true
    }
  }, [open, ask, act])

  const reading = open && shown.state === 'reading'
  useEffect(() => {
    if (!reading) return
    let left = false
    let timer: ReturnType<typeof setTimeout>
    const look = async () => {
      const status = await ask(async () => {
        const reply = await fetch(`${home}/reread`).catch((cause) => {
          throw new Error('The program does not answer. Is it still running?', { cause })
        })
        if (!reply.ok) throw new Error(await readRefusal(reply))
        return statusSchema.parse(await reply.json())
      })
      if (left) return
      if (status) setShown(status)
      timer = setTimeout(look, pace)
    }
    timer = setTimeout(look, pace)
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [reading, ask, home])

  return {
    shown,
    problem,
    cancel: () => ask(() => act('cancel')),
    async keep() {
      const before = shown
      setShown({ state: 'keeping' })
      const kept = await ask(async () => keptSchema.parse(await act('keep')))
      setShown(kept ? { state: 'kept', ...kept } : before)
      if (kept) onChanged()
    },
    async goBack(keptAt: string) {
      const done = await ask(async () => {
        await post(`${home}/earlier`, asJson({ keptAt }))
        return true
      })
      if (!done) return
      setShown({ state: 'back' })
      onChanged()
    },
  }
}
