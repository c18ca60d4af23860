import { replyError } from '../reply'
import { findHits } from './find-hits'

/** `?q=words` over titles, names, quotes and texts of all cases; `&case=id` keeps to one. */
export async function GET(request: Request) {
  try {
    const asked = new URL(request.url).searchParams
    const text = (asked.get('q') ?? '').trim().slice(0, 300)
    if (text === '') {
      return Response.json({ cases: [], names: [], reports: [], quotes: [], passages: [] })
    }
    return Response.json(await findHits(text, asked.get('case') ?? undefined))
  } catch (error) {
    return replyError(error)
  }
}
