/** Names that may belong to one and the same, each with the reason: proposed, never joined here. */
import { distance } from 'fastest-levenshtein'
import { fold } from '../graph/fold'
import type { Case, Entity, EntityKind } from '../schema'

export type Candidate = { a: string; b: string; reason: string }

type Named = { entity: Entity; names: { text: string; folded: string; words: string[] }[] }

/** Pairs beyond this many are left for the next time. */
const most = 200

/**
 * Pairs of entities that share a name, of which one is a short form of the other, or whose names
 * are spelled alike, the likeliest first.
 * @param apart pairs that were decided to be two: JSON of both ids, sorted
 */
export function listCandidates(case_: Case, apart: ReadonlySet<string> = new Set()): Candidate[] {
  const named = case_.entities.map((entity): Named => {
    const names = [entity.name, ...entity.aliases].map((text) => {
      const folded = fold(text)
      return { text, folded, words: folded.split(' ') }
    })
    return { entity, names: names.filter(({ folded }) => folded !== '') }
  })
  const found = new Map<string, Candidate & { rank: number }>()
  for (const [a, b] of listNear(named)) {
    const [first, second] = fuller(a, b) ? [a, b] : [b, a]
    const why = compare(first, second)
    if (!why) continue
    const key = JSON.stringify([a.entity.id, b.entity.id].sort())
    if (apart.has(key) || found.has(key)) continue
    found.set(key, { a: first.entity.id, b: second.entity.id, ...why })
  }
  return [...found.values()]
    .sort((x, y) => x.rank - y.rank || (x.a < y.a ? -1 : x.a > y.a ? 1 : x.b < y.b ? -1 : 1))
    .slice(0, most)
    .map(({ a, b, reason }) => ({ a, b, reason }))
}

/** The one to keep: that with the longer name, then with more names. */
function fuller({ entity: a }: Named, { entity: b }: Named): boolean {
  const more = a.name.length - b.name.length || a.aliases.length - b.aliases.length
  return more === 0 ? a.id < b.id : more > 0
}

/** Pairs that have a word, the beginning of one, or their initials in common. */
function* listNear(named: readonly Named[]): Generator<[Named, Named]> {
  const groups = new Map<string, Set<Named>>()
  const put = (key: string, one: Named) => {
    const group = groups.get(key)
    if (group) group.add(one)
    else groups.set(key, new Set([one]))
  }
  for (const one of named) {
    for (const { words, folded, text } of one.names) {
      for (const word of words) if (word.length > 2) put(word.slice(0, 3), one)
      // letters may differ at the beginning too
      if (folded.length > 5) put(`…${folded.slice(-4)}`, one)
      const letters = initials(text)
      if (letters) put(`=${letters}`, one)
      if (/^\p{Lu}{2,6}$/u.test(text.replaceAll('.', ''))) {
        put(`=${text.replaceAll('.', '').toLowerCase()}`, one)
      }
    }
  }
  for (const group of groups.values()) {
    // what half the case shares tells nothing
    if (group.size > 60) continue
    const list = [...group]
    for (const [i, a] of list.entries()) for (const b of list.slice(i + 1)) yield [a, b]
  }
}

/** "National Security Council" is nsc; of one word, or written small, there are none. */
function initials(text: string): string | undefined {
  const words = text.split(/[\s-]+/).filter((word) => /^\p{Lu}/u.test(word))
  return words.length > 1 ? words.map((word) => word[0]!.toLowerCase()).join('') : undefined
}

const families: EntityKind[][] = [
  ['person'],
  ['organization', 'government', 'group'],
  ['place', 'government'],
  ['paper'],
  ['event'],
]

const related = (a: EntityKind, b: EntityKind) =>
  a === b ||
  a === 'other' ||
  b === 'other' ||
  families.some((family) => family.includes(a) && family.includes(b))

function compare(a: Named, b: Named): { reason: string; rank: number } | undefined {
  if (!related(a.entity.kind, b.entity.kind)) return undefined
  const quoted = `“${b.entity.name}” and “${a.entity.name}”`
  for (const one of a.names)
    for (const two of b.names)
      if (one.folded === two.folded) return { reason: `Both are called “${two.text}”`, rank: 0 }
  if (a.entity.kind !== b.entity.kind) return undefined
  const { kind } = a.entity
  const [full, short] = [a.names[0]!, b.names[0]!]
  if (kind === 'person' && short.words.length === 1 && full.words.length > 1) {
    if (full.words.at(-1) === short.folded)
      return { reason: `“${b.entity.name}” is the surname of “${a.entity.name}”`, rank: 1 }
    if (full.words[0] === short.folded)
      return { reason: `“${b.entity.name}” is the first name of “${a.entity.name}”`, rank: 2 }
  }
  if (short.text.replaceAll('.', '').toLowerCase() === initials(full.text))
    return { reason: `“${b.entity.name}” are the initials of “${a.entity.name}”`, rank: 1 }
  if (kind !== 'person' && isPart(short.words, full.words))
    return { reason: `“${b.entity.name}” may be short for “${a.entity.name}”`, rank: 3 }
  const [x, y] = [full.folded, short.folded]
  if (Math.min(x.length, y.length) < 5) return undefined
  // "20 point plan" is not "28 point plan"
  if (x.replace(/\D/g, '') !== y.replace(/\D/g, '')) return undefined
  const apart = distance(x, y)
  const allowed = Math.max(1, Math.floor(Math.min(x.length, y.length) / 7))
  if (apart > allowed) return undefined
  return { reason: `${quoted} differ by ${apart} letter${apart === 1 ? '' : 's'}`, rank: 2 }
}

/** All words of the one in the other, the last one last: "plan" of "peace plan". */
function isPart(short: readonly string[], full: readonly string[]): boolean {
  if (short.length >= full.length || short.at(-1) !== full.at(-1)) return false
  let at = 0
  for (const word of full) if (word === short[at]) at++
  return at === short.length
}
