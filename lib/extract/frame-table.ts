/**
 * How a frame is written: a verb or noun, where its two sides stand, and the relation it makes. One line each, so
 * that a new wording is one line. Slots are tried in order: "object|with" takes the object, else the phrase behind "with".
 */
import type { EntityKind } from '../schema'

type Slot = string
export type Frame = {
  relation: string
  from: readonly Slot[]
  to: readonly Slot[]
  /** Needed behind the verb: "call on", "water down". */
  particle?: string
  fromKinds?: ReadonlySet<EntityKind>
  toKinds?: ReadonlySet<EntityKind>
  /** Only before "to" + verb ("asked X to"), or only where none follows. */
  infinitive?: boolean
  /** Only of a request and the like: to deny one is to refuse it. */
  request?: boolean
  /** Only of a proposal and the like: who submits a report need not have written it. */
  draft?: boolean
  /** Only of a stake or control: "took a stake in". */
  stake?: boolean
  /** A phrase behind "as", or a second object, must say what it is called. */
  called?: boolean
  /** The two sides may be one list: "A and B met". */
  mutual?: boolean
}

const kinds = (letters: string): ReadonlySet<EntityKind> =>
  new Set(
    [...letters].flatMap(
      (l) =>
        ({
          a: ['person', 'organization', 'government', 'group'],
          p: ['person'],
          o: ['organization'],
          v: ['government'],
          g: ['group'],
          t: ['paper'],
          e: ['event'],
          x: ['other'],
          l: ['place'],
        })[l] as EntityKind[],
    ),
  )

/** The same for nouns, whose second word is their own: "legal action", "phone call". */
export const nounTable = (relation: string, lines: string): [string, Frame][] =>
  table(relation, lines, true)

/** `words: from > to [from kinds > to kinds] flags`; a second word is a verb's particle: "call on". */
export function table(relation: string, lines: string, nouns = false): [string, Frame][] {
  return lines
    .trim()
    .split('\n')
    .flatMap((line) => {
      const match = /^(.*?): (\S+) > (\S+)(?: \[(\w*)>(\w*)\])?(.*)$/.exec(line.trim())
      if (!match) throw new Error(`frames: cannot read "${line}"`)
      const [, words, from, to, fromKinds, toKinds, rest] = match
      const flags = rest!.trim().split(/\s+/)
      return words!.split(', ').map((word): [string, Frame] => {
        const [lemma, particle] = nouns ? [word] : word.split(' ')
        return [
          lemma!,
          {
            relation,
            from: from!.split('|'),
            to: to!.split('|'),
            ...(particle && { particle }),
            ...(fromKinds && { fromKinds: kinds(fromKinds) }),
            ...(toKinds && { toKinds: kinds(toKinds) }),
            ...(flags.includes('+to') && { infinitive: true }),
            ...(flags.includes('-to') && { infinitive: false }),
            ...(flags.includes('+request') && { request: true }),
            ...(flags.includes('+draft') && { draft: true }),
            ...(flags.includes('+stake') && { stake: true }),
            ...(flags.includes('called') && { called: true }),
            ...(flags.includes('mutual') && { mutual: true }),
          },
        ]
      })
    })
}

export function index(rows: [string, Frame][]): ReadonlyMap<string, readonly Frame[]> {
  const map = new Map<string, Frame[]>()
  for (const [lemma, frame] of rows) map.set(lemma, [...(map.get(lemma) ?? []), frame])
  return map
}
