/** What can be switched off: reports, outlets and named people, and those nobody names. */
import { listOrigins } from '../graph/origin'
import { withoutSources } from '../graph/without'
import type { Case, Claim, Document, Evidence } from '../schema'

export type SourceChoice = {
  /** What switches it off: a document's id, a name, or the words of an attribution. */
  id: string
  label: string
  /** Claims of the question that would have less to rest on, and those that would have nothing. */
  claims: number
  only: number
}

export type SourceChoices = {
  reports: SourceChoice[]
  /** Outlets, and everyone else a statement is attributed to by name. */
  named: SourceChoice[]
  /** "three sources familiar with the matter" */
  anonymous: SourceChoice[]
}

/** Of these claims, those that most rest on first. */
export function listSourceChoices(case_: Case, claims: readonly Claim[]): SourceChoices {
  const documents = new Map(case_.documents.map((document) => [document.id, document]))
  const used = new Set(claims.flatMap((claim) => claim.evidence.map((piece) => piece.document)))
  const named = new Map<string, string>()
  const anonymous = new Map<string, string>()
  const publishers = new Map<string, number>()
  for (const id of used) {
    const { publisher } = documents.get(id) ?? {}
    if (publisher) publishers.set(publisher, (publishers.get(publisher) ?? 0) + 1)
  }
  // an outlet with one report is that report
  for (const [publisher, reports] of publishers) if (reports > 1) named.set(publisher, publisher)
  for (const piece of claims.flatMap((claim) => claim.evidence)) {
    const document = documents.get(piece.document)
    if (!document) continue
    for (const words of piece.attribution) {
      const key = originKey({ ...piece, attribution: [words] }, document, case_)
      if (key) named.set(key, named.get(key) ?? words)
      else anonymous.set(words.toLowerCase(), anonymous.get(words.toLowerCase()) ?? words)
    }
  }
  const weigh = (id: string, label: string) => ({ id, label, ...countResting(case_, claims, id) })
  const list = (ids: Iterable<string>) =>
    [...new Set(ids)].map((id) => weigh(id, id)).sort(byWeight)
  return {
    reports: [...used]
      .flatMap((id) => documents.get(id) ?? [])
      .map((document) => weigh(document.id, nameDocument(document)))
      .sort(byWeight),
    named: list(named.values()),
    anonymous: list(anonymous.values()),
  }
}

/** `Example Times: The plan` */
export const nameDocument = ({ publisher, title, id }: Document): string =>
  [publisher, title].filter(Boolean).join(': ') || id

/** The name an attribution goes back to; undefined when it names nobody. */
function originKey(said: Evidence, document: Document, case_: Case): string | undefined {
  const { publisher: _, ...unpublished } = document
  const [origin] = listOrigins(said, unpublished, case_)
  return origin?.key.startsWith('name:') ? origin.key : undefined
}

function countResting(case_: Case, claims: readonly Claim[], id: string) {
  const left = new Map(
    withoutSources({ ...case_, claims: [...claims] }, [id]).claims.map((claim) => [
      claim.id,
      claim.evidence.length,
    ]),
  )
  const touched = claims.filter((claim) => left.get(claim.id) !== claim.evidence.length)
  return { claims: touched.length, only: touched.filter(({ id: one }) => !left.has(one)).length }
}

const byWeight = (a: SourceChoice, b: SourceChoice) =>
  b.claims - a.claims || b.only - a.only || (a.label < b.label ? -1 : 1)
