import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildGraph } from '@/lib/graph/build'
import { claimStance } from '@/lib/graph/stance'
import { withoutSources } from '@/lib/graph/without'
import { relationType } from '@/lib/ontology'
import { traceLineage } from '@/lib/query/lineage'
import type { Case } from '@/lib/schema'
import { randomCase } from './random-case'
import { articlesPath, hasArticles, readCase, samplePath } from './real-cases'

const trace = (case_: Case, id: string, options = {}) =>
  traceLineage(buildGraph(case_), id, options)

/** The plan's story, by what each step is and who acted in it. */
function expectPlan(case_: Case) {
  const { steps, conflicts } = trace(case_, '28-point-plan')
  expect(steps.map(({ spine, phase, role }) => [spine, phase, role])).toEqual([
    ['russian-non-paper', 'made', 'upstream'],
    ['russian-non-paper', 'presented', 'upstream'],
    ['miami-meeting', 'held', 'upstream'],
    ['20-point-plan', 'made', 'upstream'],
    ['28-point-plan', 'made', 'target'],
    ['28-point-plan', 'revised', 'downstream'],
    ['28-point-plan', 'revised', 'downstream'],
    ['revised-framework', 'made', 'downstream'],
  ])
  const [paper, shown, miami, , plan, nine, geneva, framework] = steps
  expect(paper!.actors).toEqual(['russia', 'reuters'])
  expect(shown!.when).toContain('mid-October')
  expect([...miami!.actors].sort()).toEqual(['jared-kushner', 'kirill-dmitriev', 'steve-witkoff'])
  expect(plan!.actors).toContain('axios')
  expect(nine!.actors).toEqual(['senior-us-officials', 'ukrainian-officials'])
  expect(geneva!.claims[0]!.evidence[0]!.where).toBe('Geneva')
  expect(framework!.actors).toEqual(['ukrainian-officials'])
  expect(steps.map((step) => step.rank)).toEqual([0, 1, 1, 1, 2, 3, 4, 5])
  expect(conflicts).toEqual([])
}

describe('traceLineage', () => {
  it.skipIf(!hasArticles)('tells the plan of the articles in order', () => {
    expectPlan(readCase(articlesPath))
  })

  it('tells the plan of the sample in order, and reads its days', () => {
    const case_ = readCase(samplePath)
    expectPlan(case_)
    const times = new Map(trace(case_, '28-point-plan').steps.map((step) => [step.id, step.time]))
    expect(times.get('russian-non-paper:presented')).toMatchObject({
      start: '2025-10-11',
      end: '2025-10-20',
    })
    expect(times.get('28-point-plan:revised:1')?.start).toBeUndefined()
  })

  it('tells of a hub what is told most often, and how much is left out', () => {
    const case_ = readCase(samplePath)
    const plan = '28-point-plan'
    const [piece] = case_.claims.find(({ to }) => to === plan)!.evidence
    const people = Array.from({ length: 260 }, (_, i) => `someone-${i}`)
    const hub: Case = {
      ...case_,
      entities: [
        ...case_.entities,
        ...people.map((id) => ({ id, kind: 'person' as const, name: id, aliases: [] })),
      ],
      claims: [
        ...people.map((from) => ({
          id: `backed-by-${from}`,
          relation: 'backed',
          from,
          to: plan,
          evidence: [piece!],
          review: 'open' as const,
        })),
        ...case_.claims,
      ],
    }
    const deeds = hub.claims.filter(
      ({ from, to, relation }) =>
        (from === plan || to === plan) &&
        !['shaped', 'described'].includes(relation) &&
        relationType(relation).influence !== 'none',
    )
    const { steps } = trace(hub, plan)
    const [target] = steps.filter(({ role }) => role === 'target')
    const published = hub.claims.filter(
      ({ to, relation }) => to === plan && relation === 'published',
    )
    expect(target!.untold).toBe(deeds.length + published.length - 200)
    expect(target!.actors).toContain('axios')
    expect(trace(case_, plan).steps.every(({ untold }) => untold === undefined)).toBe(true)
  })

  it.skipIf(!hasArticles)('says in plain words what is order and what is influence', () => {
    const { steps, weakest } = trace(readCase(articlesPath), '28-point-plan')
    const told = (id: string) => steps.find((step) => step.id === id)!
    expect(told('russian-non-paper:presented').sentence).toMatch(
      /^After the Trump–Zelenskyy meeting, the Russian non-paper was presented to senior US officials \(“mid-October”\)/,
    )
    expect(told('miami-meeting:held').sentence).toContain('it shaped the 28-point plan')
    expect(told('20-point-plan:made').sentence).toMatch(/may have shaped .* according to Bloomberg/)
    expect(told('20-point-plan:made').doubts).toEqual(['hedged'])
    expect(told('28-point-plan:made').sentence).toContain('Axios published the 28-point plan')
    expect(told('28-point-plan:revised:1').quote!.evidence.quote).toContain('nine points')
    expect(told('28-point-plan:revised:1').sentence).toContain('“nine points were removed”')
    expect(told('28-point-plan:revised:2').sentence).toMatch(/^Later, .*Geneva\)/)
    expect(told('revised-framework:made').sentence).toContain(
      'Ukrainian officials backed it (“Tuesday”), by their own account',
    )
    expect(weakest).toBe('20-point-plan:made')
    // what is only an order is never told as a cause
    for (const { sentence } of steps) expect(sentence).not.toMatch(/because|led to|caused/)
  })

  it('keeps branches apart until they meet in the target', () => {
    const { steps } = trace(readCase(samplePath), '28-point-plan')
    const branches = new Map(steps.map(({ spine, branch }) => [spine, branch]))
    expect(branches.get('28-point-plan')).toBe(0)
    expect(new Set(branches.values()).size).toBe(5)
  })

  it('folds what is told together, and opens it again', () => {
    const case_ = readCase(samplePath)
    const claimIds = (options: object) =>
      trace(case_, '28-point-plan', options)
        .claims.map(({ id }) => id)
        .sort()
    const folded = trace(case_, '28-point-plan')
    const plan = folded.steps.find(({ id }) => id === '28-point-plan:made')!
    expect(plan.parts.map(({ phase }) => phase)).toEqual(['made', 'published', 'backed'])
    const open = trace(case_, '28-point-plan', { open: ['28-point-plan'] })
    expect(open.steps.find(({ id }) => id === '28-point-plan:published')!.partOf).toBe(
      '28-point-plan:made',
    )
    expect(open.steps).toHaveLength(folded.steps.length + 2)
    const closed = trace(case_, '28-point-plan', { closed: ['28-point-plan'] })
    expect(closed.steps.filter(({ spine }) => spine === '28-point-plan')).toHaveLength(1)
    expect(claimIds({ open: 'all' })).toEqual(claimIds({}))
    expect(claimIds({ closed: ['28-point-plan', 'russian-non-paper'] })).toEqual(claimIds({}))
  })

  it('follows one direction only when asked', () => {
    const roles = (direction: 'upstream' | 'downstream') =>
      new Set(
        trace(readCase(samplePath), '28-point-plan', { direction }).steps.map(({ role }) => role),
      )
    expect(roles('upstream').has('upstream')).toBe(true)
    expect([...roles('downstream')].sort()).toEqual(['downstream', 'target'])
  })

  it('tells of an organization what it did and what was done to it', () => {
    const { steps } = trace(readCase(samplePath), 'senior-us-officials')
    expect(steps.map(({ spine }) => spine)).toContain('28-point-plan')
    expect(steps.find(({ role }) => role === 'target')!.phase).toBe('influenced')
  })

  it('shows only influence that claims support, each with its claims, and every link forward', () => {
    fc.assert(
      fc.property(randomCase({ claims: 20 }), (case_) => {
        const { steps, links, claims } = trace(case_, 'e0')
        const known = new Map(case_.claims.map((claim) => [claim.id, claim]))
        const byId = new Map(steps.map((step) => [step.id, step]))
        expect(byId.size).toBe(steps.length)
        for (const claim of claims) {
          expect(known.get(claim.id)!.review).not.toBe('rejected')
          const { influence } = relationType(claim.relation)
          expect(influence !== 'none' || claim.relation === 'published').toBe(true)
        }
        for (const link of links) {
          expect(byId.get(link.from)!.rank).toBeLessThan(byId.get(link.to)!.rank)
          for (const claim of link.claims) {
            expect(claimStance(claim)).not.toBe('denied')
            expect([claim.from, claim.to]).toEqual([
              byId.get(link.from)!.spine,
              byId.get(link.to)!.spine,
            ])
          }
        }
        const roles = new Set(steps.filter((s) => s.role === 'target').map((s) => s.spine))
        expect([...roles]).toEqual(['e0'])
        expect(steps.map((s) => s.rank)).toEqual(steps.map((s) => s.rank).sort((a, b) => a - b))
      }),
    )
  })

  it('is the same without a source as if that had never been', () => {
    fc.assert(
      fc.property(
        randomCase({ claims: 20 }),
        fc.constantFrom('d0', 'd3', 'Reuters'),
        (case_, off) => {
          expect(trace(case_, 'e0', { without: [off] })).toEqual(
            trace(withoutSources(case_, [off]), 'e0'),
          )
        },
      ),
    )
  })

  it.skipIf(!hasArticles)('loses the 20-point plan without Bloomberg', () => {
    const { steps } = trace(readCase(articlesPath), '28-point-plan', { without: ['bloomberg'] })
    expect(steps.map((step) => step.spine)).not.toContain('20-point-plan')
    expect(steps).toHaveLength(7)
  })

  it('ends where it is told to, as far as there are dates', () => {
    const { steps } = trace(readCase(samplePath), '28-point-plan', { until: '2025-11-01' })
    const relations = steps.flatMap((step) => step.claims.map((claim) => claim.relation))
    expect(relations).toContain('presented')
    expect(steps.find((step) => step.role === 'target')!.actors).not.toContain('axios')
  })

  it('ends in spite of papers that shaped each other', () => {
    const sample = readCase(samplePath)
    const back = sample.claims.find((claim) => claim.to === '28-point-plan')!
    const circle = { ...back, id: 'back', from: '28-point-plan', to: 'russian-non-paper' }
    const { steps } = trace({ ...sample, claims: [...sample.claims, circle] }, '28-point-plan')
    expect(steps.length).toBeGreaterThan(7)
  })

  it('says how much it left out at its limit', () => {
    const { steps, omitted } = trace(readCase(samplePath), '28-point-plan', { limit: 3 })
    expect(new Set(steps.map((step) => step.spine)).size).toBe(3)
    expect(omitted).toBe(2)
  })

  it('is told of anything in any case, whatever its words of order say', () => {
    fc.assert(
      fc.property(
        randomCase({ entities: 9, claims: 24 }),
        fc.constantFrom({}, { open: 'all' as const }),
        (case_, options) => {
          const graph = buildGraph(case_)
          for (const { id } of case_.entities) {
            expect(traceLineage(graph, id, options).target).toBe(id)
          }
        },
      ),
      { numRuns: 100 },
    )
  })

  it('leaves out a word of order that would close a circle between folded steps', () => {
    const text = 'One before two.'
    const tell = (start: number, end: number) => ({
      document: 'd',
      start,
      end,
      quote: text.slice(start, end),
      stance: 'asserted' as const,
      attribution: [],
      origin: 'human' as const,
    })
    const paper = (id: string) => ({ id, kind: 'paper' as const, name: id, aliases: [] })
    const claim = { review: 'open' as const, to: 'draft' }
    const case_: Case = {
      version: 1,
      id: 'circle',
      title: 'A circle',
      documents: [
        { id: 'd', title: 'D', addedAt: '', language: 'en', text, sha256: '0'.repeat(64) },
      ],
      entities: [paper('draft'), paper('plan'), { ...paper('post'), kind: 'organization' }],
      mentions: [],
      // The draft is part of the plan, which is said to come before the draft is published.
      claims: [
        { ...claim, id: 'a', relation: 'published', from: 'post', evidence: [tell(4, 5)] },
        {
          ...claim,
          id: 'b',
          relation: 'authored',
          from: 'draft',
          to: 'plan',
          evidence: [tell(0, 1)],
        },
      ],
      decisions: [],
    }
    expect(trace(case_, 'draft').steps.map(({ spine }) => spine)).toEqual(['draft', 'plan'])
  })
})
