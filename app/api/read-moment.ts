import { z } from 'zod'
import { AppError } from '@/lib/errors'

/** A moment in the address: `?deleted=2025-11-27T09:30:00.000Z`. @throws AppError invalid_input */
export function readMoment(request: Request, name: string): string | undefined {
  const value = new URL(request.url).searchParams.get(name)
  if (value === null) return undefined
  const parsed = z.iso.datetime().safeParse(value)
  if (parsed.success) return parsed.data
  throw new AppError('invalid_input', `“${name}” is a moment in ISO 8601, not “${value}”.`)
}
