import { sayClaim } from '@/components/history/say-decision'
import { type Found, mostHits } from '@/components/search/found'
import type { Hits } from '@/lib/store/search'
import { openCases } from '../../stored-cases'

/** So many quotes are looked at for each that is shown. */
const quotesForEach = 4

/** The best quote of each relation: one that is often reported does not crowd out the others. */
function onePerRelation({ cases, names, reports, quotes, passages }: Hits): Hits {
  const first = new Map(
    quotes.toReversed().map((hit) => [JSON.stringify([hit.case, hit.claim]), hit] as const),
  )
  const kept = new Set(first.values())
  return {
    cases: cases.slice(0, mostHits),
    names: names.slice(0, mostHits),
    reports: reports.slice(0, mostHits),
    quotes: quotes.filter((hit) => kept.has(hit)).slice(0, mostHits),
    passages: passages.slice(0, mostHits),
  }
}

/** What the store finds, each relation in words. */
export async function findHits(text: string, caseId?: string): Promise<Found> {
  const store = await openCases()
  const limit = mostHits * quotesForEach
  const hits = onePerRelation(await store.search(text, { limit, ...(caseId && { case: caseId }) }))
  const sayings = new Map<string, Pick<Found['quotes'][number], 'words' | 'rejected'>>()
  for (const id of new Set(hits.quotes.map((hit) => hit.case))) {
    const claims = hits.quotes.flatMap((hit) => (hit.case === id ? [hit.claim] : []))
    const part = await store.readClaims(id, claims)
    for (const claim of part.claims) {
      const said = { words: sayClaim(claim, part), rejected: claim.review === 'rejected' }
      sayings.set(JSON.stringify([id, claim.id]), said)
    }
  }
  return {
    ...hits,
    quotes: hits.quotes.flatMap((hit) => {
      // A relation may have gone since it was found.
      const said = sayings.get(JSON.stringify([hit.case, hit.claim]))
      return said ? [{ ...hit, ...said }] : []
    }),
  }
}
