/**
 * The best simple paths between two entities. Ranking puts the weakest hop's sources first, so the
 * search goes from the best supported relations down, and within them from short to long; a tier
 * (support, length) is searched whole before it is ranked, and the first tiers that fill the
 * answer end it.
 */

import type { Step } from '../graph/adjacency'
import type { CaseGraph } from '../graph/build'
import { graphCase } from '../graph/build'
import { claimStance } from '../graph/stance'
import { type Bond, bondSupport, bondsOf, course } from './bonds'
import { narrower } from './filter'
import { comparePaths, makePath } from './path'
import { type Path, type PathQuestion, pathLimits } from './path-question'
import { arrive } from './path-time'

/** The question must have been checked: ends exist and differ. */
export function searchPaths(
  graph: CaseGraph,
  question: PathQuestion,
): { paths: Path[]; exhausted: boolean } {
  const { limit = pathLimits.limit, maxHops = pathLimits.maxHops } = question
  const search = prepare(graph, question)
  const paths: Path[] = []
  const ceiling = Math.min(strongest(graph, question.from), strongest(graph, question.to))
  for (let support = ceiling; support >= 0; support--) {
    const distances = new Distances(search, support)
    for (let length = 1; length <= maxHops; length++) {
      if (!distances.grow(length)) break
      const tier = searchTier(search, distances, support, length)
      paths.push(...tier.sort(comparePaths))
      if (search.spent > search.budget) return { paths: paths.slice(0, limit), exhausted: true }
      if (paths.length >= limit) return { paths: paths.slice(0, limit), exhausted: false }
    }
  }
  return { paths, exhausted: false }
}

const strongest = (graph: CaseGraph, id: string) =>
  bondsOf(graph, id).reduce((most, bond) => Math.max(most, bondSupport(graph, bond)), 0)

type Search = ReturnType<typeof prepare>

function prepare(graph: CaseGraph, question: PathQuestion) {
  const { filter = {}, budget = pathLimits.budget, from, to } = question
  const narrow = narrower(filter, graphCase(graph))
  const travelled = question.mode === 'travelled'
  const known = new Map<Bond, Passable>()

  /** What of a bond the filter and the mode let through. */
  const passable = (bond: Bond): Passable => {
    const found = known.get(bond)
    if (found) return found
    const steps = bond.steps.flatMap((step) => {
      const claim = narrow(step.claim)
      if (!claim || (travelled && claimStance(claim) === 'denied')) return []
      return [claim === step.claim ? step : { ...step, claim }]
    })
    const forward = travelled ? steps.filter((step) => course(step) === 'travels') : steps
    const made = {
      forward,
      fromEvent: travelled ? steps.filter((step) => course(step) !== 'none') : steps,
      canEnter: travelled ? steps.some((step) => course(turn(step)) !== 'none') : steps.length > 0,
    }
    known.set(bond, made)
    return made
  }
  return {
    graph,
    case_: graphCase(graph),
    from,
    to,
    travelled,
    ordered: travelled && !question.anyOrder,
    via: (question.via ?? []).filter((id) => id !== from && id !== to),
    avoid: new Set(question.avoid),
    passable,
    budget,
    spent: 0,
  }
}

type Passable = {
  /** Steps a path can take from here. */
  forward: Step[]
  /** The same for a path that has come here, to an event, by taking part in it. */
  fromEvent: Step[]
  /** Whether a path can come from there to here. */
  canEnter: boolean
}

/** The step as it is seen from its other end. */
const turn = (step: Step): Step => ({ ...step, along: !step.along })

/** Fewest hops to the target over bonds of at least a support, found ring by ring. */
class Distances {
  private readonly known: Map<string, number>
  private ring: string[]
  private radius = 0

  constructor(
    private readonly search: Search,
    private readonly support: number,
  ) {
    this.known = new Map([[search.to, 0]])
    this.ring = [search.to]
  }

  /** Makes ready for paths of this length; false when there is none of it or longer. */
  grow(length: number): boolean {
    const { search, support } = this
    while (
      this.ring.length > 0 &&
      this.radius < length &&
      (this.radius < Math.ceil(length / 2) || this.known.size < 4000)
    ) {
      const next: string[] = []
      this.radius++
      for (const id of this.ring) {
        for (const bond of bondsOf(search.graph, id)) {
          search.spent++
          if (this.known.has(bond.to) || search.avoid.has(bond.to)) continue
          if (support > 0 && bondSupport(search.graph, bond) < support) continue
          if (!search.passable(bond).canEnter) continue
          this.known.set(bond.to, this.radius)
          next.push(bond.to)
        }
      }
      this.ring = next
    }
    return this.ring.length > 0 || this.known.has(search.from)
  }

  /** A lower bound, exact within the radius. */
  atLeast(id: string): number {
    return this.known.get(id) ?? (this.ring.length > 0 ? this.radius + 1 : Number.POSITIVE_INFINITY)
  }
}

/** Every path of the length whose weakest hop has exactly the support. */
function searchTier(search: Search, distances: Distances, support: number, length: number): Path[] {
  const { graph, case_, to, travelled, ordered, avoid, via } = search
  const tier: Path[] = []
  const nodes = [search.from]
  const hops: Step[][] = []
  const visited = new Set(nodes)

  const extend = (since: string, fromEvent: boolean) => {
    const here = nodes.at(-1)!
    const left = length - hops.length - 1
    for (const bond of bondsOf(graph, here)) {
      if (++search.spent > search.budget) return
      const there = bond.to
      if ((there === to) !== (left === 0) || visited.has(there) || avoid.has(there)) continue
      if (distances.atLeast(there) > left) continue
      if (support > 0 && bondSupport(graph, bond) < support) continue
      const passable = search.passable(bond)
      const steps = fromEvent ? passable.fromEvent : passable.forward
      if (steps.length === 0) continue
      const arrival = ordered ? arrive(steps, since, case_) : since
      if (arrival === undefined) continue
      nodes.push(there)
      hops.push(steps)
      if (left > 0) {
        visited.add(there)
        extend(arrival, travelled && steps.some((step) => joins(step)))
        visited.delete(there)
      } else if (via.every((id) => visited.has(id))) {
        const path = makePath(nodes, hops, case_, ordered)
        if (path.hops[path.weakest]!.sources === support) tier.push(path)
      }
      nodes.pop()
      hops.pop()
    }
  }

  extend('', false)
  return tier
}

/** Taking part in an event, seen from the one who does. */
const joins = (step: Step) => step.claim.relation === 'participated' && step.along
