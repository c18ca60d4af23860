/** A whole case into the tables and out of them again. */
import { and, eq, inArray, isNull, type SQL } from 'drizzle-orm'
import { AppError } from '../errors'
import { type Case, caseSchema, caseVersion } from '../schema'
import { carryOut, changeExtracted } from './carry-out'
import { type Counts, noParts, type Parts, toRows } from './case-rows'
import { checkStored } from './check-stored'
import { type Connection, type Database, typed } from './database'
import { readParts } from './read-parts'
import {
  cases,
  claims,
  decisions,
  documents,
  entities,
  evidence,
  mentions,
  names,
  originals,
  passages,
  takenOut,
} from './tables'
import { removeOtherRows, writeRows } from './write-rows'

/** Removes cases for ever. */
export async function removeCases(connection: Connection, which: SQL): Promise<void> {
  const db = typed(connection)
  const removed = await db.delete(cases).where(which).returning({ key: cases.key })
  const keys = removed.map(({ key }) => key)
  if (keys.length === 0) return
  for (const table of caseTables) {
    await db.delete(table).where(inArray(table.caseKey, keys))
  }
}

/** Every table that holds part of a case. */
export const partTables = {
  documents,
  entities,
  mentions,
  claims,
  evidence,
  decisions,
  passages,
  names,
}
/** With what keeps how a case was extracted. */
export const caseTables = [...Object.values(partTables), originals, takenOut]
const tableNames = Object.keys(partTables) as (keyof typeof partTables)[]

/** The case of this id that is not deleted. */
export const present = (id: string) => and(eq(cases.id, id), isNull(cases.deletedAt))

export async function isPresent(connection: Connection, id: string): Promise<boolean> {
  const found = await typed(connection).select({ key: cases.key }).from(cases).where(present(id))
  return found.length > 0
}

export const noSuchCase = (id: string) =>
  new AppError('not_found', `There is no case "${id}". Choose one from the list of cases.`)

/**
 * Writes a case, or what differs from the one that is there.
 * @throws AppError conflict when decisions were made that this case does not know
 */
export function writeCase(database: Database, case_: Case): Promise<void> {
  return database.transaction(async (connection) => {
    const created = await createKey(connection, case_)
    if (created !== undefined) return insertCase(connection, created, case_)
    const [existing] = await typed(connection)
      .update(cases)
      .set({ title: case_.title, changedAt: new Date() })
      .where(present(case_.id))
      .returning({ key: cases.key })
    if (!existing) throw noSuchCase(case_.id)
    await checkDecisions(connection, existing.key, case_)
    await changeExtracted(connection, existing.key, () =>
      replaceParts(connection, existing.key, case_),
    )
  })
}

/** The parts of a case that has none yet, with its decisions carried out. */
export async function insertCase(
  connection: Connection,
  caseKey: number,
  parts: Parts,
): Promise<void> {
  await insertParts(connection, caseKey, parts, { fresh: true })
  await carryOut(connection, caseKey)
}

/** Makes these all the parts the case has, inside the caller's transaction. */
export async function replaceParts(
  connection: Connection,
  caseKey: number,
  parts: Parts,
): Promise<void> {
  const rows = toRows(parts)
  for (const name of tableNames) {
    await removeOtherRows(connection, partTables[name], caseKey, rows[name])
  }
  await insertParts(connection, caseKey, parts)
}

type NewCase = {
  id: string
  title: string
  /** Now, if not given. */
  dates?: { createdAt: Date; changedAt: Date; deletedAt: Date | null }
}

/** The number of a new case, or undefined when its id is taken. */
export async function createKey(
  connection: Connection,
  { id, title, dates }: NewCase,
): Promise<number | undefined> {
  const now = new Date()
  const [created] = await typed(connection)
    .insert(cases)
    .values({ id, title, createdAt: now, changedAt: now, ...dates })
    .onConflictDoNothing()
    .returning({ key: cases.key })
  return created?.key
}

/** A new case under its id or, when that is taken, that id with the first number that is free. */
export const createFree = (
  connection: Connection,
  wish: NewCase,
): Promise<{ id: string; caseKey: number }> =>
  withFreeId(wish.id, async (id) => {
    const caseKey = await createKey(connection, { ...wish, id })
    return caseKey === undefined ? undefined : { id, caseKey }
  })

/** @param take is asked with `plan`, `plan-2`, `plan-3` … and gives undefined for an id that is taken */
export async function withFreeId<T>(
  wish: string,
  take: (id: string) => Promise<T | undefined>,
): Promise<T> {
  for (let n = 1; ; n++) {
    const taken = await take(n === 1 ? wish : `${wish}-${n}`)
    if (taken !== undefined) return taken
  }
}

/**
 * Parts that are there already and are the same are left alone.
 * @param fresh when none of them can be there
 */
export async function insertParts(
  connection: Connection,
  caseKey: number,
  parts: Parts,
  { before, fresh = false }: { before?: Counts; fresh?: boolean } = {},
): Promise<void> {
  const rows = toRows(parts, before)
  for (const name of tableNames) {
    await writeRows(connection, partTables[name], caseKey, rows[name], fresh)
  }
}

/** The log only grows: a case read before the last decision was made must not be written over it. */
async function checkDecisions(connection: Connection, caseKey: number, case_: Case): Promise<void> {
  const stored = await typed(connection)
    .select({ id: decisions.id })
    .from(decisions)
    .where(eq(decisions.caseKey, caseKey))
    .orderBy(decisions.position)
  const missing = stored.findIndex(({ id }, position) => case_.decisions[position]?.id !== id)
  if (missing < 0) return
  throw new AppError(
    'conflict',
    `Decisions were made in "${case_.title}" that this copy of it does not have (the first is ${stored[missing]!.id}). Read the case again and repeat the change; to put an older copy in its place, delete the case first.`,
  )
}

/**
 * @param as what was extracted with its log, or what is shown with an empty one
 * @throws AppError not_found, or internal when the rows make no case: someone changed them
 */
export function loadCase(
  database: Database,
  id: string,
  as?: 'extracted' | 'shown',
): Promise<Case> {
  return database.transaction(async (connection) => {
    const [found] = await typed(connection).select().from(cases).where(present(id))
    if (!found) throw noSuchCase(id)
    return loadWith(connection, found, as)
  }, 'snapshot')
}

/** The case of a row of `cases`, inside the caller's transaction. */
export async function loadWith(
  connection: Connection,
  { key, id, title }: Pick<typeof cases.$inferSelect, 'key' | 'id' | 'title'>,
  as?: 'extracted' | 'shown',
): Promise<Case> {
  const parts = noParts()
  for await (const page of readParts(connection, key, as)) addParts(parts, page)
  return checkStored(caseSchema, { version: caseVersion, id, title, ...parts }, id)
}

function addParts(parts: Parts, page: Partial<Parts>): void {
  for (const name of Object.keys(page) as (keyof Parts)[]) {
    const list: object[] = parts[name]
    for (const part of page[name] ?? []) list.push(part)
  }
}
