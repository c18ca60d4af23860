/**
 * The two ends of jobs in one transaction: what became of documents is handed in, and the next ones
 * are taken. So a process holds what the tables say it holds, and dies with no more than that.
 */
import { and, eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import { isAnyOf } from '../store/any-of'
import { type Connection, type Database, typed } from '../store/database'
import { importItems, imports } from '../store/tables'
import { jobOf, mostTries, openQueue, type Queue, type QueueName, sendJobs, within } from './queue'
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

/** How many documents a process has a place for; in `free` ones their work would begin at once. */
export type Room = { places: number; free: number }

/** Bytes taken at once, if it is more than one document. */
const mostBytes = 8 * 1024 * 1024

/** @returns the next documents for this process, none when nothing waits (now) */
export async function exchange(
  database: Database,
  name: QueueName,
  worker: string,
  done: readonly Outcome[],
  room: Room,
): Promise<Task[]> {
  if (done.length === 0 && room.places === 0) return []
  const queue = await openQueue(database)
  return database.transaction(async (connection) => {
    if (done.length > 0) await handIn(connection, queue, name, done, worker)
    return room.places > 0 ? take(connection, queue, name, worker, room) : []
  })
}

/** @returns those of the tasks that are this process's no more: cancelled, say */
export async function findGone(
  database: Database,
  worker: string,
  tasks: readonly Task[],
): Promise<Set<Task>> {
  if (tasks.length === 0) return new Set()
  const { job, tries, state } = importItems
  const ids = tasks.map((task) => task.job)
  const rows = await typed(database)
    .select({ job, tries })
    .from(importItems)
    .where(and(isAnyOf(job, ids), eq(state, 'running'), eq(importItems.worker, worker)))
  const ours = new Map(rows.map((row) => [row.job, row.tries]))
  return new Set(tasks.filter((task) => ours.get(task.job) !== task.tries))
}

async function take(
  connection: Connection,
  queue: Queue,
  name: QueueName,
  worker: string,
  room: Room,
): Promise<Task[]> {
  const db = typed(connection)
  const inside = within(connection)
  const { job, source, size, turn, tries } = importItems
  for (;;) {
    const jobs = await queue.fetch<object>(name, { ...inside, batchSize: room.places })
    if (jobs.length === 0) return []
    const ids = jobs.map(({ id }) => id)
    const waiting = await db
      .select({ job, source, size, turn, tries })
      .from(importItems)
      .where(and(isAnyOf(job, ids), inArray(importItems.state, pendingStates)))
    // Cancelled, or purged with their case.
    const known = new Set(waiting.map((item) => item.job))
    const gone = ids.filter((id) => !known.has(id))
    if (gone.length > 0) await completeJobs(connection, queue, name, gone)
    // Jobs are the first that wait, in no order.
    const items = waiting.sort((a, b) => a.turn - b.turn)
    const count = countTaken(items, room)
    if (count < items.length) await sendJobs(queue, items.slice(count), inside)
    if (count > 0) {
      const taken = items.slice(0, count).map((item) => item.job)
      return claim(connection, name, worker, taken)
    }
    if (items.length > 0) return []
  }
}

/**
 * How many of the next documents are taken. One that was tried before may be what killed a process:
 * it is not held before its turn, so that only what was being read then counts against it.
 */
function countTaken(items: readonly { size: number; tries: number }[], { free }: Room): number {
  let bytes = 0
  const end = items.findIndex(({ size, tries }, i) => {
    bytes += size
    return (i > 0 && bytes > mostBytes) || (tries > 0 && i >= free)
  })
  return end < 0 ? items.length : end
}

/** @returns the documents of these jobs as this process's own, the first turn first */
async function claim(
  connection: Connection,
  name: QueueName,
  worker: string,
  jobs: readonly string[],
): Promise<Task[]> {
  const rows = await typed(connection)
    .update(importItems)
    .set({ state: 'running', tries: sql`${importItems.tries} + 1`, worker })
    .from(imports)
    .where(
      and(
        eq(imports.key, importItems.importKey),
        isAnyOf(importItems.job, jobs),
        inArray(importItems.state, pendingStates),
      ),
    )
    .returning({ ...getTableColumns(importItems), date: imports.date })
  return rows.sort((a, b) => a.turn - b.turn).map((row) => ({ ...row, queue: name }))
}

async function handIn(
  connection: Connection,
  queue: Queue,
  name: QueueName,
  done: readonly Outcome[],
  worker: string,
): Promise<void> {
  const inside = within(connection)
  const settled: Change[] = []
  const pages: Parameters<typeof jobOf>[0][] = []
  for (const outcome of done) {
    const { task } = outcome
    if ('stumbled' in outcome) await stumble(connection, queue, task, outcome.stumbled, worker)
    else if ('readings' in outcome) settled.push({ task, state: 'read', result: outcome.readings })
    else if ('refused' in outcome) settled.push({ task, state: 'failed', reason: outcome.refused })
    else if (await keepPage(connection, task, worker, outcome.page)) {
      pages.push({ ...task, size: outcome.page.bytes.length })
    }
  }
  if (settled.length > 0) await settle(connection, worker, settled)
  const over = done.filter((outcome) => !('stumbled' in outcome)).map(({ task }) => task.job)
  if (over.length > 0) await completeJobs(connection, queue, name, over)
  if (pages.length > 0) {
    await queue.insert(pages.map(jobOf), inside)
  }
}

/** pg-boss takes a list here, though its types know one id alone beside a connection. */
const completeJobs = (connection: Connection, queue: Queue, name: QueueName, jobs: string[]) =>
  queue.complete(name, jobs as unknown as string, {}, within(connection))

/** A try that came to nothing: there is another one, later, or the document is set aside. */
export async function stumble(
  connection: Connection,
  queue: Queue,
  task: Pick<Task, 'tries' | 'queue' | 'job'>,
  reason: string,
  worker: string,
): Promise<void> {
  const state = task.tries < mostTries ? 'waiting' : 'set aside'
  await settle(connection, worker, [{ task, state, reason }])
  await queue.fail(task.queue, task.job, { reason }, within(connection))
}

type Change = {
  task: Pick<Task, 'job' | 'tries'>
  state: ItemState
  result?: string
  reason?: string
}

/** Items that are this process's no more (cancelled, or taken for dead) are left as they are. */
async function settle(
  connection: Connection,
  worker: string,
  changes: readonly Change[],
): Promise<void> {
  const { job, tries, state, result, reason } = importItems
  const rows = changes.map(
    (change) =>
      sql`(${change.task.job}::uuid, ${change.task.tries}::int, ${change.state}::text,
        ${sql.param(change.result ?? null, result)}::text,
        ${sql.param(change.reason ?? null, reason)}::text)`,
  )
  const changed = (column: string) => sql.raw(`changed.${column}`)
  await typed(connection)
    .update(importItems)
    .set({
      state: changed('state'),
      result: changed('result'),
      reason: changed('reason'),
      worker: null,
      endedAt: sql`case when changed.state = 'waiting' then null else now() end`,
    })
    .from(sql`(values ${sql.join(rows, sql`, `)}) as changed (job, tries, state, result, reason)`)
    .where(
      and(
        eq(job, changed('job')),
        eq(tries, changed('tries')),
        eq(state, 'running'),
        eq(importItems.worker, worker),
      ),
    )
}

/**
 * A page that was fetched goes on as a job of the other queue, under the same id.
 * @returns false when its item is this process's no more
 */
async function keepPage(
  connection: Connection,
  { job, tries }: Task,
  worker: string,
  { bytes, contentType, link }: Extract<Outcome, { page: unknown }>['page'],
): Promise<boolean> {
  const rows = await typed(connection)
    .update(importItems)
    .set({
      ...{ bytes, contentType, link, size: bytes.length },
      ...{ state: 'waiting', tries: 0, reason: null, worker: null, endedAt: null },
    })
    .where(
      and(
        eq(importItems.job, job),
        eq(importItems.tries, tries),
        eq(importItems.state, 'running'),
        eq(importItems.worker, worker),
      ),
    )
    .returning({ job: importItems.job })
  return rows.length > 0
}
