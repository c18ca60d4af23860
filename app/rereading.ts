/** Reports that are read again in this server: what was read waits here until it is kept. */
import { AppError } from '@/lib/errors'
import { openImports } from '@/lib/import/imports'
import {
  type Change,
  keepAgain,
  previewAgain,
  type ReadAgain,
  type Reread,
  readAgain,
} from '@/lib/import/read-again'
import type { EarlierState } from '@/lib/store/store'
import { readers } from './importing'
import { openCases } from './stored-cases'

type Rereading = {
  done: number
  of: number
  stop: AbortController
  /** Once all of it was read. */
  read?: ReadAgain
  /** While it is being kept, and what came of that. */
  keeping?: boolean
  kept?: { change: Change; earlier?: EarlierState }
  failed?: Error
}

/** On globalThis: a bundled server may hold this module several times. */
const shared = globalThis as { throughlineRereadings?: Map<string, Rereading> }
shared.throughlineRereadings ??= new Map()
/** By the case's id. */
const rereadings = shared.throughlineRereadings

/** What nobody kept is let go of after this time, in milliseconds. */
const patience = 30 * 60_000

const open = async (): Promise<Reread> => ({
  store: await openCases(),
  imports: openImports(),
  readers,
})

/**
 * Begins to read the reports of a case again, or goes on: who asks twice reads once.
 * @throws AppError not_found, or conflict when there is nothing to read or reports are being added
 */
export async function beginRereading(id: string): Promise<void> {
  const known = rereadings.get(id)
  if (known && !known.kept) return
  const rereading: Rereading = { done: 0, of: 0, stop: new AbortController() }
  rereadings.set(id, rereading)
  await new Promise<void>((begun, failed) => {
    const options = {
      signal: rereading.stop.signal,
      onProgress(done: number, of: number) {
        Object.assign(rereading, { done, of })
        begun()
      },
    }
    open()
      .then((at) => readAgain(at, id, options))
      .then((read) => {
        rereading.read = read
        setTimeout(() => forget(id, rereading), patience).unref()
      })
      .catch((error) => {
        forget(id, rereading)
        failed(error)
      })
  })
}

/** Reads no more, and lets go of what was read; what is being kept is kept. */
export function cancelRereading(id: string): void {
  const rereading = rereadings.get(id)
  if (!rereading || rereading.keeping) return
  rereading.stop.abort()
  forget(id, rereading)
}

function forget(id: string, rereading: Rereading): void {
  if (rereadings.get(id) === rereading) rereadings.delete(id)
}

type Look =
  | { state: 'reading'; done: number; of: number }
  | { state: 'read'; change: Change; read: ReadAgain }
  | { state: 'keeping' }
  | { state: 'kept'; change: Change; read: ReadAgain; earlier?: EarlierState }

/**
 * How far it is: once all of it was read, what that would change in the case as it is now.
 * @throws what kept it from being kept, once
 */
export async function lookAtRereading(id: string): Promise<Look | undefined> {
  const rereading = rereadings.get(id)
  if (!rereading) return undefined
  const { done, of, read, keeping, kept, failed } = rereading
  if (!read) return { state: 'reading', done, of }
  if (keeping) return { state: 'keeping' }
  if (kept) return { state: 'kept', read, ...kept }
  if (failed) {
    delete rereading.failed
    throw failed
  }
  return { state: 'read', change: await previewAgain(await open(), id, read), read }
}

/**
 * Begins to keep what was read: of a thousand reports it takes many seconds.
 * @throws AppError conflict when it was not read to the end
 */
export function keepRereading(id: string): void {
  const rereading = rereadings.get(id)
  if (!rereading?.read) {
    throw new AppError(
      'conflict',
      'The reports were not read to the end, or too long ago. Read them again first; nothing was changed.',
    )
  }
  if (rereading.keeping || rereading.kept) return
  rereading.keeping = true
  keep(id, rereading.read)
    .then((kept) => Object.assign(rereading, { kept }))
    .catch((failed) => Object.assign(rereading, { failed }))
    .finally(() => {
      rereading.keeping = false
    })
}

async function keep(id: string, read: ReadAgain): Promise<Rereading['kept']> {
  const at = await open()
  const change = await keepAgain(at, id, read)
  if (change.after === change.before) return { change }
  const [earlier] = await at.store.listEarlier(id)
  return { change, earlier }
}
