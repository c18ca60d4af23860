import { openCases } from '../../../../stored-cases'
import { replyError } from '../../../reply'

/** Brings back the case of this id that was deleted last. */
export async function POST(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  try {
    const id = decodeURIComponent((await params).id)
    await (await openCases()).restoreCase(id)
    return Response.json({ id })
  } catch (error) {
    return replyError(error)
  }
}
