/**
 * Documents that were taken out of a case: it is shown as if they had never been put in. They stay
 * among what was extracted, so that they can be brought back.
 */
import type { Decision } from '../schema'
import { readContent } from './decision'

/** @returns by document, the first of the decisions that hold which takes it out */
export function listTakenOut(holding: readonly Decision[]): Map<string, Decision> {
  const out = new Map<string, Decision>()
  for (const decision of holding) {
    const content = readContent(decision)
    if (content && 'document' in content && !out.has(content.document)) {
      out.set(content.document, decision)
    }
  }
  return out
}

/** @returns why a decision takes out nothing */
export function whyNotTaken(
  decision: Decision,
  isKnown: boolean,
  takenOut: ReadonlyMap<string, Decision>,
): string | undefined {
  if (!isKnown) return 'The report is not there any more.'
  const isFirst = [...takenOut.values()].includes(decision)
  return isFirst ? undefined : 'The report was taken out already.'
}
