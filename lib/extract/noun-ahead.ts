/** What the words ahead say of the noun phrase that is being read. */
import { countryNamed, countryOfDemonym, groupNouns } from './lexicon'
import { lower, type Span } from './span'
import { auxiliaryLemmas } from './verb-group'
import type { Word } from './word'

export const isHyphen = (token: Word | undefined) => token?.text === '-' || token?.text === '–'

export const isQuote = (token: Word | undefined) =>
  token !== undefined && /^["“”«»]|''|``$/.test(token.text)

/** Whether a noun stands ahead, over adjectives and the like. */
export function nounFollows(
  tokens: readonly Word[],
  i: number,
  nameFrom: ReadonlyMap<number, Span>,
  afterArticle = false,
): boolean {
  for (let k = i; k < Math.min(tokens.length, i + 6); k++) {
    const token = tokens[k] as Word
    if (nameFrom.has(k) || /^(?:NOUN|PROPN)$/.test(token.upos)) return true
    const more =
      /^(?:ADJ|NUM)$/.test(token.upos) ||
      /^[$€£¥%]$/.test(token.text) ||
      isHyphen(token) ||
      isQuote(token) ||
      /^(?:VBN|VBG|RB|RBS|RBR)$/.test(token.xpos) ||
      (afterArticle && token.xpos === 'VBD')
    if (!more) return false
  }
  return false
}

const isNation = (word: Word | undefined): boolean =>
  word !== undefined &&
  (countryOfDemonym(word.text) !== undefined ||
    countryNamed(word.text) !== undefined ||
    /^(?:European|Western|African|Arab|Kurdish|NATO|EU)$/.test(word.text))

/** Over "," and "and" between nations that share a noun: the index where the next nation starts, or 0. */
export function nationStep(tokens: readonly Word[], i: number): number {
  const here = lower(tokens[i])
  if (here !== ',' && here !== 'and' && here !== 'or') return 0
  const next = here === ',' && /^(?:and|or)$/.test(lower(tokens[i + 1])) ? i + 2 : i + 1
  const word = tokens[next]
  if (!word) return 0
  if (!isNation(word) || !isNation(tokens[i - 1])) return 0
  let k = next + 1
  let noun = false
  while (k < tokens.length && k < next + 7) {
    const token = tokens[k] as Word
    if (token.upos === 'NOUN') {
      noun = token.xpos === 'NNS' || groupNouns.has(token.folded)
      break
    }
    if (token.upos === 'ADJ' || isNation(token) || /^(?:,|and|or)$/.test(token.text)) k++
    else break
  }
  return noun ? next : 0
}

export const clauseAhead = (tokens: readonly Word[], i: number): boolean =>
  /^(?:VBD|VBZ|VBP|MD)$/.test(tokens[i]?.xpos ?? '') ||
  (tokens[i]?.upos === 'ADV' && /^(?:VBD|VBZ|VBP|MD)$/.test(tokens[i + 1]?.xpos ?? ''))

export function quoteEnds(tokens: readonly Word[], i: number): boolean {
  for (let k = i + 1; k < Math.min(tokens.length, i + 9); k++) if (isQuote(tokens[k])) return true
  return false
}

/** "called the findings “hearsay with footnotes”": words of their own, where "the “non-paper”" only names. */
export function saysMore(tokens: readonly Word[], quote: number): boolean {
  if (tokens[quote + 1]?.upos === 'ADV') return true
  const close = tokens.findIndex((t, k) => k > quote && isQuote(t))
  return tokens.slice(quote + 1, close).some((t) => /^(?:ADP|VERB|AUX|DET)$/.test(t.upos))
}

/** A participle before a noun: "the revised framework", "planned meeting"; not "said officials". */
export function participleInside(
  tokens: readonly Word[],
  i: number,
  opened: boolean,
  head: number,
): boolean {
  const token = tokens[i] as Word
  if (head >= 0 && !isHyphen(tokens[i - 1])) return false
  if (token.xpos === 'VBD' && !isHyphen(tokens[i - 1])) return opened && head < 0
  if (opened) return true
  return (
    token.deprel === 'amod' &&
    // "the Courier published emails": a verb, not "published emails"
    tokens[i - 1]?.upos !== 'PROPN' &&
    token.head > i &&
    !auxiliaryLemmas.has(tokens[i - 1]?.lemma ?? '') &&
    token.xpos === 'VBN'
  )
}
