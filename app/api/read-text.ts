import { AppError } from '@/lib/errors'

/**
 * The request's body as text.
 * @param limit in bytes; reading stops there, so that a huge body is never held
 */
export async function readText(request: Request, limit: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (;;) {
    const part = await reader?.read()
    if (!part?.value) break
    size += part.value.byteLength
    if (size > limit) {
      await reader?.cancel()
      throw tooLarge(limit)
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

const tooLarge = (limit: number) =>
  new AppError(
    'invalid_input',
    `The file is over the size limit of ${limit / 1024 / 1024} MB. Split the case: fewer documents in each file.`,
  )
