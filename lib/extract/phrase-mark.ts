/** Prepositions, conjunctions, relatives and marks between the phrases. */
import { sayVerbs } from './lexicon'
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
  'at the request of',
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
  const mark = (type: Mark['type'], to = i + 1, name = word): Mark => ({
    type,
    from: i,
    to,
    word: name,
  })
  for (const phrase of multiPrepositions.get(word) ?? []) {
    if (phrase.every((part, k) => lower(tokens[i + k]) === part)) {
      return mark(
        phrase.join(' ') === 'as well as' ? 'cc' : 'prep',
        i + phrase.length,
        phrase.join(' '),
      )
    }
  }
  if (/^[,(]$/.test(token.text) || /^[—–-]+$/.test(token.text)) return mark('comma')
  if (isQuote(token)) return mark('quote')
  if (token.upos === 'PUNCT' || token.upos === 'SYM')
    return mark(/^[;:.!?]$/.test(token.text) ? 'stop' : 'comma')
  if (token.upos === 'CCONJ') return mark('cc')
  if (word === 'what') return mark('sub')
  if (
    /^(?:who|whom|which|whose)$/.test(word) ||
    (word === 'that' && /^(?:WDT|WP)$/.test(token.xpos))
  )
    return mark('rel')
  if (prepositionWords.has(word)) return mark('prep')
  if (
    (token.upos === 'SCONJ' && subordinators.has(word)) ||
    (subordinators.has(word) && token.upos !== 'ADP')
  )
    return mark(
      subordinators.has(word) && !/^(?:as|before|after|since|until)$/.test(word)
        ? 'sub'
        : clauseFollows(tokens, i)
          ? 'sub'
          : 'prep',
    )
  if (token.upos === 'ADP' || token.upos === 'SCONJ' || token.xpos === 'TO' || token.xpos === 'IN')
    return mark(
      /^(?:before|after|since|until|as)$/.test(word) && clauseFollows(tokens, i) ? 'sub' : 'prep',
    )
  if (token.upos === 'ADJ') return mark('adjective')
  if (sayVerbs.has(token.lemma) && token.upos === 'VERB') return mark('adverb')
  return mark('adverb')
}

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
