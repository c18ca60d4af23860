import { describe, expect, it } from 'vitest'
import { wordingOf } from './claims-of'

const cases: [string, string[]][] = [
  [
    'The Nordic Council is a vocal critic of the Lisbon Treaty.',
    ['rejected: Nordic Council > Lisbon Treaty [asserted]'],
  ],
  [
    'The Nordic Council, a staunch supporter of the Lisbon Treaty, walked out.',
    ['backed: Nordic Council > Lisbon Treaty [asserted]'],
  ],
  ['Anna Berg is not a supporter of the Lisbon Treaty.', []],
  ['Anna Berg is no critic of the Lisbon Treaty.', []],
  [
    'Norway dismissed suggestions that it was isolated.',
    ['rejected: Norway > suggestions that it was isolated [asserted]'],
  ],
  [
    'Anna Berg denied giving any such order.',
    ['denied: Anna Berg > giving any such order [asserted]'],
  ],
  [
    'Its largest shareholder, the Olsen family trust, rejected the bid.',
    ['rejected: Olsen family trust > bid [asserted]'],
  ],
  [
    'Kelvar Mining denied any link to Luis Ortega.',
    ['denied: Kelvar Mining > link to Luis Ortega [asserted]'],
  ],
  ['Kelvar Mining supported higher wages.', ['backed: Kelvar Mining > higher wages [asserted]']],
  ['Norway rejected calls for a boycott.', ['rejected: Norway > calls for a boycott [asserted]']],
  ['Norway boycotted the Lisbon Summit.', ['rejected: Norway > Lisbon Summit [asserted]']],
  [
    'Anna Berg, who attended the Lisbon Summit, praised the plan.',
    ['backed: Anna Berg > plan [asserted]', 'participated: Anna Berg > Lisbon Summit [asserted]'],
  ],
  ['The Senate voted in favor of the bill.', ['backed: Senate > bill [asserted]']],
  ['The Greens voted against the bill.', ['rejected: Greens > bill [asserted]']],
  ['The Senate rejected the bill by 51 votes to 49.', ['rejected: Senate > bill [asserted]']],
  ['Norway refused to sign the treaty.', ['rejected: Norway > treaty [asserted]']],
  ['Norway came out against the treaty.', ['rejected: Norway > treaty [asserted]']],
  ['Norway is opposed to the treaty.', ['rejected: Norway > treaty [asserted]']],
  ['Norway has objected to the treaty.', ['rejected: Norway > treaty [asserted]']],
  ['Norway spoke out against the treaty.', ['rejected: Norway > treaty [asserted]']],
  ['Norway threw out the treaty.', ['rejected: Norway > treaty [asserted]']],
  ['Norway vetoed the treaty.', ['rejected: Norway > treaty [asserted]']],
  ['Norway voiced opposition to the treaty.', ['rejected: Norway > treaty [asserted]']],
  ['Norway withdrew from the treaty.', ['rejected: Norway > treaty [asserted]']],
  [
    'Anna Berg criticised Luis Ortega over the treaty.',
    ['rejected: Anna Berg > Luis Ortega [asserted]'],
  ],
  ['Luis Ortega was criticised by Anna Berg.', ['rejected: Anna Berg > Luis Ortega [asserted]']],
  ['The plan was met with opposition from Norway.', ['rejected: Norway > plan [asserted]']],
  ['Norway threw its support behind the treaty.', ['backed: Norway > treaty [asserted]']],
  ['Norway is in favour of the treaty.', ['backed: Norway > treaty [asserted]']],
  ['Norway voiced support for the treaty.', ['backed: Norway > treaty [asserted]']],
  ['Norway came out in favour of the treaty.', ['backed: Norway > treaty [asserted]']],
  ['The treaty has the backing of Norway.', ['backed: Norway > treaty [asserted]']],
  ['The treaty is backed by Norway.', ['backed: Norway > treaty [asserted]']],
  [
    'The treaty, backed by Norway, was signed by Iceland.',
    ['backed: Norway > treaty [asserted]', 'signed: Iceland > treaty [asserted]'],
  ],
  ['Anna Berg endorsed Luis Ortega.', ['backed: Anna Berg > Luis Ortega [asserted]']],
  ['Anna Berg accused Luis Ortega of lying.', ['accused: Anna Berg > Luis Ortega [asserted]']],
  [
    'Anna Berg has been accused by Luis Ortega of lying.',
    ['accused: Luis Ortega > Anna Berg [asserted]'],
  ],
  ['Anna Berg blamed Luis Ortega for the delay.', ['accused: Anna Berg > Luis Ortega [asserted]']],
  ['Anna Berg sued Luis Ortega in March.', ['accused: Anna Berg > Luis Ortega [asserted]']],
  [
    'Anna Berg filed a lawsuit against Luis Ortega.',
    [
      'accused: Anna Berg > Luis Ortega [asserted]',
      "authored: Anna Berg > Berg's lawsuit [asserted]",
    ],
  ],
  [
    'Anna Berg, accusing Luis Ortega of fraud, left the room.',
    ['accused: Anna Berg > Luis Ortega [asserted]'],
  ],
  [
    'Prosecutors charged Luis Ortega with fraud.',
    ['accused: prosecutors > Luis Ortega [asserted]'],
  ],
  [
    'Luis Ortega was charged with fraud by prosecutors.',
    ['accused: prosecutors > Luis Ortega [asserted]'],
  ],
  ['Police detained Luis Ortega.', ['acted_against: Police > Luis Ortega [asserted]']],
  ['Anna Berg fired Luis Ortega.', ['acted_against: Anna Berg > Luis Ortega [asserted]']],
  ['Luis Ortega was sacked by Anna Berg.', ['acted_against: Anna Berg > Luis Ortega [asserted]']],
  ['Norway imposed sanctions on Iceland.', ['acted_against: Norway > Iceland [asserted]']],
  ['Norway expelled Luis Ortega in May.', ['acted_against: Norway > Luis Ortega [asserted]']],
  ['Norway launched an attack on Iceland.', ['acted_against: Norway > Iceland [asserted]']],
  ['Norway brought charges against Luis Ortega.', ['accused: Norway > Luis Ortega [asserted]']],
  [
    'The European Commission fined Microsoft over the merger.',
    ['acted_against: European Commission > Microsoft [asserted]'],
  ],
  [
    'Microsoft acquired Activision Studios for $3bn.',
    ['acquired: Microsoft > Activision Studios [asserted]'],
  ],
  [
    "Microsoft's acquisition of Activision Studios was approved.",
    ['acquired: Microsoft > Activision Studios [asserted]'],
  ],
  [
    'Microsoft bought a 20 percent stake in Activision Studios.',
    ['acquired: Microsoft > Activision Studios [asserted]'],
  ],
  [
    'Microsoft invested in Activision Studios.',
    ['acquired: Microsoft > Activision Studios [asserted]'],
  ],
  ['Anna Berg called Luis Ortega a liar.', ['described: Anna Berg > Luis Ortega [asserted]']],
  ['Anna Berg described Luis Ortega as a liar.', ['described: Anna Berg > Luis Ortega [asserted]']],
  ['Anna Berg dismissed the plan as a farce.', ['rejected: Anna Berg > plan [asserted]']],
  [
    'Luis Ortega, described by Anna Berg as a liar, resigned.',
    ['described: Anna Berg > Luis Ortega [asserted]'],
  ],
  ['Anna Berg denied wrongdoing.', ['denied: Anna Berg > wrongdoing [asserted]']],
  ['Anna Berg denied any involvement.', ['denied: Anna Berg > involvement [asserted]']],
  [
    "Anna Berg denied Luis Ortega's allegations.",
    ["denied: Anna Berg > Luis Ortega's allegations [asserted]"],
  ],
  ['Anna Berg declined an interview request.', ['declined_comment: Anna Berg [asserted]']],
  ['Anna Berg could not be reached for comment.', ['declined_comment: Anna Berg [asserted]']],
  ['Anna Berg did not immediately respond to emails.', ['declined_comment: Anna Berg [asserted]']],
  ['A spokesman for Microsoft declined to comment.', ['declined_comment: Microsoft [asserted]']],
  [
    'Iceland signed the treaty after Norway rejected it.',
    ['rejected: Norway > treaty [asserted]', 'signed: Iceland > treaty [asserted]'],
  ],
  [
    'Both Norway and Iceland rejected the treaty.',
    ['rejected: Iceland > treaty [asserted]', 'rejected: Norway > treaty [asserted]'],
  ],
  [
    'Asked about the treaty, Anna Berg criticised Luis Ortega.',
    ['rejected: Anna Berg > Luis Ortega [asserted]'],
  ],
  [
    'The treaty, which Norway signed in May, was rejected by Iceland.',
    ['rejected: Iceland > treaty [asserted]', 'signed: Norway > treaty [asserted]'],
  ],
  [
    'The treaty signed by Norway was rejected by Iceland.',
    ['rejected: Iceland > treaty [asserted]', 'signed: Norway > treaty [asserted]'],
  ],
  [
    "Elena Costa's lawyer, Anna Berg, sued Luis Ortega.",
    ['accused: Anna Berg > Luis Ortega [asserted]'],
  ],
  [
    "Norway's decision to reject the treaty angered Iceland.",
    ['rejected: Norway > treaty [asserted]'],
  ],
  [
    'Anna Berg quit after accusing Luis Ortega of lying.',
    ['accused: Anna Berg > Luis Ortega [asserted]'],
  ],
  [
    'Before meeting Luis Ortega, Anna Berg praised the plan.',
    ['backed: Anna Berg > plan [asserted]', 'met: Anna Berg > Luis Ortega [asserted]'],
  ],
  [
    'After meeting Luis Ortega, Anna Berg praised the plan.',
    ['backed: Anna Berg > plan [asserted]', 'met: Anna Berg > Luis Ortega [asserted]'],
  ],
  [
    'Anna Berg said Norway had rejected the treaty and Iceland had backed it.',
    ['backed: Iceland > treaty [asserted]', 'rejected: Norway > treaty [asserted]'],
  ],
  [
    "Anna Berg's Labour Party backed the amendment, while Luis Ortega's Conservatives voted against it.",
    [
      'backed: Labour Party > amendment [asserted]',
      'rejected: Conservatives > amendment [asserted]',
    ],
  ],
  [
    'Federal prosecutors in Boston accused Kelvar Mining of bribing officials in Ghana.',
    ['accused: federal prosecutors > Kelvar Mining [asserted]'],
  ],
  [
    'Norcare AB, which is owned by Kelvar Mining, fired its finance director, Luis Ortega, in May.',
    [
      'acted_against: Norcare AB > Luis Ortega [asserted]',
      'other: Kelvar Mining > Norcare AB [asserted]',
    ],
  ],
  [
    'Luis Ortega was arrested by Spanish police at an airport near Madrid.',
    ['acted_against: Spanish police > Luis Ortega [asserted]'],
  ],
  [
    'Norway and Iceland accused each other of violating the truce.',
    ['accused: Iceland > Norway [asserted]', 'accused: Norway > Iceland [asserted]'],
  ],
  [
    'Anna Berg, speaking to reporters in Oslo, described the deal as a betrayal.',
    ['described: Anna Berg > deal [asserted]'],
  ],
  [
    "Anna Berg's office said she had received the letter but declined to comment on it.",
    ['declined_comment: Anna Berg [asserted]', 'presented: letter > Anna Berg [asserted]'],
  ],
  [
    'Neither Anna Berg nor her lawyer responded to requests for comment.',
    ['declined_comment: Anna Berg [asserted]', "declined_comment: Berg's lawyer [asserted]"],
  ],
  [
    "The committee's chairman, Luis Ortega, blamed Anna Berg and her predecessor, Elena Costa, for the delays.",
    [
      'accused: Luis Ortega > Anna Berg [asserted]',
      'accused: Luis Ortega > Elena Costa [asserted]',
    ],
  ],
  [
    'Rebels led by Luis Ortega attacked Norwegian troops near the border.',
    ['acted_against: rebels > Norwegian troops [asserted]'],
  ],
  [
    "Norway's supreme court overturned the ruling.",
    ["rejected: Norway's supreme court > ruling [asserted]"],
  ],
  ['Norway pulled out of the treaty in May.', ['rejected: Norway > treaty [asserted]']],
  [
    'Norway suspended Iceland from the Nordic Pact.',
    ['acted_against: Norway > Iceland [asserted]'],
  ],
  [
    'The plan has been welcomed by Norway but rejected by Iceland.',
    ['backed: Norway > plan [asserted]', 'rejected: Iceland > plan [asserted]'],
  ],
  [
    'Anna Berg attacked Luis Ortega over the plan.',
    ['rejected: Anna Berg > Luis Ortega [asserted]'],
  ],
  ['Rebels attacked the Norwegian army.', ['acted_against: rebels > Norwegian army [asserted]']],
  ['Luis Ortega came under fire from Anna Berg.', ['rejected: Anna Berg > Luis Ortega [asserted]']],
  [
    'Luis Ortega faced calls from the Greens to resign.',
    ['pressured: Greens > Luis Ortega [asserted]'],
  ],
  ['The Greens blamed the delay on Norway.', ['accused: Greens > Norway [asserted]']],
  ['The Greens have lost confidence in Anna Berg.', ['backed: Greens > Anna Berg [denied]']],
  ['The Greens expressed full confidence in Anna Berg.', ['backed: Greens > Anna Berg [asserted]']],
  [
    'Anna Berg voted against the bill and Luis Ortega abstained.',
    ['rejected: Anna Berg > bill [asserted]'],
  ],
  [
    'Norway fined Dorvik Steel, the parent company of the Dorvik unit, Halden Metals, in May.',
    ['acted_against: Norway > Dorvik Steel [asserted]'],
  ],
  [
    'Norway blacklisted its Dubai subsidiary, Halden Metals, last year.',
    ['acted_against: Norway > Halden Metals [asserted]'],
  ],
  [
    'Norway is considering sanctions on Halden Metals.',
    ['acted_against: Norway > Halden Metals [planned]'],
  ],
  ['Norway denied there was any rift.', ['denied: Norway > rift [asserted]']],
  ['Norway denied that there had been a rift.', ['denied: Norway > rift [asserted]']],
  ['Anna Berg denied taking bribes.', ['denied: Anna Berg > taking bribes [asserted]']],
  ['Anna Berg denied being the source.', ['denied: Anna Berg > being the source [asserted]']],
  [
    'The plan was described as "rash" and "irresponsible" by Anna Berg.',
    ['described: Anna Berg > plan [asserted]'],
  ],
  [
    'The merger of Halden Metals and Dorvik Steel is to go ahead.',
    ['acquired: Halden Metals > Dorvik Steel [planned]'],
  ],
  [
    'Halden Metals sold a 10% stake in Dorvik Steel to Norsk Rail.',
    ['acquired: Norsk Rail > Dorvik Steel [asserted]'],
  ],
  [
    'Halden Metals, owned by convicted financier Luis Ortega, bought Dorvik Steel.',
    [
      'acquired: Halden Metals > Dorvik Steel [asserted]',
      'other: Luis Ortega > Halden Metals [asserted]',
    ],
  ],
  [
    "Norway rejected Iceland's calls for the ban.",
    ['backed: Iceland > ban [asserted]', 'rejected: Norway > calls [asserted]'],
  ],
  [
    'Norway rejected calls by Iceland for the ban.',
    ['backed: Iceland > ban [asserted]', 'rejected: Norway > calls [asserted]'],
  ],
]

describe('wordings of stand and deed', () => {
  it.each(cases)('%s', (text, expected) => {
    expect(wordingOf(text)).toEqual(expected)
  })
})
