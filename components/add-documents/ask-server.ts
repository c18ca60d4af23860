import { z } from 'zod'
import { type Failure, type Found, foundSchema, type Report, readAnswerSchema } from './found'

const errorSchema = z.object({ error: z.object({ message: z.string() }) })

/** Tells the server that reports are coming, so that it is ready when they do. */
export const announce = () => void fetch('/api/documents').catch(() => {})

/** Reads one file. What cannot be read comes back as a failure; only a lost server throws. */
export async function readFile(
  file: File,
  name: string,
  signal: AbortSignal,
): Promise<{ documents: Report[]; failures: Failure[] }> {
  const form = new FormData()
  form.append('file', file, name)
  return readAnswer(name, { body: form, signal })
}

export async function readLink(
  link: string,
  signal: AbortSignal,
): Promise<{ documents: Report[]; failures: Failure[] }> {
  return readAnswer(link, { ...asJson({ link }), signal })
}

async function readAnswer(name: string, init: RequestInit) {
  try {
    return readAnswerSchema.parse(await post('/api/documents', init))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { documents: [], failures: [{ name, message: error.message }] }
  }
}

/** What adding these would bring; nothing is kept. */
export async function preview(
  id: string,
  documents: Report[],
  signal: AbortSignal,
): Promise<Found> {
  const init = { ...asJson({ documents, preview: true }), signal }
  return foundSchema.parse(await post(`/api/cases/${encodeURIComponent(id)}/documents`, init))
}

export async function join(id: string, documents: Report[]): Promise<void> {
  await post(`/api/cases/${encodeURIComponent(id)}/documents`, asJson({ documents }))
}

/** An empty case of this title. @returns its id, taken from the title */
export const makeCase = async (title: string): Promise<string> =>
  z.object({ id: z.string() }).parse(await post('/api/cases', asJson({ title }))).id

/** The server answered, and its answer is no. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message)
  }
}

/** Whether the server could not do it just now, for want of its database, say: it did nothing. */
export const isJustNow = (error: unknown): boolean =>
  error instanceof Refused && error.status === 503

/** Whether what it was asked of is not as it was. */
export const isConflict = (error: unknown): boolean =>
  error instanceof Refused && error.status === 409

/** Whether there is no such thing any more. */
export const isGone = (error: unknown): boolean => error instanceof Refused && error.status === 404

/** Whether the server did not answer: nobody knows what it did. */
export const isSilence = (error: unknown): boolean =>
  error instanceof Error && error.cause !== undefined && !(error instanceof Refused)

export const asJson = (body: unknown): RequestInit => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

export async function post(path: string, init: RequestInit): Promise<unknown> {
  const reply = await fetch(path, { method: 'POST', ...init }).catch((cause) => {
    if (init.signal?.aborted) throw cause
    throw new Error('The program does not answer. Is it still running? Nothing was lost.', {
      cause,
    })
  })
  if (reply.ok) return reply.json().catch(() => undefined)
  throw new Refused(await readRefusal(reply), reply.status)
}

/** What the program says where it has no answer. */
export async function readRefusal(reply: Response): Promise<string> {
  const error = errorSchema.safeParse(await reply.json().catch(() => undefined))
  return error.success
    ? error.data.error.message
    : `The program answered ${reply.status}. Try again; nothing was lost.`
}
