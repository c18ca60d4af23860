/** A story as what to draw: what was told so far, with the step of the moment standing out. */
import { type CaseGraph, graphCase } from '../graph/build'
import { rankEvidence } from '../query/best-quote'
import { type ToldStep, tellStory } from '../query/story'
import type { Claim, Entity, Evidence, Story } from '../schema'
import { describeEdge, type Elements } from './elements'

/** @param at the step of the moment, from 0; every step alike when left out */
export function storyElements(
  graph: CaseGraph,
  story: Pick<Story, 'steps'>,
  at?: number,
): Elements {
  const told = tellStory(story, graphCase(graph)).slice(0, at === undefined ? undefined : at + 1)
  const current = at === undefined ? told : told.slice(at)
  const lit = collect(graph, current)
  const all = collect(graph, told)
  return {
    nodes: [...all.entities.values()].map(({ id, kind, name }) => ({
      id,
      kind,
      label: name,
      ...(!lit.entities.has(id) && { faded: true }),
    })),
    edges: [...all.claims.values()].map((claim) => ({
      ...describeEdge(graph, claim),
      ...(!lit.claims.has(claim.id) && { faded: true }),
    })),
  }
}

function collect(graph: CaseGraph, steps: readonly ToldStep[]) {
  const entities = new Map<string, Entity>()
  const claims = new Map<string, Claim>()
  const add = (entity: Entity) => {
    if (graph.hasNode(entity.id)) entities.set(entity.id, entity)
  }
  for (const step of steps) {
    for (const claim of step.claims) {
      if (!graph.hasEdge(claim.id) || claim.to === null) continue
      claims.set(claim.id, claim)
      for (const id of [claim.from, claim.to]) add(graph.getNodeAttribute(id, 'entity'))
    }
    for (const entity of step.entities) add(entity)
  }
  return { entities, claims }
}

/** Relations that rest on the same words, told together with them. */
export function groupByQuote(
  claims: readonly Claim[],
): { evidence: Evidence; claims: [Claim, ...Claim[]] }[] {
  const groups = new Map<string, { evidence: Evidence; claims: [Claim, ...Claim[]] }>()
  for (const claim of claims) {
    const evidence = rankEvidence(claim)[0]!
    const { document, start, end, stance, attribution } = evidence
    const key = JSON.stringify([document, start, end, stance, attribution])
    const known = groups.get(key)
    if (known) known.claims.push(claim)
    else groups.set(key, { evidence, claims: [claim] })
  }
  return [...groups.values()]
}
