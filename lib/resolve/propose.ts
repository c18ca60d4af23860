/** Names that look alike: pairs for a reader to judge, never joined here. */
import { distance } from 'fastest-levenshtein'
import type { Member } from './member'
import { soundName } from './name-key'

/** Two entities whose names are alike, left apart for a reader to judge. */
export type Proposal = { a: string; b: string; reason: string }

const shortest = 6
const proposalsKept = 200

/** How many letters may differ: one, and one more for each eight of the shorter name. */
const leeway = (length: number) => Math.max(1, Math.floor(length / 8))

type Entry = { member: Member; key: string }

/** Members by the pieces of their names: two names a letter or two apart share a piece. */
export type LikenessIndex = Map<string, Entry[]>

/** Files members by the pieces of their names, so that later ones find them. */
export function fileLikeness(index: LikenessIndex, members: readonly Member[]): void {
  for (const member of members) {
    const key = keyOf(member)
    if (!key) continue
    const entry = { member, key }
    for (const piece of piecesKept(key)) {
      const at = `${member.kind}:${piece}`
      const entries = index.get(at)
      if (entries) entries.push(entry)
      else index.set(at, [entry])
    }
  }
}

/**
 * Files new members; out: pairs of each with one that was there before it.
 * Pieces: a name cut into one more part than letters may differ keeps one part whole (Li and others, 2011, "Pass-Join").
 */
export function proposeJoins(index: LikenessIndex, members: readonly Member[]): Proposal[] {
  const proposals: Proposal[] = []
  for (const member of members) {
    const key = keyOf(member)
    if (!key) continue
    const seen = new Set<Entry>()
    for (const piece of piecesAsked(key))
      for (const entry of index.get(`${member.kind}:${piece}`) ?? []) seen.add(entry)
    for (const entry of seen) {
      const apart = distance(entry.key, key)
      if (apart <= leeway(Math.min(entry.key.length, key.length)))
        proposals.push({
          a: entry.member.id,
          b: member.id,
          reason: `“${entry.member.name}” and “${member.name}” differ by ${apart} letter${apart === 1 ? '' : 's'}`,
        })
    }
    fileLikeness(index, [member])
  }
  return proposals.slice(0, proposalsKept)
}

/** Names too short to be alike by chance have none. */
function keyOf(member: Member): string | undefined {
  if (!/^(?:person|organization|paper)$/.test(member.kind)) return undefined
  const key = soundName(member.name)
  return key.length < shortest ? undefined : key
}

/** The parts of a name of `length` letters, as [start, end]. */
function parts(length: number): [number, number][] {
  const count = leeway(length) + 1
  return Array.from({ length: count }, (_, i) => [
    Math.floor((i * length) / count),
    Math.floor(((i + 1) * length) / count),
  ])
}

const piecesKept = (key: string): string[] =>
  parts(key.length).map(([from, to], i) => `${key.length}:${i}:${key.slice(from, to)}`)

/** Every piece that a name within reach could have kept. */
function piecesAsked(key: string): Set<string> {
  const asked = new Set<string>()
  const reach = leeway(key.length)
  for (let length = key.length - reach - 1; length <= key.length + reach + 1; length++) {
    if (length < shortest) continue
    parts(length).forEach(([from, to], i) => {
      for (let shift = -reach - 1; shift <= reach + 1; shift++) {
        const start = from + shift
        if (start >= 0 && start + to - from <= key.length)
          asked.add(`${length}:${i}:${key.slice(start, start + to - from)}`)
      }
    })
  }
  return asked
}
