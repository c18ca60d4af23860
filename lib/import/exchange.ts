/**
 * The two ends of a job in one transaction: what became of the last document is handed in, and the
 * next one taken. So a process holds exactly what it is reading, and dies with no more than that.
 */
import { and, eq, inArray } from 'drizzle-orm'
import { type Connection, type Database, typed } from '../store/database'
import { importItems, imports } from '../store/tables'
import { mostTries, openQueue, type Queue, type QueueName, within } from './queue'
import { type ItemState, pendingStates } from './source'

export type Task = typeof importItems.$inferSelect & {
  queue: QueueName
  /** Of the import: the day of documents that do not say. */
  date: string | null
}

export type Outcome =
  | { task: Task; readings: string }
  /** A page that was fetched, to be read next. */
  | { task: Task; page: { bytes: Uint8Array; contentType: string; link: string } }
  /** It cannot be read. */
  | { task: Task; refused: string }
  /** It could not be read this time. */
  | { task: Task; stumbled: string }

/** @returns the next document for this process, or undefined when nothing waits (now) */
export async function exchange(
  database: Database,
  name: QueueName,
  worker: string,
  last: Outcome | undefined,
): Promise<Task | undefined> {
  const queue = await openQueue(database)
  return database.transaction(async (connection) => {
    if (last) await handIn(connection, queue, last, worker)
    return take(connection, queue, name, worker)
  })
}

async function take(
  connection: Connection,
  queue: Queue,
  name: QueueName,
  worker: string,
): Promise<Task | undefined> {
  const db = typed(connection)
  for (;;) {
    const [job] = await queue.fetch(name, { ...within(connection), batchSize: 1 })
    if (!job) return undefined
    const [item] = await db
      .select({ item: importItems, date: imports.date })
      .from(importItems)
      .innerJoin(imports, eq(imports.key, importItems.importKey))
      .where(and(eq(importItems.job, job.id), inArray(importItems.state, pendingStates)))
    if (!item) {
      // Cancelled, or purged with its case.
      await queue.complete(name, job.id, {}, within(connection))
      continue
    }
    const tries = item.item.tries + 1
    await db
      .update(importItems)
      .set({ state: 'running', tries, worker })
      .where(eq(importItems.job, job.id))
    return { ...item.item, tries, date: item.date, queue: name }
  }
}

async function handIn(
  connection: Connection,
  queue: Queue,
  outcome: Outcome,
  worker: string,
): Promise<void> {
  const { task } = outcome
  const inside = within(connection)
  if ('stumbled' in outcome) {
    await stumble(connection, queue, task, outcome.stumbled, worker)
    return
  }
  const change: Change =
    'readings' in outcome
      ? { state: 'read', result: outcome.readings, reason: null }
      : 'refused' in outcome
        ? { state: 'failed', reason: outcome.refused }
        : { state: 'waiting', tries: 0, reason: null, ...pageOf(outcome.page) }
  const mine = await settle(connection, task, worker, change)
  await queue.complete(task.queue, task.job, {}, inside)
  if (mine && 'page' in outcome)
    await queue.insert([{ id: task.job, name: 'read', priority: -task.turn }], inside)
}

/** A page goes on as a job of the other queue, under the same id. */
const pageOf = ({ bytes, contentType, link }: Extract<Outcome, { page: unknown }>['page']) => ({
  bytes,
  contentType,
  link,
  size: bytes.length,
})

/** A try that came to nothing: there is another one, later, or the document is set aside. */
export async function stumble(
  connection: Connection,
  queue: Queue,
  task: Pick<Task, 'importKey' | 'position' | 'tries' | 'queue' | 'job'>,
  reason: string,
  worker: string,
): Promise<void> {
  const state = task.tries < mostTries ? 'waiting' : 'set aside'
  await settle(connection, task, worker, { state, reason })
  await queue.fail(task.queue, task.job, { reason }, within(connection))
}

type Change = { state: ItemState } & Partial<typeof importItems.$inferInsert>

/** @returns false when the item is this process's no more: cancelled, or taken for dead */
async function settle(
  connection: Connection,
  task: Pick<Task, 'importKey' | 'position' | 'tries'>,
  worker: string,
  change: Change,
): Promise<boolean> {
  const ended = change.state === 'waiting' ? null : new Date()
  const rows = await typed(connection)
    .update(importItems)
    .set({ ...change, worker: null, endedAt: ended })
    .where(
      and(
        placeOf(task),
        eq(importItems.state, 'running'),
        eq(importItems.worker, worker),
        eq(importItems.tries, task.tries),
      ),
    )
    .returning({ job: importItems.job })
  return rows.length > 0
}

const placeOf = ({ importKey, position }: Pick<Task, 'importKey' | 'position'>) =>
  and(eq(importItems.importKey, importKey), eq(importItems.position, position))
