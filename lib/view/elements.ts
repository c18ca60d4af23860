/** What to draw, as data: the canvas and the picture writers read the same list. */
import { type CaseGraph, graphCase } from '../graph/build'
import { independentSources } from '../graph/sources'
import { claimStance } from '../graph/stance'
import { relationType, stanceTable } from '../ontology'
import type { Claim, EntityKind, Stance } from '../schema'
import { listAttestations } from './attestors'
import type { Sign } from './signs'
import type { ViewState } from './state'
import { selectVisible } from './visible'

export type ViewNode = {
  /** The entity's id. */
  id: string
  kind: EntityKind
  label: string
  /** How many neighbours are not shown. */
  badge?: number
  /** Place in a path, from 1. */
  order?: number
  /** Recedes towards the canvas. */
  faded?: boolean
  /** On the path. */
  accent?: boolean
  /** What became of it. */
  sign?: Sign
}

export type ViewEdge = {
  /** The claim's id. */
  id: string
  from: string
  to: string
  /** Id in the ontology. */
  relation: string
  /** Words along the line, "advised". */
  label: string
  stance: Stance
  /** Independent sources. */
  sources: number
  /** Whether the direction means something, so that an arrow is drawn. */
  directed: boolean
  accent?: boolean
  faded?: boolean
  sign?: Sign
}

export type Elements = {
  nodes: ViewNode[]
  edges: ViewEdge[]
  /** Connected entities left out because there are too many to draw. */
  omitted?: number
}

/**
 * The entities and relations a view shows, in the order of the case.
 * @param graph of the case, or of its actor projection when the view asks for that
 */
export function selectElements(graph: CaseGraph, view: ViewState): Elements {
  const { nodes, claims, hiddenNeighbours, omitted } = selectVisible(graph, view)
  const edges = claims.map((claim) => describeEdge(graph, claim))
  const attested = view.attestors
    ? listAttestations(graphCase(graph), claims).filter(
        ({ by, claim }) => nodes.has(by) && nodes.has(claim.from) && by !== claim.from,
      )
    : []
  return {
    ...(omitted > 0 && { omitted }),
    nodes: [...nodes].map((id) => {
      const { entity } = graph.getNodeAttributes(id)
      const badge = hiddenNeighbours.get(id)
      return { id, kind: entity.kind, label: entity.name, ...(badge && { badge }) }
    }),
    edges: [
      ...edges,
      ...attested.map(
        ({ by, claim, how }): ViewEdge => ({
          id: `says:${by}:${claim.id}`,
          from: by,
          to: claim.from,
          relation: how === 'denies' ? 'denied' : 'described',
          label: how === 'denies' ? 'denies a claim on' : 'speaks of',
          stance: how === 'denies' ? 'denied' : 'asserted',
          sources: 1,
          directed: true,
        }),
      ),
    ],
  }
}

/** The claim behind a line: an attestor's line opens the claim it attests. */
export const claimOfEdge = (id: string): string =>
  id.startsWith('says:') ? id.slice(id.indexOf(':', 5) + 1) : id

/** One relation as a line. */
export function describeEdge(graph: CaseGraph, claim: Claim): ViewEdge {
  const type = relationType(claim.relation)
  const stance = claimStance(claim)
  const { mark } = stanceTable[stance]
  return {
    id: claim.id,
    from: claim.from,
    to: claim.to!,
    relation: claim.relation,
    label: mark ? `${relationLabel(claim)} ${mark}` : relationLabel(claim),
    stance,
    sources: independentSources(claim, graphCase(graph)),
    directed: !type.symmetric,
  }
}

/** Words of a claim's relation: its role or its verb where it has one. */
export function relationLabel(claim: Pick<Claim, 'relation' | 'title' | 'verb'>): string {
  if (claim.relation === 'holds_role' && claim.title) return claim.title
  if (claim.relation === 'other' && claim.verb) return claim.verb
  return relationType(claim.relation).label
}

/** The same as it reads from one of its ends: "advised", "was advised by". */
export function relationFrom(claim: Claim, id: string): string {
  const type = relationType(claim.relation)
  if (claim.relation === 'holds_role' && claim.title)
    return claim.from === id ? `${claim.title} in` : `has as ${claim.title}`
  if (claim.relation === 'other' && claim.verb) return claim.verb
  return claim.from === id ? type.label : type.inverse
}
