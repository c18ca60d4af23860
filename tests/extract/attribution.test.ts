import { describe, expect, it } from 'vitest'
import { claimsOf } from './claims-of'

describe('attribution', () => {
  it.each([
    [
      'Bloomberg reported that Anna Berg had advised Luis Ortega.',
      'advised: Anna Berg > Luis Ortega [asserted] by Bloomberg',
    ],
    [
      'Anna Berg advised Luis Ortega, sources said.',
      'advised: Anna Berg > Luis Ortega [asserted] by sources',
    ],
    [
      'According to two diplomats, Anna Berg advised Luis Ortega.',
      'advised: Anna Berg > Luis Ortega [asserted] by diplomats',
    ],
    [
      'Anna Berg advised Luis Ortega, according to three people familiar with the matter.',
      'advised: Anna Berg > Luis Ortega [asserted] by three people familiar with the matter',
    ],
    ['Anna Berg advised Luis Ortega.', 'advised: Anna Berg > Luis Ortega [asserted]'],
    [
      'Carla Novak said that Reuters reported that Anna Berg met Luis Ortega.',
      'met: Anna Berg > Luis Ortega [asserted] by Carla Novak, Reuters',
    ],
  ])('%s', (text, expected) => {
    expect(claimsOf(text)).toContain(expected)
  })

  it('reported speech goes on over "while … would"', () => {
    const claims = claimsOf(
      'Anna Berg said she had met Luis Ortega, while Carla Novak would hold talks with Iceland.',
    )
    expect(claims).toContain('met: Carla Novak > Iceland [planned] by Anna Berg')
  })

  it('what Reuters reported is a paper, not the rest of the sentence', () => {
    const claims = claimsOf(
      'The memo, initially reported by Reuters in May, contributed to the treaty.',
    )
    expect(claims).toContain('published: Reuters > memo [asserted]')
    expect(claims).toContain('shaped: memo > treaty [asserted]')
  })
})
