/** A full name that its letters follow, "the Transport and General Workers Union (TGWU)": the letters say how far it reaches. */
import { isCapital } from './span'
import type { Word } from './word'

const joining =
  /^(?:of|and|the|for|in|on|to|with|&|de|del|des|du|la|los|las|y|e|et|und|für|da|do)$/i

/** Where names that are followed by their letters start and end, by first token. */
export function spelledOut(tokens: readonly Word[]): Map<number, number> {
  const found = new Map<number, number>()
  tokens.forEach((token, i) => {
    const letters = tokens[i + 1]?.text ?? ''
    if (token.text !== '(' || !/^\p{Lu}[\p{Lu}&]{1,7}s?$/u.test(letters)) return
    if (!/^[),;]$/.test(tokens[i + 2]?.text ?? '')) return
    const start = startOf(tokens, i, letters.replace(/[^\p{Lu}]/gu, ''))
    if (start !== undefined) found.set(start, i)
  })
  return found
}

function startOf(tokens: readonly Word[], end: number, letters: string): number | undefined {
  const most = letters.length * 2 + 3
  for (let start = end - 2; start >= 0 && end - start <= most; start--) {
    const first = tokens[start]!
    if (!isCapital(first) && !joining.test(first.text) && first.text !== '-') return undefined
    if (isCapital(first) && !/^The$/.test(first.text) && fits(tokens.slice(start, end), letters))
      return start
  }
  return undefined
}

/** The capital letters of the words, or those of all words, or "UK" whole, make the letters. */
function fits(words: readonly Word[], letters: string): boolean {
  const names = words.filter((t) => /^\p{L}/u.test(t.text))
  const capitals = names.filter((t) => isCapital(t))
  if (capitals.length < 2) return false
  const spell = (list: readonly Word[], whole: boolean) =>
    list
      .map((t) => (whole && /^\p{Lu}{2,}$/u.test(t.text) ? t.text : t.text[0]!))
      .join('')
      .toUpperCase()
  return [capitals, names].some((list) => [true, false].some((w) => spell(list, w) === letters))
}
