/**
 * Works through one queue: documents are taken ahead of time, so that no reader waits for the
 * database, and what became of them is handed in a few times a second, many at once.
 */
import type { Database } from '../store/database'
import { makeBell } from './bell'
import { exchange, findGone, type Outcome, type Task } from './exchange'
import type { QueueName } from './queue'
import { giveBackUnheld } from './recover'

export type QueueWork = {
  name: QueueName
  /** Documents worked on at the same time. */
  atOnce: number
  /** How many more are held for each of them. */
  ahead: number
  /** Never rejects. */
  work(task: Task): Promise<Outcome>
}

type Surroundings = {
  worker: string
  open(): Promise<Database>
  /** Told after each exchange: how much was handed in. */
  onSuccess(handedIn: number): void
  /** Told of what it lives on with, again and again while it lasts. */
  onTrouble(error: unknown): void
  /** Whether nothing is to be expected for now. */
  isIdle(): boolean
}

/** In milliseconds: between two exchanges while something is worked on, and how long it sleeps. */
const pace = { handIn: 500, sleep: 1_000, idle: 10_000, afterError: 2_000 }

export type QueueServant = {
  /** There may be something to take. */
  wake(): void
  /** Lets go of what is held, not begun, and to be read no more. */
  dropGone(database: Database): Promise<void>
  /** Begins nothing more. Resolves when it is still; what is worked on is not handed in. */
  stop(): Promise<void>
}

export function serveQueue(
  { name, atOnce, ahead, work }: QueueWork,
  { worker, open, onSuccess, onTrouble, isIdle }: Surroundings,
): QueueServant {
  const bell = makeBell()
  let next: Task[] = []
  const done: Outcome[] = []
  const working = new Set<Task>()
  let wakings = 0
  /** The last exchange broke off: it may have been done, all but the answer. */
  let unsure = false
  /** The queue had less than was asked for. */
  let drained = false
  let stopped = false

  const isDue = () =>
    stopped || (drained ? working.size === 0 : next.length <= (atOnce * ahead) / 2)

  const begin = () => {
    while (!stopped && working.size < atOnce && next.length > 0) {
      const task = next.shift()!
      working.add(task)
      void work(task).then((outcome) => {
        working.delete(task)
        done.push(outcome)
        begin()
        if (isDue()) bell.ring()
      })
    }
  }

  const trade = async () => {
    const before = wakings
    const database = await open()
    if (unsure) {
      const held = [...next, ...working, ...done.map(({ task }) => task)]
      await giveBackUnheld(database, name, worker, held)
      unsure = false
    }
    const handed = [...done]
    const free = atOnce - working.size
    const places = free + atOnce * ahead - next.length
    const taken = await exchange(database, name, worker, handed, { places, free })
    done.splice(0, handed.length)
    next.push(...taken)
    drained = taken.length < places && wakings === before
    begin()
    onSuccess(handed.length)
  }

  const untilDue = async () => {
    for (;;) {
      const rung = await bell.wait(
        working.size > 0 ? pace.handIn : isIdle() ? pace.idle : pace.sleep,
      )
      if (rung ? isDue() : done.length > 0 || working.size === 0) return
    }
  }

  const serve = async () => {
    while (!stopped) {
      try {
        await trade()
        await untilDue()
      } catch (error) {
        onTrouble(error)
        unsure = true
        drained = true
        await bell.wait(pace.afterError)
      }
    }
  }

  const serving = serve()
  return {
    wake() {
      wakings++
      drained = false
      bell.ring()
    },
    async dropGone(database) {
      // Of those that are held now: what comes meanwhile was not asked about.
      const gone = await findGone(database, worker, [...next])
      next = next.filter((task) => !gone.has(task))
      if (gone.size > 0) bell.ring()
    },
    stop() {
      stopped = true
      bell.ring()
      return serving
    },
  }
}
