/** Noun phrases with their owners: “Moscow’s demands”, “the plan’s publication”. */
import { nounFollows } from './noun-ahead'
import { readSimpleNoun } from './noun-phrase-simple'
import { type NounPhrase, newPhrase } from './phrase'
import { type Span, touches } from './span'
import type { Word } from './word'

export function readNoun(
  tokens: readonly Word[],
  start: number,
  nameFrom: ReadonlyMap<number, Span>,
  demonyms: ReadonlySet<Span>,
): NounPhrase | undefined {
  let owner: NounPhrase | undefined
  let ownerPronoun: number | undefined
  let i = start
  const pronoun = tokens[i] as Word
  if (
    pronoun.xpos === 'PRP' ||
    pronoun.xpos === 'EX' ||
    (pronoun.upos === 'PRON' &&
      /^(?:NN|DT)$/.test(pronoun.xpos) &&
      !nounFollows(tokens, i + 1, nameFrom))
  ) {
    if (/^(?:WP|WDT|WRB)/.test(pronoun.xpos)) return undefined
    return newPhrase(i, i + 1, i, [])
  }
  for (;;) {
    const phrase = readSimpleNoun(tokens, i, nameFrom, demonyms)
    if (!phrase) {
      // "Moscow's" with nothing after it
      return owner ? { ...owner, from: start } : undefined
    }
    if (owner) phrase.owner = owner
    const first = tokens[phrase.from] as Word
    if (first.xpos === 'PRP$') ownerPronoun = phrase.from
    if (ownerPronoun !== undefined) phrase.ownerPronoun = ownerPronoun
    const after = tokens[phrase.to]
    if (
      after &&
      (after.xpos === 'POS' ||
        (/^['’‘]s?$/.test(after.text) &&
          (after.upos === 'PART' || touches(tokens[phrase.to - 1], after)))) &&
      after.upos !== 'AUX'
    ) {
      owner = { ...phrase, from: start }
      ownerPronoun = undefined
      i = phrase.to + 1
      if (i >= tokens.length) return { ...phrase, from: start, to: i }
      const rest = readSimpleNoun(tokens, i, nameFrom, demonyms)
      if (!rest) return { ...phrase, from: start, to: phrase.to + 1 }
      continue
    }
    phrase.from = start
    return phrase
  }
}
