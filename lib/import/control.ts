/** Stopping an import, and trying again what failed. */
import { and, eq, inArray } from 'drizzle-orm'
import { type Connection, type Database, typed } from '../store/database'
import { importItems, imports } from '../store/tables'
import { noSuchImport } from './intake'
import { openQueue, sendJobs, within } from './queue'
import { type ItemState, pendingStates } from './source'

/**
 * Nothing more is read. What was read already joins the case.
 * @throws AppError not_found
 */
export async function cancelImport(database: Database, id: string): Promise<void> {
  const queue = await openQueue(database)
  await database.transaction(async (connection) => {
    const db = typed(connection)
    const { key, state } = await lock(connection, id)
    if (state === 'finished' || state === 'cancelled') return
    await db.update(imports).set({ state: 'cancelled' }).where(eq(imports.key, key))
    const stopped = await db
      .update(importItems)
      .set({ state: 'cancelled', worker: null, endedAt: new Date() })
      .where(and(eq(importItems.importKey, key), inArray(importItems.state, pendingStates)))
      .returning({ job: importItems.job })
    const jobs = stopped.map(({ job }) => job)
    if (jobs.length === 0) return
    for (const name of ['read', 'fetch']) await queue.cancel(name, jobs, within(connection))
  })
}

const again: ItemState[] = ['failed', 'set aside', 'cancelled']

/**
 * Reads again what failed, was set aside or cancelled, and is still there to be read.
 * @returns how many
 * @throws AppError not_found
 */
export async function retryImport(database: Database, id: string): Promise<number> {
  const queue = await openQueue(database)
  return database.transaction(async (connection) => {
    const db = typed(connection)
    const { key, turns, joined } = await lock(connection, id)
    const failed = await db
      .select({
        position: importItems.position,
        turn: importItems.turn,
        job: importItems.job,
        source: importItems.source,
        size: importItems.size,
      })
      .from(importItems)
      .where(and(eq(importItems.importKey, key), inArray(importItems.state, again)))
      .orderBy(importItems.position)
    // What was too large or of the wrong kind to be taken in has no bytes here.
    const items = failed.filter(({ source, size }) => source === 'link' || size > 0)
    if (items.length === 0) return 0
    let next = turns
    const renewed = items.map((item) => ({
      ...item,
      turn: item.turn < joined ? next++ : item.turn,
    }))
    for (const { position, turn } of renewed) {
      await db
        .update(importItems)
        .set({ state: 'waiting', tries: 0, reason: null, endedAt: null, turn })
        .where(and(eq(importItems.importKey, key), eq(importItems.position, position)))
    }
    await db
      .update(imports)
      .set({ state: 'running', finishedAt: null, turns: next })
      .where(eq(imports.key, key))
    await sendJobs(queue, renewed, within(connection))
    return items.length
  })
}

async function lock(connection: Connection, id: string) {
  const [row] = await typed(connection)
    .select()
    .from(imports)
    .where(eq(imports.id, id))
    .for('update')
  if (!row) throw noSuchImport(id)
  return row
}
