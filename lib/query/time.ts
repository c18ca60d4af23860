/** When a claim's matter took place, as far as its sources' words for it can be read. */
import { once } from '../graph/once'
import type { Case, Claim, Document, Evidence } from '../schema'
import { type Interval, readWhen } from './read-when'
import { documentOf } from './sentence-around'

/** One piece of evidence's time; null when it gives none or its words cannot be read. */
export function evidenceTime(
  evidence: Pick<Evidence, 'when' | 'stance'>,
  document: Pick<Document, 'publishedAt'> | undefined,
): Interval | null {
  if (evidence.when === undefined) return null
  return readWhen(evidence.when, document?.publishedAt, evidence.stance === 'planned')
}

/**
 * The days all its dated evidence agrees on; where sources contradict each other, the days from
 * the first to the last they name. Null when none can be read: undated is not a date.
 */
export function claimTime(claim: Claim, case_: Case): Interval | null {
  const times = timesOf(case_)
  const known = times.get(claim)
  if (known !== undefined) return known
  const time = joinTimes(claim.evidence.map((e) => evidenceTime(e, documentOf(case_, e.document))))
  times.set(claim, time)
  return time
}

/** The days several times agree on; where they do not, from the first to the last of them. */
export function joinTimes(read: readonly (Interval | null)[]): Interval | null {
  const times = read.filter((time) => time !== null)
  if (times.length === 0) return null
  const starts = times.map((time) => time.start).sort()
  const ends = times.map((time) => time.end).sort()
  const [start, end] = [starts.at(-1)!, ends[0]!]
  return start <= end ? { start, end } : { start: starts[0]!, end: ends.at(-1)! }
}

const timesOf = once((_: Case) => new WeakMap<Claim, Interval | null>())
