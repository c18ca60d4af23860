/**
 * A lineage as what to draw: each step's paper or event, each actor once for every step they acted
 * in. Ids are made of the step's and the actor's, or the claim's, parted by `~`.
 */
import { type CaseGraph, graphCase } from '../graph/build'
import { evidenceStance } from '../graph/stance'
import { stanceTable } from '../ontology'
import type { Lineage, LineageStep } from '../query/lineage'
import type { Claim } from '../schema'
import { describeEdge, type Elements, type ViewEdge, type ViewNode } from './elements'
import type { Standing } from './standing'

/** What of a lineage recedes or is left out. */
export type TraceLook = {
  /** Papers and events drawn without those who acted in them. */
  folded?: readonly string[]
  standing?: Standing
  /** Whether the view's filter lets a claim through. */
  passes?(claim: Claim): boolean
}

/** The entity or claim behind something drawn in a trace. */
export const subjectOf = (lineage: Lineage, id: string): string =>
  lineage.steps.find((step) => step.id === id)?.spine ?? id.slice(id.lastIndexOf('~') + 1)

/** The step something drawn in a trace belongs to; of a line between two, the one it leads to. */
export function stepOf(lineage: Lineage, id: string): string | undefined {
  const [first, second] = id.split('~')
  const ids = new Set(lineage.steps.map((step) => step.id))
  return [second, first].find((part) => part !== undefined && ids.has(part))
}

export function traceElements(
  graph: CaseGraph,
  lineage: Lineage,
  { folded = [], standing, passes = () => true }: TraceLook = {},
): Elements {
  const entities = new Map(graphCase(graph).entities.map((entity) => [entity.id, entity]))
  const recedes = (claim: Claim) => standing?.fallen.has(claim.id) || !passes(claim)
  const look = (claims: readonly Claim[], fallen: boolean): Partial<ViewNode> => ({
    ...((fallen || (claims.length > 0 && claims.every(recedes))) && { faded: true }),
    ...(fallen && { sign: 'fallen' as const }),
  })
  const node = (id: string, of: string, label: string | undefined, part: Partial<ViewNode>) => {
    const entity = entities.get(of)
    return entity ? [{ id, kind: entity.kind, label: label ?? entity.name, ...part }] : []
  }
  const isFallen = (claim: Claim) => standing?.fallen.has(claim.id) ?? false
  const nodes = lineage.steps.flatMap((step, i): ViewNode[] => {
    const name = entities.get(step.spine)?.name ?? ''
    const spine = look(step.claims, standing?.steps.has(step.id) ?? false)
    const actors = folded.includes(step.spine) ? [] : actorsOf(step)
    return [
      ...node(step.id, step.spine, stepLabel(name, step, i + 1), spine),
      ...actors.flatMap((actor) => {
        const claims = step.claims.filter(({ from, to }) => from === actor || to === actor)
        const fallen = claims.length > 0 && claims.every(isFallen)
        return node(`${step.id}~${actor}`, actor, undefined, look(claims, fallen))
      }),
    ]
  })
  const draw = (claim: Claim): ViewEdge => ({
    ...describeEdge(graph, claim),
    ...(recedes(claim) && { faded: true }),
    ...(isFallen(claim) && { sign: 'fallen' as const }),
  })
  const deeds = lineage.steps.flatMap((step) => stepEdges(step, draw))
  const links = lineage.links.flatMap(({ from, to, claims }): ViewEdge[] =>
    claims.length === 0
      ? [{ ...plainLink, id: `${from}~${to}`, from, to }]
      : claims.map((claim) => ({ ...draw(claim), id: `${from}~${to}~${claim.id}`, from, to })),
  )
  const known = new Map(nodes.map((one) => [one.id, one]))
  return {
    nodes,
    edges: [...deeds, ...links].flatMap((edge) => {
      const [from, to] = [known.get(edge.from), known.get(edge.to)]
      if (!from || !to) return []
      return [from.faded || to.faded ? { ...edge, faded: true } : edge]
    }),
  }
}

/** From one step of a paper's life to the next: an order in time that no claim states. */
const plainLink: Omit<ViewEdge, 'id' | 'from' | 'to'> = {
  relation: 'other',
  label: 'then',
  stance: 'asserted',
  sources: 1,
  directed: true,
}

const actorsOf = (step: LineageStep) => step.actors.filter((id) => id !== step.spine)

function stepEdges(step: LineageStep, draw: (claim: Claim) => ViewEdge): ViewEdge[] {
  const here = new Map([
    [step.spine, step.id],
    ...actorsOf(step).map((actor): [string, string] => [actor, `${step.id}~${actor}`]),
  ])
  return step.claims.flatMap((claim) => {
    const [from, to] = [here.get(claim.from), claim.to === null ? undefined : here.get(claim.to)]
    if (!from || !to) return []
    return [{ ...draw(claim), id: `${step.id}~${claim.id}`, from, to }]
  })
}

/** `4. 20-point plan, hedged (October)` */
function stepLabel(name: string, step: LineageStep, number: number): string {
  const { phase, when } = step
  const stance = stepStance(step)
  const done = phase === 'presented' || phase === 'revised' ? `, ${phase}` : ''
  const doubt =
    stance === undefined || stance === 'asserted' ? '' : `, ${stanceTable[stance].label}`
  const what = `${number}. ${name}${done}${doubt}`
  // Several sources' words for the same time: the first will do here.
  return when ? `${what} (${when.split('; ')[0]})` : what
}

/** How a step's claims have it together; undefined where nothing is said of it. */
const stepStance = ({ claims }: LineageStep) =>
  claims.length === 0 ? undefined : evidenceStance(claims.flatMap((claim) => claim.evidence))
