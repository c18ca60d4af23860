'use client'
import type { DecisionContent } from '@/lib/decisions/decision'
import type { Judgement } from '@/lib/decisions/judgements'
import type { Claim } from '@/lib/schema'
import { useCase } from '../cases/case-context'
import { sayClaim } from '../history/say-decision'

export type Verdict = Judgement['verdict']

/** How a relation was judged, and judging it. */
export function useJudge() {
  const { decided, judgements, claim: find, decide } = useCase()
  const verdictOf = (id: string): Verdict | undefined => {
    const judged = judgements.get(id)?.verdict
    const review = find(id)?.review
    // A case file may come with relations that were judged elsewhere.
    return judged ?? (review === 'open' ? undefined : review)
  }
  const judge = (claim: Claim, verdict: Verdict) => {
    if (verdictOf(claim.id) === verdict) return
    const words = sayClaim(claim, decided)
    decide(contentOf(claim, verdict), `${sayVerdict[verdict]}: ${words}`)
  }
  return { verdictOf, judge }
}

const sayVerdict = { accepted: 'Accepted', rejected: 'Rejected', unsure: 'Unsure' } as const

/** What was judged is part of the decision: the words that were on the screen. */
function contentOf({ id, evidence }: Claim, verdict: Verdict): DecisionContent {
  if (verdict === 'unsure') return { kind: 'edit', claim: id, change: { review: 'open' } }
  const spans = evidence.map(({ document, start, end, stance }) => ({
    document,
    start,
    end,
    stance,
  }))
  return {
    kind: verdict === 'accepted' ? 'accept' : 'reject',
    claim: id,
    evidence: spans,
  }
}
