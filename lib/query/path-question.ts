/** What is asked of paths, and what an answer is made of. */
import type { Claim } from '../schema'
import type { ClaimFilter } from './filter'

export type PathQuestion = {
  from: string
  to: string
  /**
   * `connected` ignores direction; `travelled` follows influence, forward in time, and leaves out
   * what every source denies.
   */
  mode: 'connected' | 'travelled'
  /** Lets a travelled path jump about in time. */
  anyOrder?: boolean
  /** Entities it must pass, in whatever order. */
  via?: string[]
  avoid?: string[]
  /** At most so many relations in a row, 1 to 12; 5 when left out. */
  maxHops?: number
  /** At most so many paths; 10 when left out. */
  limit?: number
  /** At most so many days between a dated hop and the dated hop before it. */
  longestGap?: number
  /** Relations, stances, sources, kinds; earliest (`since`) and latest date (`until`). */
  filter?: ClaimFilter
  /** Steps the search may take before it stops and says so. */
  budget?: number
}

export type Hop = {
  from: string
  to: string
  /** All claims that carry this hop. */
  claims: Claim[]
  /** Every one of them runs the other way. */
  against?: boolean
  /** None of them has a date. */
  undated?: boolean
  /** Sources of the claims together that are independent of each other and do not deny them. */
  sources: number
}

export type Path = {
  nodes: string[]
  hops: Hop[]
  /** Index of the hop with the fewest independent sources, the first of several. */
  weakest: number
  /** Days from the first to the last dated hop; null when fewer than two are dated. */
  span: number | null
}

export type PathAnswer = {
  /** Best first: most sources at the weakest hop, then shortest, then least time, then by ids. */
  paths: Path[]
  /** The budget ran out: there may be more paths, or better ones. */
  exhausted: boolean
  /** When there is no path: what to change, and how many paths that gives, up to the limit. */
  relax: { change: string; question: PathQuestion; paths: number }[]
}

export const pathLimits = { maxHops: 5, mostHops: 12, limit: 10, budget: 400_000 }
