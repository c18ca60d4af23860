import { describe, expect, it } from 'vitest'
import { readCase } from './claims-of'

/** `when / where` of the one meeting of a text. */
function settingOf(text: string): string {
  const met = readCase(text).claims.filter((claim) => claim.relation === 'met')
  expect(met).toHaveLength(1)
  const { when, where } = met[0]!.evidence[0]!
  return `${when ?? '-'} / ${where ?? '-'}`
}

describe('when and where', () => {
  it.each([
    ['Anna Berg met Luis Ortega in Lisbon on Monday.', 'Monday / Lisbon'],
    ['Last year Anna Berg met Luis Ortega at the White House.', 'Last year / White House'],
    ['Anna Berg met Luis Ortega in Lisbon, Portugal, on 3 May 2021.', '3 May 2021 / Lisbon'],
    ['In Geneva this week, Anna Berg met Luis Ortega.', 'this week / Geneva'],
    ['Norway, which met Iceland in June, rejected the treaty on Monday.', 'June / -'],
    [
      'Anna Berg met Luis Ortega on Monday before Norway rejected the treaty on Friday.',
      'Monday / -',
    ],
  ])('%s', (text, expected) => {
    expect(settingOf(text)).toBe(expected)
  })

  it.each([
    ['Officials said on Tuesday that Anna Berg met Luis Ortega in May.', 'May / -'],
    [
      'Anna Berg told reporters on Tuesday that she had met Luis Ortega last week in Oslo.',
      'last week / Oslo',
    ],
    ['On Tuesday, officials said Anna Berg met Luis Ortega.', '- / -'],
    ['Anna Berg met Luis Ortega, officials said on Tuesday.', '- / -'],
    ['On Tuesday, Anna Berg met Luis Ortega, officials said.', 'Tuesday / -'],
  ])('the day of the saying is not the day of the meeting: %s', (text, expected) => {
    expect(settingOf(text)).toBe(expected)
  })
})
