/** A case as a graph: entities are nodes, claims with two ends are relations. */
import { MultiDirectedGraph } from 'graphology'
import type { Case, Claim, Entity } from '../schema'
import type { Projection } from './projection'

type NodeAttributes = { entity: Entity }
type RelationAttributes = { claim: Claim; derived?: true }
type GraphAttributes = { case: Case; alone: ReadonlyMap<string, readonly Claim[]> }

export type CaseGraph = MultiDirectedGraph<NodeAttributes, RelationAttributes, GraphAttributes>

/**
 * The graph of a case or of its actor projection. Node keys are entity ids, relation keys claim
 * ids. Claims a reviewer rejected are left out; claims about one entity alone are kept beside the
 * graph (see nodeClaims). Treat the result as frozen: questions index it once and remember.
 */
export function buildGraph(case_: Case | Projection): CaseGraph {
  const derived = 'derived' in case_ ? case_.derived : undefined
  const alone = new Map<string, Claim[]>()
  const graph: CaseGraph = new MultiDirectedGraph()
  graph.replaceAttributes({ case: case_, alone })
  for (const entity of case_.entities) graph.addNode(entity.id, { entity })
  for (const claim of case_.claims) {
    if (claim.review === 'rejected') continue
    if (claim.to === null) {
      const claims = alone.get(claim.from)
      if (claims) claims.push(claim)
      else alone.set(claim.from, [claim])
    } else {
      graph.addDirectedEdgeWithKey(
        claim.id,
        claim.from,
        claim.to,
        derived?.has(claim.id) ? { claim, derived: true } : { claim },
      )
    }
  }
  return graph
}

export const graphCase = (graph: CaseGraph): Case => graph.getAttributes().case

/** The claims that are about this entity alone, as "the State Department declined to comment". */
export const nodeClaims = (graph: CaseGraph, id: string): readonly Claim[] =>
  graph.getAttributes().alone.get(id) ?? []
