/** Prepositions, conjunctions, relatives and marks between the phrases. */
import { isQuote } from './noun-ahead'
import type { Mark } from './phrase'
import { lower } from './span'
import type { Word } from './word'

const multiPrepositions = groupByFirst([
  'according to',
  'along with',
  'together with',
  'as part of',
  'as well as',
  'in addition to',
  'because of',
  'due to',
  'instead of',
  'on behalf of',
  'in front of',
  'ahead of',
  'out of',
  'as of',
  'such as',
  'prior to',
  'rather than',
  'in response to',
  'in favor of',
  'in favour of',
  'in opposition to',
  'in support of',
  'contrary to',
  'subsequent to',
  'apart from',
  'aside from',
  'next to',
  'close to',
  'thanks to',
  'with regard to',
  'in spite of',
  'as a result of',
  'by way of',
])

/** Phrases as words, by the first of them. */
function groupByFirst(phrases: readonly string[]): ReadonlyMap<string, readonly string[][]> {
  const groups = new Map<string, string[][]>()
  for (const words of phrases.map((phrase) => phrase.split(' ')))
    groups.set(words[0]!, [...(groups.get(words[0]!) ?? []), words])
  return groups
}

const subordinators = new Set(
  'that if whether because although though while since unless until when where as before after once how why whereas lest'.split(
    ' ',
  ),
)

const prepositionWords = new Set(
  'including following regarding concerning despite amid among alongside versus via per involving excluding'.split(
    ' ',
  ),
)

export function readMark(tokens: readonly Word[], i: number): Mark {
  const token = tokens[i] as Word
  const word = lower(token)
  for (const phrase of multiPrepositions.get(word) ?? []) {
    if (phrase.every((part, k) => lower(tokens[i + k]) === part)) {
      const name = phrase.join(' ')
      return {
        type: name === 'as well as' ? 'cc' : 'prep',
        from: i,
        to: i + phrase.length,
        word: name,
      }
    }
  }
  return { type: markOf(tokens, i, token, word), from: i, to: i + 1, word }
}

function markOf(tokens: readonly Word[], i: number, token: Word, word: string): Mark['type'] {
  if (token.text === ',' || token.text === '(' || /^[—–-]+$/.test(token.text)) return 'comma'
  if (isQuote(token)) return 'quote'
  if (token.upos === 'PUNCT' || token.upos === 'SYM')
    return /^[;:.!?]$/.test(token.text) ? 'stop' : 'comma'
  if (token.upos === 'CCONJ') return 'cc'
  if (word === 'what') return 'sub'
  if (
    /^(?:who|whom|which|whose)$/.test(word) ||
    (word === 'that' && /^(?:WDT|WP)$/.test(token.xpos))
  )
    return 'rel'
  if (prepositionWords.has(word)) return 'prep'
  const either = beforeEither.has(word)
  if (subordinators.has(word) && token.upos !== 'ADP')
    return !either || clauseFollows(tokens, i) ? 'sub' : 'prep'
  if (token.upos === 'ADP' || token.upos === 'SCONJ' || token.xpos === 'TO' || token.xpos === 'IN')
    return either && clauseFollows(tokens, i) ? 'sub' : 'prep'
  return token.upos === 'ADJ' ? 'adjective' : 'adverb'
}

/** Before a clause or before a noun. */
const beforeEither = new Set(['as', 'before', 'after', 'since', 'until'])

/** Whether a finite verb comes before the next comma: "after Trump met" against "after a meeting". */
function clauseFollows(tokens: readonly Word[], i: number): boolean {
  for (let k = i + 1; k < Math.min(tokens.length, i + 14); k++) {
    const token = tokens[k] as Word
    if (/^[,;.—]$/.test(token.text)) return false
    if (/^(?:VBD|VBZ|VBP|MD)$/.test(token.xpos))
      return !tokens.slice(i + 1, k).some((t) => /^(?:WDT|WP|WRB)$/.test(t.xpos))
  }
  return false
}
