import type { Case } from '../schema'
import { replay } from './replay'

/** The case as decided, without the relations that were rejected: what pictures and answers show. */
export const standingCase = (case_: Case): Case => withoutRejected(replay(case_).case)

/** Rejected relations are kept where they can be looked at, and left out everywhere else. */
export function withoutRejected(case_: Case): Case {
  return { ...case_, claims: case_.claims.filter((claim) => claim.review !== 'rejected') }
}
