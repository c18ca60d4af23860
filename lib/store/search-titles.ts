/** Cases by their titles. */
import { desc, isNull } from 'drizzle-orm'
import { fold } from '../graph/fold'
import { type Connection, typed } from './database'
import { cases } from './tables'

export type TitleHit = {
  case: string
  caseTitle: string
  /** The words that were looked for, in UTF-16 units of the title. */
  marks: { start: number; end: number }[]
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
  const rows = await typed(connection)
    .select({ id: cases.id, title: cases.title })
    .from(cases)
    .where(isNull(cases.deletedAt))
    .orderBy(desc(cases.changedAt), desc(cases.key))
  const wanted = folded.split(' ')
  const begins = ({ title }: { title: string }) => fold(title).startsWith(folded)
  const fits = ({ title }: { title: string }) => {
    const words = fold(title).split(' ')
    return wanted.every((start) => words.some((word) => word.startsWith(start)))
  }
  const found = rows.filter(fits)
  return [...found.filter(begins), ...found.filter((row) => !begins(row))]
    .slice(0, limit)
    .map(({ id, title }) => ({ case: id, caseTitle: title, marks: markStarts(title, wanted) }))
}

const markStarts = (title: string, wanted: readonly string[]) =>
  [...title.matchAll(/[\p{L}\p{N}\p{M}]+/gu)]
    .filter(([word]) => wanted.some((start) => fold(word).startsWith(start)))
    .map(({ 0: word, index }) => ({ start: index, end: index + word.length }))
