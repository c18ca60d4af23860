/** Cases by their titles. */
import { fold } from '../graph/fold'
import type { Connection } from './database'
import { fromPlainText } from './plain-text'
import type { Mark } from './word-forms'

export type TitleHit = {
  case: string
  caseTitle: string
  /** The words that were looked for, in UTF-16 units of the title. */
  marks: Mark[]
}

/**
 * Cases of whose titles every word looked for begins some word. There are few enough to look at all.
 * @param folded as lib/graph/fold.ts writes what is looked for
 * @returns those that begin with it first, else the one changed last
 */
export async function findTitles(
  connection: Connection,
  folded: string,
  limit: number,
): Promise<TitleHit[]> {
  if (folded === '') return []
  const rows = await connection.query(
    `select id, title from throughline.cases where deleted_at is null
    order by changed_at desc, key desc`,
    [],
  )
  const titled = rows.map(([id, title]) => {
    const words = fromPlainText(String(title))
    return { id: fromPlainText(String(id)), title: words, folded: fold(words) }
  })
  const wanted = folded.split(' ')
  const found = titled.filter((row) => {
    const words = row.folded.split(' ')
    return wanted.every((start) => words.some((word) => word.startsWith(start)))
  })
  const begins = (row: { folded: string }) => row.folded.startsWith(folded)
  return [...found.filter(begins), ...found.filter((row) => !begins(row))]
    .slice(0, limit)
    .map(({ id, title }) => ({ case: id, caseTitle: title, marks: markStarts(title, wanted) }))
}

const markStarts = (title: string, wanted: readonly string[]) =>
  [...title.matchAll(/[\p{L}\p{N}\p{M}]+/gu)]
    .filter(([word]) => wanted.some((start) => fold(word).startsWith(start)))
    .map(({ 0: word, index }) => ({ start: index, end: index + word.length }))
