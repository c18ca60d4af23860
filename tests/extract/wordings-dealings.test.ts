import { describe, expect, it } from 'vitest'
import { wordingOf } from './claims-of'

const cases: [string, string[]][] = [
  [
    'Talks between Norway and Iceland on a fishing deal collapsed.',
    ['negotiated: Norway > Iceland [asserted]'],
  ],
  ['Norway held talks with Iceland in Oslo.', ['met: Norway > Iceland [asserted]']],
  ['Norway resumed peace talks with Iceland.', ['negotiated: Norway > Iceland [asserted]']],
  ['Norway and Iceland are in talks over the border.', ['negotiated: Norway > Iceland [asserted]']],
  [
    'Halden Bank opened merger talks with Kelvar Mining.',
    ['negotiated: Halden Bank > Kelvar Mining [asserted]'],
  ],
  [
    'A deal was struck between Norway and Iceland in May.',
    ['signed: Iceland > deal [asserted]', 'signed: Norway > deal [asserted]'],
  ],
  [
    'Anna Berg said in an interview with Reuters that the plan was dead.',
    ['spoke: Anna Berg > Reuters [asserted]'],
  ],
  ['Norway called for Luis Ortega to resign.', ['pressured: Norway > Luis Ortega [asserted]']],
  [
    "Norway's call on Luis Ortega to resign was ignored.",
    ['pressured: Norway > Luis Ortega [asserted]'],
  ],
  [
    'Calls by Norway for reform of the court were ignored.',
    ['backed: Norway > reform of the court [asserted]'],
  ],
  [
    'Anna Berg has taken legal action against Kelvar Mining.',
    ['accused: Anna Berg > Kelvar Mining [asserted]'],
  ],
  [
    'Kelvar Mining has taken a 20 % stake in Halden Bank.',
    ['acquired: Kelvar Mining > Halden Bank [asserted]'],
  ],
  [
    'Kelvar Mining has taken part in the Lisbon Summit.',
    ['participated: Kelvar Mining > Lisbon Summit [asserted]'],
  ],
  ['Norway dismissed Luis Ortega in March.', ['acted_against: Norway > Luis Ortega [asserted]']],
  ['Norway dismissed Luis Ortega as a fool.', ['rejected: Norway > Luis Ortega [asserted]']],
  [
    'Norway stripped Luis Ortega of his office.',
    ['acted_against: Norway > Luis Ortega [asserted]'],
  ],
  ['Norway tightened sanctions against Iceland.', ['acted_against: Norway > Iceland [asserted]']],
  [
    'Anna Berg referred to Luis Ortega as a hero.',
    ['described: Anna Berg > Luis Ortega [asserted]'],
  ],
  ['Norway considers the treaty a mistake.', ['described: Norway > treaty [asserted]']],
  ['The bill was defeated in the Senate.', ['rejected: Senate > bill [asserted]']],
  ['The bill was passed in the Senate.', ['signed: Senate > bill [asserted]']],
  ['Norway struck a cautious note.', []],
  [
    'A study published this week in Nature criticised Norway.',
    ['published: Nature > study [asserted]'],
  ],
  [
    'LISBON, March 14 - Soldiers loyal to Luis Ortega arrested Anna Berg.',
    ['acted_against: Soldiers > Anna Berg [asserted]'],
  ],
  ['LISBON (Reuters) - Norway sued Kelvar Mining.', ['accused: Norway > Kelvar Mining [asserted]']],
  [
    'Leaders including Anna Berg and Luis Ortega signed the treaty.',
    [
      'signed: Anna Berg > treaty [asserted]',
      'signed: Luis Ortega > treaty [asserted]',
      'signed: leaders > treaty [asserted]',
    ],
  ],
  [
    'Norway sued four companies, including Kelvar Mining and Halden Bank, in May.',
    ['accused: Norway > Halden Bank [asserted]', 'accused: Norway > Kelvar Mining [asserted]'],
  ],
  [
    'Anna Berg received three lawyers, among them Luis Ortega, in Oslo.',
    ['met: Anna Berg > Luis Ortega [asserted]', 'met: Anna Berg > lawyers [asserted]'],
  ],
  [
    'Norway sued Kelvar Mining, including its chairman.',
    ['accused: Norway > Kelvar Mining [asserted]'],
  ],
]

describe('deals, talks and deeds', () => {
  it.each(cases)('%s', (text, expected) => {
    expect(wordingOf(text)).toEqual(expected)
  })
})
