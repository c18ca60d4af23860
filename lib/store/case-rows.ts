/** The parts of a case as rows of the tables: the order of every list is kept as a position. */
import type { Case, Claim, Decision, Document } from '../schema'
import { listNames, toNameRow } from './names'
import { cutPassages } from './passages'

/** What a case is made of, without its name. */
export type Parts = Pick<Case, 'documents' | 'entities' | 'mentions' | 'claims' | 'decisions'>

export const noParts = (): Parts => ({
  documents: [],
  entities: [],
  mentions: [],
  claims: [],
  decisions: [],
})

/** How many of each there are already: the positions of what comes after them begin there. */
export type Counts = Record<keyof Parts, number>

export const countParts = (parts: Parts, before?: Counts): Counts => ({
  documents: (before?.documents ?? 0) + parts.documents.length,
  entities: (before?.entities ?? 0) + parts.entities.length,
  mentions: (before?.mentions ?? 0) + parts.mentions.length,
  claims: (before?.claims ?? 0) + parts.claims.length,
  decisions: (before?.decisions ?? 0) + parts.decisions.length,
})

/** Rows by table, without the case's number; evidence has a table of its own. */
export function toRows(parts: Parts, before: Counts = countParts(noParts())) {
  const place =
    (name: keyof Parts) =>
    <T extends object>(part: T, i: number) => ({ ...part, position: before[name] + i })
  return {
    documents: parts.documents.map(place('documents')),
    entities: parts.entities.map(place('entities')),
    mentions: parts.mentions.map(place('mentions')),
    claims: parts.claims.map(({ evidence: _, ...claim }) => claim).map(place('claims')),
    evidence: parts.claims.flatMap((claim) => toEvidenceRows(claim)),
    decisions: parts.decisions.map(toDecisionRow).map(place('decisions')),
    passages: parts.documents.flatMap(toPassageRows),
    names: parts.entities.flatMap(listNames).map(toNameRow),
  }
}

export const toPassageRows = ({ id, text }: Document) =>
  cutPassages(text).map((passage) => ({ ...passage, document: id }))

/** @param from leaves out the pieces before this one */
export const toEvidenceRows = ({ id, evidence }: Claim, from = 0) =>
  evidence.slice(from).map((piece, i) => ({ ...piece, claim: id, position: from + i }))

export function toDecisionRow(decision: Decision) {
  const { id, kind, at, by } = decision
  return { id, kind, at, by, body: JSON.stringify(decision) }
}
