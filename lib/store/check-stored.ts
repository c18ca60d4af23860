import type { z } from 'zod'
import { AppError } from '../errors'

/**
 * What was read from the tables, with its fields in the vocabulary's order.
 * @throws AppError internal when it is not of the vocabulary: someone changed the rows
 */
export function checkStored<T>(schema: z.ZodType<T>, value: unknown, caseId: string): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  throw new AppError(
    'internal',
    `The stored case "${caseId}" is damaged at ${issue.path.join('.')}: ${issue.message}. Restore it from a backup.`,
    [],
    { cause: parsed.error },
  )
}
