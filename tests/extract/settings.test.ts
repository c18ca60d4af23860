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

  it.each([
    ['Anna Berg met the chairman of Halden Metals, Luis Ortega, on Monday.', 'Monday / -'],
    ['Anna Berg, who last week met Luis Ortega, resigned on Friday.', 'last week / -'],
    ['Anna Berg met Luis Ortega and Carla Novak left Oslo on Friday.', '- / -'],
    ['Anna Berg met Luis Ortega shortly after talks on fish.', 'shortly after talks on fish / -'],
    ['Envoys of the embassies in Oslo met Luis Ortega.', '- / -'],
  ])('%s', (text, expected) => {
    expect(settingOf(text)).toBe(expected)
  })

  it.each([
    ['Officials said on Tuesday that Norway backs the treaty.', 'Tuesday'],
    ['Officials said on Tuesday that Norway had backed the treaty.', undefined],
    ['Norway, which in 2021 backed the treaty, left the room.', '2021'],
  ])('the day somebody takes a stand: %s', (text, when) => {
    const backed = readCase(text).claims.find((claim) => claim.relation === 'backed')
    expect(backed?.evidence[0]?.when).toBe(when)
  })

  it('what was signed by two on a day was signed by both on that day', () => {
    const { claims } = readCase('The treaty was signed by Norway and Iceland in Oslo on Monday.')
    expect(claims.map((claim) => claim.evidence[0]!.when)).toEqual(['Monday', 'Monday'])
  })

  it('where a thing is, is no place of what is said of it', () => {
    const { claims } = readCase('Norway backed the war in Iceland.')
    expect(claims.map((claim) => claim.evidence[0]!.where)).toEqual([undefined])
  })
})
