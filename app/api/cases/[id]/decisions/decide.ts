import { z } from 'zod'
import { makeDecision } from '@/lib/decisions/decision'
import { replay } from '@/lib/decisions/replay'
import { takenBackBy, targetOf } from '@/lib/decisions/undo'
import { AppError } from '@/lib/errors'
import type { Case, Decision } from '@/lib/schema'
import type { Store } from '@/lib/store/store'
import { readCase } from '../../../../read-case'
import { openCases } from '../../../../stored-cases'

/** Who decides, and how much of the log the page has: it is sent the rest. */
export const askedSchema = z.strictObject({
  by: z.string().trim().min(1).max(80).optional(),
  known: z.number().int().nonnegative().default(0),
})
type Asked = z.infer<typeof askedSchema>
type Choice = Parameters<Store['decide']>[1]
type Content = Exclude<ReturnType<Extract<Choice, (log: Decision[]) => unknown>>, undefined>

/**
 * Appends what `choose` makes of the log.
 * @returns the log from `known` on, with what others decided since
 */
export async function decide(
  id: string,
  { by, known }: Asked,
  choose: (log: Decision[]) => Content | undefined,
) {
  const case_ = await readCase(id)
  let before: Decision[] = []
  const choice = (log: Decision[]) => {
    before = log
    const content = choose(log)
    if (content) checkDecision({ ...case_, decisions: log }, content)
    return content
  }
  const decision = await (await openCases()).decide(id, choice, by)
  if (!decision) throw new AppError('conflict', 'There is nothing left to take back.')
  return { decision, log: [...before, decision].slice(known) }
}

/** @throws AppError conflict with the reason why it would change nothing */
function checkDecision(case_: Case, content: Content): void {
  const log = case_.decisions
  const decision = makeDecision(log, content, { at: '' })
  const target = targetOf(decision)
  if (target !== undefined) {
    if (!log.some((one) => one.id === target))
      throw new AppError('not_found', `There is no decision "${target}" in this case.`)
    if (takenBackBy(log).has(target))
      throw new AppError('conflict', 'That decision was taken back already. Reload the page.')
    return
  }
  // What is merged or split in part says so in the history.
  if (decision.kind === 'merge' || decision.kind === 'split') return
  const lost = replay(case_, [...log, decision]).lost.find((one) => one.decision.id === decision.id)
  if (lost) throw new AppError('conflict', `${lost.reason} Reload the page to see what is there.`)
}
