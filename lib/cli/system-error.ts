/** What the system says of a file or folder, for somebody who named it. */
import { statSync } from 'node:fs'
import { AppError } from '../errors'

/**
 * Whether there is a file or folder of this path.
 * @throws AppError unavailable when one may not even look
 */
export function isThere(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (/^(EACCES|EPERM)$/.test(code)) throw explainSystemError(error)
    // What is no path at all, as one of four thousand characters.
    return false
  }
}

/** An error of the system that names a path, in words; any other as it is. */
export function explainSystemError(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error
  const { code, path } = error as NodeJS.ErrnoException
  if (code === undefined || path === undefined) return error
  const remedy = /^(EACCES|EPERM|EROFS)$/.test(code)
    ? 'Give yourself the right to it, or name another place.'
    : 'Name another place.'
  return new AppError('unavailable', `"${path}" cannot be used: ${error.message}. ${remedy}`, [], {
    cause: error,
  })
}
