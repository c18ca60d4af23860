import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutSources } from '@/lib/graph/without'
import { claimFilterSchema, matches, narrower } from '@/lib/query/filter'
import type { Claim } from '@/lib/schema'
import { randomCase } from './random-case'
import { readCase, samplePath } from './real-cases'

const sample = readCase(samplePath)
const find = (relation: string, from: string): Claim =>
  sample.claims.find((claim) => claim.relation === relation && claim.from === from)!

describe('claim filter', () => {
  it('lets everything through when it says nothing', () => {
    for (const claim of sample.claims) expect(matches(claim, {}, sample)).toBe(true)
  })

  it('asks both ends for their kind, and one end where there is one', () => {
    const people = { kinds: ['person' as const] }
    expect(matches(find('advised', 'steve-witkoff'), people, sample)).toBe(true)
    expect(matches(find('participated', 'steve-witkoff'), people, sample)).toBe(false)
    expect(
      matches(find('declined_comment', 'state-department'), { kinds: ['organization'] }, sample),
    ).toBe(true)
  })

  it('keeps the undated in a window of time unless told otherwise', () => {
    const october = { since: '2025-10-01', until: '2025-10-31' }
    const passes = (claim: Claim, more = {}) => matches(claim, { ...october, ...more }, sample)
    expect(passes(find('presented', 'russian-non-paper'))).toBe(true)
    expect(passes(find('backed', 'ukrainian-officials'))).toBe(false)
    expect(passes(find('advised', 'steve-witkoff'))).toBe(true)
    expect(passes(find('advised', 'steve-witkoff'), { dated: true })).toBe(false)
  })

  it('takes a source that is off for one that never was', () => {
    fc.assert(
      fc.property(randomCase(), fc.subarray(['d0', 'd1', 'd2', 'd3']), (case_, sources) => {
        const off = ['d0', 'd1', 'd2', 'd3'].filter((id) => !sources.includes(id))
        const narrow = narrower({ sources }, case_)
        expect(case_.claims.flatMap((claim) => narrow(claim) ?? [])).toEqual(
          withoutSources(case_, off).claims,
        )
      }),
    )
  })

  it('refuses relations, stances and days that do not exist', () => {
    for (const wrong of [
      { relations: ['befriended'] },
      { stances: ['sure'] },
      { since: 'yesterday' },
      { colour: 'red' },
    ]) {
      expect(claimFilterSchema.safeParse(wrong).success).toBe(false)
    }
    expect(claimFilterSchema.safeParse({ relations: ['met'], since: '2025-10-01' }).success).toBe(
      true,
    )
  })
})
