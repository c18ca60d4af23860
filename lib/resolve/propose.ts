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

/** Members by kind and length of name, and there by its pieces: two names a letter or two apart share a piece. */
export type LikenessIndex = Map<string, Map<string, Entry[]>>

const shelf = (kind: string, length: number): string => `${kind}:${length}`

/** Files members by the pieces of their names, so that later ones find them. */
export function fileLikeness(index: LikenessIndex, members: readonly Member[]): void {
  for (const member of members) {
    const key = keyOf(member)
    if (!key) continue
    const entry = { member, key }
    const at = shelf(member.kind, key.length)
    const pieces = index.get(at) ?? new Map<string, Entry[]>()
    index.set(at, pieces)
    parts(key.length).forEach(([from, to], i) => {
      const piece = `${i}:${key.slice(from, to)}`
      const entries = pieces.get(piece)
      if (entries) entries.push(entry)
      else pieces.set(piece, [entry])
    })
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
    for (const entry of withinReach(index, member.kind, key)) {
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

/** Those with a piece that a name within reach could have kept. */
function withinReach(index: LikenessIndex, kind: string, key: string): Set<Entry> {
  const found = new Set<Entry>()
  const reach = leeway(key.length)
  for (let length = key.length - reach - 1; length <= key.length + reach + 1; length++) {
    const pieces = index.get(shelf(kind, length))
    if (!pieces) continue
    parts(length).forEach(([from, to], i) => {
      for (let shift = -reach - 1; shift <= reach + 1; shift++) {
        const start = from + shift
        if (start < 0 || start + to - from > key.length) continue
        for (const entry of pieces.get(`${i}:${key.slice(start, start + to - from)}`) ?? [])
          found.add(entry)
      }
    })
  }
  return found
}
