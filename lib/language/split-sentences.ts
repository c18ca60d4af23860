/**
 * Sentence ends over tokens. A line break always ends a sentence; inside a line a full stop,
 * question or exclamation mark does, unless an abbreviation, a name or a lower-case word says otherwise.
 */
import { titleAbbreviations } from './abbreviations'
import type { Bounds } from './tokenize'

/** No sentence is longer than this many tokens: it keeps every later stage linear in the text. */
const maxSentenceTokens = 256

/** How many quotes and brackets are looked through for the next word; a bound, for lines of nothing else. */
const maxMarksBetween = 5

const stopPattern = /^(?:[.!?]{1,50}|…|\.{2,50})$/u
const closers = new Set(['"', "'", "''", '”', '’', '»', ')', ']', '}'])
const openers = new Set(['"', "'", '``', '“', '‘', '«', '(', '['])
const lowerPattern = /^\p{Ll}/u
const letterPattern = /\p{L}/u
const initialsPattern = /^(?:\p{L}\.)+$/u
/** Words that open a sentence far more often than they open a name: "in the U.S. The plan" */
const starters = new Set(
  'the a an this that these those he she it they we i you his her its their our my in on at but and so if when while as after before although however there here what who how why yet for with from according meanwhile then now since despite'.split(
    ' ',
  ),
)
/** Words that open a sentence when capitalised amid a lower-case line: a caption run into its paragraph. */
const runInStarters = new Set(
  'in on at the this these it he she they we after when while as according during for since despite although'.split(
    ' ',
  ),
)
const functionWords = new Set(
  'the a an this that these those his her its their our my it he she they we has have had was were is are will would said may to of'.split(
    ' ',
  ),
)

/**
 * Groups tokens into sentences. In: the text and its tokens' bounds.
 * Out: index of the first token of each sentence, in order; the last sentence ends with the tokens.
 */
export function splitSentences(text: string, bounds: Bounds): number[] {
  const count = bounds.length / 2
  const firsts: number[] = []
  const tokenAt = (i: number): string =>
    i >= 0 && i < count ? text.slice(bounds[2 * i], bounds[2 * i + 1]) : ''
  let first = 0
  for (let i = 0; i < count; i++) {
    if (i === first) firsts.push(first)
    const gap = i + 1 < count ? text.slice(bounds[2 * i + 1], bounds[2 * i + 2]) : '\n'
    if (/[\n\r\u2028\u2029\f\v]/.test(gap) || i + 1 - first >= maxSentenceTokens) {
      first = i + 1
    } else if (endsSentence(tokenAt, i, gap, i - first)) {
      first = i + 1
      while (first < count && closes(tokenAt(first), text, bounds, first)) first++
      first += countNote(tokenAt, first)
      i = first - 1
    }
  }
  return firsts
}

/** How many tokens a note's number takes, as in "He left. [17] Later": it belongs to what it follows. */
function countNote(tokenAt: (i: number) => string, first: number): number {
  const isNote = tokenAt(first) === '[' && /^\d{1,4}$/.test(tokenAt(first + 1))
  return isNote && tokenAt(first + 2) === ']' ? 3 : 0
}

/** A closing quote or bracket right after the stop belongs to the sentence that ends. */
function closes(token: string, text: string, bounds: Bounds, index: number): boolean {
  if (!closers.has(token)) return false
  const start = bounds[2 * index] as number
  if (start !== bounds[2 * index - 1]) return false
  const after = text[bounds[2 * index + 1] as number] ?? ' '
  // a straight quote glued to the next word opens what follows: .This "plan"
  return !openers.has(token) || !/[\p{L}\p{N}]/u.test(after)
}

function endsSentence(
  tokenAt: (i: number) => string,
  i: number,
  gap: string,
  offset: number,
): boolean {
  const inside = offset > 0
  const token = tokenAt(i)
  let j = i + 1
  const furthest = i + maxMarksBetween
  while (j < furthest && (closers.has(tokenAt(j)) || openers.has(tokenAt(j)))) j++
  const next = tokenAt(j)
  const lower = lowerPattern.test(next)
  if (stopPattern.test(token)) {
    if (!inside && token === '.') return false
    // "1. The first": the number of a list
    if (offset === 1 && token === '.' && /^\d{1,3}$/.test(tokenAt(i - 1))) return false
    if (stopPattern.test(next) || /^[,;:]$/.test(next)) return false
    if (token === '.')
      return !lower || (j === i + 1 && letterPattern.test(tokenAt(i - 1)) && next.length > 1)
    if (/^(?:\.{2,}|…)$/.test(token)) return !lower && letterPattern.test(next) && gap !== ''
    return !lower || next === 'i'
  }
  if (token.endsWith('.') && token.length > 1)
    return endsAbbreviation(token, tokenAt(i - 1), next, inside)
  return inside && runsIn(token, next, tokenAt(i + 2), j === i + 1)
}

/** Whether an abbreviation also ends its sentence: "in the U.S. The plan", but not "U.S. officials" or "Gen. Smith". */
function endsAbbreviation(token: string, before: string, next: string, inside: boolean): boolean {
  const word = token.slice(0, -1).toLowerCase()
  if (
    !inside ||
    word === 'e.g' ||
    word === 'i.e' ||
    titleAbbreviations.has(word) ||
    !/^\p{Lu}/u.test(next)
  )
    return false
  const single = initialsPattern.test(token) && token.length === 2
  if (single && /^\p{Lu}/u.test(before)) return false
  return starters.has(next.toLowerCase()) && (next.length > 1 || next === 'I' || next === 'A')
}

/** "Elizabeth Quat In the New Territories": a caption or pull quote without a stop, then a sentence. */
function runsIn(token: string, next: string, after: string, adjacent: boolean): boolean {
  return (
    adjacent &&
    functionWords.has(after) &&
    runInStarters.has(next.toLowerCase()) &&
    /^\p{Lu}\p{Ll}/u.test(next) &&
    /[\p{Ll}\p{N}]$/u.test(token) &&
    !functionWords.has(token.toLowerCase())
  )
}
