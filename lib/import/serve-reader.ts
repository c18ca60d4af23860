/** Inside the thread: bytes in, what the reports in them say out. */
import { parentPort } from 'node:worker_threads'
import type { DocumentInput } from '../documents/document-input'
import { readPage } from '../documents/fetch-link'
import { readDocuments } from '../documents/read-documents'
import { AppError } from '../errors'
import { joinAgain, listPropositions, type Reading, readReport } from '../pipeline'
import type { Case } from '../schema'

/** Bytes of a file, or of the page at `url`. */
export type FileTask = {
  bytes: Uint8Array
  name: string
  contentType?: string
  url?: string
  date?: string
}

/** A file, or reports whose text is known already. */
export type ReadTask = FileTask | { inputs: DocumentInput[] }

/** A case whose reports were read again, to be made of what was read: Reading[] as JSON, each. */
export type JoinTask = { case: Case; readings: readonly string[] }

export type ReadAnswer =
  /** A Reading[] as JSON. */
  | { readings: string }
  /** It cannot be read, and trying again would not help. */
  | { refused: string }
  | { stumbled: string }

/** `same` when all of it reads as before. */
export type JoinAnswer = { joined: Case | 'same' } | { stumbled: string }

export function serveReader(): void {
  const port = parentPort!
  port.on('message', async (task: ReadTask | JoinTask) =>
    port.postMessage('case' in task ? join(task) : await answer(task)),
  )
  // The first report need not wait for the language's weights.
  listPropositions('Ada met Ben.')
  port.postMessage('ready')
}

async function answer(task: ReadTask): Promise<ReadAnswer> {
  try {
    const inputs = 'inputs' in task ? task.inputs : await readInputs(task)
    const readings: Reading[] = inputs.map((input) => readReport(input))
    return { readings: JSON.stringify(readings) }
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid_input') {
      return { refused: error.message }
    }
    return { stumbled: error instanceof Error ? error.message : String(error) }
  }
}

function join({ case: case_, readings }: JoinTask): JoinAnswer {
  try {
    const after = joinAgain(
      case_,
      readings.flatMap((text): Reading[] => JSON.parse(text)),
    )
    return { joined: after === case_ ? 'same' : after }
  } catch (error) {
    return { stumbled: error instanceof Error ? error.message : String(error) }
  }
}

async function readInputs(task: FileTask): Promise<DocumentInput[]> {
  const { bytes, name, contentType = '', url, date } = task
  if (!url) return readDocuments(bytes, name, { date })
  const inputs = await readPage({ url, contentType, bytes })
  return inputs.map((input) => ({ ...input, publishedAt: input.publishedAt ?? date }))
}
