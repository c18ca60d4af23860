/** What the log says of single relations and names: looked at and how, kept apart, merged. */
import type { Decision } from '../schema'
import { readContent } from './decision'
import { holdingDecisions } from './undo'

export type Judgement = { verdict: 'accepted' | 'rejected' | 'unsure'; decision: Decision }

/**
 * How each relation was judged last; one that is set open again was looked at: "unsure".
 * @param lost decisions whose ground is gone: what they judged waits to be judged
 */
export function listJudgements(
  log: readonly Decision[],
  lost: ReadonlySet<Decision> = new Set(),
): Map<string, Judgement> {
  const judged = new Map<string, Judgement>()
  for (const decision of holdingDecisions(log)) {
    if (lost.has(decision)) continue
    const content = readContent(decision)
    if (!content || !('claim' in content) || typeof content.claim !== 'string') continue
    const { claim } = content
    if (content.kind === 'accept' || content.kind === 'reject') {
      judged.set(claim, { verdict: `${content.kind}ed`, decision })
    }
    if (content.kind === 'edit' && 'change' in content && 'review' in content.change) {
      const { review } = content.change
      if (review) judged.set(claim, { verdict: review === 'open' ? 'unsure' : review, decision })
    }
  }
  return judged
}

/** Pairs of entities that were decided to be two, as `pairKey` writes them. */
export function listKeptApart(log: readonly Decision[]): Set<string> {
  return new Set(
    holdingDecisions(log).flatMap((decision) => {
      const content = readContent(decision)
      return content?.kind === 'reject' && 'entities' in content
        ? [pairKey(...content.entities)]
        : []
    }),
  )
}

const pairKey = (a: string, b: string): string => JSON.stringify([a, b].sort())

/** The merges that hold and made this entity what it is, the last one first. */
export function listMerges(log: readonly Decision[], entity: string): Decision[] {
  return holdingDecisions(log)
    .filter((decision) => {
      const content = readContent(decision)
      return content?.kind === 'merge' && content.into === entity
    })
    .reverse()
}
