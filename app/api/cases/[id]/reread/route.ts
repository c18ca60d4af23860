import { z } from 'zod'
import type { Kept, Status } from '@/components/reread/changes'
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
 * How far reading again is, and once all was read what it would change: `{"state": "none"}`,
 * `{"state": "reading", "done": 3, "of": 12}` or `{"state": "read", "changes": {…}}`.
 */
export async function GET(_request: Request, { params }: Context) {
  try {
    return Response.json(await look(decodeURIComponent((await params).id)))
  } catch (error) {
    return replyError(error)
  }
}

/**
 * `{"action": "read"}` begins to read the reports of the case again and changes nothing: GET tells of
 * it (202). `keep` takes over what was read and answers `{"changes": {…}, "earlier": {…}}`, where
 * `earlier` is what the case was, to go back to (201; absent when nothing changed). `cancel` reads no
 * more. 409 says why not: no report can be read again, reports are being added, nothing was read.
 */
export async function POST(request: Request, { params }: Context) {
  try {
    const id = decodeURIComponent((await params).id)
    const { action } = await readBody(request, bodySchema)
    if (action === 'keep') return Response.json(await keep(id), { status: 201 })
    if (action === 'read') await beginRereading(id)
    else cancelRereading(id)
    return Response.json(await look(id), { status: action === 'read' ? 202 : 200 })
  } catch (error) {
    return replyError(error)
  }
}

async function look(id: string): Promise<Status> {
  const found = await lookAtRereading(id)
  if (found && 'of' in found) return { state: 'reading', ...found }
  if (found) return { state: 'read', changes: describeChange(found.change, found.read, false) }
  // A mistaken id is told of.
  await (await openCases()).listEarlier(id)
  return { state: 'none' }
}

async function keep(id: string): Promise<Kept> {
  const { change, read } = await keepRereading(id)
  const changes = describeChange(change, read, true)
  if (changes.same) return { changes }
  const [earlier] = await (await openCases()).listEarlier(id)
  return { changes, earlier }
}
