/** A PostgreSQL server (15 or newer), by its address. */
import pg from 'pg'
import { AppError } from '../errors'
import { type Connection, type Database, type Row, runTransaction } from './database'

const oldestVersion = 15

/**
 * Opens the database at an address like postgres://user:password@host:5432/name.
 * @throws the driver's error when it cannot be reached; AppError unavailable when it is too old
 */
export async function openServer(url: string): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    allowExitOnIdle: true,
    application_name: 'throughline',
  })
  // An idle connection that breaks is replaced at the next question, which says so if it cannot be.
  pool.on('error', () => {})
  const database: Database = {
    kind: 'server',
    ...connectionOf(pool),
    transaction: (work, mode) =>
      withClient(pool, (connection) => runTransaction(connection, work, mode)),
    close: () => pool.end(),
  }
  try {
    await checkVersion(database)
  } catch (error) {
    await pool.end()
    throw error
  }
  return database
}

async function withClient<T>(
  pool: pg.Pool,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  // Between two statements a lost connection is an event, which would end the process unheard.
  let lost: Error | undefined
  const note = (error: Error) => {
    lost = error
  }
  client.on('error', note)
  try {
    return await work(connectionOf(client))
  } finally {
    client.off('error', note)
    client.release(lost)
  }
}

const connectionOf = (client: pg.Pool | pg.PoolClient): Connection => ({
  query: async (text, values) => {
    const { rows } = await ask(client, { text, rowMode: 'array' }, values)
    return rows as unknown as unknown[][]
  },
  records: async (text, values) => (await ask(client, { text }, values)).rows,
})

async function ask(
  client: pg.Pool | pg.PoolClient,
  query: { text: string; rowMode?: 'array' },
  values?: readonly unknown[],
): Promise<pg.QueryResult<Row>> {
  const answer = await client.query(values ? { ...query, values: [...values] } : query)
  // Without values several statements may stand in one text; each then has a result.
  return [answer].flat().at(-1)!
}

async function checkVersion(database: Connection): Promise<void> {
  const [row] = await database.query(
    "select current_setting('server_version_num')::int / 10000",
    [],
  )
  const version = Number(row?.[0])
  if (version >= oldestVersion) return
  throw new AppError(
    'unavailable',
    `The server in DATABASE_URL is PostgreSQL ${version}; Throughline needs ${oldestVersion} or newer. Update the server, or leave DATABASE_URL out to keep cases in a folder.`,
  )
}
