import { describe, expect, it } from 'vitest'
import { analyze } from '../../lib/language/analyze'

const words = (text: string): string[] => analyze(text).flatMap((s) => s.tokens.map((t) => t.text))
const sentences = (text: string): string[] => analyze(text).map((s) => text.slice(s.start, s.end))

describe('tokens', () => {
  it.each([
    ['Trump’s plan', ['Trump', '’s', 'plan']],
    ['Russia‘s conditions', ['Russia', '‘s', 'conditions']],
    ["They don't, won’t and cannot", ['They', 'do', "n't", ',', 'wo', 'n’t', 'and', 'can', 'not']],
    ['senators’ vote', ['senators', '’', 'vote']],
    ['O’Brien said', ['O’Brien', 'said']],
    ['a 28-point plan', ['a', '28', '-', 'point', 'plan']],
    ['a “non-paper,” he', ['a', '“', 'non-paper', ',', '”', 'he']],
    ['Ukraine—terms', ['Ukraine', '—', 'terms']],
    ['$1.5bn, 58% and 84,121 votes', ['$', '1.5', 'bn', ',', '58', '%', 'and', '84,121', 'votes']],
    ['at 10:30 a.m. on the 3rd', ['at', '10:30', 'a.m.', 'on', 'the', '3rd']],
    ['(https://news.example.com/a-b?c=1).', ['(', 'https://news.example.com/a-b?c=1', ')', '.']],
    ['write to a.b@example.org, or', ['write', 'to', 'a.b@example.org', ',', 'or']],
    ['and/or', ['and', '/', 'or']],
    ['U.S. officials', ['U.S.', 'officials']],
    ['Wait... what?!', ['Wait', '...', 'what', '?!']],
  ])('of %j follow the treebanks', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })
})

describe('broken spacing is repaired as boundaries, never in the text', () => {
  it('a full stop without a space after it', () => {
    expect(sentences('Three sources knew of the matter.This paper was first.')).toEqual([
      'Three sources knew of the matter.',
      'This paper was first.',
    ])
  })
  it('a comma without a space after it', () => {
    expect(words('Jared Kushner,Steve Witkoff,and Kirill')).toEqual([
      'Jared',
      'Kushner',
      ',',
      'Steve',
      'Witkoff',
      ',',
      'and',
      'Kirill',
    ])
    expect(words('officials,including one')).toEqual(['officials', ',', 'including', 'one'])
  })
  it('an abbreviation run into the next word', () => {
    expect(sentences('The origins of the U.S.reliance on it remain unclear.')).toHaveLength(1)
    expect(words('the U.S.reliance on')).toEqual(['the', 'U.S.', 'reliance', 'on'])
  })
  it('a sentence that opens in lower case', () => {
    expect(sentences('He heads a wealth fund. according to two sources, he left.')).toEqual([
      'He heads a wealth fund.',
      'according to two sources, he left.',
    ])
  })
  it('a full stop with both: “plan” that later expanded.The plan', () => {
    expect(sentences('a “20-point plan” that later expanded.The plan was new.')).toHaveLength(2)
  })
})

describe('sentence ends', () => {
  it.each([
    ['Gen. Smith met U.S. officials in Washington, D.C. on Monday.', 1],
    ['It was No. 10 that said so.', 1],
    ['J. D. Vance and George W. Bush spoke.', 1],
    ['It left the U.S. The plan stayed.', 2],
    ['“We agree.” He left.', 2],
    ['“Why?” he asked.', 1],
    ['One line\nanother line', 2],
    ['Is it so? Yes! Good.', 3],
    ['The firm, Acme Inc., grew 2.5 percent.', 1],
    ['He left at 5 p.m. on Friday.', 1],
    ['1. The first point is this.', 1],
    ['He left. [17] Later he came back.', 2],
    ['Lt. Gen. Smith is in St. Petersburg. He stays.', 2],
    ['Michael Tien of the party In the east, he won.', 2],
  ])('in %j', (text, count) => {
    expect(sentences(text)).toHaveLength(count)
  })
})
