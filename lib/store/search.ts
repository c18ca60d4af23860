/** Search across cases: names, then what sources are quoted with, then the documents' own text. */
import { and, asc, desc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { fold } from '../graph/fold'
import { type Connection, type Database, typed } from './database'
import { toPlainText } from './plain-text'
import { findNames, type NameHit } from './search-names'
import { cases, documents, evidence, passages } from './tables'

/** Where a word that was looked for stands in a text, in UTF-16 units. */
type Mark = { start: number; end: number }
type InCase = { case: string; caseTitle: string }

type QuoteHit = InCase & {
  claim: string
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
      document: best.document,
      start: best.start,
      quote: best.quote,
    })
    .from(best)
    .innerJoin(cases, eq(cases.key, best.caseKey))
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
        where ts_lexize('english_stem', word) && forms`,
        [words, sought],
      )
    : []
  const meant = new Set(rows.map(([word]) => word))
  return (text) =>
    [...text.matchAll(wordPattern)]
      .filter(([word]) => meant.has(word))
      .map(({ 0: word, index }) => ({ start: index, end: index + word.length }))
}
