/** Names across cases: by the beginning of any of their words or, when none begins so, by likeness. */
import type { EntityKind } from '../schema'
import type { Connection } from './database'
import { findAlias, listTrigrams } from './names'
import { fromPlainText, toPlainText } from './plain-text'

export type NameHit = {
  case: string
  caseTitle: string
  entity: string
  kind: EntityKind
  name: string
  /** The name that fits, where that is another one. */
  matched?: string
}

/** An entity may be found by several of its names, and be named seldom. */
const looked = 10
/** Nobody minds which of two that are named so often comes first. */
const mostUses = 1_000

/** Cases that are searched: one, or where the value is null all of them. */
export const inScope = (place: number) =>
  `cases.deleted_at is null and ($${place}::text is null or cases.id = $${place})`

/**
 * @param folded as lib/graph/fold.ts writes what is looked for
 * @param caseId only in this case
 * @returns the best first; of those that fit alike, the ones that documents name more often
 */
export async function findNames(
  connection: Connection,
  folded: string,
  limit: number,
  caseId?: string,
): Promise<NameHit[]> {
  if (folded === '') return []
  const scope = [caseId === undefined ? null : toPlainText(caseId), limit * looked]
  const ends = [folded, `${folded}\u{10ffff}`]
  const first = readNames(await connection.query(begun, [...scope, ...ends]))
  if (first.length > 0 || folded.length < 3) return first.slice(0, limit)
  const trigrams = listTrigrams(folded)
  // Beginnings of words are shared by too many names to look them up by.
  const telling = trigrams.filter((trigram) => !trigram.startsWith(' '))
  const rows = await connection.query(alike, [...scope, trigrams, telling])
  return readNames(rows).slice(0, limit)
}

/** @param far how unlike the name is: 0 for the name itself */
const selectNames = (far: string, which: string) =>
  `select best.id, best.title, entity, kind, entities.name, aliases, alias, word, folded from (
    select cases.id, cases.title, case_key, entity, alias, word, folded, ${far} as far
    from throughline.names join throughline.cases on cases.key = case_key
    where ${which} and ${inScope(1)}
    order by far, alias, folded, case_key, entity limit $2
  ) as best
  join throughline.entities on entities.case_key = best.case_key and entities.id = entity
  order by far, alias, (
    select count(*) from (
      select from throughline.mentions
      where mentions.case_key = best.case_key and mentions.entity = best.entity limit ${mostUses}
    ) as named
  ) desc, folded, best.case_key, entity`

const begun = selectNames(
  'case when folded = $3 then 0 else 1 end + word * 2',
  'folded >= $3 and folded < $4',
)

const shared = '(select count(*) from unnest(trigrams) as had (t) where t = any($3::text[]))'
/** As pg_trgm counts: what both have, of all that either has. */
const both = '(cardinality(trigrams) + cardinality($3::text[]))'
const alike = selectNames(
  `1 - ${shared}::float / (${both} - ${shared})`,
  // A likeness of 0.3 or more, with what is shared counted once.
  `word = 0 and trigrams && $4::text[] and ${shared} * 1.3 >= ${both} * 0.3`,
)

/** An entity that is found by several of its names is told once, by the best of them. */
function readNames(rows: readonly unknown[][]): NameHit[] {
  const found = new Map<string, NameHit>()
  for (const [id, title, entity, kind, name, aliases, alias, word, folded] of rows) {
    const key = JSON.stringify([id, entity])
    if (found.has(key)) continue
    const others = (aliases as string[]).map(fromPlainText)
    const matched = alias === 0 ? undefined : findAlias(others, wordsOf(folded), Number(word))
    found.set(key, {
      case: wordsOf(id),
      caseTitle: wordsOf(title),
      entity: wordsOf(entity),
      kind: kind as EntityKind,
      name: wordsOf(name),
      ...(matched !== undefined && { matched }),
    })
  }
  return [...found.values()]
}

const wordsOf = (value: unknown) => fromPlainText(String(value))
