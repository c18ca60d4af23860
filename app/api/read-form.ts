import { AppError } from '@/lib/errors'

/**
 * The files of a form, those of its field `file`.
 * @param limit in bytes, of all files together; a form over it is not taken in
 * @throws AppError invalid_input
 */
export async function readFiles(request: Request, limit: number): Promise<File[]> {
  const size = Number(request.headers.get('content-length') ?? Number.NaN)
  // Names and boundaries take a little beside the files.
  if (!(size <= limit + 1024 * 1024)) throw await tooLarge(request, size, limit)
  const form = await request.formData().catch((cause) => {
    throw new AppError('invalid_input', 'The form with the files cannot be read.', [], { cause })
  })
  return form.getAll('file').filter((entry) => entry instanceof File)
}

async function tooLarge(request: Request, size: number, limit: number): Promise<AppError> {
  const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(bytes % 2 ** 20 ? 1 : 0)} MB`
  const name = await readFirstName(request)
  const has = Number.isNaN(size) ? 'does not say how large it is' : `has ${megabytes(size)}`
  return new AppError(
    'invalid_input',
    `The request ${name ? `with “${name}” ` : ''}${has}; at most ${megabytes(limit)} are taken at once. Send files one by one, and split what is larger.`,
  )
}

/** `Content-Disposition: form-data; name="file"; filename="minutes.zip"` stands before the file. */
async function readFirstName(request: Request): Promise<string | undefined> {
  const reader = request.body?.getReader()
  const first = await reader?.read().catch(() => undefined)
  await reader?.cancel().catch(() => {})
  const head = Buffer.from(first?.value ?? []).subarray(0, 4096)
  return /filename="([^"\r\n]{1,300})"/.exec(head.toString('utf8'))?.[1]
}
