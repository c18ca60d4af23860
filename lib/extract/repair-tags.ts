/** Tags a news reader knows better than the tagger: prepositions that look like verbs, nouns like "non-paper". */
import type { Sentence } from '../schema'
import { honorifics, paperFamilies, roleHeads, roleModifiers } from './lexicon'
import { lower } from './span'
import { type Line, readWord, type Word } from './word'

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

/** Adverbs that tie a sentence to what was said before. */
const linking = new Set(
  'meanwhile however moreover furthermore nevertheless nonetheless additionally separately afterwards afterward thereafter instead subsequently reportedly allegedly finally eventually'.split(
    ' ',
  ),
)

export function repairTags(sentence: Sentence): Line {
  const words = sentence.tokens.map(readWord)
  const verbless = !words.some((t) => finite.has(t.xpos))
  const tokens = words.map((word, i) =>
    // "The plan angered Iceland": a sentence wants a verb, even where the tagger saw a modifier
    verbless &&
    word.xpos === 'VBN' &&
    word.deprel === 'amod' &&
    /^(?:NOUN|PROPN)$/.test(words[i - 1]?.upos ?? '')
      ? { ...word, upos: 'VERB', xpos: 'VBD', deprel: 'root' }
      : repair(words, word, i),
  )
  return { ...sentence, tokens }
}

const finite = new Set(['VBD', 'VBZ', 'VBP', 'MD'])

const pastLemma = (word: string) =>
  /(?:at|in|ir|iz|as|us|ud|os|ov|iv|uc|eg|ag|ut|it|ar|or)ed$/.test(word) &&
  !/(?:ain|oin|eat|ait|air)ed$/.test(word)
    ? word.slice(0, -1)
    : word.slice(0, -2)

/** "home secretary", "chancellor": an office, over words that belong to it. */
function roleAhead(tokens: readonly Word[], from: number): boolean {
  let k = from
  while (k < from + 3 && roleModifiers.has(lower(tokens[k]))) k++
  return roleHeads.has(lower(tokens[k]))
}

function repair(tokens: readonly Word[], token: Word, i: number): Word {
  const word = token.folded
  const next = tokens[i + 1]
  const before = tokens[i - 1]
  if (token.upos === 'VERB' && prepositions.has(word)) {
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
    token.upos === 'VERB' &&
    adjectives.has(word) &&
    /^(?:NOUN|PROPN|ADJ)$/.test(next?.upos ?? '')
  )
    return { ...token, upos: 'ADJ', xpos: 'JJ' }
  // "Shadow chancellor X": whoever shadows an office does not hold it
  if (word === 'shadow' && token.upos !== 'ADJ' && roleAhead(tokens, i + 1))
    return { ...token, upos: 'ADJ', xpos: 'JJ', lemma: word }
  // "the managing director"
  if (word === 'managing' && /^(?:directors?|editors?|partners?)$/.test(lower(next)))
    return { ...token, upos: 'ADJ', xpos: 'JJ', lemma: word }
  // "Downing Street", "Rights Monitor Asia": a capital amid a name is no verb
  if (
    token.upos === 'VERB' &&
    next?.upos === 'PROPN' &&
    /^\p{Lu}\p{Ll}/u.test(token.text) &&
    (before
      ? /^\p{Lu}\p{Ll}/u.test(before.text) && /^(?:NOUN|PROPN)$/.test(before.upos)
      : token.xpos === 'VBG' && token.deprel === 'amod' && !adjectives.has(word))
  )
    return { ...token, upos: 'PROPN', xpos: 'NNP', lemma: token.text }
  // "Mr Ortega" with nothing before it
  if (token.upos === 'CCONJ' && honorifics.has(word) && next && /^\p{Lu}/u.test(next.text))
    return { ...token, upos: 'PROPN', xpos: 'NNP', lemma: token.text }
  if (word === 'wrongdoing') return { ...token, upos: 'NOUN', xpos: 'NN', lemma: word }
  // "denied meeting Ortega"
  if (
    word === 'meeting' &&
    token.upos === 'NOUN' &&
    /^(?:deny|admit|recall|acknowledge|avoid|confirm|remember|describe|after|before|since|without|despite|by|upon|of|out)$/.test(
      before?.lemma ?? '',
    ) &&
    /^(?:PROPN|PRON)$/.test(next?.upos ?? '')
  )
    return { ...token, upos: 'VERB', xpos: 'VBG', lemma: 'meet' }
  // "made the letter public"
  if (
    word === 'public' &&
    token.upos === 'NOUN' &&
    before?.upos === 'NOUN' &&
    tokens.slice(Math.max(0, i - 6), i).some((t) => t.lemma === 'make' && t.upos === 'VERB')
  )
    return { ...token, upos: 'ADJ', xpos: 'JJ' }
  // "vowed to sue Ortega": a small letter behind "to" is no name
  if (
    token.upos === 'PROPN' &&
    /^\p{Ll}+$/u.test(token.text) &&
    lower(before) === 'to' &&
    tokens[i - 2]?.upos === 'VERB' &&
    next?.upos === 'PROPN'
  )
    return { ...token, upos: 'VERB', xpos: 'VB', lemma: word }
  if (
    word === 'to' &&
    next?.upos === 'PROPN' &&
    /^\p{Ll}+$/u.test(next.text) &&
    before?.upos === 'VERB' &&
    tokens[i + 2]?.upos === 'PROPN'
  )
    return { ...token, upos: 'PART', xpos: 'TO' }
  if (word === 'select' && token.upos === 'VERB' && /^committees?$/i.test(next?.text ?? ''))
    return { ...token, upos: 'ADJ', xpos: 'JJ' }
  if (word === 'non-paper' || word === 'non-papers')
    return { ...token, upos: 'NOUN', xpos: word.endsWith('s') ? 'NNS' : 'NN', lemma: 'non-paper' }
  // "declined to comment"
  if (
    word === 'comment' &&
    lower(before) === 'to' &&
    token.upos === 'NOUN' &&
    /^(?:declin|refus)/.test(tokens[i - 2]?.lemma ?? '')
  ) {
    return { ...token, upos: 'VERB', xpos: 'VB', lemma: 'comment' }
  }
  if (word === 'to' && lower(next) === 'comment' && /^(?:declin|refus)/.test(before?.lemma ?? ''))
    return { ...token, upos: 'PART', xpos: 'TO' }
  if (token.upos !== 'ADV' && linking.has(word)) {
    return { ...token, upos: 'ADV', xpos: 'RB', lemma: word }
  }
  // "at least 20", "more than 20", "up to 20": words of measure
  const far = tokens[i + 2]
  if (
    far?.upos === 'NUM' &&
    token.upos !== 'ADV' &&
    /^(?:at|more|less|fewer|up)$/.test(word) &&
    /^(?:least|most|than|to)$/.test(lower(next))
  )
    return { ...token, upos: 'ADV', xpos: 'RB' }
  if (
    next?.upos === 'NUM' &&
    token.upos !== 'ADV' &&
    /^(?:least|most|than|to)$/.test(word) &&
    /^(?:at|more|less|fewer|up)$/.test(lower(before))
  )
    return { ...token, upos: 'ADV', xpos: 'RB' }
  // "they back the framework"
  if (
    word === 'back' &&
    token.upos !== 'VERB' &&
    /^(?:PRP|NNS|NNPS)$/.test(before?.xpos ?? '') &&
    next &&
    (next.upos === 'DET' || next.upos === 'PROPN' || next.xpos === 'PRP$')
  ) {
    return { ...token, upos: 'VERB', xpos: 'VBP', lemma: 'back' }
  }
  // ", contained demands": the verb a clause still lacks
  if (
    before?.text === ',' &&
    word.endsWith('ed') &&
    /^(?:ADJ|VERB)$/.test(token.upos) &&
    token.xpos !== 'VBD' &&
    /^(?:NOUN|DET|PROPN)$/.test(next?.upos ?? '') &&
    i > 3 &&
    !tokens.slice(0, i).some((t) => /^(?:VBD|VBZ|VBP|MD)$/.test(t.xpos))
  ) {
    return {
      ...token,
      upos: 'VERB',
      xpos: 'VBD',
      lemma: token.upos === 'VERB' ? token.lemma : pastLemma(word),
    }
  }
  if (
    token.upos === 'NOUN' &&
    before?.upos === 'NOUN' &&
    word.endsWith('ly') &&
    word.length > 5 &&
    !/^(?:assembly|family|supply|reply|ally|monopoly|anomaly|rally|italy|july)$/.test(word)
  ) {
    return { ...token, upos: 'ADV', xpos: 'RB' }
  }
  if (
    token.upos === 'ADJ' &&
    /^(?:further|later|earlier|first|also|long|once|since)$/.test(word) &&
    /^VB[ND]$/.test(next?.xpos ?? '') &&
    before?.upos === 'AUX'
  ) {
    return { ...token, upos: 'ADV', xpos: 'RB' }
  }
  // "Much of the bill", "Most of the text": a quantity stands as a noun
  if (
    lower(next) === 'of' &&
    /^(?:much|most|many|half|all|several|some|part)$/.test(word) &&
    token.upos !== 'NOUN' &&
    (i === 0 || before?.upos === 'PUNCT' || /^(?:VERB|ADP|SCONJ)$/.test(before?.upos ?? ''))
  )
    return { ...token, upos: 'NOUN', xpos: 'NN', lemma: word }
  // "Its chief executive, X", "the representative of": an office that was taken for an adjective
  if (
    token.upos === 'ADJ' &&
    roleHeads.has(word) &&
    (!next || /^(?:PUNCT|ADP|VERB|AUX|ADV|CCONJ|SCONJ|PART)$/.test(next.upos)) &&
    /^(?:DET|ADJ|NOUN|PROPN|PRON|PART)$/.test(before?.upos ?? '') &&
    !(before?.upos === 'PRON' && before.xpos !== 'PRP$') &&
    !/^(?:AUX|VERB)$/.test(tokens[i - 2]?.upos ?? '')
  )
    return { ...token, upos: 'NOUN', xpos: 'NN', lemma: word }
  // "the chief executive Maria Soto": before a name too
  if (
    token.upos === 'ADJ' &&
    word === 'executive' &&
    lower(before) === 'chief' &&
    next?.upos === 'PROPN'
  ) {
    return { ...token, upos: 'NOUN', xpos: 'NN', lemma: word }
  }
  // "Anna Berg put forward a plan": one form for now and then, and nothing that asks for the bare verb
  if (
    token.xpos === 'VB' &&
    /^(?:put|set|cut|hit|quit|shut|split|cast|spread|beat|bid|bet|upset)$/.test(word) &&
    /^(?:NOUN|PROPN)$/.test(before?.upos ?? '') &&
    !tokens
      .slice(0, i)
      .some((t) => t.xpos === 'MD' || /^(?:do|make|let|help|have|see)$/.test(t.lemma))
  )
    return { ...token, xpos: 'VBD' }
  // "the then environment secretary"
  if (word === 'then' && before?.upos === 'DET' && /^(?:NOUN|ADJ|PROPN)$/.test(next?.upos ?? '')) {
    return { ...token, upos: 'ADJ', xpos: 'JJ', lemma: word }
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
