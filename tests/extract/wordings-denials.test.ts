import { describe, expect, it } from 'vitest'
import { readCase, wordingOf } from './claims-of'

const cases: [string, string[]][] = [
  [
    'Norway denied that its troops had crossed the border.',
    ['denied: Norway > its troops had crossed the border [asserted]'],
  ],
  [
    'Norway denied that any such meeting had been arranged.',
    ['denied: Norway > meeting [asserted]'],
  ],
  [
    'Norway denied claims that its troops had crossed the border.',
    ['denied: Norway > claims that its troops had crossed the border [asserted]'],
  ],
  ['Norway denied reports of a coup.', ['denied: Norway > reports of a coup [asserted]']],
  ['Norway denied it was planning a merger.', ['denied: Norway > planning a merger [asserted]']],
  [
    'Norway denied that it had sued Kelvar Mining.',
    ['accused: Norway > Kelvar Mining [denied] denied by Norway'],
  ],
  ['Norway denied that it had.', []],
  ['Norway did not deny that its troops had crossed the border.', []],
  [
    'Anna Berg denied taking bribes from a builder.',
    ['denied: Anna Berg > taking bribes from a builder [asserted]'],
  ],
  ['Anna Berg denies murder.', ['denied: Anna Berg > murder [asserted]']],
  ['Anna Berg pleaded not guilty to murder.', ['denied: Anna Berg > murder [asserted]']],
  ['Anna Berg pleaded guilty to murder.', []],
  [
    'A spokesman for Kelvar Mining, Luis Ortega, said that Anna Berg had left the country, and denied reports that the mine was closed.',
    ['denied: Luis Ortega > reports that the mine was closed [asserted]'],
  ],
  [
    'Norway welcomed what Iceland called a truce, but urged Luis Ortega to resign.',
    ['pressured: Norway > Luis Ortega [asserted]'],
  ],
]

describe('denials of what is said', () => {
  it.each([
    ['Anna Berg disputed that account.', 'account', 'that account'],
    [
      'Anna Berg denied that she had passed on the draft.',
      'passed on the draft',
      'she had passed on the draft',
    ],
    [
      'Norway denied reports that it had closed the mine in March.',
      'reports that it had closed the mine in March',
      'reports that it had closed the mine',
    ],
  ])('%s: the thing goes by the words of the text too', (text, name, alias) => {
    expect(readCase(text).entities.find((e) => e.name === name)?.aliases).toContain(alias)
  })

  it.each(cases)('%s', (text, expected) => {
    expect(wordingOf(text)).toEqual(expected)
  })
})
