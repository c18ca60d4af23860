import { AppError, httpStatus, type Problem } from '@/lib/errors'

type ErrorReply = { error: { code: string; message: string; problems: readonly Problem[] } }

/** What a route answers when it fails: the same shape for every error, and no stack. */
export function replyError(cause: unknown): Response {
  const error =
    cause instanceof AppError
      ? cause
      : new AppError('internal', 'Something went wrong here; nothing was lost.', [], { cause })
  if (error.code === 'internal') console.error(cause)
  const { code, message, problems } = error
  return Response.json({ error: { code, message, problems } } satisfies ErrorReply, {
    status: httpStatus[code],
  })
}
