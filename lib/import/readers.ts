/** Threads that read documents, so that no document can hold up or bring down the program. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { locateStoreFile } from '../store/locate-store-file'
import type { JoinAnswer, JoinTask, ReadAnswer, ReadTask } from './serve-reader'

export type Readers = {
  threads: number
  /**
   * Reads one document, when a thread is free. Never rejects: a document that takes too long, or
   * whose thread dies, has stumbled.
   * @param urgent before what waits already
   */
  read(task: ReadTask, urgent?: boolean): Promise<ReadAnswer>
  /** Makes a case of reports that were read again, as read does: it takes seconds for a thousand. */
  join(task: JoinTask): Promise<JoinAnswer>
  /** Ends the threads; what they were reading has stumbled. */
  stop(): Promise<void>
}

export type ReadersOptions = {
  /** One for each core but one, if not given. */
  threads?: number
  /** For one document, in milliseconds. */
  timeLimit?: number
  /** Of one thread, in MB: its objects, and what the process grows by while it reads. */
  memoryLimit?: number
  /** What a thread runs, if not the program's own. */
  script?: string
}

type Task = ReadTask | JoinTask
type Answer = ReadAnswer | JoinAnswer
type Waiting = { task: Task; settle: (answer: Answer) => void }

export function startReaders({
  threads = Math.max(1, availableParallelism() - 1),
  timeLimit = 120_000,
  memoryLimit = 2048,
  script = locateStoreFile('../import/reader-thread.js'),
}: ReadersOptions = {}): Readers {
  const waiting: Waiting[] = []
  const start = () => startThread(script, memoryLimit)
  const limits = { timeLimit, memoryLimit }
  const slots = Array.from({ length: threads }, () => openSlot(start, limits))
  const idle = [...slots]
  const serve = async () => {
    while (idle.length > 0 && waiting.length > 0) {
      const slot = idle.pop()!
      const { task, settle } = waiting.shift()!
      void slot.read(task).then((answer) => {
        idle.push(slot)
        settle(answer)
        void serve()
      })
    }
  }
  const ask = (task: Task, urgent: boolean) =>
    new Promise<Answer>((settle) => {
      if (urgent) waiting.unshift({ task, settle })
      else waiting.push({ task, settle })
      void serve()
    })
  return {
    threads,
    read: (task, urgent = false) => ask(task, urgent) as Promise<ReadAnswer>,
    join: (task) => ask(task, true) as Promise<JoinAnswer>,
    async stop() {
      for (const { settle } of waiting.splice(0)) settle(stopped)
      await Promise.all(slots.map((slot) => slot.stop()))
    },
  }
}

const stopped = { stumbled: 'The program was stopped.' }

type Limits = Required<Pick<ReadersOptions, 'timeLimit' | 'memoryLimit'>>

/** The place of one thread, filled again when the thread had to be ended. */
function openSlot(startThread: () => Promise<Worker>, limits: Limits) {
  let thread: Promise<Worker> | undefined
  let ended = false
  const start = () => {
    thread = startThread()
    thread.catch(() => {
      thread = undefined
    })
    return thread
  }
  void start().catch(() => {})

  const read = async (task: Task): Promise<Answer> => {
    if (ended) return stopped
    let worker: Worker
    try {
      worker = await (thread ?? start())
    } catch (error) {
      return { stumbled: `No reading thread could be started: ${messageOf(error)}` }
    }
    const answer = await ask(worker, task, limits)
    if ('dead' in answer) {
      thread = undefined
      await worker.terminate()
      if (ended) return stopped
      void start().catch(() => {})
      return { stumbled: answer.dead }
    }
    return answer
  }
  return {
    read,
    async stop() {
      ended = true
      await thread?.then((worker) => worker.terminate()).catch(() => {})
    },
  }
}

const tookTooMuch = 'Reading it took more memory than a document may have.'

function ask(
  worker: Worker,
  task: Task,
  { timeLimit, memoryLimit }: Limits,
): Promise<Answer | { dead: string }> {
  return new Promise((resolve) => {
    // The engine's own limit knows of no buffers, which is what a file that is packed well becomes.
    const most = process.memoryUsage.rss() + memoryLimit * 2 ** 20
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() > most) settle({ dead: tookTooMuch })
    }, 200)
    const timer = setTimeout(
      () =>
        settle({
          dead: `Reading it took longer than ${timeLimit / 1000} seconds. Split it, and add its parts.`,
        }),
      timeLimit,
    )
    const settle = (answer: Answer | { dead: string }) => {
      clearTimeout(timer)
      clearInterval(watch)
      worker.off('message', settle)
      worker.off('error', onError)
      worker.off('exit', onExit)
      worker.unref()
      resolve(answer)
    }
    const onError = (error: Error & { code?: string }) =>
      settle({
        dead:
          error.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? tookTooMuch
            : `Reading it broke off: ${error.message}`,
      })
    const onExit = () => settle({ dead: 'Reading it ended its thread.' })
    worker.on('message', settle)
    worker.on('error', onError)
    worker.on('exit', onExit)
    worker.ref()
    worker.postMessage(task)
  })
}

/** Resolves when the thread has loaded the language. */
function startThread(script: string, memoryLimit: number): Promise<Worker> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memoryLimit },
    })
    const onExit = () => reject(new Error('it ended at once'))
    worker.once('error', reject)
    worker.once('exit', onExit)
    worker.once('message', () => {
      worker.off('error', reject)
      worker.off('exit', onExit)
      // What happens to an idle thread is noticed when it is asked.
      worker.on('error', () => {})
      worker.unref()
      resolve(worker)
    })
  })
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
