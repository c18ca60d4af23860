import { z } from 'zod'
import type { Problem } from '@/lib/errors'

export type Outcome =
  | { state: 'working'; name: string }
  | { state: 'opened'; id: string }
  | { state: 'failed'; file: File; message: string; problems: readonly Problem[] }
  | { state: 'conflict'; file: File; message: string }

const openedSchema = z.object({ id: z.string() })
const failedSchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    problems: z
      .array(
        z.object({
          path: z.string(),
          message: z.string(),
          value: z.string().optional(),
          remedy: z.string(),
        }),
      )
      .default([]),
  }),
})

/** Sends a Case file to be kept; never throws. */
export async function sendCase(file: File, keep?: 'both' | 'replace'): Promise<Outcome> {
  const failed = (message: string, problems: readonly Problem[] = []): Outcome => ({
    state: 'failed',
    file,
    message,
    problems,
  })
  let reply: Response
  try {
    reply = await fetch(`/api/cases${keep ? `?keep=${keep}` : ''}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: file,
    })
  } catch {
    return failed(
      `${file.name} could not be sent: the program does not answer. Is it still running? The file was not changed.`,
    )
  }
  const body: unknown = await reply.json().catch(() => undefined)
  if (reply.ok) {
    const opened = openedSchema.safeParse(body)
    return opened.success
      ? { state: 'opened', id: opened.data.id }
      : failed('The program gave an answer that cannot be read. Reload the page and try again.')
  }
  const error = failedSchema.safeParse(body)
  if (!error.success)
    return failed(`The program answered ${reply.status}. Reload the page and try again.`)
  const { code, message, problems } = error.data.error
  return code === 'conflict' ? { state: 'conflict', file, message } : failed(message, problems)
}
