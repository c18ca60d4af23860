import { describe, expect, it } from 'vitest'
import { wordingOf } from './claims-of'

const cases: [string, string[]][] = [
  [
    'The report, by Anna Berg, criticised Luis Ortega.',
    ["authored: Anna Berg > Berg's report [asserted]"],
  ],
  ['Anna Berg put forward a compromise.', ["authored: Anna Berg > Berg's compromise [asserted]"]],
  ["Norway's parliament approved the treaty.", ["signed: Norway's parliament > treaty [asserted]"]],
  ['The Senate voted 51-49 to pass the bill.', ['signed: Senate > bill [asserted]']],
  ['The Senate voted to approve the bill.', ['signed: Senate > bill [asserted]']],
  [
    'Norway and Iceland signed the treaty in Lisbon.',
    ['signed: Iceland > treaty [asserted]', 'signed: Norway > treaty [asserted]'],
  ],
  [
    'Norway signed a treaty with Iceland.',
    ['signed: Iceland > treaty [asserted]', 'signed: Norway > treaty [asserted]'],
  ],
  [
    'Norway has agreed a deal with Iceland.',
    ['signed: Iceland > deal [asserted]', 'signed: Norway > deal [asserted]'],
  ],
  [
    'Norway reached an agreement with Iceland on fishing.',
    ['signed: Iceland > agreement [asserted]', 'signed: Norway > agreement [asserted]'],
  ],
  [
    'An agreement between Norway and Iceland was signed in Lisbon.',
    ['signed: Iceland > agreement [asserted]', 'signed: Norway > agreement [asserted]'],
  ],
  [
    'The treaty was signed by Norway and Iceland.',
    ['signed: Iceland > treaty [asserted]', 'signed: Norway > treaty [asserted]'],
  ],
  ['Anna Berg drafted the bill.', ["authored: Anna Berg > Berg's bill [asserted]"]],
  ['Anna Berg drew up the plan.', ["authored: Anna Berg > Berg's plan [asserted]"]],
  ['Anna Berg introduced the bill in March.', ["authored: Anna Berg > Berg's bill [asserted]"]],
  // whose it is stays out of its name where it is only said
  [
    'Bloomberg reported that Anna Berg had drafted the bill.',
    ['authored: Anna Berg > bill [asserted]'],
  ],
  ['Anna Berg tabled an amendment.', ["authored: Anna Berg > Berg's amendment [asserted]"]],
  ['Anna Berg unveiled the plan on Monday.', ["authored: Anna Berg > Berg's plan [asserted]"]],
  [
    'Anna Berg wrote a letter to Luis Ortega.',
    [
      "authored: Anna Berg > Berg's letter [asserted]",
      "presented: Berg's letter > Luis Ortega [asserted]",
    ],
  ],
  ['Anna Berg sent a letter to Luis Ortega.', ['presented: letter > Luis Ortega [asserted]']],
  ['Anna Berg submitted the report to the Senate.', ['presented: report > Senate [asserted]']],
  ['Anna Berg handed over the report to the Senate.', ['presented: report > Senate [asserted]']],
  ['Anna Berg presented Luis Ortega with the plan.', ['presented: plan > Luis Ortega [asserted]']],
  ['The plan was shown to Luis Ortega in May.', ['presented: plan > Luis Ortega [asserted]']],
  ['Luis Ortega received a copy of the plan.', ['presented: plan > Luis Ortega [asserted]']],
  [
    'The report, written by Anna Berg, was leaked by Luis Ortega.',
    [
      "authored: Anna Berg > Berg's report [asserted]",
      "published: Luis Ortega > Berg's report [asserted]",
    ],
  ],
  ['Reuters published the letter.', ['published: Reuters > letter [asserted]']],
  ['The letter was first reported by Reuters.', ['published: Reuters > letter [asserted]']],
  [
    'According to a report published by the European Commission, fishing fell.',
    ['published: European Commission > report [asserted]'],
  ],
  ['Anna Berg made the letter public.', ['published: Anna Berg > letter [asserted]']],
  ['Anna Berg posted the letter on her website.', ['published: Anna Berg > letter [asserted]']],
  ['The bill was amended by the Senate.', ['revised: Senate > bill [asserted]']],
  ['The Senate watered down the bill.', ['revised: Senate > bill [asserted]']],
  ['The Senate made changes to the bill.', ['revised: Senate > bill [asserted]']],
  ['The plan is modelled on the Lisbon Treaty.', ['shaped: Lisbon Treaty > plan [asserted]']],
  ['The plan grew out of the Lisbon Summit.', ['shaped: Lisbon Summit > plan [asserted]']],
  [
    'The plan draws on a report by Anna Berg.',
    ["authored: Anna Berg > Berg's report [asserted]", "shaped: Berg's report > plan [asserted]"],
  ],
  [
    'The plan was based on a report by Anna Berg.',
    ["authored: Anna Berg > Berg's report [asserted]", "shaped: Berg's report > plan [asserted]"],
  ],
  ['The Lisbon Summit led to a treaty.', ['shaped: Lisbon Summit > treaty [asserted]']],
  ['Without Norway, Iceland signed the treaty.', ['signed: Iceland > treaty [asserted]']],
  ['Iceland, unlike Norway, signed the treaty.', ['signed: Iceland > treaty [asserted]']],
  ['Iceland signed the treaty instead of Norway.', ['signed: Iceland > treaty [asserted]']],
  [
    "Anna Berg, Norway's prime minister, and Luis Ortega signed the treaty.",
    ['signed: Anna Berg > treaty [asserted]', 'signed: Luis Ortega > treaty [asserted]'],
  ],
  ['Norway, but not Iceland, signed the treaty.', ['signed: Norway > treaty [asserted]']],
  [
    "Norway's parliament voted 88 to 81 on Thursday to approve the treaty, despite warnings from Iceland.",
    ["signed: Norway's parliament > treaty [asserted]"],
  ],
  [
    'The Guardian published extracts from the memo on Sunday.',
    ['published: Guardian > memo [asserted]'],
  ],
  [
    'Shareholders of Norcare AB rejected a bid from Kelvar Mining worth 3 billion euros.',
    [
      "authored: Kelvar Mining > Kelvar Mining's bid [asserted]",
      "rejected: shareholders of Norcare AB > Kelvar Mining's bid [asserted]",
    ],
  ],
  [
    'President Elena Costa vetoed the bill, which Anna Berg had introduced in January.',
    [
      "authored: Anna Berg > Berg's bill [asserted]",
      "rejected: Elena Costa > Berg's bill [asserted]",
    ],
  ],
  [
    'President Elena Costa signed the bill into law on Monday.',
    ['signed: Elena Costa > bill [asserted]'],
  ],
  [
    'The plan was put forward by Anna Berg in April and endorsed by the Senate in May.',
    ["authored: Anna Berg > Berg's plan [asserted]", "backed: Senate > Berg's plan [asserted]"],
  ],
  [
    'A study led by Anna Berg of Oxford University and published in Nature found that the vaccine was safe.',
    [
      "authored: Anna Berg > Berg's study [asserted]",
      "published: Nature > Berg's study [asserted]",
    ],
  ],
  [
    'In a letter to Anna Berg, the union demanded a pay rise.',
    ['authored: union > letter [asserted]', 'presented: letter > Anna Berg [asserted]'],
  ],
  [
    'Anna Berg handed the report to Luis Ortega on Friday.',
    ['presented: report > Luis Ortega [asserted]'],
  ],
  ['The bill passed the Senate on Tuesday.', ['signed: Senate > bill [asserted]']],
  ['The bill cleared the Senate on Tuesday.', ['signed: Senate > bill [asserted]']],
  ['The board sent Anna Berg a letter.', ['presented: letter > Anna Berg [asserted]']],
  ['Anna Berg was shown a letter.', ['presented: letter > Anna Berg [asserted]']],
  [
    'Norway and Iceland were handed a petition.',
    ['presented: petition > Iceland [asserted]', 'presented: petition > Norway [asserted]'],
  ],
  [
    'Iceland signed the treaty in May and on Monday met Norway.',
    ['met: Iceland > Norway [asserted]', 'signed: Iceland > treaty [asserted]'],
  ],
  ['The Court reached a verdict on Monday.', []],
  ['Norway restored order.', []],
  [
    'Norway and Iceland signed a memorandum during a meeting between Anna Berg and Luis Ortega.',
    [
      'met: Anna Berg > Luis Ortega [asserted]',
      'signed: Iceland > memorandum [asserted]',
      'signed: Norway > memorandum [asserted]',
    ],
  ],
  ['Norway raised the offer for the mine.', ['revised: Norway > offer [asserted]']],
  ['Ministers raised an appeal.', []],
]

describe('wordings about papers', () => {
  it.each(cases)('%s', (text, expected) => {
    expect(wordingOf(text)).toEqual(expected)
  })
})
