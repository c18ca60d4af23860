/** Undo, redo and revert: a log is only ever added to, so taking back is a decision too. */
import { AppError } from '../errors'
import type { Decision } from '../schema'
import { type DecisionContent, readContent } from './decision'

type TakeBack = Extract<DecisionContent, { decision: string }>

/**
 * The decisions that hold, in order: none that was taken back, unless the taking back was.
 * Decisions that only take others back are left out.
 */
export function holdingDecisions(log: readonly Decision[]): Decision[] {
  const { isHolding } = walk(log)
  return log.filter((decision) => isHolding(decision.id) && targetOf(decision) === undefined)
}

/**
 * What to append to undo what was done last, a revert of something older included; undefined when
 * there is nothing left to undo.
 */
export function undo(log: readonly Decision[]): TakeBack | undefined {
  const last = walk(log).done.at(-1)
  return last === undefined ? undefined : revert(last)
}

/**
 * What to append to redo what was undone last; undefined when nothing was, or something else was
 * decided since.
 */
export function redo(log: readonly Decision[]): TakeBack | undefined {
  const last = walk(log).undone.at(-1)
  return last && revert(last.by)
}

/** What to append to take one decision back, wherever it stands in the log. */
export const revert = (decision: string): TakeBack => ({ kind: 'remove', decision })

/** For each decision that was taken back and stays so, the decisions that do it. */
export function takenBackBy(log: readonly Decision[]): Map<string, Decision[]> {
  const { isHolding, takes } = walk(log)
  const by = new Map<string, Decision[]>()
  for (const decision of log) {
    const target = takes.get(decision.id)
    if (target === undefined || !isHolding(decision.id)) continue
    by.set(target, [...(by.get(target) ?? []), decision])
  }
  return by
}

/** The decision that this one takes back, if that is what it does. */
export function targetOf(decision: Decision): string | undefined {
  const content = decision.kind === 'remove' ? readContent(decision) : undefined
  return content && 'decision' in content ? content.decision : undefined
}

/**
 * Whatever takes nothing back passes.
 * @throws AppError not_found or conflict when the decision is to take back what it cannot
 */
export function checkTarget(log: readonly Decision[], decision: Decision): void {
  const target = targetOf(decision)
  if (target === undefined) return
  if (!log.some(({ id }) => id === target))
    throw new AppError('not_found', `There is no decision "${target}" in this case.`)
  if (takenBackBy(log).has(target))
    throw new AppError('conflict', 'That decision was taken back already. Read the case again.')
}

/** Reads a log from its beginning as what was done, undone and redone. */
function walk(log: readonly Decision[]) {
  /** Decisions that do something. */
  const seen = new Set<string>()
  const takes = new Map<string, string>()
  /** How many decisions that hold take this one back. */
  const blocked = new Map<string, number>()
  const isHolding = (id: string) => !blocked.get(id)
  const block = (id: string, by: 1 | -1): void => {
    const before = isHolding(id)
    blocked.set(id, (blocked.get(id) ?? 0) + by)
    const target = takes.get(id)
    if (before !== isHolding(id) && target !== undefined) block(target, before ? -1 : 1)
  }
  const done: string[] = []
  let undone: { id: string; by: string }[] = []
  for (const decision of log) {
    const { id } = decision
    const target = targetOf(decision)
    if (target === undefined) {
      seen.add(id)
      done.push(id)
      undone = []
      continue
    }
    // What does not stand before it, or was taken back already, it cannot take back.
    if (!seen.has(target) || !isHolding(target)) continue
    seen.add(id)
    takes.set(id, target)
    block(target, 1)
    const last = undone.at(-1)
    if (target === done.at(-1)) {
      done.pop()
      undone.push({ id: target, by: id })
    } else if (last && target === last.by) {
      undone.pop()
      done.push(last.id)
    } else {
      done.push(id)
      undone = []
    }
  }
  return { done, undone, takes, isHolding }
}
