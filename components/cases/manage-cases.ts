import { z } from 'zod'

type Problem = { problem: string }
type Answer = { id: string } | Problem

const idSchema = z.object({ id: z.string() })
const restoredSchema = z.object({
  cases: z.array(z.object({ id: z.string(), title: z.string(), already: z.boolean() })),
})
const errorSchema = z.object({ error: z.object({ message: z.string() }) })

async function ask(path: string, init: RequestInit): Promise<{ body: unknown } | Problem> {
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
  return 'problem' in answer ? answer : read(idSchema, answer.body)
}

function read<T>(schema: z.ZodType<T>, body: unknown): T | Problem {
  const found = schema.safeParse(body)
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

type Deleted = { id: string; deletedAt: string }
/** Several cases may have been deleted under one id: the moment tells which. */
const moment = ({ deletedAt }: Deleted) => `deleted=${encodeURIComponent(deletedAt)}`

export const purgeCase = (deleted: Deleted) =>
  askForCase(`${address(deleted.id)}?forever=yes&${moment(deleted)}`, { method: 'DELETE' })
export const restoreCase = (deleted: Deleted) =>
  askForCase(`${address(deleted.id)}/restore?${moment(deleted)}`, { method: 'POST' })
/** The one deleted last. */
export const undeleteCase = (id: string) => askForCase(`${address(id)}/restore`, { method: 'POST' })

const sampleSchema = z.object({ was: z.enum(['none', 'changed', 'same']) })

/** Puts the sample back as it was shipped. @returns what was there */
export async function bringSampleBack(): Promise<z.infer<typeof sampleSchema> | Problem> {
  const answer = await ask('/api/sample', { method: 'POST' })
  return 'problem' in answer ? answer : read(sampleSchema, answer.body)
}

type Restored = z.infer<typeof restoredSchema>['cases']

/** Puts the cases of a backup beside those that are there. */
export async function restoreBackup(file: File): Promise<{ cases: Restored } | Problem> {
  const address = `/api/backup?name=${encodeURIComponent(file.name)}`
  const answer = await ask(address, { method: 'POST', body: file })
  return 'problem' in answer ? answer : read(restoredSchema, answer.body)
}
