import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { projectEvents } from '@/lib/graph/projection'
import { rankEvidence } from '@/lib/query/best-quote'
import { describeClaim } from '@/lib/query/sentence'
import type { Case, Claim, Evidence } from '@/lib/schema'
import { randomCase } from './random-case'
import { readCase, samplePath } from './real-cases'

const sample = readCase(samplePath)
const say = (relation: string, from: string, case_: Case = sample) =>
  describeClaim(case_.claims.find((c) => c.relation === relation && c.from === from)!, case_)

describe('describeClaim', () => {
  it('says who says so', () => {
    expect(say('advised', 'steve-witkoff')).toBe(
      'According to Bloomberg, Steve Witkoff advised Yuri Ushakov.',
    )
    expect(say('directed', 'donald-trump')).toBe(
      'By their own account, Donald Trump directed Steve Witkoff.',
    )
  })

  it('keeps plans, hedges and denials apart from what is stated', () => {
    expect(say('met', 'steve-witkoff')).toBe(
      'According to Donald Trump, Steve Witkoff would meet Vladimir Putin (planned, Moscow).',
    )
    expect(say('shaped', '20-point-plan')).toBe(
      'According to Bloomberg, the 20-point plan may have shaped the 28-point plan (“October”).',
    )
    expect(say('described', 'marco-rubio')).toBe(
      'According to bipartisan group of senators, Marco Rubio described the 28-point plan; denied by the White House and the State Department.',
    )
    const claim = sample.claims.find((c) => c.relation === 'advised')!
    const denied: Evidence[] = [
      { ...claim.evidence[0]!, stance: 'denied', attribution: ['Kremlin'] },
    ]
    expect(describeClaim({ ...claim, evidence: denied }, sample)).toBe(
      'That Steve Witkoff advised Yuri Ushakov is denied by Kremlin.',
    )
  })

  it('says by way of which event two met', () => {
    const projection = projectEvents(sample)
    const id = [...projection.derived.keys()].find((key) => key.includes('kushner:kirill'))!
    const claim = projection.claims.find((candidate) => candidate.id === id)!
    expect(describeClaim(claim, projection)).toContain('by way of the Miami meeting')
  })

  it('is one sentence that states nothing by itself, whatever the claim', () => {
    fc.assert(
      fc.property(randomCase(), (case_) => {
        for (const claim of case_.claims) {
          const text = describeClaim(claim, case_)
          expect(text).toMatch(/^(According to .+?, |By their own account, |That .+ is denied by )/)
          expect(text).toMatch(/[^.]\.$/)
        }
      }),
    )
  })
})

describe('rankEvidence', () => {
  it('puts first what carries the claim’s stance', () => {
    fc.assert(
      fc.property(randomCase(), (case_) => {
        for (const claim of case_.claims) {
          const ranked = rankEvidence(claim)
          expect([...ranked].sort(byPlace)).toEqual([...claim.evidence].sort(byPlace))
        }
      }),
    )
    const claim: Claim = sample.claims[0]!
    expect(rankEvidence(claim)[0]!.stance).toBe('asserted')
  })
})

const byPlace = (a: Evidence, b: Evidence) =>
  JSON.stringify(a) < JSON.stringify(b) ? -1 : JSON.stringify(a) > JSON.stringify(b) ? 1 : 0
