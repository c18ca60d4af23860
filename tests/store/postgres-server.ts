/** A real PostgreSQL server for the tests: its own folder, its own port on loopback, no password. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from '../setup/free-port'
import { unprivileged } from '../setup/unprivileged'

export type PostgresServer = {
  /** The address of a new, empty database. */
  createDatabase(): Promise<string>
  start(): Promise<void>
  /** As a crash does: connections break, what was acknowledged is in the log. */
  stop(): Promise<void>
  remove(): Promise<void>
}

/**
 * Where initdb and postgres are, or undefined: the tests that need them are then skipped, except
 * where CI is set, which has them.
 */
export function findPostgres(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian) : []
  const folders = versions
    .filter((version) => Number(version) >= 15)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(debian, version, 'bin'))
  const found = [...folders, ...(process.env.PATH ?? '').split(delimiter)].find((folder) =>
    existsSync(join(folder, 'initdb')),
  )
  if (!found && process.env.CI) throw new Error('CI needs PostgreSQL: apt-get install postgresql')
  if (!found) console.warn('PostgreSQL is not installed (apt-get install postgresql): skipped.')
  return found
}

/** @param parent where its folder is made */
export async function createPostgresServer(
  binaries: string,
  parent = tmpdir(),
): Promise<PostgresServer> {
  const folder = mkdtempSync(join(parent, 'throughline-postgres-'))
  const account = unprivileged()
  if (account) chownSync(folder, account.uid, account.gid)
  const data = join(folder, 'data')
  execFileSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'tester', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...account, cwd: folder, stdio: 'pipe' },
  )
  let port = await freePort()
  const address = (name: string) => `postgres://tester@127.0.0.1:${port}/${name}`
  let server: ChildProcess | undefined
  let answered = false
  let databases = 0

  const launch = () => {
    const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', port }
    const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    server = spawn(join(binaries, 'postgres'), ['-D', data, ...options], {
      ...account,
      cwd: folder,
      stdio: 'ignore',
    })
  }
  const isRunning = () => server?.exitCode === null && server.signalCode === null
  /** Another server may have taken the port meanwhile: it would answer too. */
  const answers = () =>
    withClient(address('postgres'), (client) => client.query('show data_directory')).then(
      ({ rows }) => rows[0].data_directory === data,
      () => false,
    )
  const start = async () => {
    const end = Date.now() + 100_000
    launch()
    while (Date.now() < end) {
      if (await answers()) {
        answered = true
        return
      }
      if (!isRunning()) {
        if (!answered) port = await freePort()
        launch()
      }
      await wait(50)
    }
    throw new Error('The PostgreSQL server does not answer.')
  }
  // SIGQUIT is PostgreSQL's immediate shutdown.
  const kill = () => server?.kill('SIGQUIT')
  process.on('exit', kill)
  const stop = async () => {
    if (!isRunning()) return
    const ended = new Promise((resolve) => server?.once('exit', resolve))
    kill()
    await ended
  }
  await start()
  return {
    start,
    stop,
    async createDatabase() {
      const name = `cases_${++databases}`
      await withClient(address('postgres'), (client) => client.query(`create database ${name}`))
      return address(name)
    },
    async remove() {
      await stop()
      process.off('exit', kill)
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

export async function withClient<T>(
  address: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 30_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}
