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

  it.each([
    ['told an outlet', 'Anna Berg told Reuters that Norway rejected the treaty.', 'Anna Berg'],
    [
      'in a statement',
      'Anna Berg said in a statement that Norway rejected the treaty.',
      'Anna Berg',
    ],
    ['turned round', 'Norway rejected the treaty, said Anna Berg, a lawyer.', 'Anna Berg'],
    [
      'a chain of two',
      'Anna Berg said Luis Ortega told lawmakers that Norway rejected the treaty.',
      'Anna Berg, Luis Ortega',
    ],
    [
      'citing',
      'Reuters, citing a person briefed on the matter, said Norway rejected the treaty.',
      'Reuters, person briefed on the matter',
    ],
    ['as reported by', 'Norway rejected the treaty, as first reported by Reuters.', 'Reuters'],
    ['after a colon', 'Norway rejected the treaty: minister.', 'minister'],
    [
      'a spokesman for',
      'A spokesman for Iceland said Norway rejected the treaty.',
      'spokesman for Iceland',
    ],
    [
      'quoted as saying',
      'Anna Berg was quoted as saying that Norway had rejected the treaty.',
      'Anna Berg',
    ],
    ['he added', 'Anna Berg smiled. She added that Norway had rejected the treaty.', 'Anna Berg'],
  ])('%s', (_, text, by) => {
    expect(claimsOf(text)).toContain(`rejected: Norway > treaty [asserted] by ${by}`)
  })

  it('nothing is done to the outlet or the statement that carries the words', () => {
    const claims = claimsOf(
      'Anna Berg told Reuters that Norway rejected the treaty. She said in a statement that Norway rejected the pact.',
    )
    expect(claims.filter((line) => line.startsWith('rejected: Norway > Reuters'))).toEqual([])
    expect(claims.filter((line) => line.startsWith('rejected: Norway > statement'))).toEqual([])
  })

  it('a quotation over several sentences has one speaker, and so has what she says next', () => {
    const claims = claimsOf(
      '“Norway rejected the treaty. Iceland signed the treaty,” Anna Berg said. “Peru rejected the treaty too.” Chile signed the treaty.',
    )
    expect(claims).toEqual(
      expect.arrayContaining([
        'rejected: Norway > treaty [asserted] by Anna Berg',
        'signed: Iceland > treaty [asserted] by Anna Berg',
        'rejected: Peru > treaty [asserted] by Anna Berg',
        'signed: Chile > treaty [asserted]',
      ]),
    )
  })

  it('a speaker named before the quotation', () => {
    expect(
      claimsOf('Anna Berg told reporters: “I was there. Norway rejected the treaty in May.”'),
    ).toContain('rejected: Norway > treaty [asserted] by Anna Berg')
  })

  it.each([
    'Anna Berg reportedly met Luis Ortega.',
    'Anna Berg is said to have met Luis Ortega.',
    'Anna Berg is believed to have met Luis Ortega.',
    'It is understood that Anna Berg met Luis Ortega.',
    'There were rumours that Anna Berg had met Luis Ortega.',
    'Anna Berg allegedly met Luis Ortega.',
  ])('somebody unnamed says so: %s', (text) => {
    expect(claimsOf(text)).toContain('met: Anna Berg > Luis Ortega [hedged] by unnamed sources')
  })

  it.each([
    ['The BBC understands that Norway has signed the treaty.', '[hedged] by BBC'],
    [
      'Claims by Carla Novak that Norway had signed the treaty were repeated by Iceland.',
      '[hedged] by Carla Novak',
    ],
    ['Carla Novak said Norway had reportedly signed the treaty.', 'by Carla Novak, unnamed'],
    ['According to its lawyer, Carla Novak, Norway has signed the treaty.', 'by Carla Novak'],
    ['Norway has signed the treaty after Iceland left the room, the officials said.', 'officials'],
  ])('whose word it is: %s', (text, by) => {
    expect(claimsOf(text).filter((line) => line.startsWith('signed: Norway'))).toEqual([
      expect.stringContaining(by),
    ])
  })

  it.each([
    'The Greens said it had signed the pact, but the treaty was rejected by Norway.',
    'Norway, accused by Iceland of fraud, rejected the treaty.',
    'Carla Novak, the minister, told Reuters about it, and Norway rejected the treaty.',
    '“We have no idea why the board said so much,” and on Monday Norway rejected the treaty.',
  ])('nobody is made a source who is none: %s', (text) => {
    expect(claimsOf(text)).toContain('rejected: Norway > treaty [asserted]')
  })

  it('paragraphs of one quotation each open with a mark; the next sentence is outside', () => {
    const claims = claimsOf(
      'Anna Berg said: "Norway rejected the treaty in May. "Iceland rejected it as well." Peru met Chile.',
    )
    expect(claims).toContain('rejected: Norway > treaty [asserted] by Anna Berg')
    expect(claims).toContain('met: Peru > Chile [asserted]')
  })
})
