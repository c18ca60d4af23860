import type { Case } from '../schema'
import { type Lost, replay } from './replay'

/** Decisions that could be carried out over a case before, and cannot over what was extracted since. */
export function listNewlyLost(before: Case, after: Case): Lost[] {
  const known = new Set(replay(before).lost.map(({ decision }) => decision.id))
  return replay(after).lost.filter(({ decision }) => !known.has(decision.id))
}
