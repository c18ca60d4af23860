/** A database's errors in the words of someone who has a case to save. */
import { AppError } from '../errors'

/** The five characters (SQLSTATE) or the system's name (ENOSPC) that an error goes by. */
function codeOf(error: unknown): string {
  for (let inner = error; inner instanceof Error; inner = inner.cause) {
    if ('code' in inner && typeof inner.code === 'string') return inner.code
  }
  return isLost.test(reasonOf(error)) ? 'ECONNRESET' : ''
}

/** The PostgreSQL driver's own errors, which have no code. */
const isLost = /^(Connection terminated|Client has encountered a connection error|timeout exceeded)/

/** Beginnings of SQLSTATEs and names of system errors -> what happened and what to do. */
const explanations: [codes: RegExp, message: string][] = [
  [
    /^(53100|ENOSPC|EDQUOT)/,
    'The disk that holds the cases is full: nothing of this step was saved. Free some space there, then try again.',
  ],
  [
    /^(EACCES|EPERM|EROFS|ENOTDIR|EISDIR)/,
    'The data folder cannot be read or written to. Give yourself the right to, or name another folder in THROUGHLINE_DATA.',
  ],
  [
    /^ENDED/,
    'The embedded database stopped in the middle: nothing of this step was saved, everything before is. Try again; if it stops again, look whether the disk is full.',
  ],
  [
    /^(28)/,
    'The database refused the user or the password. Check DATABASE_URL: postgres://user:password@host:port/name.',
  ],
  [/^3D000/, 'The database named in DATABASE_URL does not exist. Create it (createdb) first.'],
  [
    /^42501/,
    'The database user may not do this. Grant it CREATE on the database, or use its owner in DATABASE_URL.',
  ],
  [
    /^(08|57P0|53300|ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE)/,
    'The database cannot be reached: nothing of this step was saved. Check that it runs and that DATABASE_URL is right, then try again.',
  ],
]

/**
 * @returns an AppError as it is, anything else as unavailable or internal with its cause
 */
export function explainDatabaseError(error: unknown): AppError {
  if (error instanceof AppError) return error
  const code = codeOf(error)
  const known = explanations.find(([codes]) => codes.test(code))
  const reason = reasonOf(error)
  // The system's own messages begin with the code: "ENOTDIR: not a directory, mkdir …".
  const named = code === '' || reason.startsWith(code) ? reason : `${code}: ${reason}`
  if (known) {
    return new AppError('unavailable', `${known[1]} (${named})`, [], { cause: error })
  }
  return new AppError('internal', `The database failed: ${named}`, [], { cause: error })
}

/** The innermost message: drizzle's own repeats the whole statement with its values. */
function reasonOf(error: unknown): string {
  let inner = error
  while (inner instanceof Error && inner.cause instanceof Error) inner = inner.cause
  const message = inner instanceof Error ? inner.message : String(inner)
  return message.length > 200 ? `${message.slice(0, 200)}…` : message
}
