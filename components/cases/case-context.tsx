'use client'
import { useRouter } from 'next/navigation'
import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react'
import { z } from 'zod'
import type { DecisionContent } from '@/lib/decisions/decision'
import { type Judgement, listJudgements } from '@/lib/decisions/judgements'
import { replay } from '@/lib/decisions/replay'
import { withoutRejected } from '@/lib/decisions/standing'
import { redo, targetOf, undo } from '@/lib/decisions/undo'
import type { Case, Claim, Decision, Entity, Story } from '@/lib/schema'
import { makeRegister, sayDecision } from '../history/say-decision'
import { useReadOtherwise } from './read-otherwise'
import { useDecider } from './use-decider'
import { useLog } from './use-log'

// the page's security policy allows no code made at run time
z.config({ jitless: true })

type CaseValue = {
  /** Reports joined or left: shows the case as it is by now. */
  showAnew(): void
  /** As it came, whatever was decided since: the same object while the page stays. */
  untouched: Case
  /** As extracted, with the log: what a case file holds. */
  extracted: Case
  /** As decided, with what was rejected. */
  decided: Case
  /** As decided, without it: what is shown. */
  standing: Case
  log: readonly Decision[]
  /** As they stand, in the order they were first saved. */
  stories: readonly Story[]
  /** Decisions that could not be carried out, or not wholly, by id. */
  lost: ReadonlyMap<string, string>
  judgements: ReadonlyMap<string, Judgement>
  entity(id: string): Entity | undefined
  claim(id: string): Claim | undefined
  /** Shows at once; `words` say what was done: "Renamed to Ada Lind". */
  decide(content: DecisionContent, words: string): void
  undo(): void
  redo(): void
  canUndo: boolean
  canRedo: boolean
  /** New decisions of this window: falls when one could not be kept. */
  made: number
  saving: boolean
  /** What was done last, for a moment. */
  said?: Said
  failure?: { problem: string; count: number; retry(): void; dismiss(): void }
  /** The name the log is kept under, if one was given. */
  by: string
  signAs(name: string): void
}

type Said = { words: string; number: number; undone: boolean }

const Context = createContext<CaseValue | undefined>(undefined)

export function useCase(): CaseValue {
  const value = use(Context)
  if (!value) throw new Error('useCase: there is no CaseProvider above this component')
  return value
}

type CaseProviderProps = {
  case_: Case
  /** Brings the case as it is by now; without it the page is fetched anew. */
  renew?(): void
  children: ReactNode
}

/** The open case as it is decided, and the way to decide more. */
export function CaseProvider({ case_, renew, children }: CaseProviderProps) {
  const router = useRouter()
  const showAnew = useMemo(() => renew ?? (() => router.refresh()), [renew, router])
  const { log, ask, made, failure, dismiss, saving } = useLog(case_, showAnew)
  useReadOtherwise(case_.id, showAnew)
  const [by, signAs] = useDecider()
  const [said, setSaid] = useState<Said>()
  const say = useCallback(
    (words: string, undone = false) =>
      setSaid((last) => ({ words, undone, number: (last?.number ?? 0) + 1 })),
    [],
  )
  const shown = useMemo(() => {
    const { case: decided, lost, stories } = replay(case_, log)
    const entities = new Map(decided.entities.map((entity) => [entity.id, entity]))
    const claims = new Map(decided.claims.map((claim) => [claim.id, claim]))
    return {
      untouched: case_,
      extracted: { ...case_, decisions: [...log] },
      decided,
      standing: withoutRejected(decided),
      log,
      stories,
      lost: new Map(lost.map(({ decision, reason }) => [decision.id, reason])),
      judgements: listJudgements(log, new Set(lost.map(({ decision }) => decision))),
      canUndo: undo(log) !== undefined,
      canRedo: redo(log) !== undefined,
      entity: (id: string) => entities.get(id),
      claim: (id: string) => claims.get(id),
    }
  }, [case_, log])
  const value = useMemo<CaseValue>(
    () => ({
      ...shown,
      showAnew,
      decide: (content, words) => {
        ask(content, by || undefined)
        say(words)
      },
      undo: () => {
        const last = undo(shown.log)
        if (!last) return
        ask('undo', by || undefined)
        say(`Undone: ${sayOf(shown, last.decision)}`, true)
      },
      redo: () => {
        const last = shown.log.find(({ id }) => id === redo(shown.log)?.decision)
        if (!last) return
        ask('redo', by || undefined)
        say(`Done again: ${sayOf(shown, targetOf(last))}`, true)
      },
      made,
      saving,
      said,
      failure: failure && {
        problem: failure.problem,
        count: failure.requests.length,
        retry: () => {
          for (const request of failure.requests) ask(request, by || undefined)
        },
        dismiss,
      },
      by,
      signAs,
    }),
    [shown, showAnew, ask, by, say, made, saving, said, failure, dismiss, signAs],
  )
  return <Context value={value}>{children}</Context>
}

/** A decision of the log in words. */
function sayOf({ decided, extracted, log }: Logged, id: string | undefined): string {
  const decision = log.find((one) => one.id === id)
  return decision ? sayDecision(decision, makeRegister(decided, extracted), log) : ''
}

type Logged = Pick<CaseValue, 'decided' | 'extracted' | 'log'>
