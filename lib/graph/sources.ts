/** How many sources independent of each other a claim has. */
import type { Case, Claim } from '../schema'

export type SourceGroup = {
  /** Ids of documents that count as one. */
  documents: string[]
  /** Why they do; absent when there is one. */
  reason?: string
}

/** One group for every source that is independent of the others. */
export function groupSources(claim: Claim, _case: Case): SourceGroup[] {
  return [...new Set(claim.evidence.map((piece) => piece.document))].map((document) => ({
    documents: [document],
  }))
}

export const independentSources = (claim: Claim, case_: Case): number =>
  groupSources(claim, case_).length
