/** What the names of a document name, by all that is said round them. */
import type { EntityKind } from '../schema'
import type { Named } from './named'

/** How much speaks for each kind, by name key. */
export type Votes = Map<string, Partial<Record<EntityKind, number>>>

/** What a hint weighs that comes beside a stronger one: ten times "X said" are not ten hints against "X, a law firm,". */
const repeated = 0.3

export function weighNames(all: readonly Named[]): Votes {
  const votes: Votes = new Map()
  const strongest: Votes = new Map()
  for (const { span, key } of all) {
    const sum = votes.get(key) ?? {}
    const most = strongest.get(key) ?? {}
    for (const [kind, weight] of Object.entries(span.votes ?? {}) as [EntityKind, number][]) {
      const before = most[kind] ?? 0
      const top = Math.max(before, weight)
      const rise = top - before
      sum[kind] = (sum[kind] ?? 0) + rise + repeated * (weight - rise)
      most[kind] = top
    }
    votes.set(key, sum)
    strongest.set(key, most)
  }
  return votes
}

/** The kind that most speaks for; `other` where hardly anything does. */
export function kindBy(votes: Partial<Record<EntityKind, number>>): EntityKind {
  const ranked = Object.entries(votes).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const [kind, weight] = ranked[0] ?? ['other', 0]
  return weight < 0.7 ? 'other' : (kind as EntityKind)
}
