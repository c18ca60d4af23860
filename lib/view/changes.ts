/** What changed between two moments of a case, or two sets of its documents, as a list and as signs. */
import { publishedUntil, withDocuments } from '../query/case-at'
import { type ClaimChange, type Comparison, compareCases } from '../query/compare'
import type { Case, Claim } from '../schema'
import type { Elements } from './elements'
import type { Sign } from './signs'
import type { ViewState } from './state'

type ClaimSign = Exclude<Sign, 'fallen'>

export type Changes = {
  /** What became of the entities and claims that did not stay as they were. */
  signs: ReadonlyMap<string, Sign>
  /** In the order they are told; kinds of change that did not happen are left out. */
  groups: { sign: ClaimSign; claims: { claim: Claim; words?: string }[] }[]
  entities: { new: string[]; gone: string[] }
  /** Claims of either side. */
  claims: ReadonlySet<string>
  /** How many documents there are on each side. */
  documents: { before: number; after: number }
}

const order: readonly ClaimSign[] = [
  'new',
  'gone',
  'nowContested',
  'noLongerContested',
  'strengthened',
  'weakened',
]

/** Undefined while a side is not chosen. */
export function compareMoments(case_: Case, compare: ViewState['compare']): Changes | undefined {
  const sides = chooseSides(case_, compare)
  if (!sides) return undefined
  const { before, after } = sides
  const comparison = compareCases(before, after)
  const groups = order.flatMap((sign) => {
    const claims = listGroup(comparison, sign)
    return claims.length > 0 ? [{ sign, claims }] : []
  })
  const signs = new Map<string, Sign>([
    ...comparison.entities.new.map((id) => [id, 'new'] as const),
    ...comparison.entities.gone.map((id) => [id, 'gone'] as const),
    ...groups.flatMap(({ sign, claims }) =>
      claims.map(({ claim }): [string, Sign] => [claim.id, sign]),
    ),
  ])
  return {
    signs,
    groups,
    entities: comparison.entities,
    claims: new Set([...before.claims, ...after.claims].map(({ id }) => id)),
    documents: { before: before.documents.length, after: after.documents.length },
  }
}

function chooseSides(case_: Case, { by, before, after, first, second }: ViewState['compare']) {
  if (by === 'documents') {
    if (first.length === 0 || second.length === 0) return undefined
    return { before: withDocuments(case_, first), after: withDocuments(case_, second) }
  }
  if (before === undefined) return undefined
  return {
    before: publishedUntil(case_, before),
    after: after === undefined ? case_ : publishedUntil(case_, after),
  }
}

function listGroup({ claims }: Comparison, sign: ClaimSign): { claim: Claim; words?: string }[] {
  if (sign === 'new' || sign === 'gone') return claims[sign].map((claim) => ({ claim }))
  return claims[sign].map((change) => ({ claim: change.after, words: sayChange(change) }))
}

/** `1 → 2 independent sources; asserted → contested` */
function sayChange({ sources, stance }: ClaimChange): string {
  return [
    sources.before !== sources.after &&
      `${sources.before} → ${sources.after} independent ${sources.after === 1 ? 'source' : 'sources'}`,
    stance.before !== stance.after && `${stance.before} → ${stance.after}`,
  ]
    .filter(Boolean)
    .join('; ')
}

/** What stayed recedes; the rest carries its sign. What neither side has is left out. */
export function drawChanges({ nodes, edges, ...rest }: Elements, changes: Changes): Elements {
  const signOf = (id: string) => {
    const sign = changes.signs.get(id)
    return sign ? { sign } : { faded: true }
  }
  const kept = edges.filter(({ id }) => changes.claims.has(id))
  const busy = new Set(
    kept.filter(({ id }) => changes.signs.has(id)).flatMap(({ from, to }) => [from, to]),
  )
  const tied = new Set(kept.flatMap(({ from, to }) => [from, to]))
  return {
    ...rest,
    nodes: nodes
      .filter(({ id }) => tied.has(id))
      .map((node) => ({
        ...node,
        ...(busy.has(node.id) && !changes.signs.has(node.id) ? {} : signOf(node.id)),
      })),
    edges: kept.map((edge) => ({ ...edge, ...signOf(edge.id) })),
  }
}
