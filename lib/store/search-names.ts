/** Names across cases: by the beginning of any of their words or, when none begins so, by likeness. */
import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { EntityKind } from '../schema'
import { type Connection, typed } from './database'
import { findAlias, listTrigrams } from './names'
import { cases, entities, mentions, names } from './tables'

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

/**
 * @param folded as lib/graph/fold.ts writes what is looked for
 * @param scope which cases
 * @returns the best first; of those that fit alike, the ones that documents name more often
 */
export async function findNames(
  connection: Connection,
  folded: string,
  scope: SQL | undefined,
  limit: number,
): Promise<NameHit[]> {
  if (folded === '') return []
  const byPrefix = await selectNames(
    connection,
    and(sql`${names.folded} >= ${folded}`, sql`${names.folded} < ${`${folded}\u{10ffff}`}`, scope),
    sql`case when ${names.folded} = ${folded} then 0 else 1 end + ${names.word} * 2`,
    limit,
  )
  if (byPrefix.length > 0 || folded.length < 3) return byPrefix
  const trigrams = listTrigrams(folded)
  const wanted = sql`${sql.param(trigrams)}::text[]`
  // Beginnings of words are shared by too many names to look them up by.
  const telling = trigrams.filter((trigram) => !trigram.startsWith(' '))
  const shared = sql`(select count(*) from unnest(${names.trigrams}) as had(t) where t = any(${wanted}))`
  // As pg_trgm counts: what both have, of all that either has.
  const both = sql`(cardinality(${names.trigrams}) + cardinality(${wanted}))`
  return selectNames(
    connection,
    and(
      eq(names.word, 0),
      sql`${names.trigrams} && ${sql.param(telling)}::text[]`,
      // A likeness of 0.3 or more, with what is shared counted once.
      sql`${shared} * 1.3 >= ${both} * 0.3`,
      scope,
    ),
    sql`1 - ${shared}::float / (${both} - ${shared})`,
    limit,
  )
}

/** @param unlikeness 0 for the name itself */
async function selectNames(
  connection: Connection,
  which: SQL | undefined,
  unlikeness: SQL,
  limit: number,
): Promise<NameHit[]> {
  const db = typed(connection)
  const best = db
    .select({
      case: cases.id,
      caseTitle: cases.title,
      caseKey: names.caseKey,
      entity: names.entity,
      alias: names.alias,
      word: names.word,
      folded: names.folded,
      far: unlikeness.as('far'),
    })
    .from(names)
    .innerJoin(cases, eq(cases.key, names.caseKey))
    .where(which)
    .orderBy(sql`far`, asc(names.alias), asc(names.folded), asc(names.caseKey), asc(names.entity))
    .limit(limit * looked)
    .as('best')
  const named = db
    .select({ one: sql`1` })
    .from(mentions)
    .where(and(eq(mentions.caseKey, best.caseKey), eq(mentions.entity, best.entity)))
    .limit(mostUses)
  const rows = await db
    .select({
      case: best.case,
      caseTitle: best.caseTitle,
      entity: best.entity,
      alias: best.alias,
      word: best.word,
      folded: best.folded,
      kind: entities.kind,
      name: entities.name,
      aliases: entities.aliases,
    })
    .from(best)
    .innerJoin(entities, and(eq(entities.caseKey, best.caseKey), eq(entities.id, best.entity)))
    .orderBy(
      asc(best.far),
      asc(best.alias),
      desc(sql`(select count(*) from ${named} as named)`),
      asc(best.folded),
      asc(best.caseKey),
      asc(best.entity),
    )
  const found = new Map<string, NameHit>()
  for (const { alias, aliases, word, folded, kind, ...row } of rows) {
    const key = JSON.stringify([row.case, row.entity])
    if (found.has(key)) continue
    const matched = alias === 0 ? undefined : findAlias(aliases, folded, word)
    found.set(key, {
      ...row,
      kind: kind as EntityKind,
      ...(matched !== undefined && { matched }),
    })
  }
  return [...found.values()].slice(0, limit)
}
