import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutPassages } from '@/lib/store/passages'
import { fromPlainText, toPlainText } from '@/lib/store/plain-text'

const unit = fc.constantFrom(
  'a',
  'word ',
  'An end. ',
  '\n\n',
  '\ud83d',
  '\ude00',
  '\0',
  '\ue000',
  '“so.” ',
)
const text = fc.array(unit, { maxLength: 1500 }).map((units) => units.join(''))

describe('cutPassages', () => {
  it('cuts any text into short pieces that give it again', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const passages = cutPassages(whole)
        expect(passages.map((passage) => passage.text).join('')).toBe(whole)
        for (const { start, text: piece } of passages) {
          expect(whole.startsWith(piece, start)).toBe(true)
          expect(piece.length).toBeGreaterThan(0)
          expect(piece.length).toBeLessThanOrEqual(1_000)
        }
      }),
    )
  })

  it('prefers the end of a paragraph, then of a sentence, then of a word', () => {
    const cutAfter = (mark: string) =>
      cutPassages(`${'x'.repeat(600)}${mark}${'y '.repeat(80)}${'z'.repeat(900)}`)[0]!.text
    expect(cutAfter('\n')).toMatch(/x\n$/)
    expect(cutAfter('. ')).toMatch(/x\. $/)
    expect(cutAfter(' ')).toMatch(/y $/)
  })
})

describe('plain text', () => {
  it('comes back as it was, and holds nothing PostgreSQL refuses', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const plain = toPlainText(whole)
        expect(plain.isWellFormed() && !plain.includes('\0')).toBe(true)
        expect(fromPlainText(plain)).toBe(whole)
      }),
    )
  })
})
