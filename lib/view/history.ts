/** Undo and redo as pure data. */
export type History<T> = {
  readonly past: readonly T[]
  readonly present: T
  readonly future: readonly T[]
}

/** Steps kept; older ones are forgotten. */
const longest = 200

export const startHistory = <T>(present: T): History<T> => ({ past: [], present, future: [] })

/** A new step; what had been undone is given up. The same value again is no step. */
export function record<T>(history: History<T>, next: T): History<T> {
  if (isSame(history.present, next)) return history
  return {
    past: [...history.past, history.present].slice(-longest),
    present: next,
    future: [],
  }
}

/** One step back; at the beginning, the same history. */
export function undo<T>(history: History<T>): History<T> {
  const previous = history.past.at(-1)
  if (previous === undefined) return history
  return {
    past: history.past.slice(0, -1),
    present: previous,
    future: [history.present, ...history.future],
  }
}

/** One step forward again; at the end, the same history. */
export function redo<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future
  if (next === undefined) return history
  return { past: [...history.past, history.present], present: next, future }
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>]
  const keys = new Set([...Object.keys(left), ...Object.keys(right)])
  return [...keys].every((key) => isSame(left[key], right[key]))
}
