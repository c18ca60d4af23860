/** What reads documents in this server: threads, and the engine that runs imports with them. */

import type { DocumentInput } from '@/lib/documents/document-input'
import { AppError } from '@/lib/errors'
import { type Engine, startEngine } from '@/lib/import/engine'
import { type Readers, startReaders } from '@/lib/import/readers'
import type { FileTask, ReadTask } from '@/lib/import/serve-reader'
import type { Reading } from '@/lib/pipeline'
import { defaultPlace } from '@/lib/store/connect'

type Kept = Omit<Reading, 'input'>

/** On globalThis: a bundled server may hold this module several times. */
const shared = globalThis as {
  throughlineReaders?: Readers
  throughlineEngine?: Engine
  throughlineRead?: Map<string, Promise<Kept>>
}
shared.throughlineRead ??= new Map()
const kept = shared.throughlineRead

/** Threads with the language in memory, started by the first who asks. */
export function readers(): Readers {
  shared.throughlineReaders ??= startReaders()
  return shared.throughlineReaders
}

/** Runs imports from now on, and goes on with those that were cut off. */
export function importEngine(): Engine {
  shared.throughlineEngine ??= startEngine(defaultPlace(), {
    readers: readers(),
    onError: (error) => console.error(error.message),
    onRecovered: () => console.error('Reading goes on.'),
  })
  return shared.throughlineEngine
}

/** Texts whose reading is kept: who looks at what was found reads the same texts again to add them. */
const mostKept = 60

/**
 * Reads the reports of a file, or of a page that was fetched, in a thread: no file can hold up or
 * bring down the server.
 * @throws AppError invalid_input, or unavailable when it takes too long or too much
 */
export async function readFile(file: FileTask): Promise<DocumentInput[]> {
  const readings = await askReaders(file, file.name)
  for (const reading of readings) keep(reading.input.text, Promise.resolve(reading))
  return readings.map(({ input }) => input)
}

/**
 * Reads reports in a thread, before what an import has waiting.
 * @throws AppError as readFile does
 */
export function readReports(inputs: readonly DocumentInput[]): Promise<Reading[]> {
  return Promise.all(inputs.map(async (input) => ({ ...(await readText(input)), input })))
}

function readText(input: DocumentInput): Promise<Kept> {
  const { text, title } = input
  const reading =
    kept.get(text) ?? askReaders({ inputs: [input] }, title).then(([reading]) => reading!)
  reading.catch(() => kept.delete(text))
  return keep(text, reading)
}

function keep(text: string, reading: Promise<Kept>): Promise<Kept> {
  kept.delete(text)
  kept.set(text, reading)
  for (const text of kept.keys()) if (kept.size > mostKept) kept.delete(text)
  return reading
}

async function askReaders(task: ReadTask, name: string): Promise<Reading[]> {
  const answer = await readers().read(task, true)
  if ('readings' in answer) return JSON.parse(answer.readings) as Reading[]
  if ('refused' in answer) throw new AppError('invalid_input', answer.refused)
  throw new AppError(
    'unavailable',
    `“${name}” could not be read. ${answer.stumbled} Try again, or leave it out.`,
  )
}
