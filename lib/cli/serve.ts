/** The app as a process of its own: built when it must be, then served. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { AppError } from '../errors'
import { programFolder } from './load-case'

const next = join(programFolder, 'node_modules', 'next', 'dist', 'bin', 'next')

/** What the build is made of; anything newer than the build makes it stale. */
const sources = [
  'app',
  'components',
  'lib',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.js',
  'postcss.config.js',
  'package-lock.json',
]

/** Whether there is no build, or one older than what it was made of. */
export function needsBuild(folder = programFolder): boolean {
  const stamp = join(folder, '.next', 'BUILD_ID')
  if (!existsSync(stamp)) return true
  const built = statSync(stamp).mtimeMs
  return sources.some((name) => newest(join(folder, name)) > built)
}

function newest(path: string): number {
  const info = statSync(path, { throwIfNoEntry: false })
  if (!info) return 0
  if (!info.isDirectory()) return info.mtimeMs
  return readdirSync(path).reduce((most, name) => Math.max(most, newest(join(path, name))), 0)
}

/** @throws AppError internal with the end of what the build said */
export async function build(): Promise<void> {
  const child = spawn(process.execPath, [next, 'build'], {
    cwd: programFolder,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const keep = (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000)
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  let stopped = false
  const stop = () => {
    stopped = true
    child.kill()
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  const code = await exitOf(child)
  process.removeListener('SIGINT', stop)
  process.removeListener('SIGTERM', stop)
  if (stopped) process.exit(130)
  if (code !== 0) {
    // The reason stands at the end, after whatever was only a warning.
    const reason = said.slice(Math.max(0, said.lastIndexOf('Build error'))).trim()
    throw new AppError('internal', `The app could not be built:\n${reason}`)
  }
}

/**
 * Serves the build until the process is told to stop.
 * @throws AppError internal when the server ends by itself
 */
export async function serve(
  host: string,
  port: number,
  env: Record<string, string>,
  onReady: () => void,
): Promise<void> {
  const child = spawn(process.execPath, [next, 'start', '-H', host, '-p', String(port)], {
    cwd: programFolder,
    env: {
      ...process.env,
      ...env,
      // Other processes on this machine ask here while the app has the cases open.
      THROUGHLINE_ADDRESS: addressOf(isEverywhere(host) ? '127.0.0.1' : host, port),
      NEXT_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let stopped = false
  const stop = () => {
    stopped = true
    child.kill('SIGTERM')
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  child.stdout.on('data', (chunk: Buffer) => {
    if (/ready/i.test(chunk.toString())) onReady()
  })
  const code = await exitOf(child)
  if (!stopped) throw new AppError('internal', `The server ended by itself (exit code ${code}).`)
}

/** http://127.0.0.1:3000 */
export const addressOf = (host: string, port: number) =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`

export const isEverywhere = (host: string) => host === '0.0.0.0' || host === '::'

const exitOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })

/** Asks for the port and gives it back. @throws AppError unavailable when it cannot be had */
export function checkPort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (cause: NodeJS.ErrnoException) => {
      const why =
        cause.code === 'EADDRINUSE'
          ? `Port ${port} on ${host} is in use. Choose another: throughline open --port ${port + 1}`
          : `Cannot listen on ${host}, port ${port}: ${cause.message}. Choose with --host and --port.`
      reject(new AppError('unavailable', why, [], { cause }))
    })
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}
