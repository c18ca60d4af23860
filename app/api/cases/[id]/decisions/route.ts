import { z } from 'zod'
import type { DecisionContent } from '@/lib/decisions/decision'
import { openCases } from '../../../../stored-cases'
import { readCount } from '../../../read-address'
import { readBody } from '../../../read-body'
import { replyError } from '../../../reply'
import { askedSchema, decide } from './decide'

type Props = { params: Promise<{ id: string }> }

// what is in a decision is checked where it is made
const bodySchema = askedSchema.extend({
  decision: z.custom<DecisionContent>((value) => typeof value === 'object' && value !== null, {
    error: 'a decision, as {"kind": "accept", "claim": "…"}',
  }),
})

/**
 * The log of decisions, the oldest first; `?known=12` leaves out the first twelve. And how many
 * documents there are, those that were taken out too.
 */
export async function GET(request: Request, { params }: Props) {
  try {
    const known = readCount(request, 'known')
    const id = decodeURIComponent((await params).id)
    const store = await openCases()
    const log = await store.readLog(id)
    return Response.json({ log: log.slice(known), documents: await store.countDocuments(id) })
  } catch (error) {
    return replyError(error)
  }
}

/** Appends a decision: `{"decision": {"kind": "accept", "claim": "…"}, "by": "…", "known": 12}`. */
export async function POST(request: Request, { params }: Props) {
  try {
    const id = decodeURIComponent((await params).id)
    const { decision, ...asked } = await readBody(request, bodySchema)
    return Response.json(await decide(id, asked, () => decision), { status: 201 })
  } catch (error) {
    return replyError(error)
  }
}
