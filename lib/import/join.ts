/** What was read joins its case: in one place, in the order of turns, a window of turns at a time. */
import { and, asc, between, eq, inArray, isNull, sql } from 'drizzle-orm'
import { openCase, type Reading } from '../pipeline'
import type { OpenCase } from '../pipeline/open-case'
import type { Case } from '../schema'
import { writeOver } from '../store/change-case'
import { type Connection, type Database, typed } from '../store/database'
import { loadWith } from '../store/keep-case'
import { toPlainText } from '../store/plain-text'
import { cases, importItems, imports } from '../store/tables'
import { findTakenOut, sayTakenOut } from './find-taken-out'
import { replaceOlder } from './replace-older'
import { type ItemState, pendingStates } from './source'

/**
 * How many turns join at once. Windows begin at multiples of it, whatever was read when: names are
 * settled within a window before they meet the case, so the same windows give the same case.
 */
const windowSize = 40

/** A case as the tables hold it, while its stamp is theirs; `open` takes more. */
type Kept = { stamp: string; case: Case; open: OpenCase }

const kept = new WeakMap<Database, Map<number, Kept>>()

/**
 * Joins the next window of an import if all of it was read, and finishes the import after the last.
 * @returns whether there was something to do; another process may be at it
 */
export async function joinNext(database: Database, importKey: number): Promise<boolean> {
  const memory = kept.get(database) ?? new Map<number, Kept>()
  kept.set(database, memory)
  let next: Kept | undefined
  let caseKey: number | undefined
  try {
    const joined = await database.transaction(async (connection) => {
      const import_ = await lockImport(connection, importKey)
      if (!import_) return false
      caseKey = import_.caseKey
      const window = await findWindow(connection, import_)
      if (!window) return false
      const rows = await listRead(connection, importKey, window)
      if (rows.length > 0) next = await joinRows(connection, import_, rows, memory.get(caseKey))
      await advance(connection, import_, window.end)
      return true
    })
    if (joined && next) memory.set(caseKey!, next)
    return joined
  } catch (error) {
    if (caseKey !== undefined) memory.delete(caseKey)
    throw error
  }
}

/** Imports that still have something to read or to join. */
export async function listUnfinished(database: Database): Promise<number[]> {
  const rows = await typed(database)
    .select({ key: imports.key })
    .from(imports)
    .innerJoin(cases, eq(cases.key, imports.caseKey))
    .where(and(isNull(imports.finishedAt), isNull(cases.deletedAt)))
    .orderBy(asc(imports.key))
  return rows.map(({ key }) => key)
}

type Locked = typeof imports.$inferSelect & { caseId: string; title: string; stamp: string }

/** The import and its case, which nobody else writes until the transaction ends. */
async function lockImport(connection: Connection, key: number): Promise<Locked | undefined> {
  const [row] = await typed(connection)
    .select({
      import_: imports,
      caseId: cases.id,
      title: cases.title,
      stamp: sql<string>`${cases.changedAt}::text`,
    })
    .from(imports)
    .innerJoin(cases, eq(cases.key, imports.caseKey))
    .where(and(eq(imports.key, key), isNull(imports.finishedAt), isNull(cases.deletedAt)))
    .for('update', { skipLocked: true })
  return row && { ...row.import_, caseId: row.caseId, title: row.title, stamp: row.stamp }
}

type Window = { start: number; end: number }

/** The next turns to join, once none of them has still to be read and no more can come. */
async function findWindow(
  connection: Connection,
  { key, joined, turns, state }: Locked,
): Promise<Window | undefined> {
  const full = (Math.floor(joined / windowSize) + 1) * windowSize
  if (full > turns && state === 'open') return undefined
  const end = Math.min(full, turns)
  const [pending] = await typed(connection)
    .select({ turn: importItems.turn })
    .from(importItems)
    .where(
      and(
        eq(importItems.importKey, key),
        between(importItems.turn, joined, end - 1),
        inArray(importItems.state, pendingStates),
      ),
    )
    .limit(1)
  return pending ? undefined : { start: joined, end }
}

type Row = { position: number; readings: Reading[] }

async function listRead(
  connection: Connection,
  importKey: number,
  { start, end }: Window,
): Promise<Row[]> {
  const rows = await typed(connection)
    .select({ position: importItems.position, result: importItems.result })
    .from(importItems)
    .where(
      and(
        eq(importItems.importKey, importKey),
        between(importItems.turn, start, end - 1),
        eq(importItems.state, 'read'),
      ),
    )
    .orderBy(asc(importItems.turn))
  return rows.map(({ position, result }) => ({
    position,
    readings: JSON.parse(result!) as Reading[],
  }))
}

async function joinRows(
  connection: Connection,
  import_: Locked,
  rows: Row[],
  memory: Kept | undefined,
): Promise<Kept> {
  const { caseKey, caseId, title, stamp, addedAt, date } = import_
  const { case: before, open } =
    memory?.stamp === stamp
      ? memory
      : await openStored(connection, { key: caseKey, id: caseId, title })
  const readings = rows.flatMap((row) => row.readings)
  open.add(readings, { addedAt, date: date ?? undefined })
  const joined = open.case()
  const texts = readings.map((reading) => reading.input.text)
  const after = replaceOlder(before, joined, texts)
  const newStamp = await writeOver(connection, caseKey, before, after)
  await markJoined(connection, import_.key, rows, before, after)
  return { stamp: newStamp, case: after, open: after === joined ? open : openCase(after) }
}

async function openStored(connection: Connection, row: Parameters<typeof loadWith>[1]) {
  const case_ = await loadWith(connection, row)
  return { case: case_, open: openCase(case_) }
}

/** What has joined needs its bytes no more: its text is in the case. */
async function markJoined(
  connection: Connection,
  importKey: number,
  rows: Row[],
  before: Case,
  after: Case,
): Promise<void> {
  const ids = new Map(after.documents.map((document) => [document.text, document.id]))
  const seen = new Set(before.documents.map((document) => document.text))
  const out = findTakenOut(before, after)
  const joined = rows.map(({ position, readings }) => {
    const texts = readings.map((reading) => reading.input.text)
    const known = texts.every((text) => seen.has(text))
    for (const text of texts) seen.add(text)
    const note = texts.flatMap((text) => out.get(text) ?? [])[0]
    const state: ItemState = !known ? 'done' : note ? 'taken out' : 'known'
    const reason = note ? toPlainText(sayTakenOut(note)) : null
    return { position, state, reason, documents: texts.flatMap((text) => ids.get(text) ?? []) }
  })
  await connection.query(
    `update throughline.import_items as item
    set state = joined.state, reason = joined.reason,
      bytes = null, result = null, documents = joined.documents
    from json_to_recordset($2) as joined (
      position int, state text, reason text, documents text[])
    where item.import_key = $1 and item.position = joined.position`,
    [importKey, JSON.stringify(joined)],
  )
}

async function advance(connection: Connection, import_: Locked, end: number): Promise<void> {
  const over = end === import_.turns && import_.state !== 'open'
  const state = import_.state === 'running' && over ? 'finished' : import_.state
  await typed(connection)
    .update(imports)
    .set({ joined: end, state, ...(over && { finishedAt: new Date() }) })
    .where(eq(imports.key, import_.key))
}
