import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCase } from '../../lib/case-file'
import { solveTimes } from '../../lib/query/chronology'
import { claimDays } from '../../lib/query/claim-days'
import { claimTest } from '../../lib/query/filter'
import type { Case } from '../../lib/schema'
import { addDays, daysBetween, makeTimeline, momentAt, stepMoment } from '../../lib/view/timeline'

const sample = parseCase(readFileSync('data/sample/peace-plan.case.json', 'utf8'))
const [first] = sample.claims

/** One claim for each list of words, said of a report of 1 December 2025. */
function timed(words: (string | undefined)[]): Case {
  const document = { ...sample.documents[0]!, publishedAt: '2025-12-01' }
  const { when: _, ...piece } = first!.evidence[0]!
  const claims = words.map((when, i) => ({
    ...first!,
    id: `c${i}`,
    evidence: [{ ...piece, document: document.id, ...(when && { when }) }],
  }))
  return { ...sample, documents: [document], mentions: [], claims }
}

const dayWords = fc.integer({ min: 0, max: 300 }).map((days) => `on ${addDays('2025-01-01', days)}`)
const anyWords = fc.array(fc.option(dayWords, { nil: undefined }), { maxLength: 12 })

describe('a timeline', () => {
  it('counts every claim once, dated or not, and in its bars too', () => {
    fc.assert(
      fc.property(anyWords, (words) => {
        const case_ = timed(words)
        const timeline = makeTimeline(case_)
        if (!timeline) return
        expect(timeline.dated + timeline.undated).toBe(case_.claims.length)
        expect(timeline.bars.reduce((sum, bar) => sum + bar, 0)).toBeCloseTo(timeline.dated)
        expect(timeline.moments.flatMap((moment) => moment.claims)).toHaveLength(timeline.dated)
        expect(addDays(timeline.first, timeline.days)).toBe(timeline.last)
      }),
    )
  })

  it('is walked from its first moment to its last and back, each once', () => {
    fc.assert(
      fc.property(anyWords, (words) => {
        const timeline = makeTimeline(timed(words))
        if (!timeline) return
        const walk = (step: 1 | -1, start: string | undefined) => {
          const days: string[] = []
          for (let day = stepMoment(timeline, start, step); day; ) {
            days.push(day)
            day = stepMoment(timeline, day, step)
          }
          return days
        }
        const forth = walk(1, undefined)
        expect(forth).toEqual(timeline.moments.map((moment) => moment.day))
        expect(walk(-1, undefined)).toEqual(forth.slice(0, -1).reverse())
        expect([...forth].sort()).toEqual(forth)
      }),
    )
  })

  it('stops where something begins, by the days a filter reads too', () => {
    const timeline = makeTimeline(sample)!
    const times = solveTimes(sample)
    for (const { day, claims } of timeline.moments)
      for (const claim of claims)
        expect(claimDays(claim, times)).toMatchObject({ start: day, source: 'stated' })
    const isDated = claimTest({ dated: true }, sample)
    const live = sample.claims.filter(({ review }) => review !== 'rejected')
    expect(live.filter(isDated)).toHaveLength(timeline.dated)
    expect(momentAt(timeline, addDays(timeline.first, -1))).toBe(-1)
    expect(daysBetween(timeline.first, timeline.last)).toBe(timeline.days)
  })

  it('is none where there is nothing to choose between', () => {
    expect(makeTimeline(timed([undefined, 'on 2025-10-01', 'on 2025-10-01']))).toBeUndefined()
  })
})
