import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildGraph } from '@/lib/graph/build'
import { relationType } from '@/lib/ontology'
import { narrower } from '@/lib/query/filter'
import { countChoices, type NeighbourOptions, neighbours } from '@/lib/query/neighbours'
import { type Case, entityKinds, stances } from '@/lib/schema'
import { randomCase, relations } from './random-case'
import { articlesPath, hasArticles, readCase } from './real-cases'

/** Distances by relaxing every claim until nothing changes: slow and plain. */
function bruteForce(case_: Case, id: string, options: NeighbourOptions): Map<string, number> {
  const { depth = 1, direction = 'any', filter = {} } = options
  const { kinds, ...rest } = filter
  const test = narrower(rest, case_)
  const kindOf = (other: string) => case_.entities.find((entity) => entity.id === other)!.kind
  const allowed = (other: string) => other === id || !kinds || kinds.includes(kindOf(other))
  const distances = new Map([[id, 0]])
  for (let round = 0; round < case_.entities.length; round++) {
    for (const claim of case_.claims) {
      if (claim.review === 'rejected' || claim.to === null || !test(claim)) continue
      const both = direction === 'any' || relationType(claim.relation).symmetric
      const ways: [string, string][] = []
      if (both || direction === 'out') ways.push([claim.from, claim.to])
      if (both || direction === 'in') ways.push([claim.to, claim.from])
      for (const [from, to] of ways) {
        const far = (distances.get(from) ?? Number.POSITIVE_INFINITY) + 1
        if (allowed(from) && allowed(to) && far < (distances.get(to) ?? depth + 1)) {
          distances.set(to, far)
        }
      }
    }
  }
  distances.delete(id)
  return distances
}

const anyOptions = fc.record({
  depth: fc.integer({ min: 1, max: 3 }),
  direction: fc.constantFrom('in' as const, 'out' as const, 'any' as const),
  filter: fc.record(
    {
      kinds: fc.subarray([...entityKinds], { minLength: 3 }),
      relations: fc.subarray(relations, { minLength: 2 }),
      stances: fc.subarray([...stances], { minLength: 2 }),
      sources: fc.subarray(['d0', 'd1', 'd2', 'd3'], { minLength: 1 }),
      since: fc.constantFrom('2024-02-15', '2024-03-03'),
      dated: fc.boolean(),
    },
    { requiredKeys: [] },
  ),
})

describe('neighbours', () => {
  it('are those a plain search finds, each at its distance, with every claim that leads there', () => {
    fc.assert(
      fc.property(randomCase({ claims: 20 }), anyOptions, (case_, options) => {
        const found = neighbours(buildGraph(case_), 'e0', options)
        const expected = bruteForce(case_, 'e0', options)
        expect(new Map(found.layers.map((layer) => [layer.id, layer.distance]))).toEqual(expected)
        expect(found.omitted).toBe(0)
        const distances = new Map([...expected, ['e0', 0]])
        const test = narrower({ ...options.filter, kinds: undefined }, case_)
        for (const { id, distance, claims } of found.layers) {
          expect(new Set(claims.map((claim) => claim.id)).size).toBe(claims.length)
          for (const claim of claims) {
            const other = claim.from === id ? claim.to! : claim.from
            expect([claim.from, claim.to]).toContain(id)
            expect(distances.get(other)).toBe(distance - 1)
            expect(claim).toEqual(test(case_.claims.find((whole) => whole.id === claim.id)!))
          }
        }
      }),
    )
  })

  it('counts before choosing what choosing then gives', () => {
    fc.assert(
      fc.property(randomCase({ claims: 16 }), anyOptions, (case_, options) => {
        const graph = buildGraph(case_)
        const choices = countChoices(graph, 'e0', options)
        const size = (change: NeighbourOptions) =>
          neighbours(graph, 'e0', { ...options, ...change }).layers.length
        for (const { id, neighbours: count } of choices.relations) {
          expect(size({ filter: { ...options.filter, relations: [id] } })).toBe(count)
        }
        for (const { id, neighbours: count } of choices.sources) {
          expect(size({ filter: { ...options.filter, sources: [id] } })).toBe(count)
        }
        for (const kind of entityKinds) {
          const count = choices.kinds.find((choice) => choice.id === kind)?.neighbours ?? 0
          expect(size({ filter: { ...options.filter, kinds: [kind] } })).toBe(count)
        }
        for (const { id, neighbours: count } of choices.depth) {
          expect(size({ depth: Number(id) })).toBe(count)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('says how many the cap left out, and keeps the nearest', () => {
    fc.assert(
      fc.property(randomCase({ claims: 20 }), fc.integer({ min: 0, max: 4 }), (case_, limit) => {
        const graph = buildGraph(case_)
        const all = neighbours(graph, 'e0', { depth: 3 })
        const some = neighbours(graph, 'e0', { depth: 3, limit })
        expect(some.layers).toEqual(all.layers.slice(0, limit))
        expect(some.omitted).toBe(Math.max(0, all.layers.length - limit))
      }),
    )
  })

  it('names an entity it does not know and a depth that cannot be', () => {
    const graph = buildGraph({ ...fc.sample(randomCase(), 1)[0]! })
    expect(() => neighbours(graph, 'nobody')).toThrow('nobody')
    expect(() => neighbours(graph, 'e0', { depth: 4 })).toThrow('depth is 4')
  })

  it.skipIf(!hasArticles)('of Steve Witkoff are those of the file', () => {
    const graph = buildGraph(readCase(articlesPath))
    const found = neighbours(graph, 'steve-witkoff').layers
    expect(found.map(({ id, claims }) => [id, claims.map((claim) => claim.relation)])).toEqual([
      ['donald-trump', ['directed']],
      ['miami-meeting', ['participated']],
      ['united-states', ['holds_role']],
      ['vladimir-putin', ['met']],
      ['yuri-ushakov', ['advised']],
    ])
    const advice = found.at(-1)!.claims[0]!
    expect(advice.evidence.map((piece) => piece.attribution)).toEqual([
      ['Bloomberg'],
      ['Bloomberg'],
    ])
    const people = neighbours(graph, 'miami-meeting', { filter: { kinds: ['person'] } })
    expect(people.layers.map((layer) => layer.id).sort()).toEqual([
      'jared-kushner',
      'kirill-dmitriev',
      'steve-witkoff',
    ])
  })
})
