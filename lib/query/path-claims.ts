/** What of each claim counts in a path search: the filter's part of it, its course, its days. */

import { type CaseGraph, graphCase } from '../graph/build'
import { once } from '../graph/once'
import { claimStance } from '../graph/stance'
import { relationType } from '../ontology'
import type { Case, Claim } from '../schema'
import type { Chronology } from './chronology'
import { chronologyFor } from './claim-days'
import { type ClaimFilter, isOpen, narrower } from './filter'
import { type PathIndex, pathIndex } from './path-index'
import type { PathQuestion } from './path-question'
import { claimTime } from './time'

// How influence runs along a claim. `meeting` goes forward into an event and on from it to those
// who took part, for a path that came by taking part.
const unknown = 0
const blocked = 1
const forward = 2
const both = 3
const meeting = 4

/** Days are numbers since 1970; undated claims fit any day. */
export const anyDay = { first: -0x7fffffff, last: 0x7fffffff }

export class PathClaims {
  private readonly course: Uint8Array
  private readonly start: Int32Array
  private readonly end: Int32Array
  private readonly narrowed = new Map<number, Claim>()
  private readonly said = new Map<number, { first: number; last: number } | undefined>()
  private readonly begins = new Map<number, number | undefined>()
  private readonly times: Chronology | undefined
  private readonly narrow: ((claim: Claim) => Claim | undefined) | undefined

  constructor(
    private readonly index: PathIndex,
    private readonly case_: Case,
    private readonly mode: PathQuestion['mode'],
    ordered: boolean,
    filter: ClaimFilter,
  ) {
    this.times = ordered ? chronologyFor(case_, filter) : undefined
    this.narrow = isOpen(filter) ? undefined : narrower(filter, case_)
    this.course = new Uint8Array(index.claims.length)
    this.start = new Int32Array(index.claims.length)
    this.end = new Int32Array(index.claims.length)
  }

  /** The claim as far as the filter has it. */
  get(claim: number): Claim {
    return this.narrowed.get(claim) ?? this.index.claims[claim]!
  }

  private courseOf(claim: number): number {
    const known = this.course[claim]!
    if (known !== unknown) return known
    const course = this.work(claim)
    this.course[claim] = course
    return course
  }

  private work(number: number): number {
    const whole = this.index.claims[number]!
    const claim = this.narrow ? this.narrow(whole) : whole
    if (!claim) return blocked
    if (claim !== whole) this.narrowed.set(number, claim)
    const time = this.times?.of(claim.id)
    this.start[number] = time?.start ? dayNumber(time.start) : anyDay.first
    this.end[number] = time?.end ? dayNumber(time.end) : anyDay.last
    if (this.mode === 'connected') return both
    if (claimStance(claim) === 'denied') return blocked
    if (claim.relation === 'participated') return meeting
    const { influence } = relationType(claim.relation)
    return influence === 'both' ? both : influence === 'forward' ? forward : blocked
  }

  /** Whether a path can take the step; `fromEvent` when it came here by taking part. */
  canLeave(step: number, fromEvent: boolean): boolean {
    const course = this.courseOf(this.index.claim[step]!)
    if (course === both) return true
    if (course === meeting) return fromEvent || this.index.along[step] === 1
    return course === forward && this.index.along[step] === 1
  }

  /** Whether some path can take the step the other way, from its far end to here. */
  canEnter(step: number): boolean {
    const course = this.courseOf(this.index.claim[step]!)
    return course >= both || (course === forward && this.index.along[step] === 0)
  }

  /** Whether a path takes part in an event by this step. */
  joins(step: number): boolean {
    return this.courseOf(this.index.claim[step]!) === meeting && this.index.along[step] === 1
  }

  /** First and last day of a step's claim, once it was asked whether it can be gone. */
  startOf = (step: number) => this.start[this.index.claim[step]!]!
  endOf = (step: number) => this.end[this.index.claim[step]!]!

  /** The first day its sources give for any claim of a bond; undefined when they give none. */
  beginsOf(bond: number): number | undefined {
    if (!this.begins.has(bond)) {
      let first: number | undefined
      for (let step = this.index.steps[bond]!; step < this.index.steps[bond + 1]!; step++) {
        const said = this.saidOf(step)?.first
        if (said !== undefined && (first === undefined || said < first)) first = said
      }
      this.begins.set(bond, first)
    }
    return this.begins.get(bond)
  }

  /** The days its sources themselves give for a step's claim. */
  saidOf(step: number): { first: number; last: number } | undefined {
    const claim = this.index.claim[step]!
    if (!this.said.has(claim)) {
      const time = claimTime(this.get(claim), this.case_)
      this.said.set(
        claim,
        time ? { first: dayNumber(time.start), last: dayNumber(time.end) } : undefined,
      )
    }
    return this.said.get(claim)
  }
}

const dayNumber = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000)

const sharedBy = once((_: PathIndex) => new Map<string, PathClaims>())

/** Without a filter what was worked out serves every search. */
export function claimsFor(graph: CaseGraph, question: PathQuestion): PathClaims {
  const { filter = {}, mode } = question
  const index = pathIndex(graph)
  const ordered = isOrdered(question)
  const make = () => new PathClaims(index, graphCase(graph), mode, ordered, filter)
  if (!isOpen(filter)) return make()
  const known = sharedBy(index)
  const key = `${mode} ${ordered}`
  const claims = known.get(key) ?? make()
  known.set(key, claims)
  return claims
}

export const isOrdered = (question: PathQuestion): boolean =>
  question.mode === 'travelled' && !question.anyOrder
