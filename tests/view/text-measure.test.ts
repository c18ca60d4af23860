import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import shipped from '../../data/fonts/inter-advances.json'
import { readAdvances } from '../../data/fonts/read-advances'
import { measureText, wrapText } from '../../lib/view/text-measure'

const measure = (text: string) => measureText(text, 12)

describe('text widths', () => {
  it('are those of the fonts we ship', () => {
    for (const weight of ['regular', 'semibold'] as const)
      expect(shipped[weight]).toEqual(readAdvances(`data/fonts/inter-${weight}.ttf`))
  })

  it('grow with the size and the weight, and count no width for combining marks', () => {
    expect(measureText('Witkoff', 24)).toBeCloseTo(2 * measureText('Witkoff', 12))
    expect(measureText('Witkoff', 12, 'semibold')).toBeGreaterThan(measureText('Witkoff', 12))
    expect(measureText('e\u0301', 12)).toBe(measureText('e', 12))
    expect(measureText('会', 12)).toBe(12)
  })
})

describe('wrapText', () => {
  it('loses no letter and overruns only where one word does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const lines = wrapText(text, 60, measure)
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        for (const line of lines) if (/\s/.test(line)) expect(measure(line)).toBeLessThanOrEqual(60)
      }),
    )
  })

  it('makes lines of like length', () => {
    expect(wrapText('bipartisan group of senators', 112, measure)).toEqual([
      'bipartisan group',
      'of senators',
    ])
    expect(wrapText('普京会见维特科夫', 50, measure)).toEqual(['普京会见', '维特科夫'])
  })
})
