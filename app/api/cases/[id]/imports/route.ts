import { z } from 'zod'
import { AppError } from '@/lib/errors'
import { openImports } from '@/lib/import/imports'
import { importEngine } from '../../../../importing'
import { openCases } from '../../../../stored-cases'
import { readText } from '../../../read-text'
import { replyError } from '../../../reply'

type Context = { params: Promise<{ id: string }> }

const bodySchema = z.strictObject({
  date: z.iso.date().optional(),
  addedAt: z.iso.datetime().optional(),
})

/** Imports of the case, the last one first. */
export async function GET(_request: Request, { params }: Context) {
  try {
    const { id } = await params
    return Response.json({ imports: await openImports().list(decodeURIComponent(id)) })
  } catch (error) {
    return replyError(error)
  }
}

/** Begins an import; documents are handed in at the address it is given. */
export async function POST(request: Request, { params }: Context) {
  try {
    const { id } = await params
    const body: unknown = await readText(request, 16 * 1024)
      .then((text) => JSON.parse(text || '{}'))
      .catch(() => undefined)
    const parsed = bodySchema.safeParse(body)
    if (!parsed.success) {
      throw new AppError('invalid_input', 'Send {} or {"date": "2025-11-27"} as JSON.')
    }
    await openCases()
    const begun = await openImports().begin(decodeURIComponent(id), parsed.data)
    importEngine().wake()
    return Response.json({ id: begun }, { status: 201 })
  } catch (error) {
    return replyError(error)
  }
}
