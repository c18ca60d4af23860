import { describe, expect, it } from 'vitest'
import { wordingOf } from './claims-of'

const cases: [string, string[]][] = [
  [
    "Norway's agreement with Iceland was signed in May.",
    ['signed: Iceland > agreement [asserted]', 'signed: Norway > agreement [asserted]'],
  ],
  [
    'Under the agreement with Iceland, Norway will close the mine.',
    ['signed: Iceland > agreement [asserted]', 'signed: Norway > agreement [asserted]'],
  ],
  [
    'Kelvar Mining announced a deal with Halden Bank on Monday.',
    ['signed: Halden Bank > deal [asserted]', 'signed: Kelvar Mining > deal [asserted]'],
  ],
  ['Norway seeks a deal with Iceland.', []],
  [
    "Norway rejected Kelvar Mining's deal with Halden Bank.",
    ['rejected: Norway > deal [asserted]'],
  ],
  ['Norway is close to a deal with Iceland.', []],
  [
    'Norway opposes the treaty, as does Iceland.',
    ['rejected: Iceland > treaty [asserted]', 'rejected: Norway > treaty [asserted]'],
  ],
  [
    'Norway has rejected the treaty and so has Iceland.',
    ['rejected: Iceland > treaty [asserted]', 'rejected: Norway > treaty [asserted]'],
  ],
  ['Norway opposes the treaty, as expected.', ['rejected: Norway > treaty [asserted]']],
  [
    'A treaty that Norway plans to sign was drafted by Iceland.',
    ['signed: Norway > treaty [planned]'],
  ],
  [
    'The treaty, which Reuters was first to publish, was signed by Iceland.',
    ['published: Reuters > treaty [asserted]', 'signed: Iceland > treaty [asserted]'],
  ],
]

describe('who a deal binds, and who does the same', () => {
  it.each(cases)('%s', (text, expected) => {
    expect(wordingOf(text)).toEqual(expected)
  })
})
