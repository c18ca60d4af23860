import { replay } from '@/lib/decisions/replay'
import { standingCase } from '@/lib/decisions/standing'
import { AppError } from '@/lib/errors'
import { fileName } from '@/lib/export/file-name'
import { makePicture, pictureQuerySchema } from '@/lib/export/picture'
import { drawPng } from '@/lib/export/png'
import { fitView } from '@/lib/view/fit-view'
import { decodeView } from '@/lib/view/url'
import { readCase } from '../../../../read-case'
import { replyError } from '../../../reply'

/** A picture of the case: the view's own address, then what the picture is to be like. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  try {
    const { id } = await params
    const asked = new URL(request.url).searchParams
    const query = readQuery(asked)
    const stored = await readCase(id)
    const case_ = standingCase(stored)
    const { view } = fitView(case_, decodeView(asked).view)
    const { svg } = makePicture(case_, view, query, replay(stored).stories)
    const body =
      query.format === 'svg'
        ? svg
        : drawPng(svg, query.width ? { width: query.width } : { scale: query.scale ?? 2 })
    const name = fileName(query.title || case_.title, query.format)
    return new Response(body, {
      headers: {
        'content-type': query.format === 'svg' ? 'image/svg+xml; charset=utf-8' : 'image/png',
        'content-disposition': `inline; filename="picture.${query.format}"; filename*=UTF-8''${encodeURIComponent(name)}`,
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        'x-content-type-options': 'nosniff',
      },
    })
  } catch (error) {
    return replyError(error)
  }
}

/** Takes what is the picture's out of the query, so that the rest is the view's. */
function readQuery(asked: URLSearchParams) {
  const given: Record<string, string> = {}
  for (const key of Object.keys(pictureQuerySchema.shape)) {
    const name = `picture-${key}`
    const value = asked.get(name) ?? (key === 'format' ? asked.get('format') : null)
    if (value !== null) given[key] = value
    asked.delete(name)
  }
  asked.delete('format')
  const read = pictureQuerySchema.safeParse(given)
  if (read.success) return read.data
  throw new AppError(
    'invalid_input',
    'This picture cannot be made as asked',
    read.error.issues.map((issue) => {
      const key = String(issue.path[0])
      return {
        path: `picture-${key}`,
        message: issue.message,
        ...(given[key] !== undefined && { value: given[key].slice(0, 80) }),
        remedy: 'Correct it or leave it out.',
      }
    }),
  )
}
