import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildGraph, nodeClaims } from '@/lib/graph/build'
import { projectEvents } from '@/lib/graph/projection'
import { claimStance, evidenceStance, weakerStance } from '@/lib/graph/stance'
import { type Stance, stances } from '@/lib/schema'
import { randomCase } from '../query/random-case'
import { articlesPath, hasArticles, readCase, samplePath } from '../query/real-cases'

describe('buildGraph', () => {
  it('draws every claim with two ends that was not rejected, and keeps those with one', () => {
    fc.assert(
      fc.property(randomCase(), (case_) => {
        const graph = buildGraph(case_)
        const live = case_.claims.filter((claim) => claim.review !== 'rejected')
        expect(graph.edges()).toEqual(live.filter((c) => c.to !== null).map((c) => c.id))
        expect(graph.nodes()).toEqual(case_.entities.map((entity) => entity.id))
        graph.forEachEdge((_, { claim }, from, to) => {
          expect([from, to]).toEqual([claim.from, claim.to])
        })
        const alone = case_.entities.flatMap((entity) => nodeClaims(graph, entity.id))
        expect(alone.length).toBe(live.filter((claim) => claim.to === null).length)
      }),
    )
  })
})

describe('stance', () => {
  it('is that of every source when they agree', () => {
    const one = readCase(samplePath).claims[0]!.evidence[0]!
    for (const stance of stances) {
      expect(
        evidenceStance([
          { ...one, stance },
          { ...one, stance },
        ]),
      ).toBe(stance)
    }
  })

  it('is contested when one denies what another holds, whoever speaks first', () => {
    const one = readCase(samplePath).claims[0]!.evidence[0]!
    const held: Stance[] = ['asserted', 'hedged', 'planned']
    for (const stance of held) {
      const pair = [
        { ...one, stance },
        { ...one, stance: 'denied' as const },
      ]
      expect(evidenceStance(pair)).toBe('contested')
      expect(evidenceStance([...pair].reverse())).toBe('contested')
      expect(evidenceStance([{ ...one, stance, deniedBy: ['x'] }])).toBe('contested')
    }
  })

  it('is as the plainest source has it otherwise', () => {
    const one = readCase(samplePath).claims[0]!.evidence[0]!
    const mixed = (['hedged', 'asserted', 'planned'] as const).map((stance) => ({ ...one, stance }))
    expect(evidenceStance(mixed)).toBe('asserted')
    expect(evidenceStance([mixed[2]!, mixed[0]!])).toBe('hedged')
  })
})

const span = ({ document, start, end }: { document: string; start: number; end: number }) =>
  `${document}:${start}-${end}`

describe('projectEvents', () => {
  it('keeps every piece of evidence, leaves no claim on a folded event and marks what it drew', () => {
    fc.assert(
      fc.property(randomCase({ claims: 20 }), (case_) => {
        const projection = projectEvents(case_)
        const live = case_.claims.filter((claim) => claim.review !== 'rejected')
        const before = new Set(live.flatMap((claim) => claim.evidence.map(span)))
        const after = new Set(projection.claims.flatMap((claim) => claim.evidence.map(span)))
        for (const piece of before) expect(after).toContain(piece)
        const entities = new Set(projection.entities.map((entity) => entity.id))
        const original = new Set(case_.claims.map((claim) => claim.id))
        for (const claim of projection.claims) {
          expect(entities).toContain(claim.from)
          if (claim.to !== null) expect(entities).toContain(claim.to)
          expect(projection.derived.has(claim.id)).toBe(!original.has(claim.id))
        }
        expect(new Set(projection.claims.map((c) => c.id)).size).toBe(projection.claims.length)
      }),
    )
  })

  it('makes no derived claim surer than the claims it comes from', () => {
    fc.assert(
      fc.property(randomCase({ claims: 20 }), (case_) => {
        const projection = projectEvents(case_)
        for (const claim of projection.claims) {
          const source = case_.claims.find((c) => claim.id.startsWith(`derived:${c.id}:`))
          if (!source) continue
          const [ours, theirs] = [claimStance(claim), claimStance(source)]
          expect(weakerStance(ours, theirs) === ours || theirs === 'contested').toBe(true)
        }
      }),
    )
  })

  it.skipIf(!hasArticles)('lets the three of Miami meet each other', () => {
    const projection = projectEvents(readCase(articlesPath))
    const met = projection.claims.filter(
      (claim) => claim.relation === 'met' && projection.derived.get(claim.id) === 'Miami meeting',
    )
    expect(met.map((claim) => [claim.from, claim.to])).toEqual([
      ['jared-kushner', 'kirill-dmitriev'],
      ['jared-kushner', 'steve-witkoff'],
      ['kirill-dmitriev', 'steve-witkoff'],
    ])
    for (const claim of met) {
      expect(new Set(claim.evidence.map((piece) => piece.document)).size).toBe(2)
      expect(buildGraph(projection).getEdgeAttribute(claim.id, 'derived')).toBe(true)
    }
  })
})
