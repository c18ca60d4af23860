import type { z } from 'zod'
import { AppError } from '@/lib/errors'
import { describeIssue, firstOf } from '@/lib/problems'
import { readText } from './read-text'

/** The request's JSON as the schema has it; an empty body is `{}`. @throws AppError invalid_input */
export async function readBody<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
  const text = await readText(request, 256 * 1024)
  let raw: unknown
  try {
    raw = text.trim() === '' ? {} : JSON.parse(text)
  } catch (cause) {
    throw new AppError('invalid_input', 'The request is not JSON.', [], { cause })
  }
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.slice(0, 20).flatMap((issue) => describeIssue(issue, raw))
  throw new AppError('invalid_input', `The request cannot be read: ${firstOf(problems)}`, problems)
}
