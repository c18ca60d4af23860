import { z } from 'zod'
import { serializeCase } from '@/lib/case-file'
import { readCase } from '../../../read-case'
import { openCases } from '../../../stored-cases'
import { readMoment } from '../../read-address'
import { readBody } from '../../read-body'
import { replyError } from '../../reply'

type Props = { params: Promise<{ id: string }> }

const changeSchema = z.strictObject({ title: z.string().trim() })

/** The Case file, whole: as extracted, with the log of decisions. */
export async function GET(_request: Request, { params }: Props) {
  try {
    const id = decodeURIComponent((await params).id)
    return new Response(serializeCase(await readCase(id)), {
      headers: { 'content-type': 'application/json; charset=utf-8' },
    })
  } catch (error) {
    return replyError(error)
  }
}

/** Gives the case another title; its address stays. */
export async function PATCH(request: Request, { params }: Props) {
  try {
    const id = decodeURIComponent((await params).id)
    const { title } = await readBody(request, changeSchema)
    await (await openCases()).renameCase(id, title)
    return Response.json({ id, title })
  } catch (error) {
    return replyError(error)
  }
}

/** Puts the case away; `?forever=yes` removes what was put away, or only what was at `&deleted=`. */
export async function DELETE(request: Request, { params }: Props) {
  try {
    const id = decodeURIComponent((await params).id)
    if (new URL(request.url).searchParams.get('forever') === 'yes')
      await (await openCases()).purgeCase(id, readMoment(request, 'deleted'))
    else {
      await (await openCases()).removeCase(id)
    }
    return Response.json({ id })
  } catch (error) {
    return replyError(error)
  }
}
