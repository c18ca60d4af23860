/** Finding an entity by what one remembers of its name. */

import { distance } from 'fastest-levenshtein'
import { fold } from '../graph/fold'
import { once } from '../graph/once'
import type { Case, Entity } from '../schema'

export type Found = {
  entity: Entity
  /** The name or alias that was recognised. */
  matched: string
}

type Name = { entity: Entity; text: string; folded: string; words: string[]; alias: boolean }

/**
 * Entities whose name or an alias fits, best first: the whole name, its beginning, the beginning
 * of any word ("witk" finds Steve Witkoff), words in any order, a part, and last a likeness
 * ("dimitriev"). Case, diacritics and marks do not count. Ties go to the entity named more often.
 */
export function searchEntities(case_: Case, text: string, limit = 10): Found[] {
  const wanted = fold(text)
  if (!wanted) return []
  const { names, mentions } = index(case_)
  const best = new Map<string, { name: Name; score: number }>()
  for (const name of names) {
    const score = rate(name, wanted)
    const known = best.get(name.entity.id)
    if (score !== undefined && (!known || score < known.score)) {
      best.set(name.entity.id, { name, score })
    }
  }
  return [...best.values()]
    .sort(
      (a, b) =>
        a.score - b.score ||
        (mentions.get(b.name.entity.id) ?? 0) - (mentions.get(a.name.entity.id) ?? 0) ||
        a.name.entity.name.localeCompare(b.name.entity.name, 'en') ||
        (a.name.entity.id < b.name.entity.id ? -1 : 1),
    )
    .slice(0, limit)
    .map(({ name }) => ({ entity: name.entity, matched: name.text }))
}

/** Lower is better; undefined when the name is nothing like it. */
function rate({ folded, words, alias }: Name, wanted: string): number | undefined {
  const last = alias ? 0.5 : 0
  if (folded === wanted) return 0 + last
  if (folded.startsWith(wanted)) return 1 + last
  const at = ` ${folded}`.indexOf(` ${wanted}`)
  if (at >= 0) return 2 + last
  const parts = wanted.split(' ')
  if (parts.length > 1 && parts.every((part) => words.some((word) => word.startsWith(part)))) {
    return 3 + last
  }
  if (wanted.length > 2 && folded.includes(wanted)) return 4 + last
  if (wanted.length < 3) return undefined
  const likeness = Math.min(...[folded, ...words].map((word) => unlikeness(word, wanted)))
  return likeness <= 0.34 ? 5 + likeness : undefined
}

/** Edits per letter: 0 the same, 1 nothing in common. */
export const unlikeness = (a: string, b: string) => distance(a, b) / Math.max(a.length, b.length, 1)

const index = once((case_: Case) => {
  const names = case_.entities.flatMap((entity) =>
    [entity.name, ...entity.aliases].map((text, i) => {
      const folded = fold(text)
      return { entity, text, folded, words: folded.split(' '), alias: i > 0 }
    }),
  )
  const mentions = new Map<string, number>()
  for (const { entity } of case_.mentions) mentions.set(entity, (mentions.get(entity) ?? 0) + 1)
  return { names, mentions }
})
