/** Which documents do not count as two for what they say. */
import type { Case, Document, Evidence } from '../schema'
import { once } from './once'
import { listOrigins } from './origin'
import { compareShingles, shingle } from './resemblance'

/** One document's part in a claim, with the origins it goes back to. */
export type Voice = { document: string; origins: ReadonlyMap<string, string> }

/** The documents of some evidence, in its order. */
export function listVoices(evidence: readonly Evidence[], case_: Case): Voice[] {
  const known = indexDocuments(case_)
  const voices = new Map<string, { document: string; origins: Map<string, string> }>()
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
export function dependence(a: Voice, b: Voice, case_: Case): string | undefined {
  if (a.document === b.document) return 'are the same report'
  for (const [key, reason] of a.origins) if (b.origins.has(key)) return reason
  return sameText(a.document, b.document, case_)
}

/** A reprint, edited or not (a third of all word runs in common), or an excerpt (two thirds of the shorter text). */
function sameText(a: string, b: string, case_: Case): string | undefined {
  const [first, second] = [shinglesOf(a, case_), shinglesOf(b, case_)]
  const shared = compareShingles(first, second)
  if (shared.resemblance < 1 / 3 && shared.containment < 2 / 3) return undefined
  return `carry largely the same text (${Math.round(shared.containment * 100)} % of the shorter)`
}

/** The word runs of a document's text; none where the case does not have it. */
export function shinglesOf(document: string, case_: Case): Uint32Array {
  const indexed = indexDocuments(case_).get(document)
  if (!indexed) return nothing
  indexed.shingles ??= shingle(indexed.document.text)
  return indexed.shingles
}

const nothing = new Uint32Array(0)

type Indexed = { document: Document; shingles?: Uint32Array }

const indexDocuments = once(
  ({ documents }: Case): Map<string, Indexed> =>
    new Map(documents.map((document) => [document.id, { document }])),
)
