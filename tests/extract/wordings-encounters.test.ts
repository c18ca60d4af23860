import { describe, expect, it } from 'vitest'
import { wordingOf } from './claims-of'

const cases: [string, string[]][] = [
  [
    "Anna Berg, Norway's foreign minister, met on the sidelines of the summit with Luis Ortega.",
    ['met: Anna Berg > Luis Ortega [asserted]'],
  ],
  [
    'Anna Berg met behind closed doors with Luis Ortega in Lisbon.',
    ['met: Anna Berg > Luis Ortega [asserted]'],
  ],
  [
    'Anna Berg and Luis Ortega met for two hours on Tuesday.',
    ['met: Anna Berg > Luis Ortega [asserted]'],
  ],
  ['Anna Berg was received by Luis Ortega in Lisbon.', ['met: Luis Ortega > Anna Berg [asserted]']],
  ['Anna Berg hosted Luis Ortega at her residence.', ['met: Anna Berg > Luis Ortega [asserted]']],
  [
    'Anna Berg held a two-hour meeting with Luis Ortega.',
    ['met: Anna Berg > Luis Ortega [asserted]'],
  ],
  ['Anna Berg had dinner with Luis Ortega on Friday.', ['met: Anna Berg > Luis Ortega [asserted]']],
  [
    'Talks between Anna Berg and Luis Ortega ended without a deal.',
    ['met: Anna Berg > Luis Ortega [asserted]'],
  ],
  ['Norway and Iceland held talks in Geneva on Monday.', ['met: Norway > Iceland [asserted]']],
  [
    'A summit brought together Norway and Iceland in Geneva.',
    [
      'participated: Iceland > Geneva summit [asserted]',
      'participated: Norway > Geneva summit [asserted]',
    ],
  ],
  ['Anna Berg sat down with Luis Ortega for an hour.', ['met: Anna Berg > Luis Ortega [asserted]']],
  ['Anna Berg spoke by phone with Luis Ortega.', ['spoke: Anna Berg > Luis Ortega [asserted]']],
  ['Anna Berg phoned Luis Ortega on Monday.', ['spoke: Anna Berg > Luis Ortega [asserted]']],
  ['Anna Berg had a phone call with Luis Ortega.', ['spoke: Anna Berg > Luis Ortega [asserted]']],
  ['Anna Berg wrote to Luis Ortega in March.', ['spoke: Anna Berg > Luis Ortega [asserted]']],
  [
    'Anna Berg told Luis Ortega that the bill was dead.',
    ['spoke: Anna Berg > Luis Ortega [asserted]'],
  ],
  ['Anna Berg briefed Luis Ortega on the plan.', ['spoke: Anna Berg > Luis Ortega [asserted]']],
  [
    'Anna Berg consulted Luis Ortega before the vote.',
    ['spoke: Anna Berg > Luis Ortega [asserted]'],
  ],
  ['Anna Berg discussed the plan with Luis Ortega.', ['spoke: Anna Berg > Luis Ortega [asserted]']],
  ['Anna Berg was in contact with Luis Ortega.', ['spoke: Anna Berg > Luis Ortega [asserted]']],
  ['"The bill is dead," Anna Berg told Reuters.', ['spoke: Anna Berg > Reuters [asserted]']],
  ['Anna Berg exchanged messages with Luis Ortega.', ['spoke: Anna Berg > Luis Ortega [asserted]']],
  ['Anna Berg testified before the Senate.', ['spoke: Anna Berg > Senate [asserted]']],
  ['Norway is in talks with Iceland over the border.', ['negotiated: Norway > Iceland [asserted]']],
  ['Norway opened negotiations with Iceland.', ['negotiated: Norway > Iceland [asserted]']],
  [
    'Negotiations between Norway and Iceland broke down.',
    ['negotiated: Norway > Iceland [asserted]'],
  ],
  [
    'Anna Berg took part in the Lisbon Summit.',
    ['participated: Anna Berg > Lisbon Summit [asserted]'],
  ],
  // one party is enough where the occasion is told from others
  [
    'Anna Berg told a news conference in Bern that the tunnel would open.',
    ['participated: Anna Berg > Bern news conference [asserted]'],
  ],
  [
    'Anna Berg addressed an emergency congress on Saturday.',
    ['participated: Anna Berg > emergency congress [asserted]'],
  ],
  [
    'Luis Ortega chaired a meeting of the audit committee in June.',
    ['participated: Luis Ortega > meeting of the audit committee [asserted]'],
  ],
  ['Anna Berg attended a meeting.', []],
  ['Anna Berg chaired the Lisbon Summit.', ['participated: Anna Berg > Lisbon Summit [asserted]']],
  [
    'The Lisbon Summit was attended by Anna Berg and Luis Ortega.',
    [
      'participated: Anna Berg > Lisbon Summit [asserted]',
      'participated: Luis Ortega > Lisbon Summit [asserted]',
    ],
  ],
  ['Anna Berg spoke at the Lisbon Summit.', ['participated: Anna Berg > Lisbon Summit [asserted]']],
  ['Anna Berg urged Luis Ortega to resign.', ['pressured: Anna Berg > Luis Ortega [asserted]']],
  ['Norway called on Iceland to sign the treaty.', ['pressured: Norway > Iceland [asserted]']],
  ['Norway warned Iceland against signing the treaty.', ['pressured: Norway > Iceland [asserted]']],
  ['Norway threatened Iceland with tariffs.', ['pressured: Norway > Iceland [asserted]']],
  ['Norway pressed Iceland for an answer.', ['pressured: Norway > Iceland [asserted]']],
  ['Norway demanded that Iceland sign the treaty.', ['pressured: Norway > Iceland [asserted]']],
  ['Norway put pressure on Iceland.', ['pressured: Norway > Iceland [asserted]']],
  ['Norway lobbied Iceland over the treaty.', ['pressured: Norway > Iceland [asserted]']],
  ['Norway issued an ultimatum to Iceland.', ['pressured: Norway > Iceland [asserted]']],
  ['Norway came under pressure from Iceland.', ['pressured: Iceland > Norway [asserted]']],
  [
    'Iceland faces pressure from Norway to sign the treaty.',
    ['pressured: Norway > Iceland [asserted]'],
  ],
  [
    'Anna Berg appointed Luis Ortega as her deputy.',
    ['directed: Anna Berg > Luis Ortega [asserted]'],
  ],
  ['Luis Ortega was appointed by Anna Berg.', ['directed: Anna Berg > Luis Ortega [asserted]']],
  [
    'Anna Berg named Luis Ortega to lead the inquiry.',
    [
      'directed: Anna Berg > Luis Ortega [asserted]',
      'participated: Luis Ortega > inquiry [planned]',
    ],
  ],
  [
    'Anna Berg asked Luis Ortega to lead the inquiry.',
    ['directed: Anna Berg > Luis Ortega [asserted]'],
  ],
  ['Anna Berg told Luis Ortega to resign.', ['directed: Anna Berg > Luis Ortega [asserted]']],
  [
    'Luis Ortega was sent to Lisbon by Anna Berg.',
    ['directed: Anna Berg > Luis Ortega [asserted]'],
  ],
  [
    'Anna Berg advised Luis Ortega during the campaign.',
    ['advised: Anna Berg > Luis Ortega [asserted]'],
  ],
  ['Luis Ortega was advised by Anna Berg.', ['advised: Anna Berg > Luis Ortega [asserted]']],
  [
    'Anna Berg serves as an adviser to Luis Ortega.',
    ['advised: Anna Berg > Luis Ortega [asserted]'],
  ],
  ['Norway meets Iceland in Geneva.', ['met: Norway > Iceland [asserted]']],
  [
    'Anna Berg was joined by Luis Ortega at the Lisbon Summit.',
    [
      'participated: Anna Berg > Lisbon Summit [asserted]',
      'participated: Luis Ortega > Lisbon Summit [asserted]',
    ],
  ],
  ['Anna Berg hired Luis Ortega in May.', ['directed: Anna Berg > Luis Ortega [asserted]']],
  [
    'Anna Berg, a critic of the plan, met Luis Ortega.',
    ['met: Anna Berg > Luis Ortega [asserted]', 'rejected: Anna Berg > plan [asserted]'],
  ],
  ['Anna Berg replaced Luis Ortega in May.', ['other: Anna Berg > Luis Ortega [asserted]']],
  ['Anna Berg defeated Luis Ortega.', ['other: Anna Berg > Luis Ortega [asserted]']],
  ['Anna Berg thanked Luis Ortega.', ['other: Anna Berg > Luis Ortega [asserted]']],
  ['Anna Berg works closely with Luis Ortega.', ['other: Anna Berg > Luis Ortega [asserted]']],
  ['Anna Berg married Luis Ortega.', ['other: Anna Berg > Luis Ortega [asserted]']],
  ['Anna Berg succeeded Luis Ortega.', ['other: Anna Berg > Luis Ortega [asserted]']],
  ['Norway supplied Iceland with weapons.', ['other: Norway > Iceland [asserted]']],
  ['Norway competes with Iceland.', ['other: Norway > Iceland [asserted]']],
  ['Norway apologised to Iceland.', ['spoke: Norway > Iceland [asserted]']],
  ['Anna Berg paid Luis Ortega 3 million euros.', ['other: Anna Berg > Luis Ortega [asserted]']],
  ['Anna Berg helped Luis Ortega in May.', ['other: Anna Berg > Luis Ortega [asserted]']],
  ['Anna Berg offered Luis Ortega a job.', ['other: Anna Berg > Luis Ortega [asserted]']],
  [
    'Anna Berg confirmed that she had met Luis Ortega.',
    ['met: Anna Berg > Luis Ortega [asserted]'],
  ],
  [
    'Anna Berg persuaded Luis Ortega to sign the treaty.',
    ['pressured: Anna Berg > Luis Ortega [asserted]', 'signed: Luis Ortega > treaty [asserted]'],
  ],
  [
    'Luis Ortega, who Anna Berg says met Elena Costa, resigned.',
    ['met: Luis Ortega > Elena Costa [asserted]'],
  ],
  ['Anna Berg admitted meeting Luis Ortega.', ['met: Anna Berg > Luis Ortega [asserted]']],
  [
    '"I told Luis Ortega to resign," Anna Berg said.',
    ['directed: Anna Berg > Luis Ortega [asserted]'],
  ],
  ['Anna Berg said: "I met Luis Ortega in May."', ['met: Anna Berg > Luis Ortega [asserted]']],
  [
    'Luis Ortega, whom Anna Berg met in May, resigned.',
    ['met: Anna Berg > Luis Ortega [asserted]'],
  ],
  ['It was Anna Berg who met Luis Ortega.', ['met: Anna Berg > Luis Ortega [asserted]']],
  [
    'The Lisbon Summit, hosted by Norway, ended on Friday.',
    ['participated: Norway > Lisbon Summit [asserted]'],
  ],
  ['Norway was urged by Iceland to sign the treaty.', ['pressured: Iceland > Norway [asserted]']],
  [
    'Norway is being urged by Iceland to sign the treaty.',
    ['pressured: Iceland > Norway [asserted]'],
  ],
  [
    'Norway has been asked by Iceland to sign the treaty.',
    ['directed: Iceland > Norway [asserted]'],
  ],
  [
    'Health Minister Anna Berg, who took office in March, on Tuesday urged hospital operator Norcare AB to hand over the files it had withheld from investigators.',
    ['pressured: Anna Berg > Norcare AB [asserted]'],
  ],
  [
    "The bank's chief executive, Luis Ortega, resigned on Friday after Reuters reported that he had met Anna Berg in secret.",
    ['met: Luis Ortega > Anna Berg [asserted]'],
  ],
  [
    'Kelvar Mining has hired Anna Berg, a former energy minister, as a lobbyist.',
    ['directed: Kelvar Mining > Anna Berg [asserted]'],
  ],
  [
    'Envoys from Norway and Iceland met in Geneva for the first time since the war.',
    ['met: Norway > Iceland [asserted]'],
  ],
  [
    'Kelvar Mining paid Luis Ortega 2 million dollars in 2019, court documents show.',
    ['other: Kelvar Mining > Luis Ortega [asserted]'],
  ],
  [
    'Anna Berg apologised to Luis Ortega for the remark.',
    ['spoke: Anna Berg > Luis Ortega [asserted]'],
  ],
  [
    'Anna Berg congratulated Luis Ortega on his victory.',
    ['other: Anna Berg > Luis Ortega [asserted]'],
  ],
  [
    'Luis Ortega replaced Anna Berg as chairman of Norcare AB.',
    ['other: Luis Ortega > Anna Berg [asserted]'],
  ],
  [
    'The union, which represents 4,000 nurses, wrote to Anna Berg demanding talks.',
    ['spoke: union > Anna Berg [asserted]'],
  ],
  [
    'Anna Berg chaired a meeting with Luis Ortega and Elena Costa.',
    [
      'participated: Anna Berg > Berg–Ortega meeting [asserted]',
      'participated: Elena Costa > Berg–Ortega meeting [asserted]',
      'participated: Luis Ortega > Berg–Ortega meeting [asserted]',
    ],
  ],
  ['Anna Berg sent Luis Ortega her congratulations.', []],
  [
    'Anna Berg sent Luis Ortega and Carla Novak to Oslo.',
    [
      'directed: Anna Berg > Carla Novak [asserted]',
      'directed: Anna Berg > Luis Ortega [asserted]',
    ],
  ],
]

describe('wordings between actors', () => {
  it.each(cases)('%s', (text, expected) => {
    expect(wordingOf(text)).toEqual(expected)
  })
})
