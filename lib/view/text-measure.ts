/**
 * How wide a text will be, from the advance widths of the font we ship: the same answer in Node
 * and in any browser, so that one layout fits them all. Kerning is left out (it mostly narrows).
 */
import inter from '../../data/fonts/inter-advances.json'

export type FontWeight = 'regular' | 'semibold'

/** Letters of other scripts come from other fonts: their width is taken generously. */
const guesses: readonly (readonly [first: number, last: number, em: number])[] = [
  [0x300, 0x36f, 0], // combining marks
  [0x590, 0x5c7, 0], // Hebrew points
  [0x5d0, 0x5f4, 0.6],
  [0x610, 0x61a, 0],
  [0x64b, 0x65f, 0], // Arabic vowel marks
  [0x600, 0x6ff, 0.62],
  [0x200b, 0x200f, 0],
  [0xfe00, 0xfe0f, 0],
  [0x1100, 0x11ff, 1],
  [0x2e80, 0xa4cf, 1], // CJK, kana
  [0xac00, 0xd7af, 1],
  [0xf900, 0xfaff, 1],
  [0xff00, 0xff60, 1],
  [0x1f000, 0x3ffff, 1.3], // pictographs, rarer ideographs
]

function emWidth(code: number, weight: FontWeight): number {
  const { ranges, unitsPerEm } = inter[weight]
  for (const { first, advances } of ranges) {
    const advance = advances[code - first]
    if (advance !== undefined && advance >= 0) return advance / unitsPerEm
  }
  return guesses.find(([first, last]) => code >= first && code <= last)?.[2] ?? 0.75
}

/** Width of one line in px at `size` px, not counting a halo. */
export function measureText(text: string, size: number, weight: FontWeight = 'regular'): number {
  let em = 0
  for (const letter of text) em += emWidth(letter.codePointAt(0)!, weight)
  return em * size
}

export type Measure = typeof measureText

/** Where a line may end: at spaces, after hyphens and dashes, between ideographs. */
const pieces =
  /[\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]|[^\s\u2e80-\u9fff\uac00-\ud7af]+?(?:[-–—/](?=\p{L})|(?=[\s\u2e80-\u9fff\uac00-\ud7af]|$))/gu

/**
 * Breaks a text into as few lines of at most `width` px as it needs, as even as they can be;
 * a single word that is wider stays whole. Nothing is cut off.
 */
export function wrapText(
  text: string,
  width: number,
  measured: (line: string) => number,
): string[] {
  const words = [...text.matchAll(pieces)].map((found) => ({
    text: found[0],
    glue: found.index > 0 && /\s/.test(text[found.index - 1]!) ? ' ' : '',
  }))
  if (words.length === 0) return ['']
  const fill = (limit: number) => {
    const lines = [words[0]!.text]
    for (const word of words.slice(1)) {
      const longer = lines.at(-1)! + word.glue + word.text
      if (measured(longer) <= limit) lines[lines.length - 1] = longer
      else lines.push(word.text)
    }
    return lines
  }
  let best = fill(width)
  for (let limit = width * 0.95; limit > width * 0.3; limit *= 0.95) {
    const narrower = fill(limit)
    if (narrower.length > best.length) break
    best = narrower
  }
  return best
}
