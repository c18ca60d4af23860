/** What the store asks of a database; embedded.ts and server.ts answer it. */
import { drizzle, type PgRemoteDatabase } from 'drizzle-orm/pg-proxy'

export type Connection = {
  /** Runs one statement, its values as $1, $2, …; rows as arrays, in the order of the columns. */
  query(text: string, values?: readonly unknown[]): Promise<unknown[][]>
  /** The same, with each row as an object by the names of its columns. */
  records(text: string, values?: readonly unknown[]): Promise<Row[]>
}

export type Row = Record<string, unknown>

export type Database = Connection & {
  kind: 'embedded' | 'server'
  /**
   * All of the work or nothing of it. Inside, only the given connection may be asked: the embedded
   * database has one, so asking the database itself there would wait for ever.
   */
  transaction<T>(work: (connection: Connection) => Promise<T>, mode?: 'snapshot'): Promise<T>
  close(): Promise<void>
}

/**
 * Runs work between begin and commit. What still asks when the transaction is over gets an error,
 * rather than an answer outside of it.
 */
export async function runTransaction<T>(
  connection: Connection,
  work: (connection: Connection) => Promise<T>,
  mode?: 'snapshot',
): Promise<T> {
  let over = false
  const check = () => {
    if (over) throw new Error('The transaction of this connection is over.')
  }
  const guarded: Connection = {
    query(text, values) {
      check()
      return connection.query(text, values)
    },
    records(text, values) {
      check()
      return connection.records(text, values)
    },
  }
  const snapshot = ' isolation level repeatable read read only'
  await connection.query(`begin${mode === 'snapshot' ? snapshot : ''}`)
  try {
    const result = await work(guarded)
    over = true
    await connection.query('commit')
    return result
  } catch (error) {
    over = true
    await connection.query('rollback').catch(() => {})
    throw error
  }
}

/** Typed queries over a connection. */
export function typed(connection: Connection): PgRemoteDatabase {
  return drizzle(async (text, values) => ({ rows: await connection.query(text, values) }))
}
