'use client'
import { useEffect, useEffectEvent, useState } from 'react'
import { asJson, post, readRefusal } from '../add-documents/ask-server'
import { tellReadOtherwise } from '../cases/read-otherwise'
import { type Status, statusSchema } from './changes'

/** In milliseconds, between two looks. */
const pace = 500

const stopped =
  'The reading was stopped in another window, or the program was started again. Nothing is half done; close this and begin anew.'

/** Going on though nobody does anything: it is looked at again and again. */
const isUnderWay = ({ state }: { state: string }) => state === 'reading' || state === 'keeping'

/**
 * Reads the reports of a case again as soon as this is there, or goes on with what another window
 * began.
 */
export function useRereading(caseId: string) {
  const [shown, setShown] = useState<Status | { state: 'back' }>({ state: 'none' })
  const [problem, setProblem] = useState<string>()
  const [goingBack, setGoingBack] = useState(false)
  const home = `/api/cases/${encodeURIComponent(caseId)}`

  const show = (status: Status) => {
    if (status.state === 'kept') tellReadOtherwise(caseId)
    setProblem(undefined)
    setShown(status)
  }
  const tell = (error: unknown) =>
    setProblem(error instanceof Error ? error.message : String(error))

  const act = async (action: 'read' | 'keep' | 'cancel') =>
    statusSchema.parse(await post(`${home}/reread`, asJson({ action })))

  const begin = useEffectEvent(async (isLeft: () => boolean) => {
    try {
      const status = await act('read')
      if (!isLeft()) show(status)
    } catch (error) {
      if (!isLeft()) tell(error)
    }
  })
  useEffect(() => {
    let left = false
    void begin(() => left)
    return () => {
      left = true
    }
  }, [])

  const look = useEffectEvent(async () => {
    const reply = await fetch(`${home}/reread`).catch(() => undefined)
    // a server that is away for a moment is asked again
    if (!reply) return tell('The program does not answer. Is it still running?')
    const status = reply.ok ? statusSchema.parse(await reply.json()) : undefined
    if (status && status.state !== 'none') return show(status)
    tell(status ? stopped : await readRefusal(reply))
    setShown({ state: 'none' })
  })
  const underWay = isUnderWay(shown)
  useEffect(() => {
    if (!underWay) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let left = false
    const next = () => {
      if (!left) timer = setTimeout(() => void look().then(next), pace)
    }
    next()
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [underWay])

  return {
    shown,
    problem,
    goingBack,
    cancel: () => act('cancel').catch(tell),
    keep: () => act('keep').then(show, tell),
    async goBack(keptAt: string) {
      setGoingBack(true)
      try {
        await post(`${home}/earlier`, asJson({ keptAt }))
        setProblem(undefined)
        setShown({ state: 'back' })
        tellReadOtherwise(caseId)
      } catch (error) {
        tell(error)
      }
      setGoingBack(false)
    },
  }
}
