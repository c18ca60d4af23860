import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countSupport } from '@/lib/graph/sources'
import { supportOf, weakestOf } from '@/lib/query/support'
import { randomCase } from './random-case'
import { articlesPath, hasArticles, readCase } from './real-cases'

describe('supportOf', () => {
  it('counts as countSupport does, and every holding report stands in one group', () => {
    fc.assert(
      fc.property(randomCase({ claims: 12 }), (case_) => {
        const { independent, groups, stances, attributions } = supportOf(case_.claims, case_)
        expect(independent).toBe(countSupport(case_.claims, case_))
        const evidence = case_.claims.flatMap((claim) => claim.evidence)
        const holding = evidence.filter((piece) => piece.stance !== 'denied')
        const grouped = groups.flatMap((group) => group.documents)
        expect([...grouped].sort()).toEqual([...new Set(holding.map((p) => p.document))].sort())
        expect(stances.flatMap((one) => one.evidence)).toHaveLength(evidence.length)
        for (const { chain, documents } of attributions) {
          for (const id of documents) {
            expect(
              evidence.some((p) => p.document === id && p.attribution.join() === chain.join()),
            ).toBe(true)
          }
        }
      }),
    )
  })

  it('is disputed when one report holds what another denies', () => {
    const [case_] = fc.sample(randomCase({ claims: 6 }), { numRuns: 1, seed: 5 })
    const [claim] = case_!.claims
    const [piece] = claim!.evidence
    const of = (...held: ('asserted' | 'denied' | 'contested')[]) =>
      supportOf(
        [
          {
            ...claim!,
            evidence: held.map((stance, i) => ({ ...piece!, document: `d${i}`, stance })),
          },
        ],
        case_!,
      )
    expect(of('asserted', 'denied').disputed).toBe(true)
    expect(of('asserted', 'denied').stances.map(({ stance }) => stance)).toEqual([
      'asserted',
      'denied',
    ])
    expect(of('contested').disputed).toBe(true)
    expect(of('asserted').disputed).toBe(false)
    expect(of('denied')).toMatchObject({ disputed: false, independent: 0 })
  })

  it.skipIf(!hasArticles)('says why two articles count as one for what both took over', () => {
    const case_ = readCase(articlesPath)
    const of = (relation: string, from: string) =>
      supportOf(
        case_.claims.filter((claim) => claim.relation === relation && claim.from === from),
        case_,
      )
    expect(of('advised', 'steve-witkoff')).toMatchObject({
      independent: 1,
      groups: [{ documents: ['000', '001'], reason: 'both rest on Bloomberg' }],
      attributions: [{ chain: ['Bloomberg'], documents: ['000', '001'] }],
    })
    const shaped = of('shaped', 'russian-non-paper')
    expect(shaped.independent).toBe(1)
    expect(shaped.groups[0]!.reason).toContain('three sources familiar with the matter')
  })
})

describe('weakestOf', () => {
  it('is the first of the least supported', () => {
    expect(weakestOf([])).toBeUndefined()
    expect(weakestOf([{ independent: 2 }, { independent: 1 }, { independent: 1 }])).toBe(1)
  })
})
