/** Tags a news reader knows better than the tagger: prepositions that look like verbs, nouns like "non-paper". */
import type { Sentence, Token } from '../schema'
import { fold, paperFamilies } from './lexicon'

const prepositions = new Set(
  'including following regarding concerning involving excluding according during despite amid'.split(
    ' ',
  ),
)
const adjectives = new Set(
  'longstanding ongoing outstanding upcoming forthcoming incoming outgoing existing remaining underlying leading'.split(
    ' ',
  ),
)

export function repairTags(sentence: Sentence): Sentence {
  let changed = false
  const tokens = sentence.tokens.map((token, i) => {
    const repaired = repair(sentence.tokens, token, i)
    if (repaired !== token) changed = true
    return repaired
  })
  return changed ? { ...sentence, tokens } : sentence
}

function repair(tokens: readonly Token[], token: Token, i: number): Token {
  const word = fold(token.text)
  const next = tokens[i + 1]
  const before = tokens[i - 1]
  if (prepositions.has(word) && token.upos === 'VERB') {
    const helped = before?.upos === 'AUX' || before?.xpos === 'TO' || before?.upos === 'PART'
    const opens = next !== undefined && !/^[.,;]$/.test(next.text)
    if (
      !helped &&
      opens &&
      (word !== 'following' ||
        i === 0 ||
        before?.text === ',' ||
        /^(?:NOUN|PROPN|NUM|PUNCT)$/.test(before?.upos ?? ''))
    ) {
      return { ...token, upos: 'ADP', xpos: 'IN' }
    }
  }
  if (
    adjectives.has(word) &&
    token.upos === 'VERB' &&
    /^(?:NOUN|PROPN|ADJ)$/.test(next?.upos ?? '')
  )
    return { ...token, upos: 'ADJ', xpos: 'JJ' }
  if (word === 'non-paper' || word === 'non-papers')
    return { ...token, upos: 'NOUN', xpos: word.endsWith('s') ? 'NNS' : 'NN', lemma: 'non-paper' }
  // "declined to comment"
  if (
    word === 'comment' &&
    fold(before?.text ?? '') === 'to' &&
    token.upos === 'NOUN' &&
    /^(?:declin|refus)/.test(tokens[i - 2]?.lemma ?? '')
  ) {
    return { ...token, upos: 'VERB', xpos: 'VB', lemma: 'comment' }
  }
  if (
    word === 'to' &&
    fold(next?.text ?? '') === 'comment' &&
    /^(?:declin|refus)/.test(before?.lemma ?? '')
  )
    return { ...token, upos: 'PART', xpos: 'TO' }
  if (
    word.endsWith('ly') &&
    token.upos === 'NOUN' &&
    before?.upos === 'NOUN' &&
    word.length > 5 &&
    !/^(?:assembly|family|supply|reply|ally|monopoly|anomaly|rally|italy|july)$/.test(word)
  ) {
    return { ...token, upos: 'ADV', xpos: 'RB' }
  }
  if (
    /^(?:further|later|earlier|first|also|long|once|since)$/.test(word) &&
    token.upos === 'ADJ' &&
    /^VB[ND]$/.test(next?.xpos ?? '') &&
    before?.upos === 'AUX'
  ) {
    return { ...token, upos: 'ADV', xpos: 'RB' }
  }
  // "the Russian non-paper": an adjective after an article with no noun ahead is the noun
  if (
    token.upos === 'ADJ' &&
    paperFamilies(word).length &&
    !/^(?:NOUN|PROPN|ADJ)$/.test(next?.upos ?? '')
  )
    return { ...token, upos: 'NOUN', xpos: 'NN', lemma: word }
  return token
}
