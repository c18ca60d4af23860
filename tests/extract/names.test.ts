import { describe, expect, it } from 'vitest'
import { readCase } from './claims-of'

/** `kind: name` of everything a text names. */
const named = (text: string): string[] =>
  readCase(text).entities.map((entity) => `${entity.kind}: ${entity.name}`)

describe('names', () => {
  it.each([
    ['Louisiana Governor Ada Lyle spoke in Leeds.', ['place: Louisiana', 'person: Ada Lyle']],
    ['He told al-Rafida television that talks had ended.', ['organization: al-Rafida']],
    ['He campaigned for Winton “Red” Hale in May.', ['person: Winton Red Hale']],
    ['She flew to Washington, D.C. on Friday.', ['place: Washington, D.C.']],
    ['The US Red Cross sent volunteers.', ['organization: US Red Cross']],
    ['She studied at Kyoto University in 1990.', ['organization: Kyoto University']],
    ['The Houston Astros lost again.', ['organization: Houston Astros']],
    ['Hurricane Odile destroyed the harbour.', ['event: Hurricane Odile']],
    ['He was killed in the Battle of Narva.', ['event: Battle of Narva']],
    ['KABUL: The talks ended on Sunday.', ['place: Kabul']],
    [
      'The Guild of Small Brewers of Ulster (GSBU) met the Rail and General Workers Union (RGWU).',
      [
        'organization: Guild of Small Brewers of Ulster',
        'organization: Rail and General Workers Union',
      ],
    ],
    [
      'Minister for Farms, Fisheries and Rural Towns Carla Binns met the Minister of State for Health Una Carr.',
      ['person: Carla Binns', 'person: Una Carr'],
    ],
    ['Fostering Network director Anna Pell left.', ['organization: Fostering Network']],
    ['Former Veltrix chief Dan Moss met Penrow Chairwoman Ada Lyle.', ['organization: Veltrix']],
    ['The Sunday Mercury rang the Mail on Sunday.', ['organization: Sunday Mercury']],
    ['Paddle Norway met Cricket Ireland.', ['organization: Cricket Ireland']],
    ["The Prince's Trust met St George's Hospital.", ["organization: St George's Hospital"]],
    [
      'Norway sued Almark Commodities and Warwick Sandow. Almark apologised. Sandow fled.',
      ['organization: Almark Commodities', 'person: Warwick Sandow'],
    ],
    [
      'Tory leader Tom Hart met Lib Dem Ada Lyle. The Conservatives and the Liberal Democrats agreed.',
      ['organization: Conservatives', 'organization: Liberal Democrats'],
    ],
    [
      'President Park Chung-soo met Steve Lund of Studio 54 and Carla Lena of la Repubblica.',
      ['person: Park Chung-soo', 'organization: Studio 54', 'organization: la Repubblica'],
    ],
    [
      'She left the University of North Carolina at Chapel Hill for the University of Arkansas, Fayetteville.',
      [
        'organization: University of North Carolina at Chapel Hill',
        'organization: University of Arkansas, Fayetteville',
      ],
    ],
    [
      'The Freedom of Assembly Act went to the International Court of Justice from Port of Spain.',
      [
        'paper: Freedom of Assembly Act',
        'organization: International Court of Justice',
        'place: Port of Spain',
      ],
    ],
    [
      'Voters left Democratic Renewal, PC World said. A regiment in Kara agreed.',
      ['organization: Democratic Renewal', 'organization: PC World', 'place: Kara'],
    ],
    [
      'Marlow Strand said no. Marlow Strand rang. Marlow Strand, a Brussels law firm acting for Norway, left.',
      ['organization: Marlow Strand'],
    ],
    [
      "Keith Kohl drafted the report. Kohl's report angered Moody's lawyers.",
      ['person: Keith Kohl', "paper: Kohl's report"],
    ],
    [
      "Standard & Poor's met Ada Lyle QC. The Games begin in May.",
      ["organization: Standard & Poor's", 'person: Ada Lyle', 'event: Games'],
    ],
    [
      'The chairman of the Roads Audit Committee Peter Hale met Irishman Dan Moss.',
      ['organization: Roads Audit Committee', 'person: Peter Hale', 'person: Dan Moss'],
    ],
    [
      "The Association of Rural Road Users spoke. Arru left. Oslo's mayor praised Norway.",
      ['organization: Association of Rural Road Users', 'place: Oslo'],
    ],
    ['The Fed raised rates. The Federal Reserve said so.', ['organization: Federal Reserve']],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expect.arrayContaining(expected))
  })

  it('a field of study is no town, a degree and a product nobody', () => {
    const found = named(
      'She has a Ph.D. in Linguistics. Google Chrome was released in May. He works in Sociology.',
    )
    expect(found.filter((line) => /^(?:person|place)/.test(line))).toEqual([])
  })

  it('neither a ship, a prize nor a party behind a name is somebody', () => {
    const found = named(
      'HMS Avon sank off Spain. She won an Oscar. Senator Mary Lund (D-NY) met Tom Hale, R-Ohio, on Monday.',
    )
    expect(found.filter((line) => /^person/.test(line))).toEqual([
      'person: Mary Lund',
      'person: Tom Hale',
    ])
  })

  it('the outlet of a dateline is not the town', () => {
    const { entities } = readCase('WASHINGTON (CNN) -- Anna Berg met Luis Ortega on Monday.')
    const town = entities.find((e) => e.kind === 'place')
    expect(town?.aliases ?? []).not.toContain('CNN')
  })

  it('a commission by the end of its name', () => {
    const { entities } = readCase(
      'The Icelandic High Electoral Commission rejected the appeal. The Electoral Commission said it had no grounds. The Commission will meet on Monday.',
    )
    expect(entities.filter((e) => /Commission/.test(e.name))).toHaveLength(1)
  })
})
