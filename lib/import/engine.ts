/** What runs imports in a process: readers, fetchers of links, and one hand that joins and tidies. */
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { fetchPage, type LinkOptions } from '../documents/fetch-link'
import { AppError } from '../errors'
import { connect } from '../store/connect'
import type { Database } from '../store/database'
import { explainDatabaseError } from '../store/database-errors'
import { exchange, type Outcome, type Task } from './exchange'
import { joinNext, listUnfinished } from './join'
import { openQueue, type QueueName } from './queue'
import type { Readers } from './readers'
import { leave, recoverDocuments, renewJobs, reportWorker, sealForgotten } from './recover'

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
  /** Resolves when no import of this store has anything left to do. */
  whenIdle(): Promise<void>
  /** Lets go of what it is reading: that is read again from the start by whoever comes next. */
  stop(): Promise<void>
}

const fetchers = 3
/** In milliseconds: how often the hand that tidies comes by, and how long loops sleep at most. */
const pace = { tidy: 1_000, sleep: 1_000, idle: 10_000, afterError: 2_000 }

/** Runs the imports of the store at a place, those that an earlier process left included. */
export function startEngine(place: string, options: EngineOptions): Engine {
  const { readers, link } = options
  const complaints = makeComplaints(options)
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

  /** Takes one document after the other until it is stopped. */
  const loop = async (name: QueueName, work: (task: Task) => Promise<Outcome>) => {
    let last: Outcome | undefined
    while (!stopped) {
      try {
        const task = await exchange(await connect(place), name, worker.id, last)
        complaints.settle(name)
        if (last) bell.ring()
        last = task && (await work(task))
        if (!task) await bell.wait(idle ? pace.idle : pace.sleep)
      } catch (error) {
        complaints.raise(name, error)
        await bell.wait(pace.afterError)
      }
    }
  }

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
        const unfinished = await listUnfinished(database)
        for (const key of unfinished) while (!stopped && (await joinNext(database, key)));
        const none = (await listUnfinished(database)).length === 0
        idle = none && woken === before
        if (idle) for (const tell of whenIdle) tell()
        if (Date.now() - maintained > 60_000) {
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

  const running = [
    hand(),
    ...Array.from({ length: readers.threads }, () => loop('read', (task) => read(readers, task))),
    ...Array.from({ length: fetchers }, () => loop('fetch', (task) => fetch(task, link))),
  ]
  const wake = () => {
    woken++
    idle = false
    bell.ring()
  }
  return {
    wake,
    whenIdle: () =>
      new Promise((resolve) => {
        const tell = () => {
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
      await Promise.all(running)
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

/** Several loops run into the same trouble every few seconds: it is told of once. */
function makeComplaints({ onError, onRecovered }: EngineOptions) {
  const open = new Map<string, string>()
  return {
    raise(who: string, cause: unknown) {
      const error = explain(cause)
      // "… then try again. (ECONNREFUSED: …)": a server that goes fails in several ways
      const trouble = error.message.replace(/ \([A-Z0-9_]+: .*\)$/s, '')
      const known = [...open.values()].includes(trouble)
      open.set(who, trouble)
      if (!known) onError?.(error)
    },
    settle(who: string) {
      if (open.delete(who) && open.size === 0) onRecovered?.()
    },
  }
}

/** What is not the database's stays as it is. */
function explain(cause: unknown): Error {
  const explained = explainDatabaseError(cause)
  return explained.code === 'internal' && cause instanceof Error ? cause : explained
}

/** Wakes everyone who waits for it. */
function makeBell() {
  const sleepers = new Set<() => void>()
  return {
    ring() {
      for (const wake of [...sleepers]) wake()
    },
    /** @param most milliseconds */
    wait: (most: number) =>
      new Promise<void>((resolve) => {
        const wake = () => {
          clearTimeout(timer)
          sleepers.delete(wake)
          resolve()
        }
        const timer = setTimeout(wake, most).unref()
        sleepers.add(wake)
      }),
  }
}
