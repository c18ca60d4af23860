import { describe, expect, it } from 'vitest'
import { verbFrames } from '../../lib/extract/verb-frames'
import { isRelation } from '../../lib/ontology'
import { claimsOf } from './claims-of'

/** A sentence of our own for every relation, in verbs, nouns and light verbs, active and passive. */
const cases: [string, string[]][] = [
  ['Anna Berg met Luis Ortega in Lisbon on Monday.', ['met: Anna Berg > Luis Ortega [asserted]']],
  ['Anna Berg held talks with Luis Ortega.', ['met: Anna Berg > Luis Ortega [asserted]']],
  [
    'A meeting between Anna Berg and Luis Ortega lasted two hours.',
    ['met: Anna Berg > Luis Ortega [asserted]'],
  ],
  ['Anna Berg spoke to Luis Ortega by phone.', ['spoke: Anna Berg > Luis Ortega [asserted]']],
  ['Norway negotiated with Iceland for three days.', ['negotiated: Norway > Iceland [asserted]']],
  ['Anna Berg advised Luis Ortega on the sale.', ['advised: Anna Berg > Luis Ortega [asserted]']],
  ['Anna Berg offered advice to Luis Ortega.', ['advised: Anna Berg > Luis Ortega [asserted]']],
  ['Anna Berg sent Luis Ortega to Lisbon.', ['directed: Anna Berg > Luis Ortega [asserted]']],
  ['Norway pressured Iceland to sign.', ['pressured: Norway > Iceland [asserted]']],
  ['Anna Berg called on Luis Ortega to resign.', ['pressured: Anna Berg > Luis Ortega [asserted]']],
  ['The proposal was drafted by Anna Berg.', ["authored: Anna Berg > Berg's proposal [asserted]"]],
  [
    'The report was submitted to the European Commission.',
    ['presented: report > European Commission [asserted]'],
  ],
  [
    'The treaty is based on a memo by Anna Berg.',
    ["authored: Anna Berg > Berg's memo [asserted]", "shaped: Berg's memo > treaty [asserted]"],
  ],
  ['Norway amended the treaty in April.', ['revised: Norway > treaty [asserted]']],
  ['Norway ratified the treaty.', ['signed: Norway > treaty [asserted]']],
  ['Norway backs the treaty.', ['backed: Norway > treaty [asserted]']],
  ['Norway rejected the treaty.', ['rejected: Norway > treaty [asserted]']],
  ['Iceland is critical of the treaty.', ['rejected: Iceland > treaty [asserted]']],
  ['The letter was published by Reuters.', ['published: Reuters > letter [asserted]']],
  [
    'Anna Berg described the treaty as a “gift to poachers”.',
    ['described: Anna Berg > treaty [asserted]'],
  ],
  ['Anna Berg denied the allegations.', ['denied: Anna Berg > allegations [asserted]']],
  ['Anna Berg accused Luis Ortega of fraud.', ['accused: Anna Berg > Luis Ortega [asserted]']],
  ['Police arrested Luis Ortega in Lisbon.', ['acted_against: Police > Luis Ortega [asserted]']],
  [
    'Luis Ortega was arrested by Police in Lisbon.',
    ['acted_against: Police > Luis Ortega [asserted]'],
  ],
  ['Anna Berg declined to comment.', ['declined_comment: Anna Berg [asserted]']],
  [
    'Anna Berg did not respond to a request for comment.',
    ['declined_comment: Anna Berg [asserted]'],
  ],
  ['Microsoft bought Activision Studios.', ['acquired: Microsoft > Activision Studios [asserted]']],
  ['Anna Berg attended the Lisbon Summit.', ['participated: Anna Berg > Lisbon Summit [asserted]']],
]

describe('frames', () => {
  it.each(cases)('%s', (text, expected) => {
    const found = claimsOf(text)
    expect(found.filter((line) => !line.startsWith('other')).sort()).toEqual([...expected].sort())
  })

  it('every frame makes a relation of the ontology', () => {
    for (const frames of verbFrames.values())
      for (const { relation } of frames) expect(isRelation(relation)).toBe(true)
  })

  it('says nothing where nobody named acts', () => {
    expect(claimsOf('Prices rose again in March, and the weather was mild.')).toEqual([])
    expect(claimsOf('Luis Ortega was elected in May.')).toEqual([])
  })
})
