/** Who is one step from whom: the one thing every question asks of a graph. */
import { type CaseGraph, graphCase } from '../graph/build'
import { relationType } from '../ontology'
import type { Claim } from '../schema'
import type { Interval } from './read-when'
import { claimTime } from './time'

export type Direction = 'in' | 'out' | 'any'

/** One claim, seen from one of its ends. */
export type Step = {
  /** The entity at the other end. */
  to: string
  claim: Claim
  /** Whether the claim runs from here to there. */
  along: boolean
}

/** What a question needs to know of a graph. A store can answer it as well as one in memory. */
export type Reach = {
  has(id: string): boolean
  /**
   * The steps away from an entity in the order of the case's claims; a loop is no step, and a
   * symmetric relation counts in both directions.
   * @param since leaves out claims that were over before this day (YYYY-MM-DD); the undated stay
   */
  neighbours(id: string, direction: Direction, since?: string): readonly Step[]
}

const reachByGraph = new WeakMap<CaseGraph, Reach>()
const none: readonly Step[] = []

/** Indexed at the first question and remembered, as graphs do not change once built. */
export function reachOf(graph: CaseGraph): Reach {
  const known = reachByGraph.get(graph)
  if (known) return known
  const steps = new Map<string, Step[]>()
  graph.forEachNode((id) => steps.set(id, []))
  for (const claim of graphCase(graph).claims) {
    const { from, to } = claim
    if (to === null || from === to || claim.review === 'rejected') continue
    steps.get(from)!.push({ to, claim, along: true })
    steps.get(to)!.push({ to: from, claim, along: false })
  }
  const reach: Reach = {
    has: (id) => graph.hasNode(id),
    neighbours(id, direction, since) {
      const all = steps.get(id) ?? none
      const along = direction === 'out'
      const directed =
        direction === 'any'
          ? all
          : all.filter(
              (step) => step.along === along || relationType(step.claim.relation).symmetric,
            )
      if (since === undefined) return directed
      return directed.filter(({ claim }) => !isOver(claimTime(claim, graphCase(graph)), since))
    },
  }
  reachByGraph.set(graph, reach)
  return reach
}

/** Whether what has this time was over before the day; what has none may have been at any. */
export const isOver = (time: Interval | null, since: string): boolean =>
  time !== null && time.end < since

/**
 * For a graph of which only a part is at hand: from now on every entity whose steps a question asks
 * for is told, so that what is missing can be fetched and the question asked again.
 */
export function watchReach(graph: CaseGraph, onAsk: (id: string) => void): void {
  const reach = reachOf(graph)
  reachByGraph.set(graph, {
    has: reach.has,
    neighbours(id, direction, since) {
      onAsk(id)
      return reach.neighbours(id, direction, since)
    },
  })
}
