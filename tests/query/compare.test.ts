import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { independentSources } from '@/lib/graph/sources'
import { addedUntil, publishedUntil, withDocuments } from '@/lib/query/case-at'
import { compareCases } from '@/lib/query/compare'
import type { Case } from '@/lib/schema'
import { randomCase } from './random-case'
import { readCase, samplePath } from './real-cases'

const sample = readCase(samplePath)

describe('compareCases', () => {
  it('finds nothing between a case and itself, and the reverse the other way round', () => {
    fc.assert(
      fc.property(randomCase(), fc.subarray(['d0', 'd1', 'd2', 'd3']), (case_, ids) => {
        // Claims by chance can say the same twice.
        const said = new Map(
          case_.claims.map((c) => [
            `${c.relation} ${c.from} ${c.to} ${c.evidence.every((e) => e.stance === 'planned')}`,
            c,
          ]),
        )
        const whole = { ...case_, claims: [...said.values()] }
        const same = compareCases(whole, whole)
        expect([...same.entities.new, ...same.entities.gone]).toEqual([])
        expect(Object.values(same.claims).flat()).toEqual([])

        const part = { ...whole, ...withDocuments(whole, ids), entities: whole.entities }
        const [there, back] = [compareCases(part, whole), compareCases(whole, part)]
        expect(back.claims.gone).toEqual(there.claims.new)
        expect(back.claims.new).toEqual(there.claims.gone)
        const idsOf = (list: { after: { id: string } }[]) => list.map(({ after }) => after.id)
        expect(idsOf(back.claims.strengthened)).toEqual(idsOf(there.claims.weakened))
        expect(idsOf(back.claims.nowContested)).toEqual(idsOf(there.claims.noLongerContested))
        for (const { after, sources } of there.claims.strengthened) {
          expect(sources.after).toBe(independentSources(after, whole))
        }
      }),
    )
  })

  it('knows entities and claims again in another file, by their names', () => {
    const renamed = (id: string) => `x-${id}`
    const other: Case = {
      ...sample,
      entities: sample.entities.map((entity) => ({ ...entity, id: renamed(entity.id) })),
      mentions: sample.mentions.map((m) => ({ ...m, entity: renamed(m.entity) })),
      claims: sample.claims.map((claim) => ({
        ...claim,
        id: renamed(claim.id),
        from: renamed(claim.from),
        to: claim.to === null ? null : renamed(claim.to),
        evidence: claim.evidence.map((piece) => ({
          ...piece,
          ...(piece.deniedBy && { deniedBy: piece.deniedBy.map(renamed) }),
        })),
      })),
    }
    const { entities, claims } = compareCases(sample, other)
    expect([entities.new, entities.gone]).toEqual([[], []])
    expect(Object.values(claims).flat()).toEqual([])
  })

  it('tells what the second report brought', () => {
    const { entities, claims } = compareCases(publishedUntil(sample, '2025-11-26'), sample)
    expect(entities.new).toContain('revised-framework')
    expect(claims.new.map(({ to }) => to)).toContain('revised-framework')
    expect(claims.gone).toEqual([])
    expect(claims.strengthened.length).toBeGreaterThan(3)
    for (const { before, after, sources } of claims.strengthened) {
      expect(before.evidence.length).toBeLessThan(after.evidence.length)
      expect(sources.after).toBeGreaterThan(sources.before)
    }
  })

  it('sees a dispute come and go', () => {
    const claim = sample.claims.find(({ relation }) => relation === 'backed')!
    const [piece] = claim.evidence
    const denial = { ...piece!, stance: 'denied' as const }
    const disputed = {
      ...sample,
      claims: sample.claims.map((one) =>
        one === claim ? { ...one, evidence: [...one.evidence, denial] } : one,
      ),
    }
    const there = compareCases(sample, disputed).claims
    expect(there.nowContested.map(({ after }) => after.id)).toEqual([claim.id])
    expect(there.weakened).toEqual([])
    const back = compareCases(disputed, sample).claims
    expect(back.noLongerContested.map(({ after }) => after.id)).toEqual([claim.id])
  })

  it('counts what was put in by a day or a moment', () => {
    expect(addedUntil(sample, '2025-11-26').documents).toEqual([])
    expect(addedUntil(sample, '2025-11-27').documents).toHaveLength(2)
    expect(addedUntil(sample, '2025-11-27T11').documents).toEqual([])
    expect(publishedUntil(sample, '2025-11-25').claims).toEqual([])
  })
})
