/** Handing in: what is answered for is in the database, bytes and all, with a job to read it. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { AppError } from '../errors'
import { isArchive, isTooLarge, tooLargeWords } from '../limits'
import { type Connection, type Database, typed } from '../store/database'
import { noSuchCase, present } from '../store/keep-case'
import { cases, documents, importItems, imports } from '../store/tables'
import { jobOf, openQueue, type Queue, within } from './queue'
import type { Refused, Source } from './source'
import { unpack } from './unpack'

export type ImportOptions = {
  /** ISO 8601: the documents' addedAt. Now, when left out. */
  addedAt?: string
  /** Day of the documents that do not say, as 2025-11-27. */
  date?: string
}

/** What is written at once: enough to be quick, little enough to be held twice. */
const batch = { sources: 100, bytes: 8 * 1024 * 1024 }

/** @returns the id of a new import into a case. @throws AppError not_found */
export async function createImport(
  database: Database,
  caseId: string,
  { addedAt, date }: ImportOptions = {},
): Promise<string> {
  const [case_] = await typed(database)
    .select({ key: cases.key })
    .from(cases)
    .where(present(caseId))
  if (!case_) throw noSuchCase(caseId)
  const now = new Date()
  const id = `i-${randomBytes(6).toString('hex')}`
  await typed(database)
    .insert(imports)
    .values({
      id,
      caseKey: case_.key,
      state: 'open',
      createdAt: now,
      addedAt: addedAt ?? now.toISOString(),
      date,
      turns: 0,
      joined: 0,
    })
  return id
}

/**
 * Takes sources into an import; archives are opened, and each file in them is a source. Who had no
 * answer hands in the same again: what is there already, of this name and content, is not taken twice.
 * @returns how many were taken, once they are on the disk
 * @throws AppError not_found, conflict when the import is over, invalid_input for an archive that
 *   cannot be opened: then nothing of it was taken
 */
export async function addSources(
  database: Database,
  id: string,
  sources: readonly (Source | Refused)[],
): Promise<number> {
  const queue = await openQueue(database)
  let taken = 0
  let held: (Source | Refused)[] = []
  let size = 0
  const keep = async () => {
    if (held.length > 0) await insertItems(database, queue, id, held)
    taken += held.length
    held = []
    size = 0
  }
  for await (const source of expand(sources)) {
    held.push(source)
    if ('bytes' in source) size += source.bytes.length
    if (held.length >= batch.sources || size >= batch.bytes) await keep()
  }
  await keep()
  return taken
}

/** Nothing more comes: when all is read and joined, the import is finished. */
export async function sealImport(database: Database, id: string): Promise<void> {
  await typed(database)
    .update(imports)
    .set({ state: 'running' })
    .where(and(eq(imports.id, id), eq(imports.state, 'open')))
}

async function* expand(sources: readonly (Source | Refused)[]): AsyncGenerator<Source | Refused> {
  for (const source of sources) {
    if (!('bytes' in source)) yield source
    else if (isTooLarge(source.name, source.bytes.length)) yield refuseLarge(source)
    else if (source.source === 'file' && isArchive(source.name)) yield* expandArchive(source)
    else yield source
  }
}

async function* expandArchive({ name, bytes }: Extract<Source, { bytes: unknown }>) {
  let found = 0
  try {
    for await (const entry of unpack(bytes, name)) {
      if (!('passedOver' in entry)) found++
      yield 'source' in entry ? entry.source : entry
    }
    if (found === 0) yield { name, reason: `“${name}”: No file in the archive can be read.` }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    yield { name, reason: error.message }
  }
}

const refuseLarge = ({ name, bytes }: Extract<Source, { bytes: unknown }>): Refused => ({
  name,
  reason: tooLargeWords(name, bytes.length),
})

function insertItems(
  database: Database,
  queue: Queue,
  id: string,
  sources: (Source | Refused)[],
): Promise<void> {
  return database.transaction(async (connection) => {
    const db = typed(connection)
    const [import_] = await db.select().from(imports).where(eq(imports.id, id)).for('update')
    if (!import_) throw noSuchImport(id)
    if (import_.state === 'cancelled' || import_.state === 'finished') {
      throw new AppError('conflict', `The import is ${import_.state}. Begin a new one.`)
    }
    const hashed = sources.map((source) => ({
      source,
      sha256: 'bytes' in source ? hash(source.bytes) : undefined,
    }))
    const handedIn = await listHandedIn(connection, import_.key, hashed)
    const fresh = hashed.filter(({ source, sha256 }) => !handedIn.has(markOf(source.name, sha256)))
    if (fresh.length === 0) return
    const known = await findKnown(connection, import_.caseKey, hashesOf(fresh))
    const rows = fresh.map(({ source, sha256 }, i) => {
      const place = import_.turns + i
      const base = { importKey: import_.key, position: place, turn: place, job: randomUUID() }
      return { ...base, sha256, ...describe(source, sha256 !== undefined && known.has(sha256)) }
    })
    await db.insert(importItems).values(rows)
    const jobs = rows.filter((row) => row.state === 'waiting').map(jobOf)
    if (jobs.length > 0) await queue.insert(jobs, within(connection))
    const turns = import_.turns + rows.length
    await db.update(imports).set({ turns }).where(eq(imports.key, import_.key))
  })
}

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

export const noSuchImport = (id: string) =>
  new AppError('not_found', `There is no import "${id}". Choose one from the case's list.`)

function describe(source: Source | Refused, known: boolean) {
  const { name } = source
  const ended = { endedAt: new Date(), tries: 0 }
  if ('reason' in source) {
    const { reason, passedOver } = source
    const state = passedOver ? 'passed over' : 'failed'
    return { source: 'file', name, size: 0, state, reason, ...ended }
  }
  if (source.source === 'link') {
    return { source: 'link', name, link: source.link, size: 0, state: 'waiting', tries: 0 }
  }
  const size = source.bytes.length
  if (known) return { source: source.source, name, size, state: 'known', ...ended }
  return { source: source.source, name, bytes: source.bytes, size, state: 'waiting', tries: 0 }
}

type Hashed = { source: Source | Refused; sha256: string | undefined }

const hashesOf = (sources: readonly Hashed[]) => sources.flatMap(({ sha256 }) => sha256 ?? [])

/** What a source is known by within its import. */
const markOf = (name: string, sha256: string | null | undefined) => `${sha256 ?? ''} ${name}`

/** Marks of those that the import has already. */
async function listHandedIn(
  connection: Connection,
  importKey: number,
  sources: readonly Hashed[],
): Promise<Set<string>> {
  const names = sources.flatMap(({ source, sha256 }) => (sha256 ? [] : source.name))
  const rows = await typed(connection)
    .select({ name: importItems.name, sha256: importItems.sha256 })
    .from(importItems)
    .where(
      and(
        eq(importItems.importKey, importKey),
        or(
          inArray(importItems.sha256, hashesOf(sources)),
          and(isNull(importItems.sha256), inArray(importItems.name, names)),
        ),
      ),
    )
  return new Set(rows.map(({ name, sha256 }) => markOf(name, sha256)))
}

/** Hashes of files whose documents are in the case. */
async function findKnown(
  connection: Connection,
  caseKey: number,
  wanted: string[],
): Promise<Set<string>> {
  if (wanted.length === 0) return new Set()
  const rows = await typed(connection)
    .selectDistinct({ sha256: importItems.sha256 })
    .from(importItems)
    .innerJoin(imports, eq(imports.key, importItems.importKey))
    .innerJoin(
      documents,
      and(
        eq(documents.caseKey, imports.caseKey),
        eq(documents.id, sql`any(${importItems.documents})`),
      ),
    )
    .where(and(eq(imports.caseKey, caseKey), inArray(importItems.sha256, wanted)))
  return new Set(rows.flatMap(({ sha256 }) => sha256 ?? []))
}
