/** How far an import is, and what came of each document. */
import { and, asc, count, desc, eq, gt, inArray, sql } from 'drizzle-orm'
import { AppError } from '../errors'
import { type Connection, type Database, typed } from '../store/database'
import { present } from '../store/keep-case'
import { cases, importItems, imports, importWorkers } from '../store/tables'
import { noSuchImport } from './intake'
import type { ImportState, ItemState } from './source'

export type Progress = {
  id: string
  /** The case's id. */
  case: string
  state: ImportState
  createdAt: string
  finishedAt?: string
  /** How many documents are in which state; `passed over` counts folders and archives. */
  counts: Record<ItemState, number>
  /** Of documents. */
  total: number
  /** Documents read in a second, over the last half minute; 0 when none was. */
  rate: number
  /** Absent when nothing is left, or nothing can be said yet. */
  secondsLeft?: number
  /** Threads that read, on all machines. */
  threads: number
  /** Why it does not go on just now, from a process that knows. */
  held?: string
}

/** Something that did not go as wished, is yet to be tried again, or was taken out before. */
export type Trouble = {
  name: string
  state: ItemState
  tries: number
  reason: string
  /** Whether it is still here to be read again. */
  canRetry: boolean
}

const empty: Record<ItemState, number> = {
  waiting: 0,
  running: 0,
  read: 0,
  done: 0,
  known: 0,
  'taken out': 0,
  failed: 0,
  'set aside': 0,
  cancelled: 0,
  'passed over': 0,
}

/** Imports of a case, the last one first. */
export async function listImports(database: Database, caseId: string): Promise<Progress[]> {
  const rows = await typed(database)
    .select({ id: imports.id })
    .from(imports)
    .innerJoin(cases, eq(cases.key, imports.caseKey))
    .where(present(caseId))
    .orderBy(desc(imports.key))
    .limit(20)
  const list: Progress[] = []
  for (const { id } of rows) list.push(await readProgress(database, id))
  return list
}

/** @throws AppError not_found, also when its case was deleted before it was over */
export function readProgress(database: Database, id: string): Promise<Progress> {
  return database.transaction((connection) => readWith(connection, id), 'snapshot')
}

async function readWith(connection: Connection, id: string): Promise<Progress> {
  const db = typed(connection)
  const [found] = await db
    .select({ import_: imports, case: cases.id, title: cases.title, deletedAt: cases.deletedAt })
    .from(imports)
    .innerJoin(cases, eq(cases.key, imports.caseKey))
    .where(eq(imports.id, id))
  if (!found) throw noSuchImport(id)
  const { key, state, createdAt, finishedAt } = found.import_
  if (found.deletedAt && !finishedAt) {
    throw new AppError(
      'not_found',
      `The case “${found.title}” was deleted while documents were added to it. Bring it back, and they go on joining it.`,
    )
  }
  const groups = await db
    .select({ state: importItems.state, count: count() })
    .from(importItems)
    .where(eq(importItems.importKey, key))
    .groupBy(importItems.state)
  const counts = { ...empty }
  for (const group of groups) counts[group.state as ItemState] = Number(group.count)
  const rate = finishedAt ? 0 : await readRate(connection, key)
  const left = counts.waiting + counts.running
  const [workers] = await db
    .select({ threads: sql<number>`coalesce(sum(${importWorkers.threads}), 0)`.mapWith(Number) })
    .from(importWorkers)
    .where(gt(importWorkers.seenAt, sql`now() - interval '20 seconds'`))
  return {
    id,
    case: found.case,
    state: state as ImportState,
    createdAt: createdAt.toISOString(),
    ...(finishedAt && { finishedAt: finishedAt.toISOString() }),
    counts,
    total: Object.values(counts).reduce((sum, number) => sum + number, 0) - counts['passed over'],
    rate,
    ...(left > 0 && rate > 0 && { secondsLeft: Math.ceil(left / rate) }),
    threads: workers?.threads ?? 0,
  }
}

/** Documents a second, over the last half minute or since the first of them. */
async function readRate(connection: Connection, key: number): Promise<number> {
  const [row] = await typed(connection)
    .select({
      ended: count(),
      seconds: sql`extract(epoch from now() - min(${importItems.endedAt}))`.mapWith(Number),
    })
    .from(importItems)
    .where(
      and(
        eq(importItems.importKey, key),
        inArray(importItems.state, ['read', 'done', 'known', 'taken out', 'failed', 'set aside']),
        gt(importItems.tries, 0),
        gt(importItems.endedAt, sql`now() - interval '30 seconds'`),
      ),
    )
  const { ended, seconds } = row!
  return Number(ended) > 1 && seconds > 0.5 ? (Number(ended) - 1) / seconds : 0
}

/** What failed, has still to be tried again or was taken out before, and why, in the order it was handed in; what was passed over too. */
export async function listTroubles(
  database: Database,
  id: string,
  limit = 500,
): Promise<Trouble[]> {
  const rows = await typed(database)
    .select({
      name: importItems.name,
      state: importItems.state,
      tries: importItems.tries,
      reason: importItems.reason,
      source: importItems.source,
      size: importItems.size,
    })
    .from(importItems)
    .innerJoin(imports, eq(imports.key, importItems.importKey))
    .where(and(eq(imports.id, id), sql`${importItems.reason} is not null`))
    .orderBy(asc(importItems.position))
    .limit(limit)
  return rows.map(({ name, state, tries, reason, source, size }) => ({
    name,
    state: state as ItemState,
    tries,
    reason: reason!,
    canRetry: state !== 'done' && state !== 'taken out' && (source === 'link' || size > 0),
  }))
}
