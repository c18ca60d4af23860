/** What a case gained, into the tables: only rows that are new or differ are sent. */
import { and, eq, sql } from 'drizzle-orm'
import type { Case } from '../schema'
import { isAnyOf } from './any-of'
import { type Counts, countParts, noParts, type Parts, toRows } from './case-rows'
import { type Connection, typed } from './database'
import { isSame } from './is-same'
import { partTables } from './keep-case'
import { cases, names } from './tables'
import { writeRows } from './write-rows'

/**
 * Writes `after` over `before`, which is what the tables hold, inside the caller's transaction.
 * Parts of the two that are the same object are taken to be the same.
 * @returns false when parts went away or changed places: nothing was written then, and the case has
 *   to be written whole
 */
export async function extendCase(
  connection: Connection,
  caseKey: number,
  before: Case,
  after: Case,
): Promise<boolean> {
  if (!isLonger(before, after)) return false
  const counts = countParts(before)
  const entities = changed(before.entities, after.entities)
  const claims = changed(before.claims, after.claims)
  const pieces = [
    toRows(tailOf(after, counts), counts),
    ...entities.map(([entity, at]) => rowsOf({ entities: [entity] }, { entities: at })),
    ...claims.map(([claim, at]) => rowsOf({ claims: [claim] }, { claims: at })),
  ]
  await forgetNames(
    connection,
    caseKey,
    entities.map(([entity]) => entity.id),
  )
  for (const name of Object.keys(partTables) as (keyof typeof partTables)[]) {
    const rows = pieces.flatMap((piece): object[] => piece[name])
    await writeRows(connection, partTables[name], caseKey, rows)
  }
  return true
}

/**
 * Notes that the case changed.
 * @returns its new stamp: a copy in memory is still what the tables hold while the stamp is the same
 */
export async function touchCase(connection: Connection, caseKey: number): Promise<string> {
  const [row] = await typed(connection)
    .update(cases)
    .set({ changedAt: sql`clock_timestamp()` })
    .where(eq(cases.key, caseKey))
    .returning({ stamp: sql<string>`${cases.changedAt}::text` })
  return row!.stamp
}

const rowsOf = (parts: Partial<Parts>, places: Partial<Counts>) =>
  toRows({ ...noParts(), ...parts }, { ...countParts(noParts()), ...places })

/** Whether everything that was there stands where it stood, with no less evidence. */
function isLonger(before: Case, after: Case): boolean {
  const stays = (list: 'documents' | 'mentions' | 'decisions') =>
    before[list].every((part, i) => part === after[list][i])
  return (
    stays('documents') &&
    stays('mentions') &&
    stays('decisions') &&
    before.entities.every(({ id }, i) => id === after.entities[i]?.id) &&
    before.claims.every(({ id, evidence }, i) => {
      const other = after.claims[i]
      return id === other?.id && evidence.every((piece, at) => piece === other.evidence[at])
    })
  )
}

function tailOf(case_: Case, counts: Counts): Parts {
  const { documents, entities, mentions, claims, decisions } = case_
  return {
    documents: documents.slice(counts.documents),
    entities: entities.slice(counts.entities),
    mentions: mentions.slice(counts.mentions),
    claims: claims.slice(counts.claims),
    decisions: decisions.slice(counts.decisions),
  }
}

/** Parts that were there already and read otherwise now, with their places. */
const changed = <T extends object>(before: readonly T[], after: readonly T[]): [T, number][] =>
  before.flatMap((old, i): [T, number][] => (isSame(old, after[i]!) ? [] : [[after[i]!, i]]))

/** An entity may have fewer aliases than before. */
async function forgetNames(connection: Connection, caseKey: number, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await typed(connection)
    .delete(names)
    .where(and(eq(names.caseKey, caseKey), isAnyOf(names.entity, ids)))
}
