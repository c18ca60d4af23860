import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quoteContext } from '@/lib/view/quote-context'
import { orderQueue } from '@/lib/view/review-queue'
import { randomCase } from '../query/random-case'
import { exampleCase } from '../store/example-case'

describe('the queue', () => {
  it('holds every relation once, what the view rests on before the rest', () => {
    fc.assert(
      fc.property(randomCase(), fc.nat(), (case_, seed) => {
        const inView = new Set(case_.claims.filter((_, i) => (i + seed) % 3 === 0).map((c) => c.id))
        const queue = orderQueue(case_, inView)
        expect(queue.map(({ claim }) => claim).sort()).toEqual(case_.claims.map((c) => c.id).sort())
        const flags = queue.map((queued) => queued.inView)
        expect(flags).toEqual([...flags].sort((a, b) => Number(b) - Number(a)))
      }),
    )
  })

  it('does not depend on the order the case has', () => {
    fc.assert(
      fc.property(randomCase(), (case_) => {
        const turned = { ...case_, claims: case_.claims.toReversed() }
        expect(orderQueue(turned, new Set())).toEqual(orderQueue(case_, new Set()))
      }),
    )
  })

  it('puts first what is disputed, and says why', () => {
    const case_ = exampleCase()
    const [met, pressed] = case_.claims
    const contested = {
      ...pressed!,
      evidence: pressed!.evidence.map((piece) => ({ ...piece, stance: 'contested' as const })),
    }
    const queue = orderQueue({ ...case_, claims: [met!, contested] }, new Set())
    expect(queue[0]).toMatchObject({ claim: 'pressed', doubts: ['Sources disagree', 'One source'] })
  })

  it('names an end that the quote does not name', () => {
    const case_ = exampleCase()
    const [met] = case_.claims
    const evidence = met!.evidence.map((piece) => ({ ...piece, start: 9, end: 12, quote: 'met' }))
    const queue = orderQueue({ ...case_, claims: [{ ...met!, evidence }] }, new Set())
    expect(queue[0]!.doubts).toEqual([
      'Ada Lind is not named in the quote',
      'Bo Falk is not named in the quote',
      'One source',
    ])
  })
})

describe('the words around a quote', () => {
  const sentence = fc.constantFrom(
    'She left. ',
    'The board met at dawn. ',
    'Nobody said why!\n',
    'A line\n\n',
    'It rained on and on over the harbour and the town behind it. ',
  )

  it('hold the quote, lie in the text and begin and end with words', () => {
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 1, maxLength: 60 }).map((parts) => parts.join('')),
        fc.nat(),
        fc.integer({ min: 1, max: 300 }),
        (text, at, length) => {
          const start = at % text.length
          const end = Math.min(text.length, start + length)
          const around = quoteContext(text, { start, end })
          expect(around.start).toBeLessThanOrEqual(start)
          expect(around.end).toBeGreaterThanOrEqual(end)
          expect(around.start).toBeGreaterThanOrEqual(0)
          expect(around.end).toBeLessThanOrEqual(text.length)
        },
      ),
    )
  })

  it('are the paragraph, and of a long one the sentences next to the quote', () => {
    const short = 'One line.\nBo Falk went home. Nobody saw him.\nAnother line.'
    const quote = { start: short.indexOf('went'), end: short.indexOf('went') + 9 }
    const { start, end } = quoteContext(short, quote)
    expect(short.slice(start, end)).toBe('Bo Falk went home. Nobody saw him.')
    const long = Array.from({ length: 60 }, (_, i) => `Sentence number ${i} is here.`).join(' ')
    const at = long.indexOf('number 30')
    const around = quoteContext(long, { start: at, end: at + 9 })
    expect(long.slice(around.start, around.end)).toBe(
      'Sentence number 29 is here. Sentence number 30 is here. Sentence number 31 is here.',
    )
  })
})
