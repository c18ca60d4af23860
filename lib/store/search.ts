/** Search across cases: titles of cases, names, titles of reports, quotes, then the reports' own text. */
import { fold } from '../graph/fold'
import type { Connection, Database } from './database'
import { fromPlainText, toPlainText } from './plain-text'
import { findNames, inScope, type NameHit } from './search-names'
import { findTitles, type TitleHit } from './search-titles'
import { headline } from './tables'
import { type Mark, markForms, stemsOf } from './word-forms'

type InCase = { case: string; caseTitle: string; document: string }

type ReportHit = InCase & {
  title: string
  marks: Mark[]
  publisher?: string
  publisherMarks: Mark[]
  publishedAt?: string
  /** Its page has a newer version by now, under another title. */
  replaced: boolean
}
type QuoteHit = InCase & { claim: string; start: number; quote: string; marks: Mark[] }
type PassageHit = InCase & { title: string; start: number; text: string; marks: Mark[] }

type TextHits = { reports: ReportHit[]; quotes: QuoteHit[]; passages: PassageHit[] }
export type Hits = { cases: TitleHit[]; names: NameHit[] } & TextHits

export type SearchOptions = {
  /** Only in this case; titles of cases are not looked at then. */
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
  const sought = withoutExcluded(words)
  const folded = fold(sought)
  const scope = caseId === undefined ? null : toPlainText(caseId)
  const [cases, names, texts] = await Promise.all([
    caseId === undefined ? findTitles(database, folded, limit) : [],
    findNames(database, folded, limit, caseId),
    findTexts(database, [words, limit, scope, sought]),
  ])
  return { cases, names, ...texts }
}

/** Of `plan -moscow` only "plan": a name is not found by what it is not to be. */
const withoutExcluded = (words: string) => words.replace(/(^|\s)-("[^"]*"|\S+)/g, ' ')

const asked = "websearch_to_tsquery('english', $1)"
const inCases = `case_key in (select key from throughline.cases where ${inScope(3)})`

/** Of several versions of a page with one title, the last; of reports the newest first. */
const reports = `select cases.id, cases.title, best.id, ${stemsOf(4)},
    best.title, publisher, published_at, replaced_by is not null
  from (
    select case_key, id, title, publisher, published_at, replaced_by,
      coalesce(published_at, added_at) as day
    from throughline.documents
    where ${headline} @@ ${asked} and ${inCases} and not exists (
      select from throughline.documents as newer where newer.case_key = documents.case_key
        and newer.id = documents.replaced_by and newer.title = documents.title
    )
    order by day desc, case_key, id limit $2
  ) as best
  join throughline.cases on cases.key = case_key
  order by day desc, case_key, best.id`

/** Ranked before anything is joined to them: a common word has hits by the thousand. */
const rankFirst = (table: string, order: string) =>
  `select *, ts_rank(words, ${asked}) as rank from throughline.${table}
  where words @@ ${asked} and ${inCases}
  order by rank desc, ${order} limit $2`

const quotes = `select cases.id, cases.title, document, ${stemsOf(4)}, start_offset, claim, quote
  from (${rankFirst('evidence', 'case_key, document, start_offset, claim, position')}) as best
  join throughline.cases on cases.key = case_key
  order by rank desc, case_key, document, start_offset, claim, position`

const passages = `select cases.id, cases.title, document, ${stemsOf(4)}, start_offset,
    documents.title, best.text
  from (${rankFirst('passages', 'case_key, document, start_offset')}) as best
  join throughline.cases on cases.key = best.case_key
  join throughline.documents on documents.case_key = best.case_key and documents.id = document
  order by rank desc, best.case_key, document, start_offset`

async function findTexts(connection: Connection, values: readonly unknown[]): Promise<TextHits> {
  const [called, said, told] = await Promise.all(
    [reports, quotes, passages].map((question) => connection.query(question, values)),
  )
  const texts = [
    ...called!.flatMap((row) => [wordsOf(row[4]), wordsOf(row[5])]),
    ...[...said!, ...told!].map((row) => wordsOf(row.at(-1))),
  ]
  const [first] = [...called!, ...said!, ...told!]
  const mark = await markForms(connection, String(first?.[3] ?? '').match(/\S+/g) ?? [], texts)
  return {
    reports: called!.map((row) => {
      const [title, publisher, publishedAt] = row.slice(4, 7).map(wordsOf)
      return {
        ...inCase(row),
        title: title!,
        marks: mark(title!),
        publisherMarks: mark(publisher!),
        ...(publisher && { publisher }),
        ...(publishedAt && { publishedAt }),
        replaced: row[7] === true,
      }
    }),
    quotes: said!.map((row) => {
      const quote = wordsOf(row[6])
      return { ...atPlace(row), claim: wordsOf(row[5]), quote, marks: mark(quote) }
    }),
    passages: told!.map((row) => {
      const text = wordsOf(row[6])
      return { ...atPlace(row), title: wordsOf(row[5]), text, marks: mark(text) }
    }),
  }
}

const inCase = ([id, title, document]: unknown[]): InCase => ({
  case: wordsOf(id),
  caseTitle: wordsOf(title),
  document: wordsOf(document),
})

const atPlace = (row: unknown[]) => ({ ...inCase(row), start: Number(row[4]) })

const wordsOf = (value: unknown) => fromPlainText(String(value ?? ''))
