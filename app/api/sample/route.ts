import { bringSampleBack } from '../../read-case'
import { replyError } from '../reply'

/** Puts the sample case back as it was shipped. */
export async function POST() {
  try {
    return Response.json({ was: await bringSampleBack() })
  } catch (error) {
    return replyError(error)
  }
}
