/**
 * A lineage as what to draw: each step's paper or event, each actor once for every step they acted
 * in. Ids are made of the step's and the actor's, or the claim's, parted by `~`.
 */
import { type CaseGraph, graphCase } from '../graph/build'
import type { Lineage, LineageStep } from '../query/lineage'
import { describeEdge, type Elements, type ViewEdge, type ViewNode } from './elements'

/** The entity or claim behind something drawn in a trace. */
export const subjectOf = (lineage: Lineage, id: string): string =>
  lineage.steps.find((step) => step.id === id)?.spine ?? id.slice(id.lastIndexOf('~') + 1)

export function traceElements(graph: CaseGraph, lineage: Lineage): Elements {
  const entities = new Map(graphCase(graph).entities.map((entity) => [entity.id, entity]))
  const node = (id: string, of: string, label?: string): ViewNode[] => {
    const entity = entities.get(of)
    return entity ? [{ id, kind: entity.kind, label: label ?? entity.name }] : []
  }
  const nodes = lineage.steps.flatMap((step, i) => [
    ...node(step.id, step.spine, stepLabel(entities.get(step.spine)?.name ?? '', step, i + 1)),
    ...actorsOf(step).flatMap((actor) => node(`${step.id}~${actor}`, actor)),
  ])
  const deeds = lineage.steps.flatMap((step) => stepEdges(graph, step))
  const links = lineage.links.flatMap(({ from, to, claims }): ViewEdge[] =>
    claims.length === 0
      ? [{ ...plainLink, id: `${from}~${to}`, from, to }]
      : claims.map((claim) => ({
          ...describeEdge(graph, claim),
          id: `${from}~${to}~${claim.id}`,
          from,
          to,
        })),
  )
  const known = new Set(nodes.map(({ id }) => id))
  return {
    nodes,
    edges: [...deeds, ...links].filter((edge) => known.has(edge.from) && known.has(edge.to)),
  }
}

/** From one step of a paper's life to the next: an order in time that no claim states. */
const plainLink: Omit<ViewEdge, 'id' | 'from' | 'to'> = {
  relation: 'other',
  label: '',
  stance: 'asserted',
  sources: 1,
  directed: true,
}

const actorsOf = (step: LineageStep) => step.actors.filter((id) => id !== step.spine)

function stepEdges(graph: CaseGraph, step: LineageStep): ViewEdge[] {
  const here = new Map([
    [step.spine, step.id],
    ...actorsOf(step).map((actor): [string, string] => [actor, `${step.id}~${actor}`]),
  ])
  return step.claims.flatMap((claim) => {
    const [from, to] = [here.get(claim.from), claim.to === null ? undefined : here.get(claim.to)]
    if (!from || !to) return []
    return [{ ...describeEdge(graph, claim), id: `${step.id}~${claim.id}`, from, to }]
  })
}

/** `2. Russian non-paper, presented (mid-October)` */
function stepLabel(name: string, { phase, when }: LineageStep, number: number): string {
  const done = phase === 'presented' || phase === 'revised' ? `, ${phase}` : ''
  const what = `${number}. ${name}${done}`
  // Several sources' words for the same time: the first will do here.
  return when ? `${what} (${when.split('; ')[0]})` : what
}
