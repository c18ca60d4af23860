/** The questions of lib/query, with the answers they have in memory. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { buildGraph } from '@/lib/graph/build'
import type { ClaimFilter } from '@/lib/query/filter'
import { findEntity } from '@/lib/query/find-entity'
import { type LineageOptions, traceLineage } from '@/lib/query/lineage'
import { neighbours } from '@/lib/query/neighbours'
import { findPaths, type PathQuestion } from '@/lib/query/paths'
import { type Reach, reachOf } from '@/lib/query/reach'
import { randomCase } from '../query/random-case'
import { readCase, samplePath } from '../query/real-cases'
import { exampleCase } from './example-case'
import type { Given } from './given'

export function describeQuestions(given: Given): void {
  it('knows who is one step from whom as a graph in memory does', async () => {
    await fc.assert(
      fc.asyncProperty(randomCase(), direction, since, async (case_, direction, since) => {
        await given.store.saveCase(case_)
        const ids = case_.entities.map(({ id }) => id)
        const stored = await given.store.neighbours(case_.id, ids, direction, since)
        const reach = reachOf(buildGraph(case_))
        for (const id of ids) {
          expect(
            stored
              .filter(({ from }) => from === id)
              .map(({ to, claim, along }) => [to, claim, along]),
          ).toEqual(
            reach
              .neighbours(id, direction, since)
              .map(({ to, claim, along }) => [to, claim.id, along]),
          )
        }
      }),
      { numRuns: 25 },
    )
  })

  it('answers who is around, paths and lineages as a graph in memory does', async () => {
    const filter = fc.constantFrom<ClaimFilter>(
      {},
      { kinds: ['person', 'paper', 'event'] },
      { stances: ['asserted', 'hedged'], until: '2024-12-31' },
      { sources: ['d0', 'd3'] },
      { since: '2024-03-15' },
      { since: '2024-03-15', sources: ['d1', 'd2', 'd3'] },
      { relations: ['met', 'shaped', 'presented'], dated: true },
    )
    const questions = fc.record({
      direction,
      depth: fc.integer({ min: 1, max: 3 }),
      mode: fc.constantFrom('connected' as const, 'travelled' as const),
      maxHops: fc.integer({ min: 1, max: 6 }),
      limits: fc.constantFrom<Partial<PathQuestion>>(
        {},
        { via: ['e1'] },
        { avoid: ['e1'] },
        { longestGap: 10 },
        { anyOrder: true },
      ),
      lineage: fc.constantFrom<LineageOptions>(
        {},
        { without: ['Reuters'] },
        { without: ['d0'] },
        { until: '2024-03-31' },
        { direction: 'upstream', open: 'all' },
      ),
      filter,
    })
    // In the thin ones ways are long, and may be longer than asked for.
    const cases = fc.oneof(
      randomCase({ entities: 9, claims: 24 }),
      randomCase({ entities: 12, claims: 14 }),
    )
    await fc.assert(
      fc.asyncProperty(
        cases,
        questions,
        async (case_, { mode, maxHops, limits, lineage, ...around }) => {
          await given.store.saveCase(case_)
          const graph = buildGraph(case_)
          const [from, to] = case_.entities.map(({ id }) => id) as [string, string]
          const stored = await given.store.askNeighbours(case_.id, from, around)
          expect(stored.answer).toEqual(neighbours(graph, from, around))
          const question = { from, to, mode, maxHops, filter: around.filter, ...limits }
          const isTorn = [from, to].some((id) => limits.avoid?.includes(id))
          if (!isTorn) {
            const paths = await given.store.askPaths(case_.id, question)
            expect(paths.answer).toEqual(findPaths(graph, question))
          }
          const traced = await given.store.askLineage(case_.id, to, lineage)
          expect(traced.answer).toEqual(traceLineage(graph, to, lineage))
        },
      ),
      { numRuns: 40 },
    )
  })

  it('finds a way through more than it looks at, and says that there may be others', async () => {
    const base = exampleCase()
    const [met] = base.claims
    const end = (id: string) => ({ id, kind: 'person' as const, name: id, aliases: [] })
    const tie = (from: string, to: string, i = 0) => ({
      ...met!,
      id: `${from}-${to}-${i}`,
      from,
      to,
    })
    // A crowded room lies between the ends.
    const others = Array.from({ length: 100 }, (_, i) => `other ${i}`)
    const crowd = others.flatMap((id) => Array.from({ length: 201 }, (_, i) => tie('room', id, i)))
    const claims = [tie('guest', 'room'), tie('room', 'hall'), tie('hall', 'host'), ...crowd]
    const entities = ['guest', 'room', 'hall', 'host', ...others].map(end)
    await given.store.saveCase({ ...base, entities, mentions: [], claims })
    const far = { from: 'guest', to: 'host', mode: 'connected' as const, limit: 1 }
    const { answer } = await given.store.askPaths(base.id, far)
    expect(answer.paths[0]!.nodes).toEqual(['guest', 'room', 'hall', 'host'])
    expect(answer.exhausted).toBe(true)
  })

  it('tells every lineage of the sample as a graph in memory does', async () => {
    const case_ = readCase(samplePath)
    await given.store.saveCase(case_)
    const graph = buildGraph(case_)
    for (const { id, kind } of case_.entities) {
      if (kind !== 'paper' && kind !== 'event') continue
      const { answer, cut } = await given.store.askLineage(case_.id, id)
      expect(answer).toEqual(traceLineage(graph, id))
      expect(cut).toBeUndefined()
    }
  })

  it('answers of entities that are not there as a graph in memory does', async () => {
    await given.store.saveCase(exampleCase())
    const question = { from: 'ada-lind', to: 'nobody', mode: 'connected' as const }
    const missing = { code: 'not_found', message: expect.stringContaining('nobody') }
    await expect(given.store.askNeighbours('harbour-letter', 'nobody')).rejects.toMatchObject(
      missing,
    )
    await expect(given.store.askPaths('harbour-letter', question)).rejects.toMatchObject(missing)
    await expect(given.store.askLineage('harbour-letter', 'nobody')).rejects.toMatchObject(missing)
    await expect(given.store.askLineage('nowhere', 'ada-lind')).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('finds the entity that is named outright as a case in memory does', async () => {
    const twin = { id: 'lind-board', kind: 'organization' as const, name: 'Falk', aliases: [] }
    const case_ = exampleCase({ entities: [...exampleCase().entities, twin, { ...twin, id: 'b' }] })
    await given.store.saveCase(case_)
    const find = (name: string) => given.store.findEntity(case_.id, name)
    for (const name of ['ada-lind', 'ada LIND', 'Lind', 'bo falk']) {
      expect(await find(name)).toEqual(findEntity(case_, name))
    }
    for (const name of ['falk', 'Bo Falck', 'quite another']) {
      const message = attempt(() => findEntity(case_, name))
      await expect(find(name)).rejects.toThrow(message)
    }
    await expect(given.store.findEntity('nowhere', 'Lind')).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('connects two entities by as few hops as a graph in memory does, or says there is no way', async () => {
    await fc.assert(
      fc.asyncProperty(randomCase({ entities: 9, claims: 10 }), async (case_) => {
        await given.store.saveCase(case_)
        const reach = reachOf(buildGraph(case_))
        const [first, ...others] = case_.entities.map(({ id }) => id)
        const distances = distancesFrom(reach, first!)
        for (const other of others) {
          const { nodes, exhausted } = await given.store.connect(case_.id, first!, other)
          expect(exhausted).toBe(false)
          expect(nodes && nodes.length - 1).toBe(distances.get(other))
          for (const [i, id] of (nodes ?? []).slice(1).entries()) {
            const steps = reach.neighbours(nodes![i]!, 'any')
            expect(steps.some(({ to }) => to === id)).toBe(true)
          }
        }
      }),
      { numRuns: 15 },
    )
  })
}

const direction = fc.constantFrom('in' as const, 'out' as const, 'any' as const)
const since = fc.constantFrom(undefined, '2024-03-04', '2024-04-02', '2025-02-01')

function attempt(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    return (error as Error).message
  }
  throw new Error('It did not fail.')
}

function distancesFrom(reach: Reach, id: string): Map<string, number> {
  const distances = new Map([[id, 0]])
  for (const [here, distance] of distances) {
    for (const { to } of reach.neighbours(here, 'any')) {
      if (!distances.has(to)) distances.set(to, distance + 1)
    }
  }
  return distances
}
