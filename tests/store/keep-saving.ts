/**
 * A process of its own that works on a store until it is killed. Prints one line for each case it
 * was told is saved, or why it could not begin.
 *
 *   node --import tsx tests/store/keep-saving.ts <place> [how many] [close]
 */
import { AppError } from '@/lib/errors'
import { openStore } from '@/lib/store/store'
import { exampleCase } from './example-case'

async function keepSaving(place: string, limit: number, close: boolean): Promise<void> {
  const store = openStore(place)
  for (let n = 0; n < limit; n++) {
    const id = `${process.pid}-${n}`
    await store.saveCase(exampleCase({ id }))
    process.stdout.write(`saved ${id}\n`)
  }
  if (close) {
    await store.close()
    process.stdout.write('closed\n')
  }
}

keepSaving(
  process.argv[2]!,
  Number(process.argv[3] ?? Infinity),
  process.argv[4] === 'close',
).catch((error) => {
  const named = error instanceof AppError ? `${error.code}: ${error.message}` : String(error)
  process.stdout.write(`${named}\n`)
  process.exitCode = 1
})
