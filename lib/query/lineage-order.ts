/** Steps in their order: by influence first, then by dates, then as the sources tell them. */
export type Ordered = {
  id: string
  /** First and last day it can have been, as far as they are known. */
  time: { start?: string; end?: string }
  /** Where the sources first speak of it: their order stands in where nothing else is known. */
  told: number
}
export type Before = { from: string; to: string }

/**
 * Ranks, 0 first: a step has a lower rank than all it leads to and all that is dated wholly after
 * it, and stands as late as that allows, next to what it fed.
 * `links` must not run in a circle. Where dates contradict a link, the link holds, and the pair is
 * returned as a conflict.
 */
export function rankSteps(
  steps: readonly Ordered[],
  links: readonly Before[],
): { ranks: Map<string, number>; conflicts: Before[] } {
  const byId = new Map(steps.map((step) => [step.id, step]))
  const after = new Map<string, Ordered[]>(steps.map((step) => [step.id, []]))
  for (const link of links) after.get(link.from)!.push(byId.get(link.to)!)

  const topological = sortTopologically(steps, links)
  // The last day a step can be of, given what it leads to. Sorting by it agrees with links and
  // dates at once: along a link it never falls, and it lies before the days of anything later.
  const latest = new Map<string, string>()
  for (const step of [...topological].reverse()) {
    const days = after.get(step.id)!.map((next) => latest.get(next.id)!)
    latest.set(step.id, [step.time.end ?? '\uffff', ...days].sort()[0]!)
  }
  const order = topological
    .map((step, i) => ({ step, i, day: latest.get(step.id)! }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.i - b.i))
    .map(({ step }) => step)

  const fromEnd = new Map<string, number>()
  for (let i = order.length - 1; i >= 0; i--) {
    const step = order[i]!
    const next = after.get(step.id)!.map((other) => fromEnd.get(other.id)!)
    for (const other of order.slice(i + 1)) {
      if (isBefore(step, other)) next.push(fromEnd.get(other.id)!)
    }
    fromEnd.set(step.id, next.length > 0 ? Math.max(...next) + 1 : 0)
  }
  const last = Math.max(0, ...fromEnd.values())
  return {
    ranks: new Map(order.map((step) => [step.id, last - fromEnd.get(step.id)!])),
    conflicts: links.filter((link) => isBefore(byId.get(link.to)!, byId.get(link.from)!)),
  }
}

export const isBefore = (a: Ordered, b: Ordered) =>
  a.time.end !== undefined && b.time.start !== undefined && a.time.end < b.time.start

/** Kahn's algorithm; of several that are free, the one told first. */
function sortTopologically(steps: readonly Ordered[], links: readonly Before[]): Ordered[] {
  const waiting = new Map(steps.map((step) => [step.id, 0]))
  for (const link of links) waiting.set(link.to, waiting.get(link.to)! + 1)
  const open = new Set(steps)
  const sorted: Ordered[] = []
  while (open.size > 0) {
    const free = [...open].filter((step) => waiting.get(step.id) === 0)
    const next = free.sort((a, b) => a.told - b.told || (a.id < b.id ? -1 : 1))[0]
    if (!next) throw new Error(`rankSteps: the links of ${[...open][0]!.id} run in a circle`)
    sorted.push(next)
    open.delete(next)
    for (const link of links) {
      if (link.from === next.id) waiting.set(link.to, waiting.get(link.to)! - 1)
    }
  }
  return sorted
}
