/** The sample is a case like any other: it is put in once, can be deleted, and brought back. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { eq, sql } from 'drizzle-orm'
import { serializeCase } from '../case-file'
import type { Case } from '../schema'
import { type Connection, type Database, typed } from './database'
import { createKey, insertCase, present, removeCases } from './keep-case'
import { cases, settings } from './tables'

const settingName = 'sample'

/**
 * Puts the sample in at the first start, and a newer one in the place of one that nobody changed.
 * A sample that was deleted stays deleted.
 */
export function keepSample(database: Database, sample: Case): Promise<void> {
  return database.transaction(async (connection) => {
    const db = typed(connection)
    const version = bytesToHex(sha256(utf8ToBytes(serializeCase(sample))))
    const [last] = await db
      .insert(settings)
      .values({ name: settingName, value: '' })
      // Locks the row: of two processes that start at once, the second finds it done.
      .onConflictDoUpdate({ target: settings.name, set: { name: settingName } })
      .returning({ version: settings.value })
    if (last?.version === version) return
    if (last?.version !== '' && !(await removeUnchanged(connection, sample.id))) {
      await writeVersion(connection, version)
      return
    }
    const caseKey = await createKey(connection, sample)
    if (caseKey !== undefined) await insertCase(connection, caseKey, sample)
    await writeVersion(connection, version)
  })
}

/** Whether there was one. */
async function removeUnchanged(connection: Connection, id: string): Promise<boolean> {
  const unchanged = sql`${present(id)} and ${eq(cases.createdAt, cases.changedAt)}`
  const found = await typed(connection).select({ key: cases.key }).from(cases).where(unchanged)
  await removeCases(connection, unchanged)
  return found.length > 0
}

async function writeVersion(connection: Connection, version: string): Promise<void> {
  await typed(connection)
    .update(settings)
    .set({ value: version })
    .where(eq(settings.name, settingName))
}
