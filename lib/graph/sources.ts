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
  groupVoices(listVoices(claim.evidence, case_), case_)

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

/**
 * Independent sources that hold any of several claims true, planned or likely; a denial supports
 * nothing. A document counts once, with the claim in which it depends on the fewest others, so
 * neither another source nor another claim ever lowers the number.
 */
export function countSupport(claims: readonly Claim[], case_: Case): number {
  if (claims.length === 1 && claims[0]!.evidence.every((piece) => piece.stance !== 'denied')) {
    return independentSources(claims[0]!, case_)
  }
  const voices = holdingVoices(claims, case_)
  if (voices.length < 2) return voices.length
  const tie = (a: number, b: number) => dependence(voices[a]!, voices[b]!, case_) !== undefined
  return largestIndependentSet(voices.length, tie).length
}

/** The same with who counts as one and why; as many groups as `countSupport` says. */
export const groupSupport = (claims: readonly Claim[], case_: Case): SourceGroup[] =>
  groupVoices(holdingVoices(claims, case_), case_)

const holdingVoices = (claims: readonly Claim[], case_: Case): Voice[] =>
  claims.flatMap((claim) =>
    listVoices(
      claim.evidence.filter((piece) => piece.stance !== 'denied'),
      case_,
    ),
  )

/** One document's part in a claim, with the origins it goes back to. */
type Voice = { document: string; origins: Map<string, string> }

function listVoices(evidence: readonly Evidence[], case_: Case): Voice[] {
  const known = indexDocuments(case_)
  const voices = new Map<string, Voice>()
  for (const piece of evidence) {
    const id = piece.document
    const voice = voices.get(id) ?? { document: id, origins: new Map<string, string>() }
    voices.set(id, voice)
    const document = known.get(id)?.document
    if (!document) continue
    for (const { key, reason } of listOrigins(piece, document, case_)) {
      if (!voice.origins.has(key)) voice.origins.set(key, reason)
    }
  }
  return [...voices.values()]
}

/** Why the two do not count as two; undefined when they do. */
function dependence(a: Voice, b: Voice, case_: Case): string | undefined {
  if (a.document === b.document) return 'are the same report'
  for (const [key, reason] of a.origins) if (b.origins.has(key)) return reason
  return sameText(indexDocuments(case_), a.document, b.document)
}

/**
 * One group for each of the most voices independent of each other. A document that speaks in
 * several claims is in one group only, that of its own chosen voice where it has one.
 */
function groupVoices(voices: Voice[], case_: Case): SourceGroup[] {
  const reasonOf = (a: number, b: number) =>
    dependence(voices[Math.min(a, b)]!, voices[Math.max(a, b)]!, case_)
  const chosen =
    voices.length < 2
      ? [...voices.keys()]
      : largestIndependentSet(voices.length, (a, b) => reasonOf(a, b) !== undefined)
  const groups = new Map(chosen.map((i) => [i, { members: [i], reasons: new Set<string>() }]))
  const placed = new Set(chosen.map((i) => voices[i]!.document))
  for (const [i, { document }] of voices.entries()) {
    if (placed.has(document)) continue
    placed.add(document)
    const head = chosen.find((j) => reasonOf(i, j) !== undefined)!
    const group = groups.get(head)!
    group.members.push(i)
    group.reasons.add(reasonOf(i, head)!)
  }
  return [...groups.values()].map(({ members, reasons: [...why] }) => ({
    documents: members.sort((a, b) => a - b).map((i) => voices[i]!.document),
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

/** A reprint, edited or not (a third of all word runs in common), or an excerpt (two thirds of the shorter text). */
function sameText(known: Map<string, Indexed>, a: string, b: string): string | undefined {
  const [first, second] = [known.get(a), known.get(b)]
  if (!first || !second) return undefined
  for (const indexed of [first, second]) indexed.shingles ??= shingle(indexed.document.text)
  const shared = compareShingles(first.shingles!, second.shingles!)
  if (shared.resemblance < 1 / 3 && shared.containment < 2 / 3) return undefined
  return `carry largely the same text (${Math.round(shared.containment * 100)} % of the shorter)`
}
