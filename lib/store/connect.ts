/** One open database for each place and process, however many modules ask for it. */
import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Database } from './database'
import { explainDatabaseError } from './database-errors'
import { openEmbedded } from './embedded'
import { migrate } from './migrate'
import { openServer } from './server'
import { listFiles, takeInFiles } from './take-in-files'

/** On globalThis: a bundled server may hold this module several times, a folder opens only once. */
const shared = globalThis as {
  throughlineDatabases?: Map<string, Promise<Database>>
  throughlineNew?: Set<string>
}
shared.throughlineNew ??= new Set()
/** Places whose database is being made. */
const inTheMaking = shared.throughlineNew
if (!shared.throughlineDatabases) {
  shared.throughlineDatabases = new Map()
  // Fires when nothing else is left to do: a command line that never closes its store ends cleanly.
  process.on('beforeExit', () => {
    for (const place of [...shared.throughlineDatabases!.keys()]) void disconnect(place)
  })
}
const open = shared.throughlineDatabases

export const isAddress = (place: string) => /^postgres(ql)?:\/\//.test(place)

/** DATABASE_URL if set; else the folder THROUGHLINE_DATA, else `.throughline` where it runs. */
export function defaultPlace(): string {
  return process.env.DATABASE_URL || process.env.THROUGHLINE_DATA || '.throughline'
}

/**
 * The database at a place, with its tables up to date.
 * @param place a folder or a PostgreSQL address
 * @throws AppError conflict, unavailable or internal that says what to do; the next call tries again
 */
export function connect(place: string): Promise<Database> {
  const key = keyOf(place)
  const existing = open.get(key)
  if (existing) return existing
  const forget = () => {
    if (open.get(key) === opening) open.delete(key)
  }
  const opening = openPlace(key, forget).catch((error) => {
    forget()
    throw explainDatabaseError(error)
  })
  open.set(key, opening)
  return opening
}

/**
 * Whether the place has no cases yet and its database must still be made, which takes seconds: what
 * needs no case of the store need not wait for it.
 * @throws AppError unavailable when the folder may not be read
 */
export async function isNew(place: string): Promise<boolean> {
  if (isAddress(place)) return false
  const folder = keyOf(place)
  if (!inTheMaking.has(folder) && (await hasDatabase(folder))) return false
  return (await listFiles(folder)).length === 0
}

/** @throws AppError unavailable when one may not look: there may well be cases */
const hasDatabase = (folder: string): Promise<boolean> =>
  stat(join(folder, 'database', 'PG_VERSION')).then(
    () => true,
    (error) => {
      if (error.code === 'ENOENT') return false
      throw explainDatabaseError(error)
    },
  )

/** Closes the database at a place, if it is open. */
export async function disconnect(place: string): Promise<void> {
  const key = keyOf(place)
  const existing = open.get(key)
  open.delete(key)
  await existing?.then((database) => database.close()).catch(() => {})
}

const keyOf = (place: string) => (isAddress(place) ? place : resolve(place))

async function openPlace(place: string, onEnd: () => void): Promise<Database> {
  if (isAddress(place)) return prepare(await openServer(place))
  if (!(await hasDatabase(place))) inTheMaking.add(place)
  try {
    const database = await prepare(await openEmbedded(place, onEnd))
    await takeInFiles(database, place)
    return database
  } finally {
    inTheMaking.delete(place)
  }
}

async function prepare(database: Database): Promise<Database> {
  try {
    await migrate(database)
    return database
  } catch (error) {
    await database.close().catch(() => {})
    throw error
  }
}
