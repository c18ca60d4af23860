import { serializeCase } from '@/lib/case-file'
import { readCase } from '../../../read-case'
import { replyError } from '../../reply'

/** The Case file, whole. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  try {
    const { id } = await params
    return new Response(serializeCase(await readCase(id)), {
      headers: { 'content-type': 'application/json; charset=utf-8' },
    })
  } catch (error) {
    return replyError(error)
  }
}
