/** What the store asks of a database; embedded.ts and server.ts answer it. */
import { drizzle, type PgRemoteDatabase } from 'drizzle-orm/pg-proxy'

export type Connection = {
  /** Runs one statement, its values as $1, $2, …; rows as arrays, in the order of the columns. */
  query(text: string, values?: readonly unknown[]): Promise<unknown[][]>
}

export type Database = Connection & {
  kind: 'embedded' | 'server'
  /**
   * All of the work or nothing of it. Inside, only the given connection may be asked: the embedded
   * database has one, so asking the database itself there would wait for ever.
   */
  transaction<T>(work: (connection: Connection) => Promise<T>, mode?: 'snapshot'): Promise<T>
  close(): Promise<void>
}

/** The first statement of a transaction; a snapshot sees one state of the data throughout. */
export const begin = (mode?: 'snapshot') =>
  mode === 'snapshot' ? 'begin isolation level repeatable read read only' : 'begin'

/** Typed queries over a connection. */
export function typed(connection: Connection): PgRemoteDatabase {
  return drizzle(async (text, values) => ({ rows: await connection.query(text, values) }))
}
