/** Who and what is around an entity. */

import { AppError } from '../errors'
import { type CaseGraph, graphCase } from '../graph/build'
import { claimStance } from '../graph/stance'
import { relationTypes } from '../ontology'
import { type Claim, entityKinds, stances } from '../schema'
import { type ClaimFilter, entityKind, narrower } from './filter'
import { type Direction, type Reach, reachOf } from './reach'

export type NeighbourOptions = {
  /** Steps away, 1 to 3. */
  depth?: number
  direction?: Direction
  /** `kinds` are those of the neighbours; the entity in the middle may be of any. */
  filter?: ClaimFilter
  /** At most so many neighbours; the rest is counted in `omitted`. */
  limit?: number
}

export type Neighbour = {
  id: string
  distance: number
  /** The claims through which it was reached, from entities one step nearer. */
  claims: Claim[]
}

export type Neighbours = {
  id: string
  /** Nearest first, then those with the most claims, then by name. */
  layers: Neighbour[]
  omitted: number
}

/** @throws AppError not_found when the entity is not in the graph, invalid_input on a wrong depth. */
export function neighbours(
  graph: CaseGraph,
  id: string,
  options: NeighbourOptions = {},
): Neighbours {
  const found = walk(graph, id, options)
  const { limit = found.length } = options
  const name = (entity: string) => graph.getNodeAttribute(entity, 'entity').name
  const layers = found.sort(
    (a, b) =>
      a.distance - b.distance ||
      b.claims.length - a.claims.length ||
      compare(name(a.id), name(b.id)) ||
      compare(a.id, b.id),
  )
  return { id, layers: layers.slice(0, limit), omitted: Math.max(0, layers.length - limit) }
}

/** Breadth first, a layer at a time. */
function walk(graph: CaseGraph, id: string, options: NeighbourOptions): Neighbour[] {
  const { depth = 1, direction = 'any', filter = {} } = options
  const reach = reachOf(graph)
  requireEntity(reach, id)
  if (!Number.isInteger(depth) || depth < 1 || depth > 3) {
    throw new AppError('invalid_input', `The depth is ${depth}. Choose 1, 2 or 3.`)
  }
  const case_ = graphCase(graph)
  const { kinds, ...rest } = filter
  // With sources chosen, times are those that they give.
  const since = filter.sources ? undefined : filter.since
  const narrow = narrower(rest, case_)
  const allowed = kinds && new Set(kinds)
  const found = new Map<string, Neighbour>()
  let frontier = [id]
  for (let distance = 1; distance <= depth; distance++) {
    const next: string[] = []
    for (const from of frontier) {
      for (const step of reach.neighbours(from, direction, since)) {
        if (step.to === id) continue
        const known = found.get(step.to)
        if (known && known.distance !== distance) continue
        const claim = narrow(step.claim)
        if (!claim) continue
        if (known) known.claims.push(claim)
        else if (!allowed || allowed.has(entityKind(case_, step.to)!)) {
          found.set(step.to, { id: step.to, distance, claims: [claim] })
          next.push(step.to)
        }
      }
    }
    frontier = next
  }
  return [...found.values()]
}

export type Choice = { id: string; neighbours: number }
export type Choices = Record<
  'depth' | 'kinds' | 'relations' | 'directions' | 'stances' | 'sources',
  Choice[]
>

/**
 * How many neighbours each choice would leave if it were the only one of its kind, with everything
 * else as in `options`: what stands beside a choice before it is taken. Choices that leave none
 * are not listed; the most fruitful come first.
 */
export function countChoices(
  graph: CaseGraph,
  id: string,
  options: NeighbourOptions = {},
): Choices {
  const { filter = {} } = options
  const count = (change: NeighbourOptions) => walk(graph, id, { ...options, ...change }).length
  const narrow = (
    facet: 'kinds' | 'relations' | 'stances' | 'sources',
    values: readonly string[],
  ) =>
    rank(
      values.map((value) => ({
        id: value,
        neighbours: count({ filter: { ...filter, [facet]: [value] } }),
      })),
    )
  const seen = (facet: 'relations' | 'stances' | 'sources') => {
    const all = walk(graph, id, { ...options, filter: { ...filter, [facet]: undefined } })
    const claims = all.flatMap((neighbour) => neighbour.claims)
    if (facet === 'relations') return new Set(claims.map((claim) => claim.relation))
    if (facet === 'stances') return new Set(claims.map(claimStance))
    return new Set(claims.flatMap((claim) => claim.evidence.map((piece) => piece.document)))
  }
  const relations = seen('relations')
  return {
    depth: [1, 2, 3].map((depth) => ({ id: String(depth), neighbours: count({ depth }) })),
    directions: (['any', 'out', 'in'] as const).map((direction) => ({
      id: direction,
      neighbours: count({ direction }),
    })),
    kinds: narrow('kinds', entityKinds),
    relations: narrow(
      'relations',
      relationTypes.map((type) => type.id).filter((relation) => relations.has(relation)),
    ),
    stances: narrow('stances', stances),
    sources: narrow('sources', [...seen('sources')].sort()),
  }
}

const rank = (choices: Choice[]) =>
  choices
    .filter((choice) => choice.neighbours > 0)
    .sort((a, b) => b.neighbours - a.neighbours || compare(a.id, b.id))

/** @throws AppError not_found */
export function requireEntity(reach: Reach, id: string): void {
  if (!reach.has(id)) {
    throw new AppError(
      'not_found',
      `There is no entity "${id}" in this graph. Search for its name.`,
    )
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
