/** What a case gained, into the tables: only rows that are new or differ are sent. */
import { eq, sql } from 'drizzle-orm'
import type { Case } from '../schema'
import { type Counts, countParts, type Parts, toEvidenceRows, toRows } from './case-rows'
import { type Connection, typed } from './database'
import { isSame } from './is-same'
import { partTables } from './keep-case'
import { listNames, type NameTail, toNameRow } from './names'
import { cases } from './tables'
import { removeRows, writeRows } from './write-rows'

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
  const fresh = toRows(tailOf(after, counts), counts)
  const entities = listChanged(before.entities, after.entities)
  const claims = listChanged(before.claims, after.claims)
  const names = entities.map(({ old, now }) => compareNames(listNames(old), listNames(now)))
  await removeRows(
    connection,
    partTables.names,
    caseKey,
    names.flatMap(({ stale }) => stale),
  )
  fresh.names.push(...names.flatMap((name) => name.fresh.map(toNameRow)))
  fresh.evidence.push(...claims.flatMap(({ old, now }) => toEvidenceRows(now, old.evidence.length)))
  for (const name of Object.keys(partTables) as (keyof typeof partTables)[]) {
    await writeRows(connection, partTables[name], caseKey, fresh[name], true)
  }
  const rows = ({ now, position }: Changed<object>) => ({ ...now, position })
  await writeRows(connection, partTables.entities, caseKey, entities.map(rows))
  await writeRows(connection, partTables.claims, caseKey, claims.map(rows))
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

type Changed<T> = { old: T; now: T; position: number }

/** Parts that were there already and read otherwise now. */
const listChanged = <T extends object>(before: readonly T[], after: readonly T[]): Changed<T>[] =>
  before.flatMap((old, position) => {
    const now = after[position]!
    return isSame(old, now) ? [] : [{ old, now, position }]
  })

/** Of one entity's names, those whose rows must go and those to be written. */
function compareNames(before: readonly NameTail[], after: readonly NameTail[]) {
  const missing = (list: readonly NameTail[], among: readonly NameTail[]) => {
    const known = new Map(among.map((tail) => [tail.folded, tail]))
    return list.filter((tail) => !isSame(tail, known.get(tail.folded)))
  }
  return { stale: missing(before, after), fresh: missing(after, before) }
}
