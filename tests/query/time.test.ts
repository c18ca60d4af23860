import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDay, readWhen } from '@/lib/query/read-when'
import { claimTime } from '@/lib/query/time'
import { readCase, samplePath } from './real-cases'

/** A Thursday. */
const published = '2025-11-27'

describe('readWhen', () => {
  it.each([
    ['mid-October', '2025-10-11', '2025-10-20'],
    ['October', '2025-10-01', '2025-10-31'],
    ['late October', '2025-10-21', '2025-10-31'],
    ['last month', '2025-10-01', '2025-10-31'],
    ['last week', '2025-11-17', '2025-11-23'],
    ['this week', '2025-11-24', '2025-11-30'],
    ['on Tuesday', '2025-11-25', '2025-11-25'],
    ['Friday', '2025-11-21', '2025-11-21'],
    ['yesterday', '2025-11-26', '2025-11-26'],
    ['December', '2024-12-01', '2024-12-31'],
    ['on Nov. 18', '2025-11-18', '2025-11-18'],
    ['in March 2020', '2020-03-01', '2020-03-31'],
    ['in 2019', '2019-01-01', '2019-12-31'],
    ['the 1990s', '1990-01-01', '1999-12-31'],
    ['between 3 and 5 May 2024', '2024-05-03', '2024-05-05'],
    ['from Monday to Wednesday', '2025-11-24', '2025-11-26'],
  ])('reads “%s” in a report of that day', (words, start, end) => {
    expect(readWhen(words, published)).toEqual({ start, end })
  })

  it.each(['shortly after the talks', 'two days later', 'the following day', 'soon', ''])(
    'does not guess at “%s”',
    (words) => {
      expect(readWhen(words, published)).toBeNull()
    },
  )

  it('leaves the relative unread when the report has no date, or one that cannot be', () => {
    for (const words of ['last month', 'Tuesday', 'October', 'today', 'the end of the month']) {
      expect(readWhen(words, undefined)).toBeNull()
      expect(readWhen(words, 'some day')).toBeNull()
      expect(readWhen(words, '2025-02-31')).toBeNull()
    }
    expect(readWhen('5 May 2024', undefined)).toEqual({ start: '2024-05-05', end: '2024-05-05' })
  })

  it('looks ahead for what is planned', () => {
    expect(readWhen('Friday', published, true)).toEqual({ start: '2025-11-28', end: '2025-11-28' })
    expect(readWhen('December', published, true)?.start).toBe('2025-12-01')
  })

  it('reads the report’s own day from a date with a time in any zone', () => {
    for (const zone of ['Z', '+13:00', '-11:00']) {
      expect(readWhen('yesterday', `2025-11-27T23:30:00${zone}`)?.start).toBe('2025-11-26')
    }
  })

  it('never fails, and never ends before it starts', () => {
    const words = fc.oneof(
      fc.string(),
      fc
        .array(fc.constantFrom('last', 'mid', 'late', 'May', 'week', 'Monday', '2024', '-', 'to'))
        .map((parts) => parts.join(' ')),
    )
    fc.assert(
      fc.property(words, fc.option(fc.constant(published), { nil: undefined }), (text, date) => {
        const time = readWhen(text, date)
        if (!time) return
        expect(readDay(time.start)).toBeDefined()
        expect(readDay(time.end)).toBeDefined()
        expect(time.start <= time.end).toBe(true)
      }),
    )
  })
})

describe('claimTime', () => {
  const case_ = readCase(samplePath)
  const timed = (whens: (string | undefined)[]) => {
    const claim = case_.claims[0]!
    const [one] = claim.evidence
    return claimTime({ ...claim, evidence: whens.map((when) => ({ ...one!, when })) }, case_)
  }

  it('is what sources agree on, or the span of what they say', () => {
    expect(timed(['October', 'mid-October', undefined])).toEqual({
      start: '2025-10-11',
      end: '2025-10-20',
    })
    expect(timed(['3 May 2024', '9 May 2024'])).toEqual({ start: '2024-05-03', end: '2024-05-09' })
    expect(timed([undefined, 'soon'])).toBeNull()
  })
})
