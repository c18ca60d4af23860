import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildGraph } from '@/lib/graph/build'
import { findPaths, type PathQuestion } from '@/lib/query/paths'
import type { Case, Claim, Evidence } from '@/lib/schema'
import { brutePaths } from './brute-paths'
import { randomCase, relations } from './random-case'
import { articlesPath, hasArticles, readCase } from './real-cases'

const question: fc.Arbitrary<PathQuestion> = fc.record(
  {
    from: fc.constant('e0'),
    to: fc.constant('e1'),
    mode: fc.constantFrom('connected' as const, 'travelled' as const),
    anyOrder: fc.boolean(),
    maxHops: fc.integer({ min: 1, max: 6 }),
    limit: fc.integer({ min: 1, max: 12 }),
    longestGap: fc.constantFrom(0, 5, 40, 400),
    filter: fc.record(
      {
        relations: fc.subarray(relations, { minLength: 4 }),
        sources: fc.subarray(['d0', 'd1', 'd2', 'd3'], { minLength: 2 }),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['from', 'to', 'mode'] },
)

describe('findPaths', () => {
  it('gives the same paths in the same order as trying everything', () => {
    fc.assert(
      fc.property(randomCase({ entities: 6, claims: 16 }), question, (case_, asked) => {
        const { paths, exhausted } = findPaths(buildGraph(case_), asked)
        expect(exhausted).toBe(false)
        expect(
          paths.map((path) => ({
            nodes: path.nodes,
            claims: path.hops.map((hop) => hop.claims.map((claim) => claim.id)),
            weakest: path.hops[path.weakest]!.sources,
            span: path.span ?? Number.MAX_SAFE_INTEGER,
          })),
        ).toEqual(brutePaths(case_, asked))
      }),
      { numRuns: 400 },
    )
  })

  it('passes what it must and avoids what it may not', () => {
    const between = randomCase({ entities: 6, claims: 20 }).filter((c) => c.entities.length > 3)
    fc.assert(
      fc.property(between, question, fc.boolean(), (case_, asked, both) => {
        const limits = { ...asked, via: ['e2'], ...(both && { avoid: ['e3'] }) }
        const { paths } = findPaths(buildGraph(case_), limits)
        expect(paths.map((path) => path.nodes)).toEqual(
          brutePaths(case_, limits).map((path) => path.nodes),
        )
      }),
    )
  })

  it('marks what runs the other way and what has no date', () => {
    fc.assert(
      fc.property(randomCase({ claims: 16 }), (case_) => {
        const { paths } = findPaths(buildGraph(case_), { from: 'e0', to: 'e1', mode: 'connected' })
        for (const hop of paths.flatMap((path) => path.hops)) {
          const along = hop.claims.some((c) => c.from === hop.from || c.relation === 'met')
          expect(hop.against ?? false).toBe(!along)
          const words = hop.claims.flatMap((c) => c.evidence.map((piece) => piece.when))
          expect(hop.undated ?? false).toBe(words.every((when) => !when || when === 'soon'))
        }
      }),
    )
  })

  it('suggests only changes that give what they promise', () => {
    fc.assert(
      fc.property(randomCase({ claims: 10 }), question, (case_, asked) => {
        const graph = buildGraph(case_)
        const { paths, relax } = findPaths(graph, { ...asked, maxHops: 1 })
        if (paths.length > 0) expect(relax).toEqual([])
        for (const change of relax) {
          const then = findPaths(graph, change.question).paths.length
          expect(then).toBe(change.paths)
          expect(then).toBeGreaterThan(0)
        }
        const open = { from: 'e0', to: 'e1', mode: 'connected' as const, maxHops: 12 }
        if (paths.length + relax.length === 0) expect(findPaths(graph, open).paths).toEqual([])
      }),
    )
  })

  it('says when its budget ran out', () => {
    const ends = ['e0', 'e1', 'e2', 'e3', 'e4', 'e5']
    const [base] = fc.sample(randomCase({ claims: 1 }), { numRuns: 1, seed: 1 })
    const case_: Case = {
      ...base!,
      entities: ends.map((id) => ({ id, kind: 'person', name: id, aliases: [] })),
      claims: ends.flatMap((from, i) =>
        ends.slice(i + 1).map((to): Claim => {
          const place = { document: 'd0', start: 0, end: 4, quote: 'd0w0' }
          const piece: Evidence = { ...place, stance: 'asserted', attribution: [], origin: 'human' }
          const id = `${from}-${to}`
          return { id, relation: 'met', from, to, evidence: [piece], review: 'open' }
        }),
      ),
    }
    const asked = { from: 'e0', to: 'e1', mode: 'connected' as const, limit: 100 }
    expect(findPaths(buildGraph(case_), { ...asked, budget: 3 }).exhausted).toBe(true)
    const all = findPaths(buildGraph(case_), asked)
    expect(all.exhausted).toBe(false)
    // One direct, and 4!/(4-k)! by way of k others.
    expect(all.paths).toHaveLength(1 + 4 + 12 + 24 + 24)
  })

  it('gives up a path as soon as a gap in it is too long', () => {
    const [base] = fc.sample(randomCase({ claims: 1 }), { numRuns: 1, seed: 1 })
    const people = Array.from({ length: 40 }, (_, i) => `p${i}`)
    const meet = (from: string, to: string, when: string): Claim => {
      const place = { document: 'd0', start: 0, end: 4, quote: 'd0w0' }
      const said = { stance: 'asserted', origin: 'human', when } as const
      const piece: Evidence = { ...place, ...said, attribution: [] }
      return { id: `${from}-${to}`, relation: 'met', from, to, evidence: [piece], review: 'open' }
    }
    // Forty pairs of meetings half a year apart, each of the first with all of the second.
    const case_: Case = {
      ...base!,
      entities: ['e0', 'e1', ...people, ...people.map((id) => `${id}b`)].map((id) => ({
        id,
        kind: 'person',
        name: id,
        aliases: [],
      })),
      claims: [
        ...people.map((id) => meet('e0', id, '1 March 2024')),
        ...people.flatMap((id) => people.map((other) => meet(id, `${other}b`, '1 September 2024'))),
        ...people.map((id) => meet(`${id}b`, 'e1', '2 September 2024')),
      ],
    }
    const asked = { from: 'e0', to: 'e1', mode: 'connected' as const, maxHops: 3, budget: 8000 }
    const graph = buildGraph(case_)
    const near = findPaths(graph, { ...asked, longestGap: 30 })
    expect(near).toMatchObject({ paths: [], exhausted: false })
    expect(near.relax.map(({ change }) => change)).toContain('with gaps of any length')
    expect(findPaths(graph, { ...asked, longestGap: 200 }).paths).toHaveLength(10)
  })

  it('refuses a question that cannot be', () => {
    const graph = buildGraph(fc.sample(randomCase(), 1)[0]!)
    const ask = (part: Partial<PathQuestion>) => () =>
      findPaths(graph, { from: 'e0', to: 'e1', mode: 'connected', ...part })
    expect(ask({ to: 'e0' })).toThrow('two different')
    expect(ask({ to: 'nobody' })).toThrow('nobody')
    expect(ask({ maxHops: 0 })).toThrow('1 to 12')
    expect(ask({ avoid: ['e1'] })).toThrow('e1')
  })

  it.skipIf(!hasArticles)(
    'leads from Moscow’s paper to the plan, and from Kushner to Dmitriev by Miami',
    () => {
      const graph = buildGraph(readCase(articlesPath))
      const ask = (from: string, to: string) =>
        findPaths(graph, { from, to, mode: 'travelled' }).paths
      expect(ask('russia', '28-point-plan')[0]!.nodes).toEqual([
        'russia',
        'russian-non-paper',
        '28-point-plan',
      ])
      expect(ask('jared-kushner', 'kirill-dmitriev')[0]!.nodes).toEqual([
        'jared-kushner',
        'miami-meeting',
        'kirill-dmitriev',
      ])
      const none = findPaths(graph, { from: 'axios', to: 'russia', mode: 'travelled' })
      expect(none.paths).toEqual([])
      expect(none.relax.map((change) => change.change)).toEqual([
        'without regard to direction and time',
      ])
    },
  )
})
