/** What would leave a case with a document: said before it is taken out. */
import type { Case } from '../schema'
import { makeDecision } from './decision'
import { replay } from './replay'
import { withoutRejected } from './standing'

type Leaving = {
  /** Relations and names that rest on it alone. */
  claims: number
  entities: number
  /** Relations that lose a quote and keep others. */
  weakened: number
  /** Decisions that could be carried out with it, and cannot without. */
  decisions: number
}

/** @param case_ as extracted, with the log */
export function findLeaving(case_: Case, document: string): Leaving {
  const log = case_.decisions
  const out = makeDecision(log, { kind: 'remove', document }, { at: '' })
  const before = replay(case_)
  const after = replay(case_, [...log, out])
  const quotes = new Map(
    withoutRejected(after.case).claims.map(({ id, evidence }) => [id, evidence.length]),
  )
  const counted = withoutRejected(before.case).claims.map(({ id, evidence }) => ({
    was: evidence.length,
    stays: quotes.get(id) ?? 0,
  }))
  return {
    claims: counted.filter(({ stays }) => stays === 0).length,
    entities: before.case.entities.length - after.case.entities.length,
    weakened: counted.filter(({ was, stays }) => stays > 0 && stays < was).length,
    decisions: after.lost.length - before.lost.length,
  }
}
