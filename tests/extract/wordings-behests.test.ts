import { describe, expect, it } from 'vitest'
import { wordingOf } from './claims-of'

const cases: [string, string[]][] = [
  ['The clause was removed at the insistence of Norway.', []],
  [
    'Anna Berg resigned at the request of Luis Ortega.',
    ['directed: Luis Ortega > Anna Berg [asserted]'],
  ],
  ["Anna Berg was sent to Oslo at Norway's request.", ['directed: Norway > Anna Berg [asserted]']],
  [
    'On the advice of Luis Ortega, Anna Berg withdrew.',
    ['advised: Luis Ortega > Anna Berg [asserted]'],
  ],
  [
    'Under pressure from Norway, Iceland signed the treaty.',
    ['pressured: Norway > Iceland [asserted]', 'signed: Iceland > treaty [asserted]'],
  ],
  [
    'The bill was passed with the support of the Greens, over the objections of the Labour Party.',
    ['backed: Greens > bill [asserted]', 'rejected: Labour Party > bill [asserted]'],
  ],
  ['Anna Berg won with the backing of Norway.', ['backed: Norway > Anna Berg [asserted]']],
  [
    'Norway passed the bill despite opposition from Iceland.',
    ['rejected: Iceland > bill [asserted]', 'signed: Norway > bill [asserted]'],
  ],
  [
    'Anna Berg said in remarks to Reuters that the plan was dead.',
    ['spoke: Anna Berg > Reuters [asserted]'],
  ],
  [
    'Norway opposed interference in the affairs of Iceland.',
    ['rejected: Norway > interference in the affairs [asserted]'],
  ],
  [
    "The Court of Appeal backed the Home Office's powers.",
    ["backed: Court of Appeal > Home Office's powers [asserted]"],
  ],
  [
    'Norway backed plans to close the mine.',
    ['backed: Norway > plans to close the mine [asserted]'],
  ],
  [
    'Kelvar Mining has agreed to buy 33% of Halden Bank.',
    ['acquired: Kelvar Mining > Halden Bank [planned]'],
  ],
  ['Anna Berg died with the support of a stick.', []],
  ['Anna Berg was elected on the advice of nobody.', []],
  ['Anna Berg attended the funeral.', ['participated: Anna Berg > funeral [asserted]']],
  [
    'Anna Berg was present at the meeting in Dakar.',
    ['participated: Anna Berg > Dakar meeting [asserted]'],
  ],
  [
    'Anna Berg lost the presidential election to Luis Ortega.',
    ['participated: Anna Berg > presidential election [asserted]'],
  ],
  ['Anna Berg did not appear before the inquiry.', ['participated: Anna Berg > inquiry [denied]']],
  ['Anna Berg attended a meeting.', []],
  [
    'Luis Ortega, an adviser to Anna Berg, said the plan was dead.',
    ['advised: Luis Ortega > Anna Berg [asserted]'],
  ],
  [
    'Luis Ortega, a critic of Anna Berg, was not invited.',
    ['rejected: Luis Ortega > Anna Berg [asserted]'],
  ],
  [
    'Luis Ortega, a supporter of the treaty, was not invited.',
    ['backed: Luis Ortega > treaty [asserted]'],
  ],
]

describe('at whose wish, and who was there', () => {
  it.each(cases)('%s', (text, expected) => {
    expect(wordingOf(text)).toEqual(expected)
  })
})
