import { z } from 'zod'
import { openCases } from '../../../../stored-cases'
import { readBody } from '../../../read-body'
import { replyError } from '../../../reply'

type Context = { params: Promise<{ id: string }> }

const bodySchema = z.strictObject({ keptAt: z.iso.datetime() })

/** What the case was before its reports were read again, the last one first. */
export async function GET(_request: Request, { params }: Context) {
  try {
    const id = decodeURIComponent((await params).id)
    return Response.json({ earlier: await (await openCases()).listEarlier(id) })
  } catch (error) {
    return replyError(error)
  }
}

/**
 * Goes back to what was read until then, `{"keptAt": "2025-11-27T09:30:00.000Z"}`; decisions made
 * since stay. What was read until now can be gone back to in its turn. 409 when reports came since.
 */
export async function POST(request: Request, { params }: Context) {
  try {
    const id = decodeURIComponent((await params).id)
    const { keptAt } = await readBody(request, bodySchema)
    await (await openCases()).putBack(id, keptAt)
    return Response.json({ id })
  } catch (error) {
    return replyError(error)
  }
}
