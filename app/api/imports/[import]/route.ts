import { z } from 'zod'
import { AppError } from '@/lib/errors'
import { openImports } from '@/lib/import/imports'
import { heldWords } from '@/lib/view/import-words'
import { importEngine } from '../../../importing'
import { readText } from '../../read-text'
import { replyError } from '../../reply'

type Context = { params: Promise<{ import: string }> }

const bodySchema = z.strictObject({ action: z.enum(['seal', 'cancel', 'retry']) })

/** How far it is, what keeps it from going on (`held`), and what failed. */
export async function GET(_request: Request, { params }: Context) {
  try {
    const { import: id } = await params
    const imports = openImports()
    const progress = await imports.progress(id)
    const trouble = progress.finishedAt ? undefined : importEngine().trouble()
    return Response.json({
      ...progress,
      ...(trouble && { held: heldWords(trouble) }),
      troubles: await imports.troubles(id),
    })
  } catch (error) {
    return replyError(error)
  }
}

/**
 * `seal`: nothing more comes; `cancel`: read nothing more; `retry`: read again what failed, and say
 * how many in `again`.
 */
export async function POST(request: Request, { params }: Context) {
  try {
    const { import: id } = await params
    const body: unknown = await readText(request, 16 * 1024)
      .then(JSON.parse)
      .catch(() => undefined)
    const parsed = bodySchema.safeParse(body)
    if (!parsed.success) {
      throw new AppError('invalid_input', 'Send {"action": "seal"}, "cancel" or "retry" as JSON.')
    }
    const imports = openImports()
    // A mistaken id is told of, whatever was to be done.
    await imports.progress(id)
    const again = await imports[parsed.data.action](id)
    importEngine().wake()
    return Response.json({ ...(await imports.progress(id)), again })
  } catch (error) {
    return replyError(error)
  }
}
