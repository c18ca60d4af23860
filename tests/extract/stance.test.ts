import { describe, expect, it } from 'vitest'
import { claimsOf } from './claims-of'

const met = (stance: string) => `met: Anna Berg > Luis Ortega [${stance}]`

describe('stance', () => {
  it.each([
    ['Anna Berg met Luis Ortega.', met('asserted')],
    ['Anna Berg will meet Luis Ortega next week.', met('planned')],
    ['Anna Berg is expected to meet Luis Ortega.', met('planned')],
    ['Anna Berg plans to meet Luis Ortega.', met('planned')],
    ['A possible meeting between Anna Berg and Luis Ortega was discussed.', met('planned')],
    ['Anna Berg has reportedly met Luis Ortega.', `${met('hedged')} by unnamed sources`],
    ['Anna Berg appears to have met Luis Ortega.', met('hedged')],
    ['Anna Berg did not meet Luis Ortega.', met('denied')],
    ['Anna Berg refused to meet Luis Ortega.', met('denied')],
    ['Anna Berg managed to meet Luis Ortega.', met('asserted')],
  ])('%s', (text, expected) => {
    expect(claimsOf(text)).toContain(expected)
  })

  it.each([
    'Anna Berg should meet Luis Ortega.',
    'If Anna Berg meets Luis Ortega, prices may fall.',
    'Reporters asked whether Anna Berg had met Luis Ortega.',
    'Anna Berg explained how Carla Novak should talk to Luis Ortega.',
    'Anna Berg left without meeting Luis Ortega.',
    'The minister urged Anna Berg to meet Luis Ortega.',
  ])('claims no meeting: %s', (text) => {
    expect(claimsOf(text).filter((line) => /^(?:met|spoke)/.test(line))).toEqual([])
  })

  it('avoiding to address a paper is not addressing it', () => {
    expect(
      claimsOf('The White House avoided addressing the treaty but pointed to earlier remarks.'),
    ).toEqual([])
  })

  it('a refusal to sign rejects', () => {
    expect(claimsOf('Iceland refused to sign the treaty.')).toContain(
      'rejected: Iceland > treaty [asserted]',
    )
  })

  it('who is ordered to do a thing is yet to do it', () => {
    const claims = claimsOf(
      'Anna Berg said she had directed Luis Ortega to meet Carla Novak in Oslo.',
    )
    expect(claims).toContain('directed: Anna Berg > Luis Ortega [asserted] by Anna Berg')
    expect(claims).toContain('met: Luis Ortega > Carla Novak [planned] by Anna Berg')
  })

  it('a denial goes to what it denies', () => {
    const claims = claimsOf(
      'Carla Novak said Anna Berg had described the treaty as a “farce,” though the Kremlin denied this characterization.',
    )
    expect(claims).toContain(
      'described: Anna Berg > treaty [contested] by Carla Novak denied by Kremlin',
    )
    expect(claims.filter((line) => line.startsWith('denied'))).toEqual([])
  })

  it('what somebody denies having done stands as denied', () => {
    expect(claimsOf('Anna Berg denied that she had pressured Luis Ortega.')).toContain(
      'pressured: Anna Berg > Luis Ortega [denied] by Anna Berg denied by Anna Berg',
    )
  })
})
