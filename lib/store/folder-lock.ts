/**
 * One process at a time: two on one embedded database corrupt it silently. The lock is a file that
 * names its holder; a lock whose holder is gone is taken over.
 */
import { randomUUID } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { AppError } from '../errors'

const holderSchema = z.object({
  pid: z.number().int().positive(),
  host: z.string(),
  /** Tells a process from a later one of the same number; empty where the system does not say. */
  started: z.string(),
  token: z.string(),
  /** Where it answers, when it is the app: http://127.0.0.1:3000 */
  address: z.url().optional(),
})
type Holder = z.infer<typeof holderSchema>

/** The tokens this process holds: a lock with our own pid and another token was left behind. */
const shared = globalThis as { throughlineLocks?: Set<string> }
shared.throughlineLocks ??= new Set()
const held = shared.throughlineLocks

/**
 * Takes the folder for this process; the folder is made if it is not there.
 * @returns what gives the folder free again (also called when the process exits)
 * @throws AppError conflict that names the holder and says how to go on
 */
export async function lockFolder(folder: string): Promise<() => void> {
  await mkdir(folder, { recursive: true }).catch((error) => {
    if (error.code !== 'ENOENT') throw error
    // So Node calls a disk that can only be read; asked for the folder alone, it says what is wrong.
    return mkdir(folder)
  })
  return lockPath(join(folder, 'lock'))
}

/** The address of the app that has the folder open, when it runs on this machine. */
export async function findAppAddress(folder: string): Promise<string | undefined> {
  const holder = await readHolder(join(folder, 'lock')).catch(() => undefined)
  if (!holder || holder.host !== hostname() || holder.pid === process.pid) return undefined
  return isAlive(holder) ? holder.address : undefined
}

async function lockPath(path: string): Promise<() => void> {
  const self: Holder = {
    pid: process.pid,
    host: hostname(),
    started: startOf(process.pid),
    token: randomUUID(),
    address: process.env.THROUGHLINE_ADDRESS,
  }
  const draft = `${path}.${self.token}.draft`
  held.add(self.token)
  try {
    await writeFile(draft, `${JSON.stringify(self)}\n`)
    for (let attempt = 0; attempt < 50; attempt++) {
      if (await createExclusively(draft, path)) return releaseOf(path, self.token)
      const holder = await readHolder(path)
      if (!holder) continue
      if (isAlive(holder)) throw refusal(path, holder)
      if (await replaceStale(path, draft, holder)) return releaseOf(path, self.token)
      await wait(20)
    }
    throw new AppError(
      'conflict',
      `The lock ${path} changes hands too fast to be taken. Try again in a moment.`,
    )
  } catch (error) {
    held.delete(self.token)
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

/** The lock is there with its content, or not at all; false when someone has it. */
async function createExclusively(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path)
    return true
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EEXIST') return false
    // A file system without hard links (exFAT, some network drives): exclusive create instead.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS' && code !== 'EOPNOTSUPP') {
      throw error
    }
    return writeFile(path, await readFile(draft), { flag: 'wx' }).then(
      () => true,
      (cause) => {
        if (cause.code === 'EEXIST') return false
        throw cause
      },
    )
  }
}

/** Undefined when the lock is gone meanwhile. */
async function readHolder(path: string): Promise<Holder | undefined> {
  for (let attempt = 0; ; attempt++) {
    const text = await readFile(path, 'utf8').catch((error) => {
      if (error.code === 'ENOENT') return undefined
      throw error
    })
    if (text === undefined) return undefined
    const holder = holderSchema.safeParse(parse(text))
    if (holder.success) return holder.data
    // Being written without hard links; or cut short by a crash, if it stays so.
    if (attempt === 20) {
      throw new AppError(
        'conflict',
        `The lock ${path} cannot be read. If no other Throughline uses this folder, delete the file and start again.`,
      )
    }
    await wait(50)
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Puts our lock in the place of one whose holder is gone. Who may do that is decided by a lock of
 * its own, named after the stale one: whoever comes second finds another token in the file.
 */
async function replaceStale(path: string, draft: string, stale: Holder): Promise<boolean> {
  const releaseTurn = await lockPath(`${path}.${stale.token.slice(0, 8)}`).catch((error) => {
    if (error instanceof AppError) return undefined
    throw error
  })
  if (!releaseTurn) return false
  try {
    const now = await readHolder(path)
    if (now?.token !== stale.token) return false
    await rename(draft, path)
    return true
  } finally {
    releaseTurn()
  }
}

function isAlive(holder: Holder): boolean {
  // Another machine's processes cannot be seen from here: better to ask than to corrupt.
  if (holder.host !== hostname()) return true
  if (holder.pid === process.pid) return held.has(holder.token)
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  const started = startOf(holder.pid)
  if (started === 'ended') return false
  return started === '' || holder.started === '' || started === holder.started
}

/**
 * When a process began, in ticks since the machine did (Linux); empty elsewhere. `ended` for one
 * that was killed and that its parent has not taken note of.
 */
function startOf(pid: number): string {
  try {
    // 1234 (node) S 1 1234 … : what follows the name, which may hold spaces and brackets itself
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' || fields[0] === 'X' ? 'ended' : (fields[19] ?? '')
  } catch {
    return ''
  }
}

function refusal(path: string, { pid, host, address }: Holder): AppError {
  const elsewhere = host === hostname() ? '' : ` on ${host}`
  const stop = elsewhere
    ? `If that one no longer runs, delete ${path} and start again.`
    : `${address === undefined ? 'Close it' : `Do it there, or close it`} (kill ${pid}), or name another folder in THROUGHLINE_DATA.`
  const where = address === undefined ? '' : ` at ${address}`
  return new AppError(
    'conflict',
    `Another Throughline (process ${pid}${elsewhere}${where}) has the folder ${dirname(path)} open, and two at once would damage it. ${stop} For several at a time, put a PostgreSQL address in DATABASE_URL.`,
  )
}

function releaseOf(path: string, token: string): () => void {
  const release = () => {
    process.off('exit', release)
    held.delete(token)
    try {
      const holder = holderSchema.safeParse(parse(readFileSync(path, 'utf8')))
      if (holder.success && holder.data.token === token) rmSync(path)
    } catch {
      // Gone already, or the disk is: the next process finds the holder dead.
    }
  }
  process.on('exit', release)
  return release
}
