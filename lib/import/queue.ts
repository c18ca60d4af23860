/** The queue of what is to be read: pg-boss over the store's own database, whichever that is. */
import PgBoss from 'pg-boss'
import type { Connection, Database } from '../store/database'

/** Links are fetched first; then they are read like files. */
export type QueueName = 'read' | 'fetch'

/** Tries of one document before it is set aside. */
export const mostTries = 3

export type Queue = PgBoss

const open = new WeakMap<Database, Promise<Queue>>()

/** The queue in this database, its tables made if need be; safe to call from several processes. */
export function openQueue(database: Database): Promise<Queue> {
  const existing = open.get(database)
  if (existing) return existing
  const opening = startQueue(database).catch((error) => {
    open.delete(database)
    throw error
  })
  open.set(database, opening)
  return opening
}

async function startQueue(database: Database): Promise<Queue> {
  const queue = new PgBoss({
    db: { executeSql: (text, values) => execute(database, text, values) },
    schema: 'throughline_jobs',
    // Upkeep is asked for by whoever runs the queue; a process that only hands in needs no timers.
    supervise: false,
    schedule: false,
  })
  queue.on('error', (error) => console.error(error))
  await queue.start()
  const always = { retryLimit: mostTries - 1, retryBackoff: true, expireInSeconds: 900 }
  await queue.createQueue('read', { name: 'read', retryDelay: 2, ...always })
  await queue.createQueue('fetch', { name: 'fetch', retryDelay: 15, ...always })
  return queue
}

/**
 * The job of an item. Earlier turns come first, so that windows of them are whole soon; a link whose
 * page is here (it has a size) is read like a file.
 */
export const jobOf = (item: { job: string; source: string; size: number; turn: number }) => ({
  id: item.job,
  name: item.source === 'link' && item.size === 0 ? 'fetch' : 'read',
  priority: -item.turn,
})

/** Gives items their jobs; one that ended before makes way. */
export async function sendJobs(
  queue: Queue,
  items: readonly Parameters<typeof jobOf>[0][],
  options: PgBoss.ConnectionOptions,
): Promise<void> {
  const jobs = items.map(jobOf)
  for (const name of ['fetch', 'read'] as const) {
    const ids = jobs.filter((job) => job.name === name).map(({ id }) => id)
    if (ids.length > 0) await queue.deleteJob(name, ids, options)
  }
  await queue.insert(jobs, options)
}

/** Lets pg-boss work inside a transaction of ours. */
export const within = (connection: Connection): PgBoss.ConnectionOptions => ({
  db: { executeSql: async (text, values) => ({ rows: await connection.records(text, values) }) },
})

async function execute(database: Database, text: string, values?: unknown[]) {
  // Statements in brackets of their own: a failure among them must not leave a connection half way.
  if (/^\s*begin;/i.test(text)) {
    const inner = text.replace(/^\s*begin;/i, '').replace(/commit;\s*$/i, '')
    await database.transaction((connection) => connection.query(inner))
    return { rows: [] }
  }
  return { rows: await database.records(text, values) }
}
