/** All that ties two entities, seen from one of them: the hops a path can take. */
import { reachOf, type Step } from '../graph/adjacency'
import { type CaseGraph, graphCase } from '../graph/build'
import { countSupport } from '../graph/sources'
import { relationType } from '../ontology'

export type Bond = {
  to: string
  steps: Step[]
  /** Most independent sources any part of its claims can have, once it was counted. */
  support?: number
}

const bondsByGraph = new WeakMap<CaseGraph, Map<string, Bond[]>>()

/** The bonds of an entity, grouped when first asked for. */
export function bondsOf(graph: CaseGraph, id: string): Bond[] {
  let all = bondsByGraph.get(graph)
  if (!all) {
    all = new Map()
    bondsByGraph.set(graph, all)
  }
  const known = all.get(id)
  if (known) return known
  const byNeighbour = new Map<string, Bond>()
  for (const step of reachOf(graph).neighbours(id, 'any')) {
    const bond = byNeighbour.get(step.to)
    if (bond) bond.steps.push(step)
    else byNeighbour.set(step.to, { to: step.to, steps: [step] })
  }
  const bonds = [...byNeighbour.values()]
  all.set(id, bonds)
  return bonds
}

export function bondSupport(graph: CaseGraph, bond: Bond): number {
  bond.support ??= countSupport(
    bond.steps.map((step) => step.claim),
    graphCase(graph),
  )
  return bond.support
}

/** How influence can run along a step; a meeting carries it to those who took part as well. */
export type Course = 'travels' | 'from event' | 'none'

export function course({ claim, along }: Step): Course {
  const { influence } = relationType(claim.relation)
  if (influence === 'both' || (influence === 'forward' && along)) return 'travels'
  return claim.relation === 'participated' && !along ? 'from event' : 'none'
}
