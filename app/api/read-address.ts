/** What stands in an address after its question mark; undefined where it does not. */
import { z } from 'zod'
import { AppError } from '@/lib/errors'

/** `?deleted=2025-11-27T09:30:00.000Z`. @throws AppError invalid_input */
export const readMoment = (request: Request, name: string): string | undefined =>
  read(request, name, z.iso.datetime(), 'a moment in ISO 8601')

/** `?known=12`. @throws AppError invalid_input */
export const readCount = (request: Request, name: string): number | undefined =>
  read(request, name, z.coerce.number().int().min(0), 'a whole number, 0 or more')

function read<T>(request: Request, name: string, schema: z.ZodType<T>, what: string) {
  const value = new URL(request.url).searchParams.get(name)
  if (value === null) return undefined
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new AppError('invalid_input', `“${name}” is ${what}, not “${value}”.`)
}
