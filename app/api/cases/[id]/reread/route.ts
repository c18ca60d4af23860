import { z } from 'zod'
import type { Status } from '@/components/reread/changes'
import {
  beginRereading,
  cancelRereading,
  keepRereading,
  lookAtRereading,
} from '../../../../rereading'
import { openCases } from '../../../../stored-cases'
import { readBody } from '../../../read-body'
import { replyError } from '../../../reply'
import { describeChange } from './describe-change'

type Context = { params: Promise<{ id: string }> }

const bodySchema = z.strictObject({ action: z.enum(['read', 'keep', 'cancel']) })

/**
 * How far reading again is: `{"state": "none"}`, `{"state": "reading", "done": 3, "of": 12}`, once all
 * was read what it would change (`{"state": "read", "changes": {…}}`), then `keeping`, and at last
 * `{"state": "kept", "changes": {…}, "earlier": {…}}`, where `earlier` is what the case was, to go
 * back to (absent when nothing changed).
 */
export async function GET(_request: Request, { params }: Context) {
  try {
    return Response.json(await look(decodeURIComponent((await params).id)))
  } catch (error) {
    return replyError(error)
  }
}

/**
 * `{"action": "read"}` begins to read the reports of the case again and changes nothing; `keep` begins
 * to take over what was read, decisions replayed; `cancel` reads no more. Answers as GET does, which
 * tells how it goes on. 409 says why not: no report can be read again, reports are being added,
 * nothing was read.
 */
export async function POST(request: Request, { params }: Context) {
  try {
    const id = decodeURIComponent((await params).id)
    const { action } = await readBody(request, bodySchema)
    if (action === 'read') await beginRereading(id)
    else if (action === 'keep') keepRereading(id)
    else cancelRereading(id)
    return Response.json(await look(id), { status: action === 'cancel' ? 200 : 202 })
  } catch (error) {
    return replyError(error)
  }
}

async function look(id: string): Promise<Status> {
  const found = await lookAtRereading(id)
  switch (found?.state) {
    case 'read':
      return { state: 'read', changes: describeChange(found.change, found.read, false) }
    case 'kept': {
      const { change, read, earlier } = found
      return { state: 'kept', changes: describeChange(change, read, true), earlier }
    }
    case undefined:
      // A mistaken id is told of.
      await (await openCases()).listEarlier(id)
      return { state: 'none' }
    default:
      return found!
  }
}
