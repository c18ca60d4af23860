import { z } from 'zod'
import { AppError } from '@/lib/errors'
import type { Decision } from '@/lib/schema'
import type { Store } from '@/lib/store/store'
import { openCases } from '../../../../stored-cases'

/** Who decides, and how much of the log the page has, if any: it is sent the rest. */
export const askedSchema = z.strictObject({
  by: z.string().trim().min(1).max(80).optional(),
  known: z.number().int().nonnegative().default(0),
})
type Asked = z.infer<typeof askedSchema>
type Choice = Parameters<Store['decide']>[1]
type Content = Exclude<ReturnType<Extract<Choice, (log: Decision[]) => unknown>>, undefined>

/**
 * As decide, for a step back or forth: it is taken from what the page shows, so that nobody takes back
 * what somebody else decided meanwhile, unseen.
 */
export const step = (
  id: string,
  asked: Asked,
  choose: (log: readonly Decision[]) => Content | undefined,
) => decide(id, asked, (log) => choose(asked.known ? log.slice(0, asked.known) : log))

/**
 * Appends what `choose` makes of the log.
 * @returns the log from `known` on, with what others decided since
 * @throws AppError conflict with the reason why it would change nothing
 */
export async function decide(
  id: string,
  { by, known }: Asked,
  choose: (log: Decision[]) => Content | undefined,
) {
  let before: Decision[] = []
  const choice = (log: Decision[]) => {
    before = log
    return choose(log)
  }
  const decision = await (await openCases()).decide(id, choice, by)
  if (!decision) throw new AppError('conflict', 'There is nothing left to take back.')
  return { decision, log: [...before, decision].slice(known) }
}
