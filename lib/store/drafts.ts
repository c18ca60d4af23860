/**
 * A case that is written beside those that are there, a little at a time, so that nobody waits for
 * it: no row of `cases` has its number yet, so nobody sees it either. What a process leaves that ends
 * meanwhile is removed when the store is opened.
 */
import { eq, sql } from 'drizzle-orm'
import { AppError } from '../errors'
import { carryOut } from './carry-out'
import type { Parts } from './case-rows'
import { type Connection, type Database, typed } from './database'
import { caseTables, insertParts, removeParts } from './keep-case'
import { drafts } from './tables'

/** Who wrote nothing for this long is gone. */
const patience = sql`interval '10 minutes'`

/**
 * Writes parts under a number of their own, with their decisions carried out.
 * @returns the number; to be taken by takeDraft, or to be discarded
 */
export async function writeDraft(database: Database, parts: Parts): Promise<number> {
  const [row] = await typed(database)
    .insert(drafts)
    .values({
      key: sql`nextval(pg_get_serial_sequence('throughline.cases', 'key'))`,
      touchedAt: sql`clock_timestamp()`,
    })
    .returning({ key: drafts.key })
  const { key } = row!
  const inSteps: Connection = {
    query: (text, values) => inStep(database, key, (connection) => connection.query(text, values)),
    records: (text, values) =>
      inStep(database, key, (connection) => connection.records(text, values)),
  }
  try {
    await insertParts(inSteps, key, parts, { fresh: true, most: 2_000 })
    await inStep(database, key, (connection) => carryOut(connection, key))
    return key
  } catch (error) {
    // What hinders this as well is swept up later.
    await discardDraft(database, key).catch(() => {})
    throw error
  }
}

/** From now on it is the caller's to give a row of `cases` to, inside the same transaction. */
export async function takeDraft(connection: Connection, key: number): Promise<void> {
  await touchDraft(connection, key)
  await typed(connection).delete(drafts).where(eq(drafts.key, key))
}

/** @throws AppError conflict when it is none any more: what was taken is a case's, and stays */
export async function discardDraft(database: Database, key: number): Promise<void> {
  for (const table of caseTables) {
    await inStep(database, key, (connection) => removeParts(connection, [key], [table]))
  }
  await typed(database).delete(drafts).where(eq(drafts.key, key))
}

/** Removes what was left half-written; a folder has one process, so there all of it was. */
export async function sweepDrafts(database: Database): Promise<void> {
  const isLeft =
    database.kind === 'embedded'
      ? sql`true`
      : sql`${drafts.touchedAt} < clock_timestamp() - ${patience}`
  await database.transaction(async (connection) => {
    const left = await typed(connection).delete(drafts).where(isLeft).returning()
    const keys = left.map(({ key }) => key)
    if (keys.length > 0) await removeParts(connection, keys)
  })
}

/** One short transaction, if the draft is there still. */
function inStep<T>(
  database: Database,
  key: number,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  return database.transaction(async (connection) => {
    await touchDraft(connection, key)
    return work(connection)
  })
}

/** Whoever sweeps waits for the transaction, and finds it touched. */
async function touchDraft(connection: Connection, key: number): Promise<void> {
  const touched = await typed(connection)
    .update(drafts)
    .set({ touchedAt: sql`clock_timestamp()` })
    .where(eq(drafts.key, key))
    .returning({ key: drafts.key })
  if (touched.length > 0) return
  throw new AppError(
    'conflict',
    'What was to be kept lay unfinished for too long, and was removed. Nothing was changed: try again.',
  )
}
