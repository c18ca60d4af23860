import { sayClaim } from '@/components/history/say-decision'
import type { Found } from '@/components/search/found'
import { replay } from '@/lib/decisions/replay'
import { fold } from '@/lib/graph/fold'
import { relationType } from '@/lib/ontology'
import type { Case } from '@/lib/schema'
import { readCase } from '../../read-case'
import { openCases } from '../../stored-cases'

/** Larger cases are answered as they were extracted, so that no one waits for a whole case. */
const mostClaims = 20_000

/** What the store finds, as each case was decided: merged names under the one that was kept. */
export async function findHits(text: string, caseId?: string): Promise<Found> {
  const store = await openCases()
  const [hits, cases] = await Promise.all([
    store.search(text, { limit: 12, ...(caseId && { case: caseId }) }),
    store.listCases(),
  ])
  const small = new Set(cases.flatMap(({ id, claims }) => (claims <= mostClaims ? [id] : [])))
  const wanted = new Set([...hits.names, ...hits.quotes].map((hit) => hit.case))
  const decided = new Map<string, Case>()
  for (const id of wanted) if (small.has(id)) decided.set(id, replay(await readCase(id)).case)
  return {
    names: hits.names.flatMap((hit) => nameHit(hit, decided.get(hit.case))),
    quotes: hits.quotes.flatMap((hit) => quoteHit(hit, decided.get(hit.case))),
    passages: hits.passages,
  }
}

type Hits = Awaited<ReturnType<Awaited<ReturnType<typeof openCases>>['search']>>

function nameHit(hit: Hits['names'][number], case_: Case | undefined): Found['names'] {
  const { case: id, caseTitle, kind } = hit
  const plain = { case: id, caseTitle, entity: hit.entity, kind, name: hit.name }
  if (!case_) return [plain]
  const wanted = fold(hit.name)
  const entity =
    case_.entities.find((one) => one.id === hit.entity) ??
    case_.entities.find((one) => one.aliases.some((alias) => fold(alias) === wanted))
  if (!entity) return []
  const matched = entity.name === hit.name ? undefined : hit.name
  return [
    {
      ...plain,
      entity: entity.id,
      kind: entity.kind,
      name: entity.name,
      ...(matched && { matched }),
    },
  ]
}

function quoteHit(hit: Hits['quotes'][number], case_: Case | undefined): Found['quotes'] {
  const { case: id, caseTitle, claim: claimId, relation, document, start, quote, marks } = hit
  const plain = { case: id, caseTitle, claim: claimId, document, start, quote, marks }
  if (!case_) return [{ ...plain, words: relationType(relation).label, rejected: false }]
  const claim = case_.claims.find((one) => one.id === claimId)
  if (!claim) return []
  return [{ ...plain, words: sayClaim(claim, case_), rejected: claim.review === 'rejected' }]
}
