/**
 * What a PostgreSQL server does by itself from time to time, for one that cannot: room of rows that
 * are gone is given back, and the planner learns what the tables hold.
 */
import type { Connection } from './database'

/** How long after something was asked it is looked whether there is anything to do, in ms. */
const pause = 5000

/** Tables that have grown by a fifth, and by 400 kB, since they were last looked after. */
const due = `
  select format('%I.%I', nspname, relname) from pg_class
  join pg_namespace on pg_namespace.oid = relnamespace
  where relkind = 'r' and nspname !~ '^pg_|^information_schema$'
  and pg_relation_size(pg_class.oid) / current_setting('block_size')::int > 50 + 1.2 * relpages
  order by 1`

/**
 * @param inTurn runs work between two transactions
 * @returns to be called when something was asked; at most every five seconds it looks after tables,
 *   one at a time, so that what else is asked waits for no more than one of them
 */
export function startUpkeep(
  connection: Connection,
  inTurn: <T>(work: () => Promise<T>) => Promise<T>,
): () => void {
  let planned = false
  const lookAfter = async () => {
    const tables = await inTurn(() => connection.query(due))
    for (const [table] of tables) {
      await inTurn(() => connection.query(`vacuum (analyze) ${table}`))
    }
  }
  return () => {
    if (planned) return
    planned = true
    setTimeout(async () => {
      // What hinders it (a full disk, a closed database) is told by whoever asks for something.
      await lookAfter().catch(() => {})
      planned = false
    }, pause).unref()
  }
}
