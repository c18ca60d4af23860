/**
 * Every case in one file: gzipped lines of JSON, each case followed by its parts. Parts are the
 * vocabulary's, not the tables', so that a later version with other tables still reads them.
 */
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { and, eq, isNull, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { AppError } from '../errors'
import { caseSchema } from '../schema'
import { carryOut } from './carry-out'
import { countParts, noParts, type Parts } from './case-rows'
import { type Connection, type Database, typed } from './database'
import { createFree, createKey, insertParts } from './keep-case'
import { readParts } from './read-parts'
import { cases } from './tables'

/** 2: a case may say which one it is an earlier state of. */
const version = 2
const headSchema = z.strictObject({
  throughlineBackup: z.int().min(1).max(version),
  madeAt: z.iso.datetime(),
})
const caseSchemaLine = z.strictObject({
  case: z.strictObject({
    id: caseSchema.shape.id,
    title: caseSchema.shape.title,
    createdAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
    deletedAt: z.iso.datetime().nullable(),
    /** The place in the file of the case it is an earlier state of, counted from 0; it comes before. */
    earlierOf: z.int().min(0).optional(),
  }),
})
const { documents, entities, mentions, claims, decisions } = caseSchema.shape
const partsSchema = z.strictObject({ documents, entities, mentions, claims, decisions }).partial()
/** The last line: a file that was cut short lacks it. */
const endSchema = z.strictObject({ end: z.number().int() })
const lineSchema = z.union([caseSchemaLine, endSchema, partsSchema])

type CaseHead = z.infer<typeof caseSchemaLine>['case']
type Row = typeof cases.$inferSelect
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
      // Each case is followed by its earlier states.
      const rows = await typed(connection)
        .select()
        .from(cases)
        .orderBy(
          sql`coalesce(${cases.earlierOf}, ${cases.key}), ${cases.earlierOf} nulls first`,
          cases.key,
        )
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

async function* backupLines(connection: Connection, rows: Row[]) {
  const line = (value: object) => `${JSON.stringify(value)}\n`
  yield line({ throughlineBackup: version, madeAt: new Date() })
  const places = new Map(rows.map(({ key }, place) => [key, place]))
  for (const { key, earlierOf, ...head } of rows) {
    const of = earlierOf === null ? undefined : places.get(earlierOf)
    yield line({ case: { ...head, earlierOf: of } })
    for await (const page of readParts(connection, key)) yield line(page)
  }
  yield line({ end: rows.length })
}

/**
 * Puts the cases of a backup beside those that are there: all of them or, when the file is damaged,
 * none. A case that is there in the same state is left alone; one that differs comes in under a
 * free id, with what is kept of it as it was read before.
 * @param name what messages call the file
 * @throws AppError invalid_input when the file is not a whole backup
 */
export function readBackup(database: Database, path: string, name = path): Promise<RestoredCase[]> {
  return database.transaction(async (connection) => {
    const placed: Placed[] = []
    let fill = async (_: Partial<Parts>) => {}
    let filled: number | undefined
    const finish = async () => {
      if (filled !== undefined) await carryOut(connection, filled)
    }
    let ended = false
    const takeIn = async (line: unknown, number: number) => {
      const parsed = (number === 1 ? headSchema : lineSchema).safeParse(line)
      if (number === 1) checkVersion(name, line)
      if (!parsed.success) throw damaged(name, `line ${number} is not one of a backup`)
      const { data } = parsed
      if ('throughlineBackup' in data) return
      if ('end' in data) ended = data.end === placed.length
      else if ('case' in data) {
        await finish()
        const { earlierOf, ...head } = data.case
        const current = earlierOf === undefined ? undefined : placed[earlierOf]
        if (earlierOf !== undefined && !current) throw damaged(name, `line ${number} names no case`)
        const place = await placeCase(connection, head, current)
        placed.push(place)
        filled = place.already ? undefined : place.key
        fill = place.already ? async () => {} : fillerOf(connection, place.key)
      } else await fill(data)
    }
    try {
      await eachLine(unzip(path), takeIn)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code?.startsWith('Z_')) throw damaged(name, 'it is not gzip, or was cut short')
      if (code === 'ENOENT') throw damaged(name, 'there is no such file')
      if (error instanceof SyntaxError) throw damaged(name, 'it holds no JSON')
      throw error
    }
    if (!ended) throw damaged(name, 'its end is missing')
    await finish()
    return placed.map(({ key: _, ...restored }) => restored)
  })
}

function checkVersion(name: string, line: unknown): void {
  const head = z.object({ throughlineBackup: z.number() }).safeParse(line)
  if (!head.success || head.data.throughlineBackup <= version) return
  throw new AppError(
    'invalid_input',
    `${name} is a backup of version ${head.data.throughlineBackup}; this Throughline reads version ${version}. Update Throughline, then restore it again.`,
  )
}

const damaged = (name: string, why: string) =>
  new AppError('invalid_input', `${name} is not a whole backup: ${why}. Nothing was restored.`)

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

type Placed = RestoredCase & { key: number }

/** @param current the case that this one is an earlier state of: it goes where that one went */
async function placeCase(
  connection: Connection,
  { id, title, ...times }: Omit<CaseHead, 'earlierOf'>,
  current?: Placed,
): Promise<Placed> {
  const dates = {
    createdAt: new Date(times.createdAt),
    changedAt: new Date(times.changedAt),
    deletedAt: times.deletedAt === null ? null : new Date(times.deletedAt),
  }
  const there = await findSame(connection, { id, title, ...dates }, current)
  const key = there ?? (await createKey(connection, { id, title, dates }))
  if (key === undefined) {
    const beside = `${title} (from backup)`
    const created = await createFree(connection, { id, title: beside, dates })
    return { id: created.id, title: beside, already: false, key: created.caseKey }
  }
  if (current) {
    const earlierOf = current.key
    await typed(connection).update(cases).set({ earlierOf }).where(eq(cases.key, key))
  }
  return { id, title, already: there !== undefined, key }
}

/** The number of a case that is there in the same state; an earlier state belongs to its case. */
async function findSame(
  connection: Connection,
  { id, title, changedAt, deletedAt }: Pick<Row, 'id' | 'title' | 'changedAt' | 'deletedAt'>,
  current?: Placed,
): Promise<number | undefined> {
  if (current && !current.already) return undefined
  const [same] = await typed(connection)
    .select({ key: cases.key })
    .from(cases)
    .where(
      and(
        eq(cases.id, id),
        eq(cases.title, title),
        eq(cases.changedAt, changedAt),
        deletedAt ? eq(cases.deletedAt, deletedAt) : isNull(cases.deletedAt),
        // A backup of an earlier program brought it back as a case of its own.
        current && or(eq(cases.earlierOf, current.key), isNull(cases.earlierOf)),
      ),
    )
  return same?.key
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
