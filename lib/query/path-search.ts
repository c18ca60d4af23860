/**
 * The best simple paths between two entities. Ranking puts the weakest hop's sources first, so the
 * search goes from the best supported relations down, and within them from short to long; a tier
 * (support, length) is searched whole before it is ranked, and the first tiers that fill the
 * answer end it.
 */
import { type CaseGraph, graphCase } from '../graph/build'
import { chronologyFor } from './claim-days'
import { anyDay, claimsFor, isOrdered } from './path-claims'
import { distanceBetween } from './path-distance'
import { anyGap, type GapDays, passGap } from './path-gap'
import { isSupported, pathIndex, supportOf } from './path-index'
import { type Path, type PathQuestion, pathLimits } from './path-question'
import { PathReach, type PathSearch } from './path-reach'
import { type Found, takenHops, tierOf } from './path-tier'
import { keepTimely, type Timing } from './path-time'

/** The question must have been checked: ends exist and differ. */
export function searchPaths(
  graph: CaseGraph,
  question: PathQuestion,
): { paths: Path[]; exhausted: boolean } {
  const { limit = pathLimits.limit, maxHops = pathLimits.maxHops } = question
  const search = prepare(graph, question)
  const timing = timingOf(graph, question)
  const paths: Path[] = []
  const isOver = () => paths.length >= limit || search.spent > search.budget
  for (let support = ceiling(search); support >= 0 && !isOver(); support--) {
    const shortest = distanceBetween(search, support, maxHops)
    if (shortest === undefined) continue
    const reach = new PathReach(search, support, shortest)
    for (
      let length = shortest.hops;
      length <= maxHops && !isOver() && reach.grow(length);
      length++
    ) {
      const tier = tierOf(search, question, { support, limit: limit - paths.length, timing })
      visitPaths(search, reach, support, length, tier.visit)
      paths.push(...tier.list())
    }
    reach.close()
  }
  return { paths: paths.slice(0, limit), exhausted: search.spent > search.budget }
}

/** How many paths there are, at most the limit, and the length of the shortest. */
export function countPaths(
  graph: CaseGraph,
  question: PathQuestion,
): { paths: number; shortest?: number } {
  const { limit = pathLimits.limit, maxHops = pathLimits.maxHops } = question
  const search = prepare(graph, question)
  const timing = timingOf(graph, question)
  let paths = 0
  let shortest: number | undefined
  const least = distanceBetween(search, 0, maxHops) ?? { hops: maxHops + 1, back: 0 }
  const reach = new PathReach(search, 0, least)
  for (let length = least.hops; length <= maxHops && reach.grow(length); length++) {
    visitPaths(search, reach, 0, length, (found) => {
      if (!keepTimely(takenHops(search, found), timing)) return true
      shortest ??= length
      paths++
      return paths < limit
    })
    if (paths >= limit || search.spent > search.budget) break
  }
  reach.close()
  return { paths, ...(shortest !== undefined && { shortest }) }
}

function timingOf(graph: CaseGraph, question: PathQuestion): Timing {
  const { filter = {}, longestGap } = question
  const case_ = graphCase(graph)
  return {
    case: case_,
    // Not worked out where nothing is asked of it.
    get times() {
      return chronologyFor(case_, filter)
    },
    ordered: isOrdered(question),
    ...(longestGap !== undefined && { gap: longestGap }),
  }
}

type Search = PathSearch & { via: number[] }

function prepare(graph: CaseGraph, question: PathQuestion): Search {
  const { budget = pathLimits.budget, via = [], avoid = [], longestGap } = question
  const index = pathIndex(graph)
  const spot = (id: string) => index.spots.get(id)!
  const [from, to] = [spot(question.from), spot(question.to)]
  return {
    graph,
    index,
    claims: claimsFor(graph, question),
    from,
    to,
    via: via.map(spot).filter((one) => one !== from && one !== to),
    avoid: new Set(avoid.map(spot)),
    ordered: isOrdered(question),
    ...(longestGap !== undefined && { gap: longestGap }),
    spent: 0,
    budget,
  }
}

/** No path is better supported than the best relation at either end. */
function ceiling({ graph, index, from, to }: Search): number {
  const most = (spot: number) => {
    let best = 0
    for (let bond = index.bonds[spot]!; bond < index.bonds[spot + 1]!; bond++) {
      if (isSupported(graph, index, bond, best + 1)) best = supportOf(graph, index, bond)
    }
    return best
  }
  return Math.min(most(from), most(to))
}

/** Visits every path of the length over bonds of the support, until told to stop. */
function visitPaths(
  search: Search,
  reach: PathReach,
  support: number,
  length: number,
  visit: (found: Found) => boolean,
): void {
  const { graph, index, to, avoid, via } = search
  const nodes = [search.from]
  const taken: { bond: number; fromEvent: boolean }[] = []
  let isOver = false

  const arrive = () => {
    if (!via.every((spot) => nodes.includes(spot))) return
    if (!visit({ nodes, taken })) isOver = true
  }

  const extend = (since: number, fromEvent: boolean, held: GapDays) => {
    const here = nodes.at(-1)!
    const left = length - taken.length - 1
    for (let bond = index.bonds[here]!; bond < index.bonds[here + 1]!; bond++) {
      if (isOver || ++search.spent > search.budget) return
      const there = index.to[bond]!
      if ((there === to) !== (left === 0) || !reach.allows(there, left, since)) continue
      if (nodes.includes(there) || avoid.has(there)) continue
      if (!isSupported(graph, index, bond, support)) continue
      const day = earliestArrival(search, bond, since, fromEvent)
      if (day === undefined || !reach.allows(there, left, day)) continue
      const days = passGap(search, bond, held, { since, fromEvent })
      if (!days) continue
      nodes.push(there)
      taken.push({ bond, fromEvent })
      if (left === 0) arrive()
      else extend(day, joinsBy(search, bond), days)
      nodes.pop()
      taken.pop()
    }
  }
  extend(anyDay.first, false, anyGap)
}

/**
 * The first day one can be over the bond, having come to it on `since`: undated claims cost no
 * time, dated ones must not be over by then. Undefined when none can be taken.
 */
function earliestArrival(
  { index, claims }: Search,
  bond: number,
  since: number,
  fromEvent: boolean,
): number | undefined {
  let earliest: number | undefined
  for (let step = index.steps[bond]!; step < index.steps[bond + 1]!; step++) {
    if (!claims.canLeave(step, fromEvent) || claims.endOf(step) < since) continue
    const day = Math.max(claims.startOf(step), since)
    if (earliest === undefined || day < earliest) earliest = day
  }
  return earliest
}

function joinsBy({ index, claims }: Search, bond: number): boolean {
  for (let step = index.steps[bond]!; step < index.steps[bond + 1]!; step++) {
    if (claims.joins(step)) return true
  }
  return false
}
