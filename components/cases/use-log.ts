'use client'
import { useCallback, useEffect, useEffectEvent, useMemo, useReducer, useRef } from 'react'
import { makeDecision } from '@/lib/decisions/decision'
import { redo, undo } from '@/lib/decisions/undo'
import type { Case, Decision } from '@/lib/schema'
import { type Request, readRest, sendDecision } from './send-decision'

type Pending = { key: number; request: Request; at: string; by?: string }
type Failure = { problem: string; requests: Request[] }
type Held = {
  /** The log the page came with; another one takes its place. */
  base: readonly Decision[]
  kept: readonly Decision[]
  pending: readonly Pending[]
  /** New decisions of this window, without those that could not be kept. */
  made: number
  failure?: Failure
}
type Step =
  | { kind: 'ask'; pending: Pending }
  | { kind: 'keep'; key: number; known: number; log: Decision[] }
  | { kind: 'learn'; known: number; rest: Decision[] }
  | { kind: 'fail'; key: number; problem: string }
  | { kind: 'reload'; base: readonly Decision[] }
  | { kind: 'dismiss' }

/**
 * The log of a case: what is decided shows at once and is sent in order; what could not be kept is
 * taken out again, with all that was decided after it. A window one comes back to learns what was
 * decided elsewhere.
 * @param onDocuments the case was given others since it was read
 */
export function useLog(
  { id: caseId, decisions: base, documents: { length: documents } }: Case,
  onDocuments: () => void,
) {
  const [held, step] = useReducer(reduce, { base, kept: base, pending: [], made: 0 })
  if (held.base !== base) step({ kind: 'reload', base })
  const { kept, pending, failure, made } = held
  const log = useMemo(() => pending.reduce(append, [...kept]), [kept, pending])

  const keys = useRef(0)
  const ask = useCallback(
    (request: Request, by?: string) =>
      step({
        kind: 'ask',
        pending: { key: ++keys.current, request, at: new Date().toISOString(), by },
      }),
    [],
  )

  const first = pending[0]
  const sending = useRef(0)
  useEffect(() => {
    if (!first || sending.current === first.key) return
    const { key, request, by } = first
    const known = kept.length
    sending.current = key
    void sendDecision(caseId, request, { by, known }).then((sent) =>
      'log' in sent
        ? step({ kind: 'keep', key, known, log: sent.log })
        : step({ kind: 'fail', key, problem: sent.problem }),
    )
  }, [first, kept, caseId])

  const tell = useEffectEvent(onDocuments)
  const waiting = pending.length > 0
  const known = kept.length
  useEffect(() => {
    if (waiting) return
    const look = () =>
      void readRest(caseId, known).then((elsewhere) => {
        step({ kind: 'learn', known, rest: elsewhere.log })
        if ((elsewhere.documents ?? documents) !== documents) tell()
      })
    addEventListener('focus', look)
    return () => removeEventListener('focus', look)
  }, [caseId, known, waiting, documents])

  useEffect(() => {
    if (!waiting) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [waiting])

  const dismiss = useCallback(() => step({ kind: 'dismiss' }), [])
  return { log, ask, made, failure, dismiss, saving: waiting }
}

function reduce(held: Held, step: Step): Held {
  const { kept, pending, made } = held
  switch (step.kind) {
    case 'ask': {
      const isNew = typeof step.pending.request !== 'string'
      const { failure: _, ...rest } = held
      return { ...rest, pending: [...pending, step.pending], made: made + (isNew ? 1 : 0) }
    }
    case 'keep':
      return {
        ...held,
        kept: [...kept.slice(0, step.known), ...step.log],
        pending: pending.filter(({ key }) => key !== step.key),
      }
    case 'learn':
      // an answer to a decision may have brought it already
      return step.rest.length > 0 && step.known === kept.length
        ? { ...held, kept: [...kept, ...step.rest] }
        : held
    case 'fail': {
      const at = pending.findIndex(({ key }) => key === step.key)
      const lost = pending.slice(at).map(({ request }) => request)
      return {
        ...held,
        pending: pending.slice(0, at),
        made: made - lost.filter((request) => typeof request !== 'string').length,
        failure: { problem: step.problem, requests: lost },
      }
    }
    case 'reload':
      return {
        ...held,
        base: step.base,
        kept: step.base.length >= kept.length ? step.base : kept,
      }
    case 'dismiss': {
      const { failure: _, ...rest } = held
      return rest
    }
  }
}

/** The log as it will be once what is on its way was kept. */
function append(log: Decision[], { request, at, by }: Pending): Decision[] {
  const content = request === 'undo' ? undo(log) : request === 'redo' ? redo(log) : request
  return content ? [...log, makeDecision(log, content, { at, by })] : log
}
