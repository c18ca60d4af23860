/** What the lineage of a thing is made of. */
import type { Claim, Evidence, Stance } from '../schema'
import type { Placed, TimeRelation } from './chronology'
import type { Before } from './lineage-order'

/** `influenced` and `acted` are of actors: what others did to them, what they did. */
export type Phase =
  | 'made'
  | 'held'
  | 'influenced'
  | 'acted'
  | 'presented'
  | 'published'
  | 'backed'
  | 'revised'

type LineagePart = {
  id: string
  phase: Phase
  /** The sources' own words for the time, as they have them. */
  when?: string
  /** The days it can have been on, from its claims' own words, words of order and reports' dates. */
  time: Placed
  /** What ties it to the line and who did what in it; empty when only its name is known. */
  claims: Claim[]
  /** Those who acted in it, in the order of the claims. */
  actors: string[]
  /** Relations of a hub that are left out, being too many to tell; those told most often are kept. */
  untold?: number
}

export type LineageStep = LineagePart & {
  /** Steps of one rank stand side by side, in the order of the list; 0 is the first. */
  rank: number
  /** The paper or event the step is about: its lane. */
  spine: string
  role: 'upstream' | 'target' | 'downstream'
  /** 0 is the target's own line; lanes that meet only in the target have different numbers. */
  branch: number
  /**
   * What is told in this step, its own phase first. More than one: it can be opened; `partOf`: it
   * can be closed. Both by the paper's or event's id, see FoldOptions.
   */
  parts: LineagePart[]
  /** The step it was opened out of. */
  partOf?: string
  /** How its claims are put where that is not plainly: planned, hedged, contested, denied. */
  doubts: Stance[]
  /** Sources of its claims together that are independent of each other. */
  sources: number
  /** The words to show when there is room for one. */
  quote?: { claim: string; evidence: Evidence }
  /** What sources say lies before it; an order, never a cause. */
  after: TimeRelation[]
  /** In plain words with who says so: "After …" where it is an order, "shaped" where that is claimed. */
  sentence: string
}

export type Lineage = {
  target: string
  /** In order: by influence, by words of order, by date, then as the sources tell it. */
  steps: LineageStep[]
  /** Which step leads to which; without claims where it is only an order. */
  links: LineageLink[]
  /** Every claim of the steps, once. */
  claims: Claim[]
  /** Links whose steps are dated, or told, the other way round. */
  conflicts: Before[]
  /** The step with the fewest independent sources, the first of several. */
  weakest?: string
  /** Papers and events further off that were left out. */
  omitted: number
}

export type LineageLink = {
  from: string
  to: string
  /** What sources claim of influence; empty where it is only an order. */
  claims: Claim[]
  /** Words of order that put one after the other; an order is no influence. */
  order?: TimeRelation
}
