import { openCases } from '../../../../stored-cases'
import { readMoment } from '../../../read-address'
import { replyError } from '../../../reply'

/** Brings back the case that was deleted under this id: at `?deleted=`, else the last. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }) {
  try {
    const id = decodeURIComponent((await params).id)
    const deleted = readMoment(request, 'deleted')
    return Response.json({ id: await (await openCases()).restoreCase(id, deleted) })
  } catch (error) {
    return replyError(error)
  }
}
