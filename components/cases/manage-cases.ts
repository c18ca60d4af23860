import { z } from 'zod'

type Answer = { id: string } | { problem: string }

const idSchema = z.object({ id: z.string() })
const restoredSchema = z.object({
  cases: z.array(z.object({ id: z.string(), title: z.string(), already: z.boolean() })),
})
const errorSchema = z.object({ error: z.object({ message: z.string() }) })

async function ask(
  path: string,
  init: RequestInit,
): Promise<{ body: unknown } | { problem: string }> {
  let reply: Response
  try {
    reply = await fetch(path, init)
  } catch {
    return { problem: 'The program does not answer. Is it still running? Nothing was changed.' }
  }
  const body: unknown = await reply.json().catch(() => undefined)
  if (reply.ok) return { body }
  const error = errorSchema.safeParse(body)
  return {
    problem: error.success ? error.data.error.message : `The program answered ${reply.status}.`,
  }
}

async function askForCase(path: string, init: RequestInit): Promise<Answer> {
  const answer = await ask(path, init)
  if ('problem' in answer) return answer
  const found = idSchema.safeParse(answer.body)
  return found.success ? found.data : { problem: 'The answer cannot be read. Reload the page.' }
}

const address = (id: string) => `/api/cases/${encodeURIComponent(id)}`

export const renameCase = (id: string, title: string) =>
  askForCase(address(id), {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ title }),
  })
export const duplicateCase = (id: string) =>
  askForCase(`${address(id)}/duplicate`, { method: 'POST' })
export const deleteCase = (id: string) => askForCase(address(id), { method: 'DELETE' })
export const purgeCase = (id: string) =>
  askForCase(`${address(id)}?forever=yes`, { method: 'DELETE' })
export const restoreCase = (id: string) => askForCase(`${address(id)}/restore`, { method: 'POST' })
export const bringSampleBack = () => askForCase('/api/sample', { method: 'POST' })

type Restored = z.infer<typeof restoredSchema>['cases']

/** Puts the cases of a backup beside those that are there. */
export async function restoreBackup(
  file: File,
): Promise<{ cases: Restored } | { problem: string }> {
  const answer = await ask('/api/backup', { method: 'POST', body: file })
  if ('problem' in answer) return answer
  const found = restoredSchema.safeParse(answer.body)
  return found.success ? found.data : { problem: 'The answer cannot be read. Reload the page.' }
}
