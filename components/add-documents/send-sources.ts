/** Many documents to the program, a handful at a time; what was answered for is safe there. */
import { isArchive, isTooLarge, tooLargeWords } from '@/lib/limits'
import { act, beginImport, readJob, sendFiles, sendRest } from './ask-imports'
import { isConflict, isJustNow, isSilence } from './ask-server'
import type { Dropped, LeftOut } from './list-dropped'

export type Many = {
  files: Dropped[]
  links: string[]
  /** What is not even sent, and why. */
  refused?: LeftOut[]
}

const small = { documents: 20, bytes: 2 * 1024 * 1024 }
const batch = { files: 50, bytes: 4 * 1024 * 1024 }
/** Between tries, in milliseconds: a program that is being started again is waited for. */
const waits = { first: 1_000, longest: 15_000 }

/** Whether these are better read in the background than looked through one by one. */
export const isMany = ({ files, links }: Many): boolean =>
  files.length + links.length > small.documents ||
  files.reduce((sum, { file }) => sum + file.size, 0) > small.bytes ||
  files.some(({ path }) => isArchive(path))

export type Watch = {
  /** Called with the import's id as soon as it has one, and after each part. */
  onSent(id: string, sent: number): void
  /** Called with what hinders it just now, and with nothing when it goes on. */
  onHeld(reason?: string): void
}

/**
 * Begins an import and hands everything in, however long the database or the program is away.
 * @throws Error with an answer that says no, or when it is told to stop
 */
export async function sendMany(
  caseId: string,
  { files, links, refused: refusedBefore = [] }: Many,
  signal: AbortSignal,
  { onSent, onHeld }: Watch,
): Promise<void> {
  const again = <T>(send: () => Promise<T>, mayTry = isPassing) =>
    tryAgain(send, mayTry, signal, onHeld)
  // Of two that were begun, one would stay empty.
  const begin = () => again(() => beginImport(caseId), isJustNow)
  let id = await begin()
  const hand = async (send: (id: string) => Promise<void>) => {
    try {
      await again(() => send(id))
    } catch (error) {
      if (!isConflict(error) || (await readJob(id)).state !== 'finished') throw error
      // One that hears nothing for a minute is closed: what is left goes into another.
      id = await begin()
      await again(() => send(id))
    }
  }
  onSent(id, 0)
  const tooLarge = files
    .filter(({ file, path }) => isTooLarge(path, file.size))
    .map(({ file, path }) => ({ name: path, reason: tooLargeWords(path, file.size) }))
  const names = new Set(tooLarge.map(({ name }) => name))
  const refused = [...refusedBefore, ...tooLarge]
  let sent = 0
  if (links.length + refused.length > 0) {
    await hand((id) => sendRest(id, { links, refused }))
    sent += links.length + refused.length
    onSent(id, sent)
  }
  for (const part of cut(files.filter(({ path }) => !names.has(path)))) {
    await hand((id) => sendFiles(id, part, signal))
    sent += part.length
    onSent(id, sent)
  }
  await again(() => act(id, 'seal'))
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

/** An answer that says no stays no; an absence may end. */
const isPassing = (error: unknown) => isJustNow(error) || isSilence(error)

async function tryAgain<T>(
  send: () => Promise<T>,
  mayTry: (error: unknown) => boolean,
  signal: AbortSignal,
  onHeld: Watch['onHeld'],
): Promise<T> {
  for (let wait = waits.first; ; wait = Math.min(2 * wait, waits.longest)) {
    try {
      const answer = await send()
      onHeld()
      return answer
    } catch (error) {
      if (signal.aborted || !mayTry(error)) throw error
      onHeld((error as Error).message)
    }
    await new Promise((resolve) => {
      const timer = setTimeout(resolve, wait)
      signal.addEventListener('abort', () => resolve(clearTimeout(timer)), { once: true })
    })
    signal.throwIfAborted()
  }
}
