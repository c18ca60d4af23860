import { redo } from '@/lib/decisions/undo'
import { readBody } from '../../../../read-body'
import { replyError } from '../../../../reply'
import { askedSchema, step } from '../decide'

/** Decides again what was taken back last. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }) {
  try {
    const id = decodeURIComponent((await params).id)
    return Response.json(await step(id, await readBody(request, askedSchema), redo), {
      status: 201,
    })
  } catch (error) {
    return replyError(error)
  }
}
