import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyze } from '../../lib/language/analyze'
import { splitSentences } from '../../lib/language/split-sentences'
import { tokenize } from '../../lib/language/tokenize'

const prose = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'Trump’s',
        'U.S.',
        '“we',
        'don’t”',
        '28-point',
        'matter.This',
        'https://a.example/b?c=1.',
        '$1,250.50',
        '\n',
        ' ',
        '—',
        "rock'n'roll",
        '...',
        '@user',
        'a.m.',
        '(see',
        'O’Brien’s',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom('\ud800', '\udc00', '👩‍👩‍👧', 'é', '\u0000', '\u200b', '漢字', 'مرحبا', '🇺🇦'),
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''))

function expectCover(text: string, tokens: { start: number; end: number }[]): void {
  let at = 0
  for (const { start, end } of tokens) {
    expect(start).toBeGreaterThanOrEqual(at)
    expect(end).toBeGreaterThan(start)
    expect(text.slice(at, start)).toMatch(/^\s*$/u)
    expect(text.slice(start, end)).toMatch(/^\S+$/u)
    at = end
  }
  expect(text.slice(at)).toMatch(/^\s*$/u)
}

describe('offsets', () => {
  it('cover every character that is no space exactly once, whatever the text', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const bounds = tokenize(text)
        const tokens = []
        for (let i = 0; i < bounds.length; i += 2)
          tokens.push({ start: bounds[i]!, end: bounds[i + 1]! })
        expectCover(text, tokens)
      }),
      { numRuns: 500 },
    )
  })

  it('hold through the whole analysis: slices equal texts, sentences in order, trees are trees', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const sentences = analyze(text)
        expectCover(
          text,
          sentences.flatMap((s) => s.tokens),
        )
        let at = 0
        for (const { start, end, tokens, names } of sentences) {
          expect(start).toBeGreaterThanOrEqual(at)
          at = end
          expect([tokens[0]?.start, tokens.at(-1)?.end]).toEqual([start, end])
          for (const token of tokens) expect(text.slice(token.start, token.end)).toBe(token.text)
          expect(tokens.filter((t) => t.head === -1)).toHaveLength(1)
          for (let i = 0; i < tokens.length; i++) expect(climb(tokens, i)).toBe(true)
          names.forEach((name, i) => {
            expect(name.start).toBeGreaterThanOrEqual(names[i - 1]?.end ?? 0)
            expect(name.end).toBeLessThanOrEqual(tokens.length)
          })
        }
      }),
      { numRuns: 60 },
    )
  })

  it('do not depend on what was analysed before', () => {
    const text = 'Rubio met Lavrov in Geneva.\nTrump backed the plan.'
    const first = analyze(text)
    analyze('Something else altogether, said the minister.')
    expect(analyze(text)).toEqual(first)
  })

  it.each([
    ['empty text', ''],
    ['spaces only', ' \n\t\u00a0 '],
    ['another language', 'Президент встретился с министром в Женеве. Подробностей нет.'],
    ['emoji', '👩‍👩‍👧‍👦🏳️‍🌈🇺🇦!!! ok👍🏽'],
    ['combining marks', 'e\u0301\u0302\u0303te\u0301 \u0301\u0302'],
    ['control characters', '\u0000\u0001a\u0007b\u001f\u007f\u0085'],
    ['lone surrogates', 'a\ud800b\udc00 \udfff'],
    ['words that objects know', 'constructor __proto__ valueOf toString hasOwnProperty'],
    ['no spaces at all', 'thequickbrownfoxjumpsoverthelazydog'.repeat(40)],
    ['marks only', '"\'(([[{{--——...?!?!'],
  ])('survive %s', (_, text) => {
    expectCover(
      text,
      analyze(text).flatMap((s) => s.tokens),
    )
  })
})

describe('a megabyte of one line', () => {
  // Lines without a boundary are cut at a fixed length, so the work a token takes does not grow with the line.
  it.each([
    ['words', 'peace plan '],
    ['no space at all', 'x'],
    ['hyphens', 'a-'],
    ['dots', 'a.'],
    ['brackets', '('],
    ['at signs', 'a@'],
    ['quotes', "'"],
    ['digits', '1,'],
    ['marks', 'e\u0301'],
  ])('of %s is cut into pieces of bounded size', (_, unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length))
    const bounds = tokenize(text)
    const firsts = splitSentences(text, bounds)
    let longest = 0
    for (let i = 0; i < bounds.length; i += 2)
      longest = Math.max(longest, bounds[i + 1]! - bounds[i]!)
    expect(longest).toBeLessThanOrEqual(2100)
    firsts.forEach((first, s) => {
      expect((firsts[s + 1] ?? bounds.length / 2) - first).toBeLessThanOrEqual(256)
    })
    const half = tokenize(text.slice(0, text.length / 2))
    expect(bounds.length / half.length).toBeCloseTo(2, 1)
  })

  it('is analysed to the end', () => {
    const sentences = analyze('peace plan '.repeat(2_000))
    expect(sentences.reduce((sum, s) => sum + s.tokens.length, 0)).toBe(4_000)
  })
})

describe('thousands of lines', () => {
  it.each([1, 2, 5])('of %i words, over and over, is read the same each time', (words) => {
    const line = 'Yes he left it .'.split(' ').slice(0, words).join(' ')
    const found = analyze(`${line}\n`.repeat(3_000)).map((s) =>
      s.tokens.map((t) => [t.text, t.upos, t.head, t.deprel]),
    )
    expect(found).toHaveLength(3_000)
    expect(new Set(found.map((tokens) => JSON.stringify(tokens))).size).toBe(1)
  })
})

function climb(tokens: { head: number }[], from: number): boolean {
  let at = from
  for (let steps = 0; steps <= tokens.length; steps++) {
    if (at === -1) return true
    at = tokens[at]!.head
  }
  return false
}
