import { describe, expect, it } from 'vitest'
import { wordingOf } from './claims-of'

const cases: [string, string[]][] = [
  ['Kelvar Mining was not available for comment.', ['declined_comment: Kelvar Mining [asserted]']],
  [
    'Kelvar Mining has not commented on the claims.',
    ['declined_comment: Kelvar Mining [asserted]'],
  ],
  ['Kelvar Mining has yet to comment.', ['declined_comment: Kelvar Mining [asserted]']],
  ['Kelvar Mining made no comment.', ['declined_comment: Kelvar Mining [asserted]']],
  [
    'Kelvar Mining said it would not comment on rumours.',
    ['declined_comment: Kelvar Mining [asserted]'],
  ],
  ['Kelvar Mining remained silent on the matter.', ['declined_comment: Kelvar Mining [asserted]']],
  ['Anna Berg refused to answer questions.', ['declined_comment: Anna Berg [asserted]']],
  ['Anna Berg would not be drawn on the matter.', ['declined_comment: Anna Berg [asserted]']],
  ['Anna Berg has yet to sign the treaty.', []],
  ['Norway has not made a decision.', []],
  ['The mine was silent.', []],
]

describe('who does not answer', () => {
  it.each(cases)('%s', (text, expected) => {
    expect(wordingOf(text)).toEqual(expected)
  })
})
