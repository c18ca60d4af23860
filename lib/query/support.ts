/** How well something is supported: by how many independent sources, on whose word, how surely. */
import { groupSupport, type SourceGroup } from '../graph/sources'
import { evidenceStance } from '../graph/stance'
import type { Case, Claim, Evidence, Stance } from '../schema'

export type Support = {
  /** Sources that hold it and do not depend on each other: the number of groups. */
  independent: number
  /** Documents that count as one, with why: "both rest on Reuters". */
  groups: SourceGroup[]
  /** On whose word, outermost first (["Bloomberg"]; empty: the report's own), and in which documents. */
  attributions: { chain: string[]; documents: string[] }[]
  /** Each document's own stance with its quotes, the surest first: sources that disagree side by side. */
  stances: SourceStance[]
  /** Someone holds what another denies or disputes. */
  disputed: boolean
}

export type SourceStance = { document: string; stance: Stance; evidence: Evidence[] }

/** Of one claim, or of several that say the same thing together (a step, a hop). */
export function supportOf(claims: readonly Claim[], case_: Case): Support {
  const groups = groupSupport(claims, case_)
  const evidence = claims.flatMap((claim) => claim.evidence)
  const stances = sourceStances(evidence)
  const held = stances.filter(({ stance }) => stance !== 'denied')
  return {
    independent: groups.length,
    groups,
    attributions: listAttributions(evidence),
    stances,
    disputed:
      held.some(({ stance }) => stance === 'contested') ||
      (held.length > 0 && held.length < stances.length),
  }
}

/** The index of the least supported of several, the first of equals; undefined when there is none. */
export function weakestOf(supports: readonly { independent: number }[]): number | undefined {
  if (supports.length === 0) return undefined
  const least = Math.min(...supports.map(({ independent }) => independent))
  return supports.findIndex(({ independent }) => independent === least)
}

function listAttributions(evidence: readonly Evidence[]): Support['attributions'] {
  const chains = new Map<string, { chain: string[]; documents: Set<string> }>()
  for (const { attribution, document } of evidence) {
    const key = JSON.stringify(attribution)
    const known = chains.get(key)
    if (known) known.documents.add(document)
    else chains.set(key, { chain: attribution, documents: new Set([document]) })
  }
  return [...chains.values()].map(({ chain, documents }) => ({ chain, documents: [...documents] }))
}

const surest: readonly Stance[] = ['asserted', 'hedged', 'planned', 'contested', 'denied']

function sourceStances(evidence: readonly Evidence[]): SourceStance[] {
  const byDocument = new Map<string, Evidence[]>()
  for (const piece of evidence) {
    const known = byDocument.get(piece.document)
    if (known) known.push(piece)
    else byDocument.set(piece.document, [piece])
  }
  return [...byDocument]
    .map(([document, pieces]) => ({ document, stance: evidenceStance(pieces), evidence: pieces }))
    .sort((a, b) => surest.indexOf(a.stance) - surest.indexOf(b.stance))
}
