/**
 * Works through one queue: documents are taken ahead of time, so that no reader waits for the
 * database, and what became of them is handed in a few times a second, many at once.
 */
import type { Database } from '../store/database'
import { makeBell } from './bell'
import { exchange, findGone, type Outcome, type Task } from './exchange'
import type { QueueName } from './queue'

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
  let busy = 0
  let wakings = 0
  /** The queue had less than was asked for. */
  let drained = false
  let stopped = false

  const isDue = () => stopped || (drained ? busy === 0 : next.length <= (atOnce * ahead) / 2)

  const begin = () => {
    while (!stopped && busy < atOnce && next.length > 0) {
      busy++
      void work(next.shift()!).then((outcome) => {
        busy--
        done.push(outcome)
        begin()
        if (isDue()) bell.ring()
      })
    }
  }

  const trade = async () => {
    const before = wakings
    const handed = [...done]
    const free = atOnce - busy
    const places = free + atOnce * ahead - next.length
    const taken = await exchange(await open(), name, worker, handed, { places, free })
    done.splice(0, handed.length)
    next.push(...taken)
    drained = taken.length < places && wakings === before
    begin()
    onSuccess(handed.length)
  }

  const untilDue = async () => {
    for (;;) {
      const rung = await bell.wait(busy > 0 ? pace.handIn : isIdle() ? pace.idle : pace.sleep)
      if (rung ? isDue() : done.length > 0 || busy === 0) return
    }
  }

  const serve = async () => {
    while (!stopped) {
      try {
        await trade()
        await untilDue()
      } catch (error) {
        onTrouble(error)
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
