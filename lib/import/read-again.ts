/** A stored case whose reports are read again, as by a newer program; its decisions are replayed. */
import { joinAgain, listReadable, type Reading, toInput } from '../pipeline'
import type { Case } from '../schema'
import type { Store } from '../store/store'
import type { Readers } from './readers'

export type ReadAgain = {
  /** As extracted, with the decisions. */
  before: Case
  after: Case
  /** How many reports were read. */
  read: number
  /** What was drawn from these before stays. */
  failed: { title: string; reason: string }[]
}

/**
 * @param options `preview`: nothing is kept
 * @throws AppError not_found
 */
export async function readAgain(
  store: Store,
  id: string,
  readers: Readers,
  options: { preview?: boolean; onProgress?: (done: number, of: number) => void } = {},
): Promise<ReadAgain> {
  const stored = await store.readCase(id)
  const documents = listReadable(stored)
  const failed: ReadAgain['failed'] = []
  let done = 0
  const found = await Promise.all(
    documents.map(async (document): Promise<Reading[]> => {
      const answer = await readers.read({ inputs: [toInput(document)] })
      options.onProgress?.(++done, documents.length)
      if ('readings' in answer) return JSON.parse(answer.readings)
      const reason = 'refused' in answer ? answer.refused : answer.stumbled
      failed.push({ title: document.title, reason })
      return []
    }),
  )
  const readings = found.flat()
  let before = stored
  const change = (case_: Case) => {
    before = case_
    return readings.length > 0 ? joinAgain(case_, readings) : case_
  }
  const after = options.preview ? change(stored) : await store.changeCase(id, change)
  return { before, after, read: readings.length, failed }
}
