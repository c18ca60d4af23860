import { z } from 'zod'
import { documentInputSchema } from '@/lib/documents/document-input'
import { AppError } from '@/lib/errors'
import { replaceOlder } from '@/lib/import/replace-older'
import { joinReadings } from '@/lib/pipeline'
import { describeIssue, firstOf } from '@/lib/problems'
import { readReports } from '../../../../importing'
import { readCase } from '../../../../read-case'
import { openCases } from '../../../../stored-cases'
import { readText } from '../../../read-text'
import { replyError } from '../../../reply'
import { describeFound } from './describe-found'

const bodySchema = z.strictObject({
  documents: z.array(documentInputSchema).min(1).max(500),
  /** Show what would be found; keep nothing. */
  preview: z.boolean().default(false),
})
const bodyLimit = 40 * 1024 * 1024

/** Adds reports to the case, or with `preview` says what adding them would bring. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }) {
  try {
    const { id } = await params
    const { documents, preview } = await readBody(request)
    const readings = await readReports(documents)
    const texts = documents.map((document) => document.text)
    if (preview) {
      const before = await readCase(decodeURIComponent(id))
      const joined = joinReadings(before, readings)
      const after = replaceOlder(before, joined.case, texts)
      return Response.json(describeFound(before, { ...joined, case: after }, texts))
    }
    const store = await openCases()
    const case_ = await store.changeCase(decodeURIComponent(id), (before) =>
      replaceOlder(before, joinReadings(before, readings).case, texts),
    )
    const { documents: all, entities, claims } = case_
    const counts = { documents: all.length, entities: entities.length, claims: claims.length }
    return Response.json({ id: case_.id, ...counts }, { status: 201 })
  } catch (error) {
    return replyError(error)
  }
}

async function readBody(request: Request) {
  const text = await readText(request, bodyLimit, 'Add fewer reports at once.')
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch (cause) {
    throw new AppError('invalid_input', 'The request is not JSON.', [], { cause })
  }
  const parsed = bodySchema.safeParse(raw)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.slice(0, 20).flatMap((issue) => describeIssue(issue, raw))
  throw new AppError(
    'invalid_input',
    `The documents cannot be taken up: ${firstOf(problems)} Send {"documents": [{"title", "text", "language"}], "preview": true}.`,
    problems,
  )
}
