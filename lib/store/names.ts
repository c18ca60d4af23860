import { fold } from '../graph/fold'
import type { Entity } from '../schema'

/** A name from one of its words on. */
export type NameTail = {
  entity: string
  alias: number
  word: number
  folded: string
  trigrams?: string[]
}

/** Long names are cut: an index entry holds some 2,700 bytes. */
const longest = 200

/** Everything an entity can be found by. */
export function listNames({ id, name, aliases }: Entity): NameTail[] {
  return [name, ...aliases].flatMap((text, alias) => {
    const words = fold(text).slice(0, longest).split(' ')
    return words.map((_, word) => ({
      entity: id,
      alias,
      word,
      folded: words.slice(word).join(' '),
      ...(word === 0 && { trigrams: listTrigrams(words.join(' ')) }),
    }))
  })
}

/** Three letters at a time, each word with two blanks before and one after: "  a", " ab", "ab ". */
export function listTrigrams(folded: string): string[] {
  const found = folded.split(' ').flatMap((word) => {
    const letters = [...`  ${word} `]
    return letters.slice(2).map((_, i) => letters.slice(i, i + 3).join(''))
  })
  return [...new Set(found)]
}
