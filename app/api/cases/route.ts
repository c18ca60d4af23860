import { parseCase, sizeLimit } from '@/lib/case-file'
import { AppError } from '@/lib/errors'
import { type Keep, keepCase } from '../../keep-case'
import { listCases } from '../../read-case'
import { readText } from '../read-text'
import { replyError } from '../reply'

export async function GET() {
  try {
    return Response.json({ cases: await listCases() })
  } catch (error) {
    return replyError(error)
  }
}

/** Takes a Case file as the body. `?keep=both|replace` settles what to do with another of its id. */
export async function POST(request: Request) {
  try {
    const keep = readKeep(new URL(request.url).searchParams.get('keep'))
    const kept = await keepCase(parseCase(await readText(request, sizeLimit)), keep)
    return Response.json(kept, { status: 201, headers: { location: `/case/${kept.id}` } })
  } catch (error) {
    return replyError(error)
  }
}

function readKeep(value: string | null): Keep | undefined {
  if (value === null) return undefined
  if (value === 'both' || value === 'replace') return value
  throw new AppError('invalid_input', `“keep” is “both” or “replace”, not “${value}”.`)
}
