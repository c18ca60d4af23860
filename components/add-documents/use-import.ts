'use client'
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { failedOf, heldWords } from '@/lib/view/import-words'
import { act, type Job, listImports, type Progress, readJob } from './ask-imports'
import { isGone } from './ask-server'
import { type Many, sendMany } from './send-sources'

export type Sending = {
  sent: number
  of: number
  /** Why it does not go on just now. */
  held?: string
}

/** In milliseconds: between two looks, and at least between two pictures of the growing case. */
const pace = { look: 1_000, redraw: 10_000 }
/** Documents up to which the picture grows while one watches; of more there is one at the end. */
const mostWatched = 200

/**
 * The import of a case that runs, whoever began it and whenever; a reload finds it again.
 * @param onJoined documents joined the case: show it anew
 */
export function useImport(caseId: string, onJoined: () => void) {
  const [id, setId] = useState<string>()
  const [job, setJob] = useState<Job>()
  const [sending, setSending] = useState<Sending>()
  const [problem, setProblem] = useState<string>()
  const [away, setAway] = useState<string>()
  const [last, setLast] = useState<Progress>()
  const sender = useRef<AbortController>(undefined)
  const drawn = useRef({ done: 0, at: 0 })

  useEffect(() => {
    let left = false
    void listImports(caseId)
      .catch(() => [])
      .then((imports) => {
        if (left) return
        setLast(imports[0])
        const current = imports.find(({ finishedAt }) => !finishedAt) ?? imports.find(isNews)
        if (!current) return
        // What had joined before is in the picture.
        if (current.finishedAt) drawn.current.done = current.counts.done
        setId((known) => known ?? current.id)
      })
    return () => {
      left = true
    }
  }, [caseId])

  const note = useEffectEvent((now: Job) => {
    setJob(now)
    setLast(now)
    const { done } = now.counts
    const watched = done <= mostWatched && Date.now() - drawn.current.at > pace.redraw
    if (done === drawn.current.done || !(watched || now.finishedAt !== undefined)) return
    drawn.current = { done, at: Date.now() }
    onJoined()
  })
  /** Its case was deleted: there is nothing more to hand in, or to look at. */
  const end = useEffectEvent((why: string) => {
    sender.current?.abort()
    setId(undefined)
    setJob(undefined)
    setAway(undefined)
    setProblem(why)
  })
  const over = job?.id === id && job?.finishedAt !== undefined
  useEffect(() => {
    if (id === undefined || over) return
    let left = false
    const look = async () => {
      const now = await readJob(id).catch((error: Error) => error)
      if (left) return
      if (isGone(now)) return end(messageOf(now))
      setAway(now instanceof Error ? now.message : undefined)
      if (!(now instanceof Error)) note(now)
    }
    void look()
    const timer = setInterval(look, pace.look)
    return () => {
      left = true
      clearInterval(timer)
    }
  }, [id, over])

  const start = useCallback(
    async (many: Many) => {
      sender.current = new AbortController()
      const of = many.files.length + many.links.length + (many.refused?.length ?? 0)
      setProblem(undefined)
      setJob(undefined)
      drawn.current = { done: 0, at: Date.now() }
      setSending({ sent: 0, of })
      try {
        await sendMany(caseId, many, sender.current.signal, {
          onSent(begun, sent) {
            setId(begun)
            setSending({ sent, of })
          },
          onHeld(reason) {
            const held = reason && heldWords(reason, 'Handing in')
            setSending((now) => (now && now.held !== held ? { ...now, held } : now))
          },
        })
      } catch (error) {
        if (!sender.current.signal.aborted) setProblem(messageOf(error))
      } finally {
        setSending(undefined)
      }
    },
    [caseId],
  )

  const ask = async (action: 'cancel' | 'retry') => {
    if (action === 'cancel') sender.current?.abort()
    if (id === undefined) return
    try {
      await act(id, action)
      note(await readJob(id))
    } catch (error) {
      setProblem(messageOf(error))
    }
  }
  return {
    job: job?.id === id ? job : undefined,
    sending,
    problem,
    /** Why it does not go on just now, or nothing can be learned of it. */
    held: away ?? sending?.held ?? job?.held,
    active: sending !== undefined || (id !== undefined && !over),
    start,
    cancel: () => ask('cancel'),
    retry: () => ask('retry'),
    /** The last import of the case, if there was one. */
    last,
    /** Shows the report of the last import again. */
    show: () => setId(last?.id),
    /** Puts away the report of an import that is over. */
    dismiss() {
      if (id !== undefined) localStorage.setItem(seenKey, id)
      setId(undefined)
      setJob(undefined)
      setProblem(undefined)
    },
  }
}

const seenKey = 'throughline-import-seen'

/** The last import that failed in part while nobody looked, or that nobody put away. */
function isNews({ id, counts }: Progress, at: number): boolean {
  return at === 0 && failedOf(counts) > 0 && localStorage.getItem(seenKey) !== id
}

export type Importing = ReturnType<typeof useImport>

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
