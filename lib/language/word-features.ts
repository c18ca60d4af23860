/** What the network sees of a word: rows of tables, found by hash. */
import { type HashIndex, hashString } from './hash'

/** Rows of one word: its pretrained vector (-1: none), its learnt row (0: unknown), then its affixes and shape. */
export type WordRows = Int32Array

/** Value of one unit of the pretrained vectors' bytes: they run from -4 to 4 deviations. */
export const vectorScale = 4 / 127
export const affixTableRows = 1 << 15
export const affixCount = 9
const cacheLimit = 20_000

export class WordReader {
  private readonly cache = new Map<string, WordRows>()
  constructor(
    private readonly vectors: HashIndex,
    private readonly words: HashIndex,
  ) {}

  /** In: a normalised form. Out: its rows; do not write to them. */
  read(form: string): WordRows {
    const known = this.cache.get(form)
    if (known) return known
    if (this.cache.size >= cacheLimit) this.cache.clear()
    const rows = this.encode(form)
    this.cache.set(form, rows)
    return rows
  }

  private encode(form: string): WordRows {
    const lower = form.toLowerCase()
    const plain = normalizeDigits(lower)
    const rows = new Int32Array(2 + affixCount)
    rows[0] = this.vectors.find(hashString(lower))
    if (rows[0] < 0 && plain !== lower) rows[0] = this.vectors.find(hashString(plain))
    rows[1] = this.words.find(hashString(plain)) + 1
    const pieces = [
      plain.slice(-2),
      plain.slice(-3),
      plain.slice(-4),
      plain.slice(0, 2),
      plain.slice(0, 4),
      plain.slice(-1),
      plain.slice(-5),
      plain.slice(0, 3),
      describeShape(form),
    ]
    pieces.forEach((piece, i) => {
      rows[2 + i] = (hashString(piece, i + 1) >>> 0) % affixTableRows
    })
    return rows
  }
}

/** "1,250" and "3,100" are one word to the network. */
export function normalizeDigits(lower: string): string {
  return lower.replace(/[0-9]/g, '0')
}

/** The pattern of capitals, digits and marks: "McDonald" -> XxXx, "28th" -> 00x. */
function describeShape(form: string): string {
  const head = form.slice(0, 16)
  const shape = head
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{Ll}/gu, 'x')
    .replace(/\d/g, '0')
  return shape.replace(/(.)\1{2,}/gu, '$1$1')
}
