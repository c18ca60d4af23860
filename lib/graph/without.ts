/** What still stands when a source is switched off. */
import type { Case, Claim, Document, Evidence } from '../schema'
import { fold } from './fold'
import { nameKey } from './origin'

/**
 * The case as if these sources had never been: ids of documents, names of publishers, or those a
 * statement is attributed to ("Bloomberg", "three sources familiar with the matter"). Claims that
 * lose all their evidence are gone.
 */
export function withoutSources(case_: Case, sources: readonly string[]): Case {
  const trim = trimmer(case_, sources)
  return {
    ...case_,
    documents: case_.documents.filter((document) => !sources.includes(document.id)),
    mentions: case_.mentions.filter((mention) => !sources.includes(mention.document)),
    claims: case_.claims.flatMap((claim) => trim(claim) ?? []),
  }
}

/** The same for one claim: what is left of it, or undefined. */
export function trimmer(
  case_: Case,
  sources: readonly string[],
): (claim: Claim) => Claim | undefined {
  if (sources.length === 0) return (claim) => claim
  const ids = new Set(sources)
  const names = new Set(sources.map((source) => nameKey(source, case_)))
  const words = new Set(sources.map(fold))
  const documents = new Map(case_.documents.map((document) => [document.id, document]))
  const isOff = (evidence: Evidence) =>
    ids.has(evidence.document) ||
    isPublishedBy(documents.get(evidence.document)) ||
    evidence.attribution.some((who) => words.has(fold(who)) || names.has(nameKey(who, case_)))
  const isPublishedBy = (document: Document | undefined) =>
    document?.publisher !== undefined && names.has(nameKey(document.publisher, case_))
  return (claim) => {
    const evidence = claim.evidence.filter((piece) => !isOff(piece))
    if (evidence.length === claim.evidence.length) return claim
    return evidence.length > 0 ? { ...claim, evidence } : undefined
  }
}
