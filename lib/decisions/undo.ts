/** Undo, redo and revert: a log is only ever added to, so taking back is a decision too. */
import type { Decision } from '../schema'
import { type DecisionContent, readContent } from './decision'

type TakeBack = Extract<DecisionContent, { decision: string }>

/**
 * The decisions that hold, in order: none that was taken back, unless the taking back was.
 * Decisions that only take others back are left out.
 */
export function holdingDecisions(log: readonly Decision[]): Decision[] {
  const { holds } = judge(log)
  return log.filter((decision) => holds.has(decision.id) && takenBackBy(decision) === undefined)
}

/** What to append to undo the last decision that holds; undefined when there is none. */
export function undo(log: readonly Decision[]): TakeBack | undefined {
  const last = holdingDecisions(log).at(-1)
  return last && revert(last.id)
}

/**
 * What to append to redo what was undone last; undefined when nothing was, or something else was
 * decided since.
 */
export function redo(log: readonly Decision[]): TakeBack | undefined {
  const { holds, position } = judge(log)
  const undone = log.findLast((decision) => {
    const target = takenBackBy(decision)
    if (target === undefined || !holds.has(decision.id)) return false
    const original = log[position.get(target)!]
    return original !== undefined && takenBackBy(original) === undefined
  })
  if (!undone) return undefined
  const decidedSince = log
    .slice(position.get(undone.id)! + 1)
    .some((decision) => holds.has(decision.id) && takenBackBy(decision) === undefined)
  return decidedSince ? undefined : revert(undone.id)
}

/** What to append to take one decision back, wherever it stands in the log. */
export const revert = (decision: string): TakeBack => ({ kind: 'remove', decision })

/** The decision that this one takes back, if that is what it does. */
function takenBackBy(decision: Decision): string | undefined {
  const content = decision.kind === 'remove' ? readContent(decision) : undefined
  return content && 'decision' in content ? content.decision : undefined
}

/** From the end: what holds may take back what stands before it. */
function judge(log: readonly Decision[]) {
  const position = new Map(log.map((decision, i) => [decision.id, i]))
  const holds = new Set(log.map((decision) => decision.id))
  for (let i = log.length - 1; i >= 0; i--) {
    const target = holds.has(log[i]!.id) ? takenBackBy(log[i]!) : undefined
    if (target !== undefined && (position.get(target) ?? log.length) < i) holds.delete(target)
  }
  return { holds, position }
}
