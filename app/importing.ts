/** What reads documents in this server: threads, and the engine that runs imports with them. */

import type { DocumentInput } from '@/lib/documents/document-input'
import { AppError } from '@/lib/errors'
import { type Engine, startEngine } from '@/lib/import/engine'
import { type Readers, startReaders } from '@/lib/import/readers'
import type { Reading } from '@/lib/pipeline'
import { defaultPlace } from '@/lib/store/connect'

/** On globalThis: a bundled server may hold this module several times. */
const shared = globalThis as {
  throughlineReaders?: Readers
  throughlineEngine?: Engine
  throughlineRead?: Map<string, Promise<Omit<Reading, 'input'>>>
}

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
 * Reads reports in a thread, before what an import has waiting.
 * @throws AppError invalid_input, or unavailable when a report takes too long
 */
export function readReports(inputs: readonly DocumentInput[]): Promise<Reading[]> {
  return Promise.all(inputs.map(async (input) => ({ ...(await readText(input)), input })))
}

function readText(input: DocumentInput): Promise<Omit<Reading, 'input'>> {
  shared.throughlineRead ??= new Map()
  const kept = shared.throughlineRead
  const reading = kept.get(input.text) ?? readAnew(input)
  kept.delete(input.text)
  kept.set(input.text, reading)
  reading.catch(() => kept.delete(input.text))
  for (const text of kept.keys()) if (kept.size > mostKept) kept.delete(text)
  return reading
}

async function readAnew(input: DocumentInput): Promise<Reading> {
  const answer = await readers().read({ inputs: [input] }, true)
  if ('readings' in answer) return (JSON.parse(answer.readings) as Reading[])[0]!
  if ('refused' in answer) throw new AppError('invalid_input', answer.refused)
  throw new AppError(
    'unavailable',
    `“${input.title}” could not be read. ${answer.stumbled} Try again, or leave it out.`,
  )
}
