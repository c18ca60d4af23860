/**
 * A case as it was read before: kept whole among the deleted cases, where it knows which case it is
 * an earlier state of.
 */
import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { AppError } from '../errors'
import type { Case } from '../schema'
import { changeCase } from './change-case'
import { type Connection, type Database, typed } from './database'
import { isSame } from './is-same'
import { loadWith, noSuchCase, present, removeCases } from './keep-case'
import { copyParts } from './manage-cases'
import { cases } from './tables'

/** A state one can go back to; restoring it as a deleted case puts it beside the case instead. */
export type EarlierState = {
  /** Its own id and title, as a deleted case. */
  id: string
  title: string
  /** ISO 8601; as a deleted case it was deleted then. */
  keptAt: string
}

/** Changes a case as changeCase does; what it was before is kept, if it changes. */
export function changeKeeping(
  database: Database,
  id: string,
  change: (case_: Case) => Case,
): Promise<Case> {
  return changeCase(database, id, async (before, connection, row) => {
    const after = change(before)
    if (after !== before) await keepEarlier(connection, row)
    return after
  })
}

/**
 * Puts what was read before under the decisions of now, all of which stay. What is there now is kept
 * in its turn, so that this can be taken back as well.
 * @throws AppError not_found, or conflict when the case has other reports by now
 */
export function putBack(database: Database, id: string, keptAt: string): Promise<Case> {
  return changeCase(database, id, async (now, connection, row) => {
    const [kept] = await typed(connection)
      .select()
      .from(cases)
      .where(and(eq(cases.earlierOf, row.key), eq(cases.deletedAt, new Date(keptAt))))
    if (!kept) {
      throw new AppError(
        'not_found',
        `What was read until ${keptAt} is not kept any more. Look among the deleted cases.`,
      )
    }
    const was = await loadWith(connection, kept)
    if (!isSame(was.documents, now.documents)) {
      throw new AppError(
        'conflict',
        `Reports were added to “${row.title}” since, or replaced: they would be lost. Restore “${kept.title}” among the deleted cases to have it beside this one.`,
      )
    }
    await keepEarlier(connection, row)
    await removeCases(connection, eq(cases.key, kept.key))
    return { ...was, id, title: now.title, decisions: now.decisions }
  })
}

/** The state kept last comes first. @throws AppError not_found */
export async function listEarlier(database: Database, id: string): Promise<EarlierState[]> {
  const db = typed(database)
  const [found] = await db.select({ key: cases.key }).from(cases).where(present(id))
  if (!found) throw noSuchCase(id)
  const rows = await db
    .select()
    .from(cases)
    .where(and(eq(cases.earlierOf, found.key), isNotNull(cases.deletedAt)))
    .orderBy(desc(cases.deletedAt), desc(cases.key))
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    keptAt: row.deletedAt!.toISOString(),
  }))
}

/** Keeps a case as it is now, inside the transaction that has its row locked. */
async function keepEarlier(
  connection: Connection,
  { key, id, title, createdAt, changedAt }: typeof cases.$inferSelect,
): Promise<void> {
  const keptAt = new Date()
  const until = keptAt.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })
  const [copy] = await typed(connection)
    .insert(cases)
    .values({
      id: `${id}-as-read-until-${keptAt.toISOString().slice(0, 10)}`,
      title: `${title}, as read until ${until}`,
      createdAt,
      changedAt,
      deletedAt: keptAt,
      earlierOf: key,
    })
    .returning({ key: cases.key })
  await copyParts(connection, key, copy!.key)
}
