import { describe, expect, it } from 'vitest'
import { analyze } from '../../lib/language/analyze'

const paragraph =
  'The peace plan was shaped by a Russian paper, officials said. It reached the White House in October.'
const kindOf = (text: string, line: string): { kind: string; reason?: string } => {
  const found = analyze(text).find((s) => text.slice(s.start, s.end) === line)
  return { kind: found?.kind ?? 'absent', reason: found?.reason }
}

describe('lines that are no sentences', () => {
  it('the first line without a final mark is a heading', () => {
    const title = 'Trump Administration’s Ukraine Peace Plan Rooted in Russian Proposal'
    expect(kindOf(`${title}\n${paragraph}`, title)).toEqual({
      kind: 'heading',
      reason: 'first line, without a final mark',
    })
  })

  it('a headline amid the text that shares no word with it is stray', () => {
    const headline = 'Flooding in Southern Thailand Claims 33 Lives'
    expect(kindOf(`${paragraph}\n${headline}\n${paragraph}`, headline)).toEqual({
      kind: 'stray',
      reason: 'a headline that shares no word with the text round it',
    })
  })

  it('a title amid the text that shares words with it is a heading', () => {
    const head = 'How the White House Read the Plan'
    expect(kindOf(`${paragraph}\n${head}\n${paragraph}`, head).kind).toBe('heading')
    expect(kindOf(`${paragraph}\nElection Results\n${paragraph}`, 'Election Results').kind).toBe(
      'heading',
    )
  })

  it('a date on its own line is stray', () => {
    const date = 'Friday, September 9, 2016'
    expect(kindOf(`A title\n\n${date}\n\n${paragraph}`, date)).toEqual({
      kind: 'stray',
      reason: 'a date on a line of its own',
    })
  })

  it('a caption is stray', () => {
    const caption = 'The minister at the talks'
    expect(kindOf(`${paragraph}\n${caption}\n${paragraph}`, caption).kind).toBe('stray')
  })

  it('a caption run into its paragraph is cut off and set apart', () => {
    const text = 'Elizabeth Quat In the eastern district, the party won two seats.'
    expect(kindOf(text, 'Elizabeth Quat')).toEqual({
      kind: 'stray',
      reason: 'a caption run into the next sentence',
    })
    expect(kindOf(text, 'In the eastern district, the party won two seats.').kind).toBe('sentence')
  })

  it('a sentence stays one, even the first, and nothing is dropped', () => {
    const text = `${paragraph}\n${paragraph}`
    expect(analyze(text).map((s) => s.kind)).toEqual(Array(4).fill('sentence'))
    const long =
      'the plan that was shown to officials in the capital has not been signed by anyone yet'
    expect(kindOf(`${paragraph}\n${long}`, long).kind).toBe('sentence')
  })
})
