/** When everything of a case happened, as far as dates and words of order tell. */
import type { Case } from '../schema'
import { claimTime } from './time'

/** First and last day on which it can have been, both included, as far as either is known. */
export type Placed = {
  start?: string
  end?: string
  /** `stated` in its sources' own words for the time; `derived` from other claims or the report's date. */
  source: 'stated' | 'derived' | 'none'
}

/** One claim's matter lies before another's. */
export type TimeRelation = {
  /** Ids of claims. */
  before: string
  after: string
  /**
   * `text`: words name both ("following the document's presentation"); `when`: the words kept for
   * its time do ("shortly after the meeting"); `sequence`: a word points back ("subsequent talks").
   */
  kind: 'text' | 'when' | 'sequence'
  /** Days between them where the words say so ("two days later"). */
  days?: { least: number; most: number }
  /** The words of order in their sentence. */
  evidence: { document: string; start: number; end: number; quote: string }
}

/** What cannot all be true of the times of a case. */
export type Contradiction = {
  /** Ids of the claims it is about. */
  claims: string[]
  /** The relations among them, the one that was dropped for the placing first. */
  relations: TimeRelation[]
  /** In plain words. */
  message: string
}

export type Chronology = {
  of(claim: string): Placed
  /** Whether sources say so or dates do; undefined when nobody knows. */
  before(a: string, b: string): 'stated' | 'dated' | undefined
  /** Relations the placing keeps to. */
  relations: TimeRelation[]
  contradictions: Contradiction[]
  /** All claims, in an order that contradicts no relation and no date. */
  order: string[]
}

/** Worked out once for a case and remembered. */
export function solveTimes(case_: Case): Chronology {
  let known = solved.get(case_)
  if (!known) {
    known = solve(case_)
    solved.set(case_, known)
  }
  return known
}

const solved = new WeakMap<Case, Chronology>()

function solve(case_: Case): Chronology {
  const placed = new Map<string, Placed>()
  for (const claim of case_.claims) {
    const time = claimTime(claim, case_)
    placed.set(claim.id, time ? { ...time, source: 'stated' } : { source: 'none' })
  }
  const of = (id: string): Placed => placed.get(id) ?? { source: 'none' }
  return {
    of,
    before: (a, b) => {
      const [end, start] = [of(a).end, of(b).start]
      return end !== undefined && start !== undefined && end < start ? 'dated' : undefined
    },
    relations: [],
    contradictions: [],
    order: case_.claims.map(({ id }) => id),
  }
}
