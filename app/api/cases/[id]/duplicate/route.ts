import { openCases } from '../../../../stored-cases'
import { replyError } from '../../../reply'

/** Makes a copy of the case, decisions included. */
export async function POST(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  try {
    const id = decodeURIComponent((await params).id)
    return Response.json({ id: await (await openCases()).duplicateCase(id) }, { status: 201 })
  } catch (error) {
    return replyError(error)
  }
}
