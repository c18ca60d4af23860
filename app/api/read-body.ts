import type { z } from 'zod'
import { AppError } from '@/lib/errors'
import { refuseInput } from '@/lib/problems'
import { readText } from './read-text'

/**
 * The request's JSON as the schema has it; an empty body is `{}`.
 * @param limit in bytes
 * @param remedy what to do when it is larger
 * @throws AppError invalid_input
 */
export async function readBody<T>(
  request: Request,
  schema: z.ZodType<T>,
  limit = 256 * 1024,
  remedy?: string,
): Promise<T> {
  const text = await readText(request, limit, remedy)
  let raw: unknown
  try {
    raw = text.trim() === '' ? {} : JSON.parse(text)
  } catch (cause) {
    throw new AppError('invalid_input', 'The request is not JSON.', [], { cause })
  }
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  throw refuseInput('The request cannot be read', parsed.error, raw)
}
