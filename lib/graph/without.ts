/** What still stands when a source is switched off. */
import type { Case, Claim, Document, Evidence } from '../schema'
import { fold } from './fold'
import { nameKey } from './origin'

/** What is switched off; every part left out is empty. */
export type SourcesOff = {
  /** Ids of documents. */
  documents?: readonly string[]
  /** Publishers: their own reports, and what others report on their word. */
  outlets?: readonly string[]
  /** Those a statement is attributed to, named or not: "three sources familiar with the matter". */
  attributions?: readonly string[]
}

/** A list of words stands for anything of that id or name, as on the command line. */
export type Without = SourcesOff | readonly string[]

/**
 * The case as if these sources had never been put in. Evidence that rests on any of them is gone,
 * claims that lose all their evidence too, and so are documents and mentions of documents that are
 * off. Entities stay: a name states nothing.
 */
export function withoutSources(case_: Case, without: Without): Case {
  const off = readOff(without, case_)
  if (!off) return case_
  const trim = trimmer(case_, without)
  return {
    ...case_,
    documents: case_.documents.filter((document) => !off.hasDocument(document)),
    mentions: case_.mentions.filter((mention) => !off.documents.has(mention.document)),
    claims: case_.claims.flatMap((claim) => trim(claim) ?? []),
  }
}

/** The same for one claim: what is left of it, or undefined. */
function trimmer(case_: Case, without: Without): (claim: Claim) => Claim | undefined {
  const off = readOff(without, case_)
  if (!off) return (claim) => claim
  return (claim) => {
    const evidence = claim.evidence.filter((piece) => !off.hasEvidence(piece))
    if (evidence.length === claim.evidence.length) return claim
    return evidence.length > 0 ? { ...claim, evidence } : undefined
  }
}

function readOff(without: Without, case_: Case) {
  const anything = 'length' in without ? without : []
  const parts: SourcesOff = 'length' in without ? {} : without
  const outlets = [...anything, ...(parts.outlets ?? [])]
  const attributions = [...outlets, ...(parts.attributions ?? [])]
  const ids = new Set([...anything, ...(parts.documents ?? [])])
  if (ids.size + attributions.length === 0) return undefined
  const publishers = new Set(outlets.map((name) => nameKey(name, case_)))
  const names = new Set(attributions.map((name) => nameKey(name, case_)))
  const words = new Set(attributions.map(fold))
  const hasDocument = ({ id, publisher }: Document) =>
    ids.has(id) || (publisher !== undefined && publishers.has(nameKey(publisher, case_)))
  const documents = new Set(case_.documents.filter(hasDocument).map(({ id }) => id))
  const hasEvidence = ({ document, attribution }: Evidence) =>
    documents.has(document) ||
    attribution.some((who) => words.has(fold(who)) || names.has(nameKey(who, case_)))
  return { documents, hasDocument, hasEvidence }
}
