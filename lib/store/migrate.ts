import { readMigrationFiles } from 'drizzle-orm/migrator'
import { AppError } from '../errors'
import type { Database } from './database'
import { locateStoreFile } from './locate-store-file'

/** Any number, as long as it is always the same: whoever migrates holds the lock of this name. */
const lockNumber = 20_251_121

/**
 * Brings the tables up to date: everything that is missing, or nothing when a step fails. Safe to
 * run again, and by several processes at once: the second waits and finds nothing left to do.
 * @param folder where the migrations lie, by default the program's own
 * @throws AppError unavailable when the data was written by a newer version of the program
 */
export async function migrate(
  database: Database,
  folder = locateStoreFile('migrations'),
): Promise<void> {
  const migrations = readMigrationFiles({ migrationsFolder: folder })
  await database.transaction(async (connection) => {
    await connection.query('select pg_advisory_xact_lock($1)', [lockNumber])
    await connection.query('create schema if not exists throughline')
    await connection.query(
      'create table if not exists throughline.migrations (made_at bigint primary key)',
    )
    const rows = await connection.query('select made_at from throughline.migrations', [])
    const done = new Set(rows.map(([madeAt]) => Number(madeAt)))
    const known = new Set(migrations.map(({ folderMillis }) => folderMillis))
    if ([...done].some((madeAt) => !known.has(madeAt))) {
      throw new AppError(
        'unavailable',
        'These cases were kept by a newer Throughline than this one. Update Throughline, then open them again.',
      )
    }
    for (const { folderMillis, sql } of migrations) {
      if (done.has(folderMillis)) continue
      for (const statement of sql) await connection.query(statement)
      await connection.query('insert into throughline.migrations values ($1)', [folderMillis])
    }
  })
}
