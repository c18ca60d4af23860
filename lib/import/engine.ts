/** What runs imports in a process: readers, fetchers of links, and one hand that joins and tidies. */
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { fetchPage, type LinkOptions } from '../documents/fetch-link'
import { AppError } from '../errors'
import { connect } from '../store/connect'
import type { Database } from '../store/database'
import { explainDatabaseError } from '../store/database-errors'
import { makeBell } from './bell'
import type { Outcome, Task } from './exchange'
import { joinNext, listUnfinished } from './join'
import { openQueue } from './queue'
import type { Readers } from './readers'
import { leave, recoverDocuments, renewJobs, reportWorker, sealForgotten } from './recover'
import { type QueueWork, serveQueue } from './serve-queue'

export type EngineOptions = {
  readers: Readers
  /** How links may be fetched. */
  link?: LinkOptions
  /** Told of errors it lives on with (the database is down, say): once, until it goes on. */
  onError?: (error: Error) => void
  /** Told when it goes on after that. */
  onRecovered?: () => void
}

export type Engine = {
  /** Something was handed in: look at once. */
  wake(): void
  /** What keeps it from going on just now; it tries again by itself. */
  trouble(): string | undefined
  /** Resolves when no import of this store has anything left to do. */
  whenIdle(): Promise<void>
  /** Lets go of what it is reading: that is read again from the start by whoever comes next. */
  stop(): Promise<void>
}

/** In milliseconds: how often the hand that joins and tidies comes by. */
const pace = { tidy: 1_000, idle: 10_000, afterError: 2_000, maintain: 60_000 }

/** Runs the imports of the store at a place, those that an earlier process left included. */
export function startEngine(place: string, options: EngineOptions): Engine {
  const { readers, link } = options
  const complaints = makeComplaints(options, () => wake())
  const worker = {
    id: randomUUID(),
    name: `${hostname()} ${process.pid}`,
    threads: readers.threads,
  }
  const bell = makeBell()
  let stopped = false
  let idle = false
  /** How often it was woken: a look that began before the last time says nothing of now. */
  let woken = 0
  const whenIdle = new Set<() => void>()

  const serve = (queue: QueueWork, onHandedIn: () => void) =>
    serveQueue(queue, {
      worker: worker.id,
      open: () => connect(place),
      isIdle: () => idle,
      onTrouble: (error) => complaints.raise(queue.name, error),
      onSuccess(handedIn) {
        complaints.settle(queue.name)
        if (handedIn > 0) onHandedIn()
      },
    })
  const reading = serve(
    { name: 'read', atOnce: readers.threads, ahead: 16, work: (task) => read(readers, task) },
    bell.ring,
  )
  const fetching = serve(
    { name: 'fetch', atOnce: 3, ahead: 2, work: (task) => fetch(task, link) },
    () => {
      reading.wake()
      bell.ring()
    },
  )

  let tidied = 0
  const tidy = async (database: Database) => {
    if (Date.now() - tidied < pace.tidy) return
    await reportWorker(database, worker)
    await recoverDocuments(database, worker.id, database.kind === 'embedded')
    await sealForgotten(database)
    if (tidied === 0) await renewJobs(database)
    tidied = Date.now()
  }

  let maintained = Date.now()
  const hand = async () => {
    while (!stopped) {
      try {
        const database = await connect(place)
        const before = woken
        await tidy(database)
        for (const one of [reading, fetching]) await one.dropGone(database)
        const unfinished = await listUnfinished(database)
        for (const key of unfinished) while (!stopped && (await joinNext(database, key)));
        const none = (await listUnfinished(database)).length === 0
        idle = none && woken === before
        if (idle) for (const tell of whenIdle) tell()
        if (Date.now() - maintained > pace.maintain) {
          maintained = Date.now()
          await (await openQueue(database)).maintain()
        }
        complaints.settle('hand')
        await bell.wait(idle ? pace.idle : pace.tidy)
      } catch (error) {
        complaints.raise('hand', error)
        await bell.wait(pace.afterError)
      }
    }
  }

  const joining = hand()
  const wake = () => {
    woken++
    idle = false
    for (const one of [reading, fetching]) one.wake()
    bell.ring()
  }
  return {
    wake,
    trouble: complaints.first,
    whenIdle: () =>
      new Promise((resolve) => {
        // Nothing else here keeps a process alive.
        const alive = setInterval(() => {}, pace.maintain)
        const tell = () => {
          clearInterval(alive)
          whenIdle.delete(tell)
          resolve()
        }
        whenIdle.add(tell)
        wake()
      }),
    async stop() {
      stopped = true
      bell.ring()
      await readers.stop()
      await Promise.all([reading.stop(), fetching.stop(), joining])
      await connect(place)
        .then((database) => leave(database, worker.id))
        .catch(() => {})
    },
  }
}

async function read(readers: Readers, task: Task): Promise<Outcome> {
  const { bytes, name, contentType, link, date } = task
  const answer = await readers.read({
    bytes: Uint8Array.from(bytes!),
    name,
    contentType: contentType ?? undefined,
    url: link ?? undefined,
    date: date ?? undefined,
  })
  return { task, ...answer }
}

async function fetch(task: Task, options: LinkOptions | undefined): Promise<Outcome> {
  try {
    const { bytes, contentType, url } = await fetchPage(task.link!, options)
    return { task, page: { bytes, contentType, link: url } }
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid_input') {
      return { task, refused: error.message }
    }
    return { task, stumbled: error instanceof Error ? error.message : String(error) }
  }
}

/**
 * Several loops run into the same trouble every few seconds: it is told of once.
 * @param onHope one is out of it, others may be: they need not wait
 */
function makeComplaints({ onError, onRecovered }: EngineOptions, onHope: () => void) {
  const open = new Map<string, string>()
  // "… then try again. (ECONNREFUSED: …)": a server that goes fails in several ways
  const kindOf = (message: string) => message.replace(/ \([A-Z0-9_]+: .*\)$/s, '')
  return {
    raise(who: string, cause: unknown) {
      const error = explain(cause)
      const known = [...open.values()].some((one) => kindOf(one) === kindOf(error.message))
      open.set(who, error.message)
      if (!known) onError?.(error)
    },
    settle(who: string) {
      if (!open.delete(who)) return
      if (open.size === 0) onRecovered?.()
      else onHope()
    },
    first: () => open.values().next().value,
  }
}

/** What is not the database's stays as it is. */
function explain(cause: unknown): Error {
  const explained = explainDatabaseError(cause)
  return explained.code === 'internal' && cause instanceof Error ? cause : explained
}
