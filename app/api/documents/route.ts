import { z } from 'zod'
import type { Failure, Report } from '@/components/add-documents/found'
import { fetchPage } from '@/lib/documents/fetch-link'
import { AppError } from '@/lib/errors'
import { fileLimit, readableEndings } from '@/lib/limits'
import { readers, readFile } from '../../importing'
import { readFiles } from '../read-form'
import { readText } from '../read-text'
import { replyError } from '../reply'

const linkSchema = z.strictObject({ link: z.string().min(1).max(4000) })

/** What can be read. Asking starts the readers, so that the first report need not wait. */
export async function GET() {
  try {
    readers()
    return Response.json({ endings: readableEndings, fileLimit })
  } catch (error) {
    return replyError(error)
  }
}

/**
 * Reads reports and keeps nothing: files as a form (`file`, any number), or `{"link": "https://…"}`.
 * What cannot be read is listed beside what can.
 */
export async function POST(request: Request) {
  try {
    const isForm = request.headers.get('content-type')?.startsWith('multipart/form-data')
    return Response.json(await (isForm ? readForm(request) : readLink(request)))
  } catch (error) {
    return replyError(error)
  }
}

async function readForm(request: Request) {
  const files = await readFiles(request, fileLimit)
  return collect(
    files.map((file) => ({
      name: file.name,
      read: async () =>
        readFile({ bytes: new Uint8Array(await file.arrayBuffer()), name: file.name }),
    })),
  )
}

async function readLink(request: Request) {
  const body: unknown = await readText(request, 16 * 1024)
    .then(JSON.parse)
    .catch(() => undefined)
  const parsed = linkSchema.safeParse(body)
  if (!parsed.success) {
    throw new AppError('invalid_input', 'Send files as a form, or {"link": "https://…"} as JSON.')
  }
  const { link } = parsed.data
  const read = async () => readFile({ ...(await fetchPage(link)), name: link })
  return collect([{ name: link, read }])
}

async function collect(sources: { name: string; read: () => Promise<Report[]> }[]) {
  const documents: Report[] = []
  const failures: Failure[] = []
  for (const { name, read } of sources) {
    try {
      documents.push(...(await read()))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      failures.push({ name, message: error.message })
    }
  }
  return { documents, failures }
}
