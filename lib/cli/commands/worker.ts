import { type Command, InvalidArgumentError } from 'commander'
import { AppError } from '../../errors'
import { startEngine } from '../../import/engine'
import { startReaders } from '../../import/readers'
import { connect } from '../../store/connect'
import { openStore } from '../../store/store'

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
  const place = process.env.DATABASE_URL
  if (!place) {
    throw new AppError(
      'invalid_input',
      'A worker needs a PostgreSQL server: put its address in DATABASE_URL, here and where the app runs. Cases in a folder belong to one process at a time, which reads its documents itself.',
    )
  }
  await connect(place)
  const readers = startReaders({ threads })
  const engine = startEngine(place, {
    readers,
    onError: (error) => console.error(error instanceof Error ? error.message : String(error)),
  })
  console.error(`Reading with ${readers.threads} thread${readers.threads === 1 ? '' : 's'}.`)
  await new Promise<void>((resolve) => {
    // Timers of the engine do not keep the process alive, this one does.
    const alive = setInterval(() => {}, 60_000)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        clearInterval(alive)
        resolve()
      })
    }
  })
  await engine.stop()
  await openStore(place).close()
}
