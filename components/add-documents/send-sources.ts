/** Many documents to the program, a handful at a time; what was answered for is safe there. */
import { isArchive, isTooLarge, tooLargeWords } from '@/lib/limits'
import { act, beginImport, sendFiles, sendRest } from './ask-imports'
import type { Dropped } from './list-dropped'

type Refused = { name: string; reason: string }
export type Many = {
  files: Dropped[]
  links: string[]
  /** What is not even sent, and why. */
  refused?: Refused[]
}

const small = { documents: 20, bytes: 2 * 1024 * 1024 }
const batch = { files: 50, bytes: 4 * 1024 * 1024 }
/** A program that is being started again is waited for. */
const waits = [1_000, 2_000, 4_000, 8_000, 16_000]

/** Whether these are better read in the background than looked through one by one. */
export const isMany = ({ files, links }: Many): boolean =>
  files.length + links.length > small.documents ||
  files.reduce((sum, { file }) => sum + file.size, 0) > small.bytes ||
  files.some(({ path }) => isArchive(path))

/**
 * Begins an import and hands everything in.
 * @param onSent called with the import's id as soon as it has one, and after each part
 */
export async function sendMany(
  caseId: string,
  { files, links, refused: refusedBefore = [] }: Many,
  signal: AbortSignal,
  onSent: (id: string, sent: number) => void,
): Promise<void> {
  const id = await beginImport(caseId)
  onSent(id, 0)
  const tooLarge = files
    .filter(({ file, path }) => isTooLarge(path, file.size))
    .map(({ file, path }) => ({ name: path, reason: tooLargeWords(path, file.size) }))
  const names = new Set(tooLarge.map(({ name }) => name))
  const refused = [...refusedBefore, ...tooLarge]
  let sent = 0
  if (links.length + refused.length > 0) {
    await again(() => sendRest(id, { links, refused }), signal)
    sent += links.length + refused.length
    onSent(id, sent)
  }
  for (const part of cut(files.filter(({ path }) => !names.has(path)))) {
    await again(() => sendFiles(id, part, signal), signal)
    sent += part.length
    onSent(id, sent)
  }
  await again(() => act(id, 'seal'), signal)
}

function* cut(files: Dropped[]): Generator<Dropped[]> {
  let part: Dropped[] = []
  let bytes = 0
  for (const file of files) {
    if (part.length >= batch.files || (part.length > 0 && bytes + file.file.size > batch.bytes)) {
      yield part
      part = []
      bytes = 0
    }
    part.push(file)
    bytes += file.file.size
  }
  if (part.length > 0) yield part
}

async function again(send: () => Promise<void>, signal: AbortSignal): Promise<void> {
  for (const wait of waits) {
    try {
      return await send()
    } catch (error) {
      // An answer that says no stays no; silence may end.
      if (signal.aborted || !(error instanceof Error && error.cause)) throw error
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
  return send()
}
