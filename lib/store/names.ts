import { fold } from '../graph/fold'
import type { Entity } from '../schema'

/** A name from one of its words on. */
export type NameTail = {
  entity: string
  folded: string
  /** 0 of the name, 1 of an alias. */
  alias: number
  word: number
}

/** Long names are cut: an index entry holds some 2,700 bytes. */
const longest = 200

/** Everything an entity can be found by, each once: as what most begins with it. */
export function listNames({ id, name, aliases }: Entity): NameTail[] {
  const found = new Map<string, NameTail>()
  for (const [i, text] of [name, ...aliases].entries()) {
    for (const [word, folded] of listTails(text).entries()) {
      const known = found.get(folded)
      if (known && known.word <= word) continue
      found.set(folded, { entity: id, folded, alias: Math.min(i, 1), word })
    }
  }
  return [...found.values()]
}

/** With what whole names are alike by. */
export const toNameRow = (tail: NameTail) => ({
  ...tail,
  ...(tail.word === 0 && { trigrams: listTrigrams(tail.folded) }),
})

/** The alias that reads so from one of its words on. */
export const findAlias = (aliases: readonly string[], folded: string, word: number) =>
  aliases.find((alias) => listTails(alias)[word] === folded)

function listTails(text: string): string[] {
  const words = fold(text).slice(0, longest).split(' ')
  return words.map((_, word) => words.slice(word).join(' '))
}

/** Three letters at a time, each word with two blanks before and one after: "  a", " ab", "ab ". */
export function listTrigrams(folded: string): string[] {
  const found = folded.split(' ').flatMap((word) => {
    const letters = [...`  ${word} `]
    return letters.slice(2).map((_, i) => letters.slice(i, i + 3).join(''))
  })
  return [...new Set(found)]
}
