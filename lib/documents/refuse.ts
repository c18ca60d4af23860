import { AppError } from '../errors'

/** A file or page that gives no report: names it, says what is wrong and what to do. */
export const refuse = (name: string, message: string, remedy: string, cause?: unknown) =>
  new AppError(
    'invalid_input',
    `“${name}”: ${message} ${remedy}`,
    [{ path: name, message, remedy }],
    {
      cause,
    },
  )
