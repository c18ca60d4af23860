/** Which words of a text are forms of those looked for: "letters" of `letter`. */
import type { Connection } from './database'

/** Where a word that was looked for stands in a text, in UTF-16 units. */
export type Mark = { start: number; end: number }

/** The words looked for, as the database has them in its index. */
export const stemsOf = (place: number) =>
  `(select tsvector_to_array(to_tsvector('english', $${place})))`

const wordPattern = /[\p{L}\p{N}]+/gu

/**
 * Tells which words of some texts have one of these stems, as the database reads them. It is asked
 * only about those that may.
 * @returns where they stand in one of the texts
 */
export async function markForms(
  connection: Connection,
  stems: readonly string[],
  texts: readonly string[],
): Promise<(text: string) => Mark[]> {
  const mayBe = startsLike(stems)
  const places = new Map(texts.map((text) => [text, findWords(text, mayBe)]))
  const words = new Set([...places.values()].flatMap((found) => found.map(({ word }) => word)))
  const rows = words.size
    ? await connection.query(
        `select word from unnest($1::text[]) as word
        where ts_lexize('english_stem', word) && $2::text[]`,
        [[...words], stems],
      )
    : []
  const meant = new Set(rows.map(([word]) => word))
  return (text) =>
    (places.get(text) ?? [])
      .filter(({ word }) => meant.has(word))
      .map(({ word, start }) => ({ start, end: start + word.length }))
}

function findWords(text: string, which: (word: string) => boolean) {
  const found: { word: string; start: number }[] = []
  for (const { 0: word, index } of text.matchAll(wordPattern)) {
    if (which(word)) found.push({ word, start: index })
  }
  return found
}

/**
 * A word has all letters of its stem but the last ("voted" of "vote", "parties" of "parti"), where a
 * y may have become an i ("dying" of "die"). Databases differ in what is a small letter beyond
 * ASCII: words with such are not judged.
 */
function startsLike(stems: readonly string[]): (word: string) => boolean {
  const plain = (word: string) => word.toLowerCase().replaceAll('y', 'i')
  const starts = stems.map((stem) => plain(stem).slice(0, Math.max(1, stem.length - 1)))
  const known = new Map<string, boolean>()
  return (word) => {
    const before = known.get(word)
    if (before !== undefined) return before
    const folded = plain(word)
    const may = starts.some((start) => folded.startsWith(start)) || /[^\0-\x7f]/.test(word)
    known.set(word, may)
    return may
  }
}
