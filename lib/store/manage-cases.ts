/** Cases as things: made, renamed, copied, put away, brought back. */
import { and, desc, eq, inArray, isNotNull, or } from 'drizzle-orm'
import { AppError } from '../errors'
import type { Case } from '../schema'
import { type Connection, type Database, typed } from './database'
import {
  caseTables,
  createFree,
  insertCase,
  isPresent,
  noSuchCase,
  present,
  removeCases,
  withFreeId,
} from './keep-case'
import { cases } from './tables'
import { copyRows } from './write-rows'

/**
 * Makes an empty case.
 * @returns its id, made of the title ("The 28-point plan" is `the-28-point-plan`, a second one
 *   `the-28-point-plan-2`)
 */
export function addCase(database: Database, title: string): Promise<string> {
  return database.transaction(async (connection) => {
    const { id } = await createFree(connection, { id: slugOf(title), title: checkTitle(title) })
    return id
  })
}

export async function retitleCase(database: Database, id: string, title: string): Promise<void> {
  const renamed = await typed(database)
    .update(cases)
    .set({ title: checkTitle(title), changedAt: new Date() })
    .where(present(id))
    .returning({ id: cases.id })
  if (renamed.length === 0) throw noSuchCase(id)
}

/** @returns the copy's id; its decisions come along */
export async function copyCase(database: Database, id: string, title?: string): Promise<string> {
  return database.transaction(async (connection) => {
    const [original] = await typed(connection).select().from(cases).where(present(id)).for('share')
    if (!original) throw noSuchCase(id)
    const name = title === undefined ? `${original.title} (copy)` : checkTitle(title)
    const copy = await createFree(connection, { id: slugOf(name), title: name })
    await copyParts(connection, original.key, copy.caseKey)
    return copy.id
  })
}

/** Everything one case has, decisions included, to another that has nothing. */
export async function copyParts(
  connection: Connection,
  fromCase: number,
  toCase: number,
): Promise<void> {
  for (const table of caseTables) {
    await copyRows(connection, table, fromCase, toCase)
  }
}

/** Puts a case away; nothing happens when there is none. */
export async function deleteCase(database: Database, id: string): Promise<void> {
  await typed(database).update(cases).set({ deletedAt: new Date() }).where(present(id))
}

/**
 * Brings back a case that was deleted under this id.
 * @param deletedAt which one, when several were (ISO 8601); else the one deleted last
 * @returns the id it has now: a free one when another case has taken its own since
 */
export function undeleteCase(database: Database, id: string, deletedAt?: string): Promise<string> {
  return database.transaction(async (connection) => {
    const db = typed(connection)
    const [deleted] = await db
      .select({ key: cases.key })
      .from(cases)
      .where(isDeleted(id, deletedAt))
      .orderBy(desc(cases.deletedAt), desc(cases.key))
      .limit(1)
    if (!deleted) throw new AppError('not_found', `No deleted case has the id "${id}".`)
    return withFreeId(id, async (free) => {
      if (await isPresent(connection, free)) return undefined
      await db
        .update(cases)
        .set({ id: free, deletedAt: null, earlierOf: null })
        .where(eq(cases.key, deleted.key))
      return free
    })
  })
}

/**
 * Removes for ever what was deleted under this id, and what is kept of it as it was read before.
 * @param deletedAt only the one deleted then (ISO 8601)
 */
export async function purgeDeleted(
  database: Database,
  id: string,
  deletedAt?: string,
): Promise<void> {
  await database.transaction((connection) => {
    const which = isDeleted(id, deletedAt)
    const keys = typed(connection).select({ key: cases.key }).from(cases).where(which)
    return removeCases(connection, or(which, inArray(cases.earlierOf, keys))!)
  })
}

const isDeleted = (id: string, deletedAt?: string) =>
  and(
    eq(cases.id, id),
    deletedAt === undefined ? isNotNull(cases.deletedAt) : eq(cases.deletedAt, new Date(deletedAt)),
  )!

/** @returns the id it was given: its own, or a free one when that is taken */
export function openAsCase(database: Database, case_: Case): Promise<string> {
  return database.transaction(async (connection) => {
    const { id, caseKey } = await createFree(connection, case_)
    await insertCase(connection, caseKey, case_)
    return id
  })
}

const longestTitle = 300

function checkTitle(title: string): string {
  const trimmed = title.trim()
  if (trimmed.length > longestTitle) {
    throw new AppError(
      'invalid_input',
      `A title has at most ${longestTitle} characters; “${trimmed.slice(0, 60)}…” has ${trimmed.length}. Shorten it.`,
    )
  }
  if (trimmed) return trimmed
  throw new AppError('invalid_input', 'A case needs a title.', [
    {
      path: 'title',
      message: 'The title is empty.',
      value: title,
      remedy: 'Give the case a name.',
    },
  ])
}

function slugOf(title: string): string {
  const words =
    title
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return words.join('-').slice(0, 60).replace(/-$/, '') || 'case'
}
