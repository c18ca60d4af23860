import { and, asc, eq, or, sql } from 'drizzle-orm'
import { isAnyOf } from './any-of'
import { type Connection, typed } from './database'
import { toPlainText } from './plain-text'
import { originals, takenOut } from './tables'

/** A part that decisions touched, as it was extracted. */
export type Original = typeof originals.$inferSelect

/**
 * In the order the parts have.
 * @param of only these parts, by kind and id
 */
export const readOriginals = (
  connection: Connection,
  caseKey: number,
  of?: Record<string, Iterable<string>>,
): Promise<Original[]> => {
  const these =
    of &&
    or(
      ...Object.entries(of).map(([part, ids]) =>
        and(eq(originals.part, part), isAnyOf(originals.id, ids)),
      ),
    )
  return typed(connection)
    .select()
    .from(originals)
    .where(and(eq(originals.caseKey, caseKey), these))
    .orderBy(asc(originals.position), asc(originals.id))
}

/** What left with documents that were taken out, in the order the parts have. */
export const readTakenOut = (connection: Connection, caseKey: number): Promise<Original[]> =>
  typed(connection)
    .select()
    .from(takenOut)
    .where(eq(takenOut.caseKey, caseKey))
    .orderBy(asc(takenOut.position), asc(takenOut.part), asc(takenOut.id))

/** Relations and mentions that were extracted of some entities; now and then another one, too. */
export function findOriginalsOf(
  connection: Connection,
  caseKey: number,
  entities: Iterable<string>,
): Promise<Pick<Original, 'part' | 'id'>[]> {
  const named = Array.from(entities, (id) => toPlainText(JSON.stringify(id)))
  return typed(connection)
    .select({ part: originals.part, id: originals.id })
    .from(originals)
    .where(
      and(
        eq(originals.caseKey, caseKey),
        sql`exists (select from unnest(${sql.param(named)}::text[]) as named (id)
          where strpos(${originals.body}, named.id) > 0)`,
      ),
    )
}
