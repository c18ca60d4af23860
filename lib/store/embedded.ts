/** PGlite (PostgreSQL compiled to WebAssembly) in a folder, behind a thread and a lock. */
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type Database, type Row, runTransaction } from './database'
import { lockFolder } from './folder-lock'
import { locateStoreFile } from './locate-store-file'
import { startUpkeep } from './upkeep'

type Answer = {
  ready?: true
  panic?: string
  id?: number
  rows?: unknown[]
  error?: { message: string; code?: string }
}
/** The code of errors that come from the thread's end, beside PostgreSQL's own. */
const endedCode = 'ENDED'

type Question = { text?: string; values?: readonly unknown[]; named?: true; close?: true }
type Waiting = { resolve: (rows: unknown[]) => void; reject: (error: Error) => void }

/**
 * Opens the database in a folder, made if need be (one to three seconds; half a second later on).
 * @param onEnd called when it is open no more: closed, or its thread came to grief
 * @throws AppError conflict when another process has the folder; the system's error when it cannot
 *   be written
 */
export async function openEmbedded(folder: string, onEnd: () => void): Promise<Database> {
  const unlock = await lockFolder(folder)
  const thread = startThread(join(folder, 'database'))
  const whenEnded = thread.ended.then(() => {
    unlock()
    onEnd()
  })
  try {
    await thread.ready
  } catch (error) {
    await thread.stop()
    await whenEnded
    throw error
  }
  const inLine = queue()
  const lookAfterTables = startUpkeep(thread, inLine)
  const inTurn = <T>(work: () => Promise<T>) => inLine(work).finally(lookAfterTables)
  return {
    kind: 'embedded',
    query: (text, values) => inTurn(() => thread.query(text, values)),
    records: (text, values) => inTurn(() => thread.records(text, values)),
    transaction: (work, mode) => inTurn(() => runTransaction(thread, work, mode)),
    async close() {
      await inLine(() => thread.close())
      await whenEnded
    },
  }
}

/** One at a time, in the order they came: the database has a single connection. */
function queue() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work)
    last = result.catch(() => {})
    return result
  }
}

function startThread(folder: string) {
  const worker = new Worker(locateStoreFile('embedded-worker.js'), { workerData: { folder } })
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let closing = false
  let failure: Error | undefined
  const fail = (message: string, code = endedCode) => {
    failure ??= Object.assign(new Error(message), { code })
    return failure
  }

  const ready = new Promise<void>((resolve, reject) => {
    worker.on('message', (answer: Answer) => {
      if (answer.ready) {
        resolve()
        // An idle database keeps no command line waiting; one that is asked does.
        worker.unref()
        return
      }
      if (answer.panic) {
        fail(answer.panic, answer.panic.includes('No space left') ? 'ENOSPC' : endedCode)
        void worker.terminate()
        return
      }
      const question = waiting.get(answer.id!)
      waiting.delete(answer.id!)
      if (waiting.size === 0 && !closing) worker.unref()
      if (answer.error) question?.reject(databaseError(answer.error))
      else question?.resolve(answer.rows!)
    })
    worker.on('error', (error) => fail(error.message, codeOf(error)))
    worker.on('exit', () => reject(fail('The database was closed.')))
  })
  const ended = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      for (const { reject } of waiting.values()) reject(fail('The database was closed.'))
      waiting.clear()
      resolve()
    })
  })

  const ask = (question: Question) =>
    new Promise<unknown[]>((resolve, reject) => {
      if (failure) {
        reject(failure)
        return
      }
      const id = ++lastId
      waiting.set(id, { resolve, reject })
      worker.ref()
      worker.postMessage({ id, ...question })
    })

  return {
    ready,
    ended,
    query: (text: string, values?: readonly unknown[]) =>
      ask({ text, values }) as Promise<unknown[][]>,
    records: (text: string, values?: readonly unknown[]) =>
      ask({ text, values, named: true }) as Promise<Row[]>,
    close() {
      closing = true
      return ask({ close: true })
    },
    stop: () => worker.terminate(),
  }
}

function databaseError({ message, code }: { message: string; code?: string }): Error {
  return Object.assign(new Error(message), { code })
}

function codeOf(error: Error): string | undefined {
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
