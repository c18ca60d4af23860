import { type Command, InvalidArgumentError } from 'commander'
import { AppError } from '../../errors'
import { startEngine } from '../../import/engine'
import { type Readers, startReaders } from '../../import/readers'
import { connect } from '../../store/connect'
import { openStore } from '../../store/store'
import { count } from '../../view/words'
import { openProgressLine, type ProgressLine } from '../progress-line'

export function addWorker(program: Command): void {
  program
    .command('worker')
    .summary('reads documents for imports on a PostgreSQL server')
    .description(
      'Helps with imports that were begun elsewhere: takes documents from the PostgreSQL server in DATABASE_URL, reads them here and hands in what they say. Run it on as many machines as you like; stop it with Ctrl-C.',
    )
    .option(
      '--threads <number>',
      'documents read at once; default one less than cores',
      threadCount,
    )
    .action(run)
}

function threadCount(value: string): number {
  const threads = Number(value)
  if (Number.isInteger(threads) && threads >= 1 && threads <= 256) return threads
  throw new InvalidArgumentError('A number from 1 to 256.')
}

async function run({ threads }: { threads?: number }): Promise<void> {
  const place = checkPlace(process.env.DATABASE_URL)
  await connect(place)
  const line = openProgressLine()
  const { readers, done } = countReads(startReaders({ threads }), line)
  const say = (words: string) => {
    line.clear()
    console.error(words)
  }
  const engine = startEngine(place, {
    readers,
    onError: (error) => say(error.message),
    onRecovered: () => say('The database is there again; reading goes on.'),
  })
  say(
    `Reading for imports on ${nameOf(place)}, ${count(readers.threads, 'document')} at once. Stop with Ctrl-C.`,
  )
  await untilStopped()
  const told = tallyWords(done)
  say('Stopping. What is being read here goes back to the others.')
  await engine.stop()
  await openStore(place).close()
  say(`Stopped. ${told}.`)
}

/** @throws AppError invalid_input when it is left out */
function checkPlace(place: string | undefined): string {
  if (place) return place
  throw new AppError(
    'invalid_input',
    'A worker needs a PostgreSQL server: put its address in DATABASE_URL, here and where the app runs. Cases in a folder belong to one process at a time, which reads its documents itself.',
  )
}

/** "host:5432/name": never the password. */
function nameOf(place: string): string {
  const { host, pathname } = new URL(place)
  return host + pathname
}

/** Says what is being read as it goes on. @returns readers that count */
function countReads(readers: Readers, line: ProgressLine) {
  const done = { read: 0, failed: 0 }
  const read: Readers['read'] = async (task, urgent) => {
    const answer = await readers.read(task, urgent)
    if ('readings' in answer) done.read++
    else done.failed++
    line.show(`${tallyWords(done)} · ${'name' in task ? task.name : ''}`)
    return answer
  }
  return { done, readers: { ...readers, read } }
}

/** "312 documents read, 2 could not be" */
const tallyWords = ({ read, failed }: { read: number; failed: number }) =>
  `${count(read, 'document')} read${failed > 0 ? `, ${failed} could not be` : ''}`

/** Resolves at Ctrl-C or when the system says so; a second Ctrl-C ends the process at once. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    // Timers of the engine do not keep the process alive, this one does.
    const alive = setInterval(() => {}, 60_000)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        clearInterval(alive)
        resolve()
      })
    }
  })
}
