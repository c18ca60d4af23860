/** The app that has the cases open, asked over HTTP on this machine: a folder has one process. */
import { AppError, type ErrorCode, httpStatus } from '../errors'
import { defaultPlace, isAddress } from '../store/connect'
import { findAppAddress } from '../store/folder-lock'

/** Where the app answers that has our cases open; undefined when we may open them ourselves. */
export async function findRunningApp(): Promise<string | undefined> {
  const place = defaultPlace()
  return isAddress(place) ? undefined : findAppAddress(place)
}

/**
 * Asks the app.
 * @param path as `api/cases/harbour`
 * @throws AppError as the app gave it, or unavailable when it does not answer
 */
export async function askApp(app: string, path: string, body?: string | FormData): Promise<string> {
  const method = body === undefined ? 'GET' : 'POST'
  const [reply, text] = await fetch(new URL(path, `${app}/`), { method, body })
    .then(async (reply) => [reply, await reply.text()] as const)
    .catch((cause) => {
      const message = `The app at ${app} has the cases and does not answer. What it acknowledged is kept. Start it again or close it, then run this again.`
      throw new AppError('unavailable', message, [], { cause })
    })
  if (reply.ok) return text
  throw readError(text) ?? new AppError(codeOf(reply.status), `The app at ${app} says: ${text}`)
}

function readError(text: string): AppError | undefined {
  try {
    const { code, message, problems } = JSON.parse(text).error
    return new AppError(code, message, problems)
  } catch {
    return undefined
  }
}

const codeOf = (status: number): ErrorCode =>
  (Object.keys(httpStatus) as ErrorCode[]).find((code) => httpStatus[code] === status) ?? 'internal'
