/** Which words of a text are forms of those looked for: "letters" of `letter`. */
import type { Connection } from './database'

/** Where a word that was looked for stands in a text, in UTF-16 units. */
export type Mark = { start: number; end: number }

/** The words looked for as the database has them in its index, with blanks between. */
export const stemsOf = (place: number) =>
  `(select array_to_string(tsvector_to_array(to_tsvector('english', $${place})), ' '))`

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
  // Of `e-mail 3.5`, "e-mail" and "3.5" are no single words; "e" and "mail" are.
  const single = stems.filter((stem) => /^[\p{L}\p{N}\p{M}]+$/u.test(stem))
  if (single.length === 0) return () => []
  const begins = beginsLike(single)
  const places = new Map(texts.map((text) => [text, findWords(text, begins)]))
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

/**
 * How a word may begin that has one of these stems: with the stem, but that its last letter may be
 * its own ("voting", vote) and an i stand for a y ("party", parti) or the other way round ("dying",
 * die). Databases differ in which letters beyond ASCII they take for the same.
 */
function beginsLike(stems: readonly string[]): RegExp {
  const starts = stems.map((stem) => {
    const sure = stem.length > 2 ? stem.slice(0, -1) : stem
    const [plain] = /^[\da-z]*/i.exec(sure)!
    if (plain !== '') return plain.replace(/[iy]/g, '[iyİ]')
    return `[${stem.toLowerCase()[0]}${stem.toUpperCase()[0]}]`
  })
  // Made anew for each search: classes of letters would take longer to compile than to find all.
  return new RegExp([...new Set(starts)].join('|'), 'gi')
}

const wordHere = /[\p{L}\p{N}]+/uy
const inWord = /[\p{L}\p{N}]$/u

function findWords(text: string, begins: RegExp): { word: string; start: number }[] {
  return [...text.matchAll(begins)].flatMap(({ index: start }) => {
    if (inWord.test(text.slice(Math.max(0, start - 2), start))) return []
    wordHere.lastIndex = start
    const [word] = wordHere.exec(text) ?? []
    return word === undefined ? [] : [{ word, start }]
  })
}
