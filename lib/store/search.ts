/** Search across cases: names, then what sources are quoted with, then the documents' own text. */
import { and, asc, desc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { fold } from '../graph/fold'
import type { EntityKind } from '../schema'
import { type Connection, type Database, typed } from './database'
import { listTrigrams } from './names'
import { toPlainText } from './plain-text'
import { cases, claims, documents, entities, evidence, names, passages } from './tables'

/** Where a word that was looked for stands in a text, in UTF-16 units. */
type Mark = { start: number; end: number }
type InCase = { case: string; caseTitle: string }

type NameHit = InCase & { entity: string; kind: EntityKind; name: string; alias: boolean }
type QuoteHit = InCase & {
  claim: string
  relation: string
  document: string
  start: number
  quote: string
  marks: Mark[]
}
type PassageHit = InCase & {
  document: string
  title: string
  start: number
  text: string
  marks: Mark[]
}
export type Hits = { names: NameHit[]; quotes: QuoteHit[]; passages: PassageHit[] }

export type SearchOptions = {
  /** Only in this case. */
  case?: string
  /** Of each kind of hit, 20 if not given. */
  limit?: number
}

/**
 * @param text words that must all occur, in any of their forms; "in quotes" in a row, -without, or
 */
export async function searchCases(
  database: Database,
  text: string,
  { case: caseId, limit = 20 }: SearchOptions = {},
): Promise<Hits> {
  const words = toPlainText(text)
  const scope = and(
    isNull(cases.deletedAt),
    caseId === undefined ? undefined : eq(cases.id, caseId),
  )
  const [found, quotes, texts] = await Promise.all([
    findNames(database, fold(words), scope, limit),
    findQuotes(database, words, scope, limit),
    findPassages(database, words, scope, limit),
  ])
  const shown = [...quotes.map(({ quote }) => quote), ...texts.map((hit) => hit.text)]
  const mark = await findForms(database, words, shown)
  return {
    names: found,
    quotes: quotes.map((hit) => ({ ...hit, marks: mark(hit.quote) })),
    passages: texts.map((hit) => ({ ...hit, marks: mark(hit.text) })),
  }
}

const inCase = { case: cases.id, caseTitle: cases.title }
const asked = (text: string) => sql`websearch_to_tsquery('english', ${text})`

/** Ranked before anything is joined to them: a common word has hits by the thousand. */
function findQuotes(database: Database, text: string, scope: SQL | undefined, limit: number) {
  const db = typed(database)
  const { caseKey, claim, document, start, position, quote } = evidence
  const best = db
    .select({
      caseKey,
      claim,
      document,
      start,
      position,
      quote,
      rank: rankOf(evidence.words, text),
    })
    .from(evidence)
    .where(and(sql`${evidence.words} @@ ${asked(text)}`, isIn(caseKey, scope)))
    .orderBy(desc(sql`rank`), asc(caseKey), asc(document), asc(start), asc(claim), asc(position))
    .limit(limit)
    .as('best')
  return db
    .select({
      ...inCase,
      claim: best.claim,
      relation: claims.relation,
      document: best.document,
      start: best.start,
      quote: best.quote,
    })
    .from(best)
    .innerJoin(cases, eq(cases.key, best.caseKey))
    .innerJoin(claims, and(eq(claims.caseKey, best.caseKey), eq(claims.id, best.claim)))
    .orderBy(
      desc(best.rank),
      asc(best.caseKey),
      asc(best.document),
      asc(best.start),
      asc(best.claim),
      asc(best.position),
    )
}

function findPassages(database: Database, text: string, scope: SQL | undefined, limit: number) {
  const db = typed(database)
  const { caseKey, document, start, text: passage } = passages
  const best = db
    .select({ caseKey, document, start, passage, rank: rankOf(passages.words, text) })
    .from(passages)
    .where(and(sql`${passages.words} @@ ${asked(text)}`, isIn(caseKey, scope)))
    .orderBy(desc(sql`rank`), asc(caseKey), asc(document), asc(start))
    .limit(limit)
    .as('best')
  return db
    .select({
      ...inCase,
      document: documents.id,
      title: documents.title,
      start: best.start,
      text: best.passage,
    })
    .from(best)
    .innerJoin(cases, eq(cases.key, best.caseKey))
    .innerJoin(documents, and(eq(documents.caseKey, best.caseKey), eq(documents.id, best.document)))
    .orderBy(desc(best.rank), asc(best.caseKey), asc(best.document), asc(best.start))
}

const rankOf = (words: PgColumn, text: string) =>
  sql<number>`ts_rank(${words}, ${asked(text)})`.as('rank')

const isIn = (caseKey: PgColumn, scope: SQL | undefined) =>
  sql`${caseKey} in (select ${cases.key} from ${cases} where ${scope})`

/** By the beginning of any word of the name; when there is none, by likeness. */
async function findNames(
  database: Database,
  folded: string,
  scope: SQL | undefined,
  limit: number,
): Promise<NameHit[]> {
  if (folded === '') return []
  const byPrefix = await selectNames(
    database,
    and(sql`${names.folded} >= ${folded}`, sql`${names.folded} < ${`${folded}\u{10ffff}`}`, scope),
    [desc(eq(names.folded, folded)), asc(names.word), asc(names.alias)],
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
  const likeness = sql`(${shared}::float / (${both} - ${shared}))`
  return selectNames(
    database,
    and(
      eq(names.word, 0),
      sql`${names.trigrams} && ${sql.param(telling)}::text[]`,
      // A likeness of 0.3 or more, with what is shared counted once.
      sql`${shared} * 1.3 >= ${both} * 0.3`,
      scope,
    ),
    [desc(likeness), asc(names.alias)],
    limit,
  )
}

async function selectNames(
  database: Database,
  which: SQL | undefined,
  order: SQL[],
  limit: number,
): Promise<NameHit[]> {
  const rows = await typed(database)
    .select({
      ...inCase,
      entity: entities.id,
      kind: entities.kind,
      name: entities.name,
      aliases: entities.aliases,
      alias: names.alias,
    })
    .from(names)
    .innerJoin(cases, eq(cases.key, names.caseKey))
    .innerJoin(entities, and(eq(entities.caseKey, names.caseKey), eq(entities.id, names.entity)))
    .where(which)
    .orderBy(...order, asc(names.folded), asc(names.caseKey), asc(names.entity), asc(names.alias))
    // An entity may be found by several of its names.
    .limit(limit * 5)
  const found = new Map<string, NameHit>()
  for (const { alias, aliases, name, kind, ...row } of rows) {
    const key = JSON.stringify([row.case, row.entity])
    if (found.has(key)) continue
    found.set(key, {
      ...row,
      kind: kind as EntityKind,
      name: alias === 0 ? name : aliases[alias - 1]!,
      alias: alias > 0,
    })
  }
  return [...found.values()].slice(0, limit)
}

const wordPattern = /[\p{L}\p{N}]+/gu

/**
 * Which words of some texts are forms of those looked for, as the database reads them.
 * @returns what marks them in one of the texts
 */
async function findForms(
  connection: Connection,
  asked: string,
  texts: readonly string[],
): Promise<(text: string) => Mark[]> {
  const words = [...new Set(texts.flatMap((text) => text.match(wordPattern) ?? []))]
  const sought = asked.replace(/(^|\s)-\S+/g, ' ')
  const rows = words.length
    ? await connection.query(
        `with sought as materialized (select tsvector_to_array(to_tsvector('english', $2)) as forms)
        select word from unnest($1::text[]) as word, sought
        where tsvector_to_array(to_tsvector('english', word)) && forms`,
        [words, sought],
      )
    : []
  const meant = new Set(rows.map(([word]) => word))
  return (text) =>
    [...text.matchAll(wordPattern)]
      .filter(([word]) => meant.has(word))
      .map(({ 0: word, index }) => ({ start: index, end: index + word.length }))
}
