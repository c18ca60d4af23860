/** All that ties two entities, seen from one of them: the hops a path can take. */
import { reachOf, type Step } from '../graph/adjacency'
import { type CaseGraph, graphCase } from '../graph/build'
import { countSupport } from '../graph/sources'
import { claimStance } from '../graph/stance'
import { relationType } from '../ontology'
import type { Case, Claim } from '../schema'
import type { Interval } from './read-when'
import { claimTime } from './time'

/** An entity as a place on a path. */
export type Spot = { id: string; bonds?: Bond[] }

export type Bond = {
  to: Spot
  steps: Step[]
  support?: number
  passage?: { connected?: Passage; travelled?: Passage }
}

/** What of a bond can be gone along. */
export type Passage = {
  /** Steps from here to there. */
  forward: TimedStep[]
  /** The same for a path that has come here, to an event, by taking part in it. */
  fromEvent: TimedStep[]
  /** Times of the steps from there to here. */
  enter: (Interval | null)[]
}

export type TimedStep = Step & { time: Interval | null }
export type Mode = 'connected' | 'travelled'

const spotsByGraph = new WeakMap<CaseGraph, Map<string, Spot>>()

export function spotOf(graph: CaseGraph, id: string): Spot {
  let spots = spotsByGraph.get(graph)
  if (!spots) {
    spots = new Map()
    spotsByGraph.set(graph, spots)
  }
  let spot = spots.get(id)
  if (!spot) {
    spot = { id }
    spots.set(id, spot)
  }
  return spot
}

/** The bonds of an entity, grouped when first asked for. */
export function bondsOf(graph: CaseGraph, spot: Spot): Bond[] {
  if (spot.bonds) return spot.bonds
  const byNeighbour = new Map<string, Bond>()
  for (const step of reachOf(graph).neighbours(spot.id, 'any')) {
    const bond = byNeighbour.get(step.to)
    if (bond) bond.steps.push(step)
    else byNeighbour.set(step.to, { to: spotOf(graph, step.to), steps: [step] })
  }
  spot.bonds = [...byNeighbour.values()]
  return spot.bonds
}

/** Whether its claims can have so many independent sources together. */
export function isSupported(graph: CaseGraph, bond: Bond, least: number): boolean {
  if (least <= 0) return true
  if (bond.support === undefined && bond.steps.length === 1) {
    if (bond.steps[0]!.claim.evidence.length < least) return false
  }
  return bondSupport(graph, bond) >= least
}

export function bondSupport(graph: CaseGraph, bond: Bond): number {
  bond.support ??= countSupport(
    bond.steps.map((step) => step.claim),
    graphCase(graph),
  )
  return bond.support
}

/** The bond under a mode; with a filter it is worked out anew, without one it is remembered. */
export function passageOf(
  bond: Bond,
  mode: Mode,
  case_: Case,
  narrow?: (claim: Claim) => Claim | undefined,
): Passage {
  if (narrow) return makePassage(bond, mode, case_, narrow)
  bond.passage ??= {}
  bond.passage[mode] ??= makePassage(bond, mode, case_)
  return bond.passage[mode]
}

function makePassage(
  bond: Bond,
  mode: Mode,
  case_: Case,
  narrow?: (claim: Claim) => Claim | undefined,
): Passage {
  const steps: TimedStep[] = []
  for (const { to, claim: whole, along } of bond.steps) {
    const claim = narrow ? narrow(whole) : whole
    if (!claim || (mode === 'travelled' && claimStance(claim) === 'denied')) continue
    steps.push({ to, claim, along, time: mode === 'travelled' ? claimTime(claim, case_) : null })
  }
  if (mode === 'connected') {
    return { forward: steps, fromEvent: steps, enter: steps.map((step) => step.time) }
  }
  return {
    forward: steps.filter((step) => course(step.claim, step.along) === 'travels'),
    fromEvent: steps.filter((step) => course(step.claim, step.along) !== 'none'),
    enter: steps
      .filter((step) => course(step.claim, !step.along) !== 'none')
      .map((step) => step.time),
  }
}

/** How influence can run along a claim; a meeting carries it on to those who took part as well. */
function course(claim: Claim, along: boolean): 'travels' | 'from event' | 'none' {
  const { influence } = relationType(claim.relation)
  if (influence === 'both' || (influence === 'forward' && along)) return 'travels'
  return claim.relation === 'participated' && !along ? 'from event' : 'none'
}
