/**
 * A stored case whose reports are read again, as by a newer program: first they are read, which
 * changes nothing; then one sees what would change, or takes it over, decisions replayed.
 */
import { isDeepStrictEqual } from 'node:util'
import { AppError } from '../errors'
import { joinAgain, listReadable, type Reading, toInput } from '../pipeline'
import type { Case } from '../schema'
import type { Store } from '../store/store'
import type { Imports } from './imports'
import type { Readers } from './readers'

/** Where a case is, and what reads, once there is something to be read. */
export type Reread = { store: Store; imports: Imports; readers: () => Readers }

/** What was read of a case's reports. */
export type ReadAgain = {
  /** A Reading[] as JSON for each report. */
  readings: string[]
  /** What was drawn from these before stays. */
  failed: { title: string; reason: string }[]
}

/** As extracted, with the decisions; the same object when all of it reads as before. */
export type Change = { before: Case; after: Case }

type ReadOptions = { onProgress?: (done: number, of: number) => void; signal?: AbortSignal }

/**
 * Reads the reports of a case again; nothing is changed.
 * @param options `signal`: reads no more
 * @throws AppError not_found, or conflict when there is nothing to read or reports are being added
 */
export async function readAgain(
  { store, imports, readers }: Reread,
  id: string,
  { onProgress, signal }: ReadOptions = {},
): Promise<ReadAgain> {
  const case_ = await store.readCase(id)
  await checkIdle(imports, case_)
  const documents = listReadable(case_)
  if (documents.length === 0) throw nothingToRead(case_)
  // In the order of the reports, whichever is read first: the same reports give the same case.
  const readings: string[] = []
  const failed: ReadAgain['failed'] = []
  const left = documents.entries()
  let done = 0
  onProgress?.(done, documents.length)
  const { threads, read } = readers()
  // No more at once than there are threads: an import that runs has its turns in between.
  const work = async () => {
    for (const [place, document] of left) {
      if (signal?.aborted) return
      const answer = await read({ inputs: [toInput(document)] })
      if ('readings' in answer) readings[place] = answer.readings
      else {
        const reason = 'refused' in answer ? answer.refused : answer.stumbled
        failed.push({ title: document.title, reason })
      }
      onProgress?.(++done, documents.length)
    }
  }
  await Promise.all(Array.from({ length: threads }, work))
  return { readings: readings.filter(Boolean), failed }
}

/** What taking over what was read would make of the case as it is now. @throws AppError not_found */
export async function previewAgain(
  { store, readers }: Reread,
  id: string,
  { readings }: ReadAgain,
): Promise<Change> {
  const before = await store.readCase(id)
  return { before, after: await join(readers(), before, readings) }
}

/**
 * Takes over what was read. What the case was is kept to go back to, and decisions made while it was
 * read are carried out like all others.
 * @throws AppError not_found, or conflict when reports are being added
 */
export async function keepAgain(
  { store, imports, readers }: Reread,
  id: string,
  { readings }: ReadAgain,
): Promise<Change> {
  const ready = await store.readCase(id)
  await checkIdle(imports, ready)
  const joined = await join(readers(), ready, readings)
  let before = ready
  const after = await store.changeCase(
    id,
    (now) => {
      before = now
      // Made ready beforehand, so that nobody waits for it; decisions may have been made since.
      if (!isSameGround(now, ready)) return joinAgain(now, parse(readings))
      return joined === ready ? now : { ...joined, title: now.title, decisions: now.decisions }
    },
    { keep: true },
  )
  return { before, after }
}

async function join(readers: Readers, case_: Case, readings: readonly string[]): Promise<Case> {
  const answer = await readers.join({ case: case_, readings })
  if ('stumbled' in answer) {
    throw new AppError(
      'unavailable',
      `What was read could not be joined. ${answer.stumbled} Nothing was changed.`,
    )
  }
  return answer.joined === 'same' ? case_ : answer.joined
}

async function checkIdle(imports: Imports, { id, title }: Case): Promise<void> {
  if ((await imports.list(id)).every(({ finishedAt }) => finishedAt)) return
  throw new AppError(
    'conflict',
    `Reports are being added to “${title}” just now. Read the others again when these are in, or cancel the import first.`,
  )
}

const nothingToRead = ({ title, documents }: Case) =>
  new AppError(
    'conflict',
    documents.length === 0
      ? `“${title}” has no reports to read again.`
      : `No report of “${title}” can be read again: they came with relations made elsewhere, which stay as they are.`,
  )

/** Whether the two were extracted alike, whatever was decided. */
const isSameGround = (one: Case, other: Case): boolean =>
  (['documents', 'entities', 'mentions', 'claims'] as const).every((part) =>
    isDeepStrictEqual(one[part], other[part]),
  )

const parse = (readings: readonly string[]) =>
  readings.flatMap((text): Reading[] => JSON.parse(text))
