import { sayClaim } from '@/components/history/say-decision'
import { type Found, mostHits } from '@/components/search/found'
import { openCases } from '../../stored-cases'

/** What the store finds, each relation in words. */
export async function findHits(text: string, caseId?: string): Promise<Found> {
  const store = await openCases()
  const hits = await store.search(text, { limit: mostHits, ...(caseId && { case: caseId }) })
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
