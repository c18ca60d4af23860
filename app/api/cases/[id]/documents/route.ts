import { z } from 'zod'
import { documentInputSchema } from '@/lib/documents/document-input'
import { replaceOlder } from '@/lib/import/replace-older'
import { joinReadings } from '@/lib/pipeline'
import { readReports } from '../../../../importing'
import { readCase } from '../../../../read-case'
import { openCases } from '../../../../stored-cases'
import { readBody } from '../../../read-body'
import { replyError } from '../../../reply'
import { describeFound } from './describe-found'

const bodySchema = z.strictObject({
  documents: z.array(documentInputSchema).min(1).max(500),
  /** Show what would be found; keep nothing. */
  preview: z.boolean().default(false),
})
const bodyLimit = 40 * 1024 * 1024
const tooMany = 'Add fewer reports at once.'

/** Adds reports to the case, or with `preview` says what adding them would bring. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }) {
  try {
    const { id } = await params
    const { documents, preview } = await readBody(request, bodySchema, bodyLimit, tooMany)
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
