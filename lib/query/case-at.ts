/** A case as it stood earlier, or with some of its documents: what two such are compared of. */
import { withoutSources } from '../graph/without'
import type { Case, Document } from '../schema'

/** As if only these documents had been put in. */
export function withDocuments(case_: Case, ids: readonly string[]): Case {
  const kept = new Set(ids)
  return keep(case_, (document) => kept.has(document.id))
}

/** As it could be read on that day (`2025-11-27`); documents without a date are there from the start. */
export const publishedUntil = (case_: Case, day: string): Case =>
  keep(case_, ({ publishedAt }) => publishedAt === undefined || publishedAt.slice(0, 10) <= day)

/** As it was after what had been put in by then (a day, or a time as ISO 8601 writes it). */
export const addedUntil = (case_: Case, moment: string): Case =>
  keep(case_, ({ addedAt }) => addedAt.slice(0, moment.length) <= moment)

/** Entities that only the other documents speak of are not there yet. */
function keep(case_: Case, test: (document: Document) => boolean): Case {
  const documents = case_.documents.filter((document) => !test(document)).map(({ id }) => id)
  const left = withoutSources(case_, { documents })
  const spoken = new Set(left.mentions.map(({ entity }) => entity))
  for (const { from, to } of left.claims) {
    spoken.add(from)
    if (to !== null) spoken.add(to)
  }
  const everSpoken = new Set(case_.mentions.map(({ entity }) => entity))
  for (const { from, to } of case_.claims) {
    everSpoken.add(from)
    if (to !== null) everSpoken.add(to)
  }
  const entities = left.entities.filter(({ id }) => spoken.has(id) || !everSpoken.has(id))
  return { ...left, entities }
}
