/**
 * The best simple paths between two entities. Ranking puts the weakest hop's sources first, so the
 * search goes from the best supported relations down, and within them from short to long; a tier
 * (support, length) is searched whole before it is ranked, and the first tiers that fill the
 * answer end it.
 */
import type { CaseGraph } from '../graph/build'
import { graphCase } from '../graph/build'
import { type Bond, bondSupport, bondsOf, isSupported, passageOf, type Spot, spotOf } from './bonds'
import { isOpen, narrower } from './filter'
import { comparePaths, makePath } from './path'
import { type Path, type PathQuestion, pathLimits } from './path-question'
import { PathReach } from './path-reach'
import { arrive, type TimedHop } from './path-time'

/** The question must have been checked: ends exist and differ. */
export function searchPaths(
  graph: CaseGraph,
  question: PathQuestion,
): { paths: Path[]; exhausted: boolean } {
  const { limit = pathLimits.limit, maxHops = pathLimits.maxHops } = question
  const search = prepare(graph, question)
  const paths: Path[] = []
  for (let support = ceiling(search); support >= 0; support--) {
    const reach = new PathReach(search, support)
    for (let length = 1; length <= maxHops && reach.grow(length, search.from); length++) {
      const tier: Path[] = []
      visitPaths(search, reach, support, length, (nodes, hops) => {
        const path = makePath(nodes, hops, search.case_, search.ordered)
        if (path.hops[path.weakest]!.sources === support) tier.push(path)
        return true
      })
      paths.push(...tier.sort(comparePaths))
      if (search.spent > search.budget) return { paths: paths.slice(0, limit), exhausted: true }
      if (paths.length >= limit) return { paths: paths.slice(0, limit), exhausted: false }
    }
  }
  return { paths, exhausted: false }
}

/** How many paths there are, at most the limit, and the length of the shortest. */
export function countPaths(
  graph: CaseGraph,
  question: PathQuestion,
): { paths: number; shortest?: number } {
  const { limit = pathLimits.limit, maxHops = pathLimits.maxHops } = question
  const search = prepare(graph, question)
  const reach = new PathReach(search, 0)
  let paths = 0
  let shortest: number | undefined
  for (let length = 1; length <= maxHops && reach.grow(length, search.from); length++) {
    visitPaths(search, reach, 0, length, () => {
      shortest ??= length
      paths++
      return paths < limit
    })
    if (paths >= limit || search.spent > search.budget) break
  }
  return { paths, ...(shortest !== undefined && { shortest }) }
}

type Search = ReturnType<typeof prepare>

function prepare(graph: CaseGraph, question: PathQuestion) {
  const { filter = {}, budget = pathLimits.budget, mode } = question
  const case_ = graphCase(graph)
  const [from, to] = [spotOf(graph, question.from), spotOf(graph, question.to)]
  const narrow = isOpen(filter) ? undefined : narrower(filter, case_)
  const narrowed = new Map<Bond, ReturnType<typeof passageOf>>()
  return {
    graph,
    case_,
    from,
    to,
    travelled: mode === 'travelled',
    ordered: mode === 'travelled' && !question.anyOrder,
    via: (question.via ?? []).map((id) => spotOf(graph, id)).filter((s) => s !== from && s !== to),
    avoid: new Set(question.avoid),
    budget,
    spent: 0,
    passage(bond: Bond) {
      if (!narrow) return passageOf(bond, mode, case_)
      let passage = narrowed.get(bond)
      if (!passage) {
        passage = passageOf(bond, mode, case_, narrow)
        narrowed.set(bond, passage)
      }
      return passage
    },
  }
}

/** No path is better supported than the best relation at either end. */
function ceiling({ graph, from, to }: Search): number {
  const most = (spot: Spot) =>
    bondsOf(graph, spot).reduce((best, bond) => Math.max(best, bondSupport(graph, bond)), 0)
  return Math.min(most(from), most(to))
}

/** Visits every path of the length over bonds of the support, until told to stop. */
function visitPaths(
  search: Search,
  reach: PathReach,
  support: number,
  length: number,
  visit: (nodes: readonly string[], hops: readonly TimedHop[]) => boolean,
): void {
  const { graph, to, travelled, ordered, avoid, via } = search
  const nodes = [search.from.id]
  const hops: TimedHop[] = []
  const visited = new Set([search.from])
  let isOver = false

  const extend = (here: Spot, since: string, fromEvent: boolean) => {
    const left = length - hops.length - 1
    for (const bond of bondsOf(graph, here)) {
      if (isOver || ++search.spent > search.budget) return
      const there = bond.to
      if ((there === to) !== (left === 0) || visited.has(there)) continue
      if (!reach.allows(there, left, since) || avoid.has(there.id)) continue
      if (!isSupported(graph, bond, support)) continue
      const passage = search.passage(bond)
      const steps = fromEvent ? passage.fromEvent : passage.forward
      if (steps.length === 0) continue
      const arrival = ordered ? arrive(steps, since) : since
      if (arrival === undefined || (arrival !== since && !reach.allows(there, left, arrival))) {
        continue
      }
      nodes.push(there.id)
      hops.push(steps)
      if (left > 0) {
        visited.add(there)
        extend(there, arrival, travelled && steps.some(joins))
        visited.delete(there)
      } else if (via.every((spot) => visited.has(spot)) && !visit(nodes, hops)) isOver = true
      nodes.pop()
      hops.pop()
    }
  }
  extend(search.from, '', false)
}

/** Taking part in an event, seen from the one who does. */
const joins = (step: TimedHop[number]) => step.claim.relation === 'participated' && step.along
