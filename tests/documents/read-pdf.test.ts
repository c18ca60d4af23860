import { describe, expect, it } from 'vitest'
import { makeBomb, makePdf } from './make-files'
import { bytesOf, readOne, refusal } from './read-one'

describe('PDF', () => {
  const lines = (texts: string[], top = 700) => texts.map((text, i) => ({ text, y: top - i * 14 }))

  it('joins lines to paragraphs and mends words', async () => {
    const file = makePdf([
      [
        { text: 'Talks in Oslo', y: 750, size: 20 },
        ...lines([
          'The minister met the envoy about the non-paper and an agree-',
          'ment. A second non-',
          'paper was at hand.',
        ]),
        ...lines(['After a gap, a new paragraph begins here.'], 630),
      ],
    ])
    const input = await readOne(file, 'a.pdf')
    expect(input.title).toBe('Talks in Oslo')
    expect(input.text).toBe(
      'Talks in Oslo\n\nThe minister met the envoy about the non-paper and an agreement. A second non-paper was at hand.\n\nAfter a gap, a new paragraph begins here.',
    )
  })

  it('carries a sentence over the page and leaves out running heads and page numbers', async () => {
    const cities = ['Oslo', 'Rome', 'Bern']
    const body = (city: string) => [
      `In ${city} the minister met the envoy`,
      'of the other side, who had come',
      'by train; they spoke for an hour',
      'about what was on the table and',
      `what was not. They left ${city} on`,
      `the evening train from ${city}`,
    ]
    const file = makePdf(
      cities.map((city, i) => [
        { text: 'The Example, 26 November', y: 800, size: 8 },
        ...lines(body(city)),
        { text: `${i + 1}`, x: 300, y: 40 },
      ]),
      { title: 'A report' },
    )
    const input = await readOne(file, 'a.pdf')
    expect(input.title).toBe('A report')
    expect(input.text).toBe(cities.flatMap(body).join(' '))
  })

  it.each<[string, Uint8Array, RegExp]>([
    ['a scan', makePdf([[]]), /seems to be a scan/],
    ['one with a password', makePdf([lines(['Secret'])], { encrypted: true }), /password/],
    ['a damaged one', bytesOf('%PDF-1.4\nnothing here'), /damaged/],
  ])('refuses %s', async (_, file, says) => {
    const error = await refusal(file, 'a.pdf')
    expect(error.code).toBe('invalid_input')
    expect(error.message).toMatch(says)
    expect(error.problems[0]!.remedy).not.toBe('')
  })
})

describe('a PDF that is packed well', () => {
  const page = [[{ text: 'They met in Oslo.', y: 700 }]]

  it('is not unpacked beyond what a report can have; its pictures do not count', async () => {
    const bomb = makeBomb(250)
    expect(bomb.length).toBeLessThan(500_000)
    const error = await refusal(makePdf(page, { packed: ['/Kind /Bomb', bomb] }), 'a.pdf')
    expect(error.message).toBe('“a.pdf”: Unpacked, the PDF is over 200 MB. Save its text as .txt.')
    for (const packed of [
      ['/Subtype /Image', bomb],
      ['/Kind /Font', makeBomb(150)],
      ['/Kind /Damaged', Buffer.alloc(500_000, 'not packed')],
    ] satisfies [string, Uint8Array][]) {
      const input = await readOne(makePdf(page, { packed }), 'a.pdf')
      expect(input.text).toBe('They met in Oslo.')
    }
  })

  it('is read no further than to the longest text', async () => {
    const text = 'They met in Oslo. '.repeat(6)
    const lines = Array.from({ length: 16_000 }, () => ({ text, y: 700 }))
    const error = await refusal(makePdf([lines]), 'a.pdf')
    expect(error.message).toMatch(/over 1,500,000 characters; at most 1,000,000/)
  })
})
