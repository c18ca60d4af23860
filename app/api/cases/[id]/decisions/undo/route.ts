import { undo } from '@/lib/decisions/undo'
import { readBody } from '../../../../read-body'
import { replyError } from '../../../../reply'
import { askedSchema, step } from '../decide'

/** Takes back what was decided last, of the first `known` decisions if the page says so. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }) {
  try {
    const id = decodeURIComponent((await params).id)
    return Response.json(await step(id, await readBody(request, askedSchema), undo), {
      status: 201,
    })
  } catch (error) {
    return replyError(error)
  }
}
