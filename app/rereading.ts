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
import { readers } from './importing'
import { openCases } from './stored-cases'

type Rereading = {
  done: number
  of: number
  stop: AbortController
  /** Once all of it was read. */
  read?: ReadAgain
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
  if (rereadings.has(id)) return
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

/** Reads no more, and lets go of what was read. */
export function cancelRereading(id: string): void {
  const rereading = rereadings.get(id)
  rereading?.stop.abort()
  if (rereading) forget(id, rereading)
}

function forget(id: string, rereading: Rereading): void {
  if (rereadings.get(id) === rereading) rereadings.delete(id)
}

type Look = { done: number; of: number } | { change: Change; read: ReadAgain }

/** How far it is or, once all of it was read, what that would change in the case as it is now. */
export async function lookAtRereading(id: string): Promise<Look | undefined> {
  const rereading = rereadings.get(id)
  if (!rereading?.read) return rereading && { done: rereading.done, of: rereading.of }
  const { read } = rereading
  return { change: await previewAgain(await open(), id, read), read }
}

/** @throws AppError not_found, or conflict when it was not read or reports are being added */
export async function keepRereading(id: string): Promise<{ change: Change; read: ReadAgain }> {
  const rereading = rereadings.get(id)
  if (!rereading?.read) {
    throw new AppError(
      'conflict',
      'The reports were not read to the end, or too long ago. Read them again first; nothing was changed.',
    )
  }
  const { read } = rereading
  const change = await keepAgain(await open(), id, read)
  forget(id, rereading)
  return { change, read }
}
