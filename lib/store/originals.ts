import { asc, eq } from 'drizzle-orm'
import { type Connection, typed } from './database'
import { originals } from './tables'

/** A part that decisions touched, as it was extracted. */
export type Original = typeof originals.$inferSelect

/** In the order the parts have. */
export const readOriginals = (connection: Connection, caseKey: number): Promise<Original[]> =>
  typed(connection)
    .select()
    .from(originals)
    .where(eq(originals.caseKey, caseKey))
    .orderBy(asc(originals.position), asc(originals.id))
