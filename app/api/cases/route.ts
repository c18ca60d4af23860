import { z } from 'zod'
import { parseCase, sizeLimit } from '@/lib/case-file'
import { AppError } from '@/lib/errors'
import { type Keep, keepCase } from '../../keep-case'
import { listCases } from '../../read-case'
import { openCases } from '../../stored-cases'
import { readText } from '../read-text'
import { replyError } from '../reply'

export async function GET() {
  try {
    return Response.json({ cases: await listCases() })
  } catch (error) {
    return replyError(error)
  }
}

/**
 * Takes a Case file as the body; `?keep=both|replace` settles what to do with another of its id. A
 * body of nothing but `{"title": "…"}` makes an empty case.
 */
export async function POST(request: Request) {
  try {
    const keep = readKeep(new URL(request.url).searchParams.get('keep'))
    const text = await readText(request, sizeLimit)
    const title = readTitle(text)
    if (title !== undefined) return replyMade({ id: await (await openCases()).createCase(title) })
    return replyMade(await keepCase(parseCase(text), keep))
  } catch (error) {
    return replyError(error)
  }
}

const replyMade = (made: { id: string }) =>
  Response.json(made, {
    status: 201,
    headers: { location: `/case/${encodeURIComponent(made.id)}` },
  })

const titleSchema = z.strictObject({ title: z.string() })

/** Of a body that is nothing but a title. */
function readTitle(text: string): string | undefined {
  if (text.length > 100_000) return undefined
  try {
    return titleSchema.parse(JSON.parse(text)).title
  } catch {
    return undefined
  }
}

function readKeep(value: string | null): Keep | undefined {
  if (value === null) return undefined
  if (value === 'both' || value === 'replace') return value
  throw new AppError('invalid_input', `“keep” is “both” or “replace”, not “${value}”.`)
}
