import type { Case } from '../schema'
import { changeExtracted } from './carry-out'
import { type Connection, type Database, typed } from './database'
import { extendCase, touchCase } from './extend-case'
import { loadWith, noSuchCase, present, replaceParts } from './keep-case'
import { cases } from './tables'

type CaseRow = typeof cases.$inferSelect

/**
 * Reads a case, changes it and writes what differs, while nobody else writes it.
 * @param change what becomes of it; the same object when nothing does. It may ask the database.
 * @returns the case as it is then
 * @throws AppError not_found
 */
export function changeCase(
  database: Database,
  id: string,
  change: (case_: Case, connection: Connection, row: CaseRow) => Case | Promise<Case>,
): Promise<Case> {
  return database.transaction(async (connection) => {
    const [row] = await typed(connection).select().from(cases).where(present(id)).for('update')
    if (!row) throw noSuchCase(id)
    const before = await loadWith(connection, row)
    const after = await change(before, connection, row)
    if (after !== before) await writeOver(connection, row.key, before, after)
    return after
  })
}

/**
 * Writes `after` over `before`, which is what the tables hold, inside the caller's transaction;
 * decisions are carried out over it again.
 * @returns the case's new stamp (see touchCase)
 */
export async function writeOver(
  connection: Connection,
  caseKey: number,
  before: Case,
  after: Case,
): Promise<string> {
  await changeExtracted(connection, caseKey, async () => {
    if (await extendCase(connection, caseKey, before, after)) return
    await replaceParts(connection, caseKey, after)
  })
  return touchCase(connection, caseKey)
}
