import { describe, expect, it } from 'vitest'
import { changeWords } from '@/lib/query/change-words'
import { listOrderWords } from '@/lib/query/order-words'
import { sentenceAt, sentenceBefore } from '@/lib/query/sentence-around'
import type { Document } from '@/lib/schema'

const read = (text: string) =>
  listOrderWords(text, () => ({ start: 0, end: text.length })).map(
    ({ order, start, end, other }) => [
      order,
      text.slice(start, end),
      other && text.slice(other.start, other.end).trim(),
    ],
  )

describe('words of order', () => {
  it.each([
    ['Officials met ahead of the summit.', 'before', 'ahead of', 'the summit.'],
    ['The paper was shown in advance of the talks.', 'before', 'in advance of', 'the talks.'],
    ['They spoke in the lead-up to the vote.', 'before', 'in the lead-up to', 'the vote.'],
    ['The call was followed by a meeting in Oslo.', 'before', 'followed by', 'a meeting in Oslo.'],
    ['The vote was preceded by a dinner.', 'after', 'preceded by', 'a dinner.'],
  ])('%s', (text, order, words, other) => {
    expect(read(text)).toEqual([[order, words, other]])
  })

  it.each([
    'They spoke during the summit.',
    'Officials met while the talks went on.',
    'The plan was shown amid the talks.',
    'They met on the sidelines of the summit.',
  ])('puts nothing in order that is at the same time: %s', (text) => {
    expect(read(text)).toEqual([])
  })
})

describe('sentences', () => {
  it('are walked back one by one, over spaces and line ends', () => {
    const text = 'One is here. Two follows.\n\nThree ends it.'
    const document = { text } as Document
    const starts = [sentenceAt(document, text.length - 1).start]
    while (starts[0]! > 0) starts.unshift(sentenceBefore(document, starts[0]!))
    expect(starts.map((start) => text.slice(start, start + 3))).toEqual(['One', 'Two', 'Thr'])
  })
})

describe('what was changed', () => {
  it.each([
    ['It said that nine points were removed during talks.', 'nine points were removed'],
    ['Nine points fell away while they talked.', 'Nine points fell away'],
    [
      'Talks led officials to cut or soften the harshest clauses.',
      'cut or soften the harshest clauses',
    ],
    ['Officials met in Geneva.', undefined],
    ['Officials revised the plan.', undefined],
  ])('%s', (quote, words) => expect(changeWords(quote)).toBe(words))
})
