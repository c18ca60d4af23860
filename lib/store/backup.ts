/**
 * Every case in one file: gzipped lines of JSON, each case followed by its parts. Parts are the
 * vocabulary's, not the tables', so that a later version with other tables still reads them.
 */
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { AppError } from '../errors'
import { caseSchema } from '../schema'
import { carryOut } from './carry-out'
import { countParts, noParts, type Parts } from './case-rows'
import { type Connection, type Database, typed } from './database'
import { createFree, createKey, insertParts } from './keep-case'
import { readParts } from './read-parts'
import { cases } from './tables'

const version = 1
const headSchema = z.strictObject({
  throughlineBackup: z.literal(version),
  madeAt: z.iso.datetime(),
})
const caseSchemaLine = z.strictObject({
  case: z.strictObject({
    id: caseSchema.shape.id,
    title: caseSchema.shape.title,
    createdAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
    deletedAt: z.iso.datetime().nullable(),
  }),
})
const { documents, entities, mentions, claims, decisions } = caseSchema.shape
const partsSchema = z.strictObject({ documents, entities, mentions, claims, decisions }).partial()
/** The last line: a file that was cut short lacks it. */
const endSchema = z.strictObject({ end: z.number().int() })
const lineSchema = z.union([caseSchemaLine, endSchema, partsSchema])

type CaseHead = z.infer<typeof caseSchemaLine>['case']
export type RestoredCase = { id: string; title: string; already: boolean }

/**
 * Writes all cases, deleted ones too, as they are at one moment. The file is there whole or not.
 * @returns how many cases it holds
 * @throws AppError unavailable when it cannot be written there
 */
export async function writeBackup(database: Database, path: string): Promise<number> {
  const draft = `${path}.${process.pid}.draft`
  try {
    const count = await database.transaction(async (connection) => {
      const rows = await typed(connection).select().from(cases).orderBy(cases.key)
      await pipeline(
        Readable.from(backupLines(connection, rows)),
        createGzip(),
        createWriteStream(draft, { flush: true }),
      )
      return rows.length
    }, 'snapshot')
    await rename(draft, path)
    return count
  } catch (error) {
    throw isOfFiles(error) ? unwritable(path, error) : error
  } finally {
    await rm(draft, { force: true })
  }
}

/** Of the place it was to be written to, not of the database. */
const isOfFiles = (error: unknown): error is Error =>
  error instanceof Error &&
  'code' in error &&
  /^(ENOSPC|EDQUOT|EFBIG|EACCES|EPERM|EROFS|ENOENT|ENOTDIR|EISDIR)$/.test(String(error.code))

const unwritable = (path: string, cause: Error) =>
  new AppError(
    'unavailable',
    `The backup ${path} cannot be written: ${cause.message}. Nothing is left of it there. Choose another place, or make room.`,
    [],
    { cause },
  )

async function* backupLines(connection: Connection, rows: (typeof cases.$inferSelect)[]) {
  const line = (value: object) => `${JSON.stringify(value)}\n`
  yield line({ throughlineBackup: version, madeAt: new Date() })
  for (const { key, earlierOf: _, ...head } of rows) {
    yield line({ case: head })
    for await (const page of readParts(connection, key)) yield line(page)
  }
  yield line({ end: rows.length })
}

/**
 * Puts the cases of a backup beside those that are there: all of them or, when the file is damaged,
 * none. A case that is there in the same state is left alone; one that differs comes in under a
 * free id.
 * @throws AppError invalid_input when the file is not a whole backup
 */
export function readBackup(database: Database, path: string): Promise<RestoredCase[]> {
  return database.transaction(async (connection) => {
    const restored: RestoredCase[] = []
    let fill = async (_: Partial<Parts>) => {}
    let filled: number | undefined
    const finish = async () => {
      if (filled !== undefined) await carryOut(connection, filled)
    }
    let ended = false
    const takeIn = async (line: unknown, number: number) => {
      const parsed = (number === 1 ? headSchema : lineSchema).safeParse(line)
      if (number === 1) checkVersion(path, line)
      if (!parsed.success) throw damaged(path, `line ${number} is not one of a backup`)
      const { data } = parsed
      if ('throughlineBackup' in data) return
      if ('end' in data) ended = data.end === restored.length
      else if ('case' in data) {
        await finish()
        const { key, ...result } = await placeCase(connection, data.case)
        filled = key
        restored.push(result)
        fill = key === undefined ? async () => {} : fillerOf(connection, key)
      } else await fill(data)
    }
    try {
      await eachLine(unzip(path), takeIn)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code?.startsWith('Z_')) throw damaged(path, 'it is not gzip, or was cut short')
      if (code === 'ENOENT') throw damaged(path, 'there is no such file')
      if (error instanceof SyntaxError) throw damaged(path, 'it holds no JSON')
      throw error
    }
    if (!ended) throw damaged(path, 'its end is missing')
    await finish()
    return restored
  })
}

function checkVersion(path: string, line: unknown): void {
  const head = z.object({ throughlineBackup: z.number() }).safeParse(line)
  if (!head.success || head.data.throughlineBackup <= version) return
  throw new AppError(
    'invalid_input',
    `${path} is a backup of version ${head.data.throughlineBackup}; this Throughline reads version ${version}. Update Throughline, then restore it again.`,
  )
}

const damaged = (path: string, why: string) =>
  new AppError('invalid_input', `${path} is not a whole backup: ${why}. Nothing was restored.`)

/** Fails where it is read, so that nothing goes on once the transaction is undone. */
function unzip(path: string): AsyncIterable<Uint8Array> {
  const source = createReadStream(path)
  const text = source.pipe(createGunzip())
  source.on('error', (error) => text.destroy(error))
  return text
}

async function eachLine(
  chunks: AsyncIterable<Uint8Array>,
  take: (line: unknown, number: number) => Promise<void>,
): Promise<void> {
  const decoder = new TextDecoder()
  let number = 0
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop()!
    for (const line of lines) await take(JSON.parse(line), ++number)
  }
}

async function placeCase(
  connection: Connection,
  { id, title, ...times }: CaseHead,
): Promise<RestoredCase & { key?: number }> {
  const dates = {
    createdAt: new Date(times.createdAt),
    changedAt: new Date(times.changedAt),
    deletedAt: times.deletedAt === null ? null : new Date(times.deletedAt),
  }
  const [same] = await typed(connection)
    .select({ id: cases.id })
    .from(cases)
    .where(
      and(
        eq(cases.id, id),
        eq(cases.title, title),
        eq(cases.changedAt, dates.changedAt),
        dates.deletedAt ? eq(cases.deletedAt, dates.deletedAt) : isNull(cases.deletedAt),
      ),
    )
  if (same) return { id, title, already: true }
  const key = await createKey(connection, { id, title, dates })
  if (key !== undefined) return { id, title, already: false, key }
  const beside = `${title} (from backup)`
  const created = await createFree(connection, { id, title: beside, dates })
  return { id: created.id, title: beside, already: false, key: created.caseKey }
}

/** Adds pages of parts to a case, each kind numbered on. */
function fillerOf(connection: Connection, key: number) {
  let before = countParts(noParts())
  return async (page: Partial<Parts>) => {
    const parts = { ...noParts(), ...page }
    await insertParts(connection, key, parts, { before, fresh: true })
    before = countParts(parts, before)
  }
}
