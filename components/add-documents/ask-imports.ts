/** What the page asks of imports. */
import { z } from 'zod'
import { awayWords, heldWords } from '@/lib/view/import-words'
import { asJson, post, Refused, readRefusal } from './ask-server'
import type { LeftOut } from './list-dropped'

const number = z.number()

const progressSchema = z.object({
  id: z.string(),
  state: z.enum(['open', 'running', 'cancelled', 'finished']),
  finishedAt: z.string().optional(),
  counts: z.object({
    waiting: number,
    running: number,
    read: number,
    done: number,
    known: number,
    'taken out': number,
    failed: number,
    'set aside': number,
    cancelled: number,
  }),
  total: number,
  rate: number,
  secondsLeft: number.optional(),
})
export type Progress = z.infer<typeof progressSchema>

const troubleSchema = z.object({
  name: z.string(),
  state: z.string(),
  tries: number,
  reason: z.string(),
  canRetry: z.boolean(),
})
export type Trouble = z.infer<typeof troubleSchema>

const jobSchema = progressSchema.extend({
  /** Why it does not go on just now. */
  held: z.string().optional(),
  troubles: z.array(troubleSchema),
})
export type Job = z.infer<typeof jobSchema>

const caseImports = (caseId: string) => `/api/cases/${encodeURIComponent(caseId)}/imports`

/** @returns the new import's id */
export const beginImport = async (caseId: string): Promise<string> =>
  z.object({ id: z.string() }).parse(await post(caseImports(caseId), asJson({}))).id

export async function sendFiles(
  id: string,
  files: { file: File; path: string }[],
  signal: AbortSignal,
): Promise<void> {
  const form = new FormData()
  for (const { file, path } of files) form.append('file', file, path)
  await post(`/api/imports/${id}/documents`, { body: form, signal })
}

/** Links, and what is not even sent because it cannot be read. */
export async function sendRest(
  id: string,
  rest: { links: string[]; refused: LeftOut[] },
): Promise<void> {
  await post(`/api/imports/${id}/documents`, asJson(rest))
}

export async function act(id: string, action: 'seal' | 'cancel' | 'retry'): Promise<void> {
  await post(`/api/imports/${id}`, asJson({ action }))
}

/** The last one first. */
export async function listImports(caseId: string): Promise<Progress[]> {
  const reply = await fetch(caseImports(caseId))
  return reply.ok
    ? z.object({ imports: z.array(progressSchema) }).parse(await reply.json()).imports
    : []
}

/** @throws Error that says why nothing can be learned of it: just now, or (isGone) any more */
export async function readJob(id: string): Promise<Job> {
  const reply = await fetch(`/api/imports/${id}`).catch((cause) => {
    throw new Error(awayWords, { cause })
  })
  if (reply.ok) return jobSchema.parse(await reply.json())
  const words = await readRefusal(reply)
  throw reply.status === 404 ? new Refused(words, 404) : new Error(heldWords(words))
}
