/**
 * The questions of lib/query, asked of a stored case that need not fit in memory. Each is answered by
 * the same function as in memory, over the part of the case that it turns out to need: what it asks
 * for and is not there is fetched, a ring at a time, and then it is asked again.
 */

import { buildGraph, type CaseGraph } from '../graph/build'
import { withoutSources } from '../graph/without'
import { type Lineage, type LineageOptions, traceLineage } from '../query/lineage'
import { type NeighbourOptions, type Neighbours, neighbours } from '../query/neighbours'
import { pathLimits } from '../query/path-question'
import { findPaths, type PathAnswer, type PathQuestion } from '../query/paths'
import { watchReach } from '../query/reach'
import type { Case } from '../schema'
import { CasePart } from './case-part'
import type { Database } from './database'
import { findConnection } from './reach'

/** An answer, and the part of the case it speaks of, to name things and quote by. */
export type Answered<T> = {
  answer: T
  part: Case
  /** Not all that bears on it could be looked at: with more, it may read otherwise. */
  cut?: true
}

/**
 * @param options `sources`: the part is also to tell which sources are independent
 * @throws AppError as neighbours does, and invalid_input when it would reach too far
 */
export function askNeighbours(
  database: Database,
  caseId: string,
  entity: string,
  { sources = false, ...options }: NeighbourOptions & { sources?: boolean } = {},
): Promise<Answered<Neighbours>> {
  return database.transaction(async (connection) => {
    const part = await CasePart.open(connection, caseId, sources)
    await part.load([entity])
    const { answer } = await askPart(part, (graph) => neighbours(graph, entity, options))
    if (sources) await part.loadNamed()
    return { answer, part: part.toCase() }
  }, 'snapshot')
}

/** Some relations with what they tie and rest on. @throws AppError not_found */
export function readClaims(
  database: Database,
  caseId: string,
  claims: readonly string[],
): Promise<Case> {
  return database.transaction(async (connection) => {
    const part = await CasePart.open(connection, caseId)
    await part.loadClaims(claims)
    return part.toCase()
  }, 'snapshot')
}

/** @throws AppError as traceLineage does */
export function askLineage(
  database: Database,
  caseId: string,
  target: string,
  { without, ...options }: LineageOptions = {},
): Promise<Answered<Lineage>> {
  return database.transaction(async (connection) => {
    const part = await CasePart.open(connection, caseId, true)
    await part.load([target])
    const off = without ? Object.values(without).flat() : []
    const left = (case_: Case) => (without ? withoutSources(case_, without) : case_)
    const ask = async () => {
      await part.loadNamed(off)
      return askPart(part, (graph) => traceLineage(graph, target, options), left)
    }
    await ask()
    // When things happened is told by what else their reports say.
    const isAll = await part.loadDocuments()
    return { ...(await ask()), ...(!isAll && { cut: true }) }
  }, 'snapshot')
}

/**
 * Paths as findPaths has them, of as many hops as can be looked at; `exhausted` says when that was
 * fewer than were asked for. Where those give none, a shortest connection is looked at beside them.
 * @throws AppError as findPaths does
 */
export function askPaths(
  database: Database,
  caseId: string,
  question: PathQuestion,
): Promise<Answered<PathAnswer>> {
  return database.transaction(async (connection) => {
    const part = await CasePart.open(connection, caseId, true)
    const { from, to, via = [], avoid = [], maxHops = pathLimits.maxHops } = question
    await part.load([from, to, ...via, ...avoid])
    const search = new Corridor(part, from, to)
    const ask = async (far = search.hops) => {
      await part.loadNamed()
      const hops = Math.max(1, Math.min(maxHops, far))
      const found = findPaths(buildGraph(part.toCase()), { ...question, maxHops: hops })
      const exhausted = found.exhausted || search.hops < maxHops
      return { answer: { ...found, exhausted }, part: part.toCase() }
    }
    await search.widen(maxHops)
    const first = await ask()
    if (first.answer.paths.length > 0) return first
    if (search.hops < maxHops) {
      const { nodes } = await findConnection(connection, caseId, from, to, { maxHops })
      if (!nodes) return first
      await part.loadBetween(nodes)
      return ask(nodes.length - 1)
    }
    if (first.answer.exhausted) return first
    // With more hops there may be paths: with the fewest, which are not known beforehand.
    const { mostHops } = pathLimits
    const shortest = await findConnection(connection, caseId, from, to, { maxHops: mostHops })
    if (!shortest.nodes && !shortest.exhausted) return first
    for (let hops = Math.max(maxHops + 1, (shortest.nodes ?? []).length - 1); ; hops++) {
      await search.widen(hops)
      const wider = await ask()
      const isFewest = wider.answer.relax.some((change) => change.question.maxHops === hops)
      if (isFewest || hops >= mostHops || search.hops < hops) return wider
    }
  }, 'snapshot')
}

/** Everything that lies on a way of so many hops between two entities. */
class Corridor {
  /** No way of at most so many hops leads past what is there. */
  hops = 2
  /** The same, with every relation of all it leads through but the last: both ends are whole at first. */
  private whole = 2
  private readonly sides: Side[]

  constructor(
    private readonly part: CasePart,
    ...ends: [string, string]
  ) {
    this.sides = ends.map((end) => ({ ring: [end], seen: new Set([end]) }))
  }

  /** A ring at a time, where fewer are to be fetched; stops early when there is no room for more. */
  async widen(hops: number): Promise<void> {
    while (this.hops < hops) {
      const rings = this.sides.map((side) => ringAround(side, this.part))
      const near = rings[0]!.length <= rings[1]!.length ? 0 : 1
      const ring = rings[near]!
      const isLast = this.whole + 1 >= hops
      if (isLast || !this.part.hasRoomFor(await this.part.countClaims(ring))) {
        // The last hop joins the two sides: what else they are tied to lies on no way that short.
        if (await this.part.loadTies(ring, rings[1 - near]!)) this.hops = this.whole + 1
        return
      }
      await this.part.load(ring)
      const side = this.sides[near]!
      for (const id of ring) side.seen.add(id)
      side.ring = ring
      this.whole = ring.length === 0 ? pathLimits.mostHops : this.whole + 1
      this.hops = Math.max(this.hops, this.whole)
    }
  }
}

type Side = { ring: string[]; seen: Set<string> }

const ringAround = ({ ring, seen }: Side, part: CasePart): string[] => [
  ...new Set(ring.flatMap((id) => [...part.endsOf(id)]).filter((id) => !seen.has(id))),
]

async function askPart<T>(
  part: CasePart,
  question: (graph: CaseGraph) => T,
  change: (case_: Case) => Case = (case_) => case_,
): Promise<Answered<T>> {
  for (;;) {
    const case_ = part.toCase()
    const graph = buildGraph(change(case_))
    const missing = new Set<string>()
    watchReach(graph, (id) => {
      if (!part.has(id)) missing.add(id)
    })
    const answer = question(graph)
    if (missing.size === 0) return { answer, part: case_ }
    await part.load([...missing])
  }
}
