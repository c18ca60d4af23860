import { z } from 'zod'
import type { DecisionContent } from '@/lib/decisions/decision'
import { type Decision, decisionSchema } from '@/lib/schema'

/** What is asked of the log: a new decision, or the last step back or forth. */
export type Request = DecisionContent | 'undo' | 'redo'

type Sent = { log: Decision[] } | { problem: string }

const replySchema = z.object({ log: z.array(decisionSchema) })
const errorSchema = z.object({ error: z.object({ message: z.string() }) })

/**
 * Asks the program to keep a decision; never throws.
 * @param known how much of the log is here already
 * @returns the rest of the log, with it at the end, or why it was not kept
 */
export async function sendDecision(
  caseId: string,
  request: Request,
  { by, known }: { by?: string; known: number },
): Promise<Sent> {
  const step = typeof request === 'string' ? `/${request}` : ''
  const body = { ...(by && { by }), known, ...(!step && { decision: request }) }
  let reply: Response
  try {
    reply = await fetch(addressOf(caseId) + step, {
      method: 'POST',
      // it is kept even when the page is left at once
      keepalive: true,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  } catch {
    return { problem: 'The program does not answer. Is it still running?' }
  }
  const answer: unknown = await reply.json().catch(() => undefined)
  const kept = replySchema.safeParse(answer)
  if (reply.ok && kept.success) return kept.data
  const error = errorSchema.safeParse(answer)
  return {
    problem: error.success ? error.data.error.message : `The program answered ${reply.status}.`,
  }
}

type Elsewhere = { log: Decision[]; documents?: number }

const elsewhereSchema = replySchema.extend({ documents: z.number() })

/**
 * What was decided elsewhere since (in another window, by somebody else), and how many documents the
 * case was given by now. Nothing when it fails.
 */
export async function readRest(caseId: string, known: number): Promise<Elsewhere> {
  const reply = await fetch(`${addressOf(caseId)}?known=${known}`).catch(() => undefined)
  const answer: unknown = reply?.ok ? await reply.json().catch(() => undefined) : undefined
  const rest = elsewhereSchema.safeParse(answer)
  return rest.success ? rest.data : { log: [] }
}

const addressOf = (caseId: string) => `/api/cases/${encodeURIComponent(caseId)}/decisions`
