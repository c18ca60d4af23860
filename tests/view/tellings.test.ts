import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Evidence, type Stance, stances } from '../../lib/schema'
import { listTellings, pickPair } from '../../lib/view/tellings'

const piece = (document: string, stance: Stance, quote: string): Evidence => ({
  document,
  start: 0,
  end: quote.length,
  quote,
  stance,
  attribution: [],
  origin: 'human',
})
const source = (document: string, quotes: [Stance, string][]) => ({
  document,
  stance: quotes[0]![0],
  evidence: quotes.map(([stance, quote]) => piece(document, stance, quote)),
})

describe('sources side by side', () => {
  it('begins with the two that disagree, whichever quotes they are', () => {
    const tellings = listTellings([
      source('d1', [
        ['asserted', 'They met.'],
        ['asserted', 'They met in May.'],
      ]),
      source('d2', [['asserted', 'They met.']]),
      source('d3', [
        ['asserted', 'They met.'],
        ['denied', 'They never met.'],
      ]),
    ])
    const [a, b] = pickPair(tellings)!.map((at) => tellings[at]!)
    expect([a!.stance, b!.stance]).toEqual(['asserted', 'denied'])
    expect([a!.document, b!.document]).toEqual(['d1', 'd3'])
  })

  it('of sources that agree takes the quotes that differ most', () => {
    const tellings = listTellings([
      source('d1', [['asserted', 'They met in May.']]),
      source('d2', [
        ['asserted', 'They met in May.'],
        ['asserted', 'A dinner was held.'],
      ]),
    ])
    expect(pickPair(tellings)).toEqual([0, 2])
  })

  it('is always two sources, none further apart than those it picks', () => {
    const quotes = fc.array(fc.tuple(fc.constantFrom(...stances), fc.constantFrom('a b', 'a c')), {
      minLength: 1,
      maxLength: 3,
    })
    fc.assert(
      fc.property(fc.array(quotes, { maxLength: 4 }), (list) => {
        const tellings = listTellings(list.map((one, i) => source(`d${i}`, one)))
        const pair = pickPair(tellings)
        expect(pair === undefined).toBe(list.length < 2)
        if (!pair) return
        const [a, b] = pair.map((at) => tellings[at]!)
        expect(a!.document).not.toBe(b!.document)
        const isTorn = tellings.some((one) =>
          tellings.some((two) => one.document !== two.document && one.stance !== two.stance),
        )
        expect(a!.stance !== b!.stance).toBe(isTorn)
      }),
    )
  })

  it('is nothing where there is one source', () => {
    expect(pickPair(listTellings([source('d1', [['asserted', 'a']])]))).toBeUndefined()
  })
})
