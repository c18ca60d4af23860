import { type DecisionContent, makeDecision } from '../decisions/decision'
import { checkTarget } from '../decisions/undo'
import { AppError } from '../errors'
import type { Decision } from '../schema'
import { carryOut, readLog } from './carry-out'
import { toDecisionRow } from './case-rows'
import { type Connection, type Database, typed } from './database'
import { noSuchCase, present } from './keep-case'
import { cases, decisions } from './tables'

/** @throws AppError not_found */
export async function readCaseLog(connection: Connection, id: string): Promise<Decision[]> {
  const [found] = await typed(connection).select({ key: cases.key }).from(cases).where(present(id))
  if (!found) throw noSuchCase(id)
  return readLog(connection, found.key)
}

/** What is decided, or what follows from the log so far (undo does); undefined: nothing to decide. */
export type Choice = DecisionContent | ((log: Decision[]) => DecisionContent | undefined)

/**
 * Appends one decision to a case's log; whoever decides at the same moment comes before or after.
 * @returns the decision as it stands in the log
 * @throws AppError not_found, invalid_input when it is no decision, or conflict with the reason why
 *   it would change nothing; what merges or splits only in part is taken
 */
export function appendDecision(
  database: Database,
  id: string,
  choice: Choice,
  by?: string,
): Promise<Decision | undefined> {
  return database.transaction(async (connection) => {
    const db = typed(connection)
    const now = new Date()
    // The case's row stays locked until the end: positions have no gap and no double.
    const [case_] = await db
      .update(cases)
      .set({ changedAt: now })
      .where(present(id))
      .returning({ key: cases.key })
    if (!case_) throw noSuchCase(id)
    const log = await readLog(connection, case_.key)
    const content = typeof choice === 'function' ? choice(log) : choice
    if (!content) return undefined
    const decision = makeDecision(log, content, { at: now.toISOString(), by })
    checkTarget(log, decision)
    await db
      .insert(decisions)
      .values({ ...toDecisionRow(decision), caseKey: case_.key, position: log.length })
    const reason = await carryOut(connection, case_.key, [...log, decision])
    if (reason && decision.kind !== 'merge' && decision.kind !== 'split') {
      throw new AppError('conflict', `${reason} Read the case again to see what is there.`)
    }
    return decision
  })
}
