/** A name of a document on its way to what it names. */
import { fold, spelledAlike } from './lexicon'
import type { Referent, Span } from './span'

export type Named = { span: Span; key: string; words: string[] }

/** "O' Neill" and "O'Neill", "Osama" and "Usamah" are one spelling. */
export const nameKey = (name: string): string => {
  const key = fold(name).replace(/^the /, '').replace(/'s$/, '').replace(/\bo' /, "o'")
  return key.includes(' ') ? key.split(' ').map(spelledAlike).join(' ') : key
}

/** Where something was last mentioned before a span; -1 where it was not. */
export function nearest(referent: Referent, span: Span): number {
  let best = -1
  for (const other of referent.spans) {
    if (
      other.sentence < span.sentence ||
      (other.sentence === span.sentence && other.from < span.from)
    )
      best = Math.max(best, other.sentence * 1000 + other.from)
  }
  return best
}
