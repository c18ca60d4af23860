import { AppError } from '@/lib/errors'

/**
 * The request's body as text.
 * @param limit in bytes; reading stops there, so that a huge body is never held
 * @param remedy what to do when it is larger
 */
export async function readText(
  request: Request,
  limit: number,
  remedy = 'Split the case: fewer documents in each file.',
): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (;;) {
    const part = await reader?.read()
    if (!part?.value) break
    size += part.value.byteLength
    if (size > limit) {
      await reader?.cancel()
      throw tooLarge(request, limit, remedy)
    }
    chunks.push(part.value)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch (cause) {
    throw new AppError(
      'invalid_input',
      'The file is not UTF-8 text. Choose a Case file (JSON).',
      [],
      { cause },
    )
  }
}

function tooLarge(request: Request, limit: number, remedy: string): AppError {
  const size = Number(request.headers.get('content-length'))
  const has = size > limit ? `has ${(size / 2 ** 20).toFixed(1)} MB` : 'is larger'
  const most = `at most ${limit / 2 ** 20} MB are read`
  return new AppError('invalid_input', `What was sent ${has}; ${most}. ${remedy}`)
}
