/** Who reads, and what becomes of the documents of those who are gone. */
import { hostname } from 'node:os'
import { and, eq, inArray, isNull, lt, not, notInArray, or, type SQL, sql } from 'drizzle-orm'
import { isAnyOf } from '../store/any-of'
import { type Connection, type Database, typed } from '../store/database'
import { importItems, imports, importWorkers } from '../store/tables'
import { stumble } from './exchange'
import { openQueue, type Queue, type QueueName, sendJobs, within } from './queue'
import { pendingStates } from './source'

const { job, source, size, turn } = importItems
const jobColumns = { job, source, size, turn }

/** A process not heard of for so long is taken for dead. */
const silence = sql`now() - interval '20 seconds'`

/** `name` is the machine's and the process's number, as "desk 1234". */
export type WorkerName = { id: string; name: string; threads: number }

/** Says that this process is there; to be called every few seconds. */
export async function reportWorker(database: Database, worker: WorkerName): Promise<void> {
  const seenAt = sql`now()`
  await typed(database)
    .insert(importWorkers)
    .values({ ...worker, seenAt })
    .onConflictDoUpdate({ target: importWorkers.id, set: { seenAt, threads: worker.threads } })
}

/** Goes in good order: what this process was reading is read by another, and no try is counted. */
export async function leave(database: Database, id: string): Promise<void> {
  const queue = await openQueue(database)
  await database.transaction(async (connection) => {
    const db = typed(connection)
    await db.delete(importWorkers).where(eq(importWorkers.id, id))
    await giveBack(connection, queue, eq(importItems.worker, id))
  })
}

/**
 * Gives back what this process took without learning of it: the database did it, and its answer was
 * lost with the connection.
 * @param held what the process knows that it has, of the queue of this name
 */
export async function giveBackUnheld(
  database: Database,
  name: QueueName,
  worker: string,
  held: readonly { job: string }[],
): Promise<void> {
  const queue = await openQueue(database)
  const toFetch = and(eq(source, 'link'), isNull(importItems.bytes))!
  await database.transaction((connection) =>
    giveBack(
      connection,
      queue,
      eq(importItems.worker, worker),
      name === 'fetch' ? toFetch : not(toFetch),
      not(
        isAnyOf(
          job,
          held.map((task) => task.job),
        ),
      ),
    ),
  )
}

/** What is not being read waits again, and no try is counted. */
async function giveBack(connection: Connection, queue: Queue, ...which: SQL[]): Promise<void> {
  const items = await typed(connection)
    .update(importItems)
    .set({ state: 'waiting', tries: sql`${importItems.tries} - 1`, worker: null })
    .where(and(eq(importItems.state, 'running'), ...which))
    .returning(jobColumns)
  if (items.length > 0) await sendJobs(queue, items, within(connection))
}

/**
 * Gives back to the queue what dead processes were reading: it counts as a try, since the document
 * may have been what killed them.
 * @param alone nobody else can have this database open: all others are dead
 * @returns how many documents
 */
export async function recoverDocuments(
  database: Database,
  self: string,
  alone: boolean,
): Promise<number> {
  const queue = await openQueue(database)
  return database.transaction(async (connection) => {
    const db = typed(connection)
    await db.delete(importWorkers).where(lt(importWorkers.seenAt, silence))
    const heard = await db.select().from(importWorkers)
    const alive = heard.filter((worker) => !alone && !isGone(worker.name))
    const ids = [self, ...alive.map(({ id }) => id)]
    await db.delete(importWorkers).where(notInArray(importWorkers.id, ids))
    const orphans = await db
      .select()
      .from(importItems)
      .where(and(eq(importItems.state, 'running'), notInArray(importItems.worker, ids)))
      .for('update', { skipLocked: true })
    for (const orphan of orphans) {
      const task = { ...orphan, queue: queueOf(orphan) }
      const reason = 'The process that read it stopped in the middle.'
      await stumble(connection, queue, task, reason, orphan.worker!)
    }
    return orphans.length
  })
}

/** Of a process of this machine one need not wait for silence. */
function isGone(name: string): boolean {
  const [machine, pid] = name.split(' ')
  if (machine !== hostname()) return false
  try {
    return !process.kill(Number(pid), 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

const queueOf = ({ source, bytes }: typeof importItems.$inferSelect): QueueName =>
  source === 'link' && !bytes ? 'fetch' : 'read'

/**
 * Documents that wait without a job (the queue keeps its own for a year only, and a database may
 * have been restored without it) get one.
 */
export async function renewJobs(database: Database): Promise<void> {
  const queue = await openQueue(database)
  const live = sql`select 1 from throughline_jobs.job where job.id = ${importItems.job} and job.state < 'completed'`
  await database.transaction(async (connection) => {
    const lost = await typed(connection)
      .select(jobColumns)
      .from(importItems)
      .innerJoin(imports, eq(imports.key, importItems.importKey))
      .where(and(eq(importItems.state, 'waiting'), sql`not exists (${live})`))
    if (lost.length > 0) await sendJobs(queue, lost, within(connection))
  })
}

/** Imports whose sender fell silent a minute ago get no more: what came is read and joined. */
export async function sealForgotten(database: Database): Promise<void> {
  const last = sql`select max(ended_at) from throughline.import_items where import_key = ${imports.key}`
  await typed(database)
    .update(imports)
    .set({ state: 'running' })
    .where(
      and(
        eq(imports.state, 'open'),
        lt(imports.createdAt, sql`now() - interval '1 minute'`),
        or(sql`(${last}) is null`, sql`(${last}) < now() - interval '1 minute'`),
        sql`not exists (select 1 from throughline.import_items where import_key = ${imports.key} and ${inArray(sql`state`, pendingStates)})`,
      ),
    )
}
