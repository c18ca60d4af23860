/**
 * A case as it was read before: kept whole among the deleted cases, where it knows which case it is
 * an earlier state of.
 */
import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { AppError } from '../errors'
import type { Case, Document } from '../schema'
import { changeExtracted, readLog } from './carry-out'
import { type Connection, type Database, typed } from './database'
import { discardDraft, takeDraft, writeDraft } from './drafts'
import { touchCase } from './extend-case'
import { isSame } from './is-same'
import { loadStored, noSuchCase, present } from './keep-case'
import { readParts } from './read-parts'
import { cases, decisions } from './tables'
import { writeRows } from './write-rows'

type CaseRow = typeof cases.$inferSelect

/** A state one can go back to; restoring it as a deleted case puts it beside the case instead. */
export type EarlierState = {
  /** Its own id and title, as a deleted case. */
  id: string
  title: string
  /** ISO 8601; as a deleted case it was deleted then. */
  keptAt: string
}

/** How often it is begun anew because reports came or went meanwhile. */
const mostTries = 5

/**
 * Changes what was extracted of a case; what it was before is kept, if it changes. What comes of it is
 * written beside it, which takes long and keeps nobody waiting; only then it takes the case's place.
 * @param change is asked again when the case was extracted otherwise meanwhile
 * @throws AppError not_found, or conflict when that goes on and on
 */
export async function changeKeeping(
  database: Database,
  id: string,
  change: (case_: Case) => Case | Promise<Case>,
): Promise<Case> {
  for (let tries = 0; tries < mostTries; tries++) {
    const { row, case: before } = await loadStored(database, id)
    const after = await change(before)
    if (after === before) return before
    const draft = await writeDraft(database, { ...after, decisions: before.decisions })
    const kept = await keepDraft(database, row, draft).catch(async (error) => {
      await discardDraft(database, draft).catch(() => {})
      throw error
    })
    if (kept) return { ...after, ...kept }
    await discardDraft(database, draft)
  }
  throw stillChanging(id)
}

/** @returns the title and the decisions of now, or undefined when it was extracted otherwise meanwhile */
function keepDraft(database: Database, row: CaseRow, draft: number) {
  return database.transaction(async (connection) => {
    const now = await lockCase(connection, row.id)
    if (!isSameExtraction(row, now)) return undefined
    await takeDraft(connection, draft)
    await moveTo(connection, now, draft)
    return { title: now.title, decisions: await readLog(connection, draft) }
  })
}

/**
 * Puts what was read before under the decisions of now, all of which stay. What is there now is kept
 * in its turn, so that this can be taken back as well.
 * @throws AppError not_found, or conflict when the case has other reports by now
 */
export async function putBack(database: Database, id: string, keptAt: string): Promise<void> {
  for (let tries = 0; tries < mostTries; tries++) {
    const row = await checkReports(database, id, keptAt)
    const isBack = await database.transaction(async (connection) => {
      const now = await lockCase(connection, id)
      if (!isSameExtraction(row, now)) return false
      const kept = await findKept(connection, now.key, keptAt, 'lock')
      // Only its row: what it is made of is the case's again.
      await typed(connection).delete(cases).where(eq(cases.key, kept.key))
      await moveTo(connection, now, kept.key)
      return true
    })
    if (isBack) return
  }
  throw stillChanging(id)
}

/** @throws AppError conflict when the two do not have the same reports */
function checkReports(database: Database, id: string, keptAt: string): Promise<CaseRow> {
  return database.transaction(async (connection) => {
    const [row] = await typed(connection).select().from(cases).where(present(id))
    if (!row) throw noSuchCase(id)
    const kept = await findKept(connection, row.key, keptAt)
    const [was, is] = [
      await readDocuments(connection, kept.key),
      await readDocuments(connection, row.key),
    ]
    if (isSame(was, is)) return row
    throw new AppError(
      'conflict',
      `Reports were added to “${row.title}” since, or replaced: they would be lost. Restore “${kept.title}” among the deleted cases to have it beside this one.`,
    )
  }, 'snapshot')
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

async function findKept(
  connection: Connection,
  key: number,
  keptAt: string,
  lock?: 'lock',
): Promise<CaseRow> {
  const found = typed(connection)
    .select()
    .from(cases)
    .where(and(eq(cases.earlierOf, key), eq(cases.deletedAt, new Date(keptAt))))
  const [kept] = await (lock ? found.for('update') : found)
  if (kept) return kept
  throw new AppError(
    'not_found',
    `What was read until ${keptAt} is not kept any more. Look among the deleted cases.`,
  )
}

/** The case's row, which nobody else writes until the transaction ends. */
async function lockCase(connection: Connection, id: string): Promise<CaseRow> {
  const [row] = await typed(connection).select().from(cases).where(present(id)).for('update')
  if (!row) throw noSuchCase(id)
  return row
}

const isSameExtraction = (one: CaseRow, other: CaseRow) =>
  one.key === other.key && one.extraction === other.extraction

const stillChanging = (id: string) =>
  new AppError('conflict', `"${id}" is being changed just now. Nothing was kept: try again.`)

/**
 * Gives a case the parts that stand under another number, and that number; those it had are kept under
 * the number it had, as an earlier state. Nothing is copied, so this is quick. Whoever waits for the
 * case's row meanwhile finds it with its new number.
 */
async function moveTo(connection: Connection, now: CaseRow, key: number): Promise<void> {
  const db = typed(connection)
  await addDecisions(connection, now.key, key)
  await db.update(cases).set({ key }).where(eq(cases.key, now.key))
  await db.update(cases).set({ earlierOf: key }).where(eq(cases.earlierOf, now.key))
  const deletedAt = new Date()
  const until = deletedAt.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })
  await db.insert(cases).values({
    ...now,
    id: `${now.id}-as-read-until-${deletedAt.toISOString().slice(0, 10)}`,
    title: `${now.title}, as read until ${until}`,
    deletedAt,
    earlierOf: key,
  })
  await touchCase(connection, key)
}

/** Carries out what was decided since over parts that know only the beginning of the log. */
async function addDecisions(connection: Connection, from: number, to: number): Promise<void> {
  const rows = (key: number) =>
    typed(connection)
      .select()
      .from(decisions)
      .where(eq(decisions.caseKey, key))
      .orderBy(decisions.position)
  const missing = (await rows(from)).slice((await rows(to)).length)
  if (missing.length === 0) return
  await changeExtracted(connection, to, () => writeRows(connection, decisions, to, missing, true))
}

async function readDocuments(connection: Connection, key: number): Promise<Document[]> {
  const found: Document[] = []
  for await (const { documents } of readParts(connection, key)) {
    if (!documents) break
    found.push(...documents)
  }
  return found
}
