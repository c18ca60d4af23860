/** Search across cases: their titles, then names, then what sources are quoted with, then the documents' own text. */
import { fold } from '../graph/fold'
import type { Connection, Database } from './database'
import { fromPlainText, toPlainText } from './plain-text'
import { findNames, inScope, type NameHit } from './search-names'
import { findTitles, type TitleHit } from './search-titles'

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
export type Hits = {
  cases: TitleHit[]
  names: NameHit[]
  quotes: QuoteHit[]
  passages: PassageHit[]
}

export type SearchOptions = {
  /** Only in this case; titles are not looked at then. */
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
  const asked = [words, limit, caseId === undefined ? null : toPlainText(caseId)]
  const folded = fold(withoutExcluded(words))
  const [titles, names, said, told] = await Promise.all([
    caseId === undefined ? findTitles(database, folded, limit) : [],
    findNames(database, folded, limit, caseId),
    database.query(quotes, asked),
    database.query(passages, asked),
  ])
  const shown = [...said, ...told].map((row) => fromPlainText(String(row.at(-1))))
  const mark = await findForms(database, words, shown)
  const placed = (row: unknown[], i: number) => {
    const [id, title, document, start] = row
    const inCase = { case: wordsOf(id), caseTitle: wordsOf(title), document: wordsOf(document) }
    return { ...inCase, start: Number(start), marks: mark(shown[i]!) }
  }
  return {
    cases: titles,
    names,
    quotes: said.map((row, i) => ({
      ...placed(row, i),
      claim: wordsOf(row[4]),
      quote: shown[i]!,
    })),
    passages: told.map((row, i) => ({
      ...placed(row, said.length + i),
      title: wordsOf(row[4]),
      text: shown[said.length + i]!,
    })),
  }
}

const wordsOf = (value: unknown) => fromPlainText(String(value))

/** Of `plan -moscow` only "plan": a name is not found by what it is not to be. */
const withoutExcluded = (words: string) => words.replace(/(^|\s)-("[^"]*"|\S+)/g, ' ')

const asked = "websearch_to_tsquery('english', $1)"

/** Ranked before anything is joined to them: a common word has hits by the thousand. */
const rankFirst = (table: string, order: string) =>
  `select *, ts_rank(words, ${asked}) as rank from throughline.${table}
  where words @@ ${asked} and case_key in (select key from throughline.cases where ${inScope(3)})
  order by rank desc, ${order} limit $2`

const quotes = `select cases.id, cases.title, document, start_offset, claim, quote
  from (${rankFirst('evidence', 'case_key, document, start_offset, claim, position')}) as best
  join throughline.cases on cases.key = case_key
  order by rank desc, case_key, document, start_offset, claim, position`

const passages = `select cases.id, cases.title, document, start_offset, documents.title, best.text
  from (${rankFirst('passages', 'case_key, document, start_offset')}) as best
  join throughline.cases on cases.key = best.case_key
  join throughline.documents on documents.case_key = best.case_key and documents.id = document
  order by rank desc, best.case_key, document, start_offset`

const wordPattern = /[\p{L}\p{N}]+/gu

const firstLetter = (word: string) => String.fromCodePoint(word.codePointAt(0)!).toLowerCase()

/**
 * Which words of some texts are forms of those looked for, as the database reads them.
 * @returns what marks them in one of the texts
 */
async function findForms(
  connection: Connection,
  asked: string,
  texts: readonly string[],
): Promise<(text: string) => Mark[]> {
  const sought = asked.replace(/(^|\s)-\S+/g, ' ')
  // Whatever its ending, a word keeps its first letter.
  const first = new Set((sought.match(wordPattern) ?? []).map(firstLetter))
  const near = (word: string) => first.has(firstLetter(word))
  const words = [...new Set(texts.flatMap((text) => text.match(wordPattern) ?? []))].filter(near)
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
