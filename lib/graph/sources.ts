/** How many sources independent of each other a claim has. */
import type { Case, Claim, Document, Evidence } from '../schema'
import { largestIndependentSet } from './independent-set'
import { listOrigins } from './origin'
import { compareShingles, shingle } from './resemblance'

export type SourceGroup = {
  /** Ids of documents that count as one. */
  documents: string[]
  /** Why they do: "both rest on Bloomberg"; absent when there is one. */
  reason?: string
}

/**
 * The documents of a claim, one group for each that is independent. Two documents depend on each
 * other when one is largely the other's text, or when what they say here has the same publisher or
 * goes back to the same origin. The number of groups is the most documents of which no two depend
 * on each other, so another source never lowers it; each of the others is counted with the first
 * of those it depends on.
 */
export const groupSources = (claim: Claim, case_: Case): SourceGroup[] =>
  groupEvidence(claim.evidence, case_)

export function independentSources(claim: Claim, case_: Case): number {
  const first = claim.evidence[0]!.document
  if (claim.evidence.every((piece) => piece.document === first)) return 1
  let counts = countsByCase.get(case_)
  if (!counts) {
    counts = new WeakMap()
    countsByCase.set(case_, counts)
  }
  let count = counts.get(claim)
  if (count === undefined) {
    count = groupSources(claim, case_).length
    counts.set(claim, count)
  }
  return count
}

/** Independent sources that hold any of the claims true, planned or likely; denials support nothing. */
export function countSupport(claims: readonly Claim[], case_: Case): number {
  if (claims.length === 1 && claims[0]!.evidence.every((piece) => piece.stance !== 'denied')) {
    return independentSources(claims[0]!, case_)
  }
  const evidence = claims.flatMap((claim) => claim.evidence)
  return groupEvidence(
    evidence.filter((piece) => piece.stance !== 'denied'),
    case_,
  ).length
}

function groupEvidence(evidence: readonly Evidence[], case_: Case): SourceGroup[] {
  const ids = [...new Set(evidence.map((piece) => piece.document))]
  if (ids.length < 2) return ids.map((id) => ({ documents: [id] }))
  const known = indexDocuments(case_)
  const origins = ids.map((id) => {
    const document = known.get(id)?.document
    const found = new Map<string, string>()
    for (const piece of evidence) {
      if (piece.document !== id || !document) continue
      for (const { key, reason } of listOrigins(piece, document, case_)) {
        if (!found.has(key)) found.set(key, reason)
      }
    }
    return found
  })
  const reasons = new Map<number, string | undefined>()
  const dependence = (a: number, b: number) => {
    const key = a * ids.length + b
    if (!reasons.has(key)) {
      const shared = [...origins[a]!.keys()].find((origin) => origins[b]!.has(origin))
      const reason = shared ? origins[a]!.get(shared) : sameText(known, ids[a]!, ids[b]!)
      reasons.set(key, reason)
    }
    return reasons.get(key)
  }
  const chosen = largestIndependentSet(ids.length, (a, b) => dependence(a, b) !== undefined)
  const groups = new Map(chosen.map((i) => [i, { members: [i], reasons: new Set<string>() }]))
  for (const i of ids.keys()) {
    if (groups.has(i)) continue
    const head = chosen.find((j) => dependence(Math.min(i, j), Math.max(i, j)) !== undefined)!
    const group = groups.get(head)!
    group.members.push(i)
    group.reasons.add(dependence(Math.min(i, head), Math.max(i, head))!)
  }
  return [...groups.values()].map(({ members, reasons: [...why] }) => ({
    documents: members.sort((a, b) => a - b).map((i) => ids[i]!),
    ...(why.length > 0 && { reason: sayWhy(members.length, why) }),
  }))
}

const sayWhy = (members: number, reasons: string[]) =>
  reasons.length === 1
    ? `${members === 2 ? 'both' : 'all'} ${reasons[0]}`
    : reasons.map((reason) => `some ${reason}`).join('; ')

type Indexed = { document: Document; shingles?: Uint32Array }
const documentsByCase = new WeakMap<Case, Map<string, Indexed>>()
const countsByCase = new WeakMap<Case, WeakMap<Claim, number>>()

function indexDocuments(case_: Case): Map<string, Indexed> {
  let known = documentsByCase.get(case_)
  if (!known) {
    known = new Map(case_.documents.map((document) => [document.id, { document }]))
    documentsByCase.set(case_, known)
  }
  return known
}

/** A reprint (half of all word runs in common) or an excerpt (four fifths of the shorter text). */
function sameText(known: Map<string, Indexed>, a: string, b: string): string | undefined {
  const [first, second] = [known.get(a), known.get(b)]
  if (!first || !second) return undefined
  for (const indexed of [first, second]) indexed.shingles ??= shingle(indexed.document.text)
  const shared = compareShingles(first.shingles!, second.shingles!)
  if (shared.resemblance < 0.5 && shared.containment < 0.8) return undefined
  return `carry largely the same text (${Math.round(shared.containment * 100)} % of the shorter)`
}
