/** A sentence's tokens as the rules read them: each with its folded form, which nearly every rule asks for, worked out once. */
import type { Sentence, Token } from '../schema'
import { fold } from './lexicon'

export type Word = Token & {
  /** The text without case, diacritics and dots. */
  folded: string
  /** It starts with a capital. */
  capital: boolean
}

/** A sentence of words. */
export type Line = Omit<Sentence, 'tokens'> & { tokens: Word[] }

export const readWord = ({ start, end, text, lemma, upos, xpos, head, deprel }: Token): Word => ({
  start,
  end,
  text,
  lemma,
  upos,
  xpos,
  head,
  deprel,
  folded: fold(text),
  capital: startsCapital(text),
})

/** Most words start with a plain letter, of which the code says it sooner than a pattern does. */
function startsCapital(text: string): boolean {
  const code = text.charCodeAt(0)
  return code < 128 ? code >= 65 && code <= 90 : capital.test(text)
}
const capital = /^\p{Lu}/u
