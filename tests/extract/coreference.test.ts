import { describe, expect, it } from 'vitest'
import { claimsOf, readCase } from './claims-of'

const entity = (text: string, form: string) => {
  const found = readCase(text)
  return found.entities.filter((e) => e.name === form || e.aliases.includes(form))
}

describe('coreference', () => {
  it('surnames, with who they were resolved from', () => {
    const [berg] = entity('Anna Berg met Luis Ortega. Berg left early.', 'Berg')
    expect(berg).toMatchObject({ name: 'Anna Berg', kind: 'person', note: 'surname of Anna Berg' })
  })

  it.each([
    ['Usamah bin Hadi spoke. Osama bin Hadi left. Bin Hadi threatened Spain.', 1],
    ["Rory O' Neill spoke. Mr O'Neill left.", 1],
    ['Ahmed bin Salman al-Farsi spoke. Mr Farsi left. Al-Farsi flew home.', 1],
    ['Ursula von der Haar spoke. Von der Haar left.', 1],
    ['Luis Ortega Vidal spoke. Ortega left.', 1],
    ['Luis Ortega Vidal met Ana Ortega Ruiz. Mr Ruiz left.', 2],
  ])('%s', (text, people) => {
    expect(readCase(text).entities.filter((e) => e.kind === 'person')).toHaveLength(people)
  })

  it('a capital is a government when it acts and a place when one is there', () => {
    const kinds = readCase(
      'Norway rejected the treaty. Oslo has pressured Iceland. Anna Berg met Luis Ortega in Oslo.',
    ).entities
    expect(
      kinds.filter((e) => e.name === 'Norway' || e.name === 'Oslo').map((e) => [e.name, e.kind]),
    ).toEqual([
      ['Norway', 'government'],
      ['Oslo', 'place'],
    ])
    expect(kinds.find((e) => e.name === 'Norway')?.aliases).toContain('Oslo')
  })

  it('what papers are about and of what sort they are tells them apart', () => {
    const papers = readCase(
      'Anna Berg backed the housing bill. Luis Ortega rejected the water bill. Anna Berg signed the treaty. Luis Ortega praised the bill.',
    ).entities.filter((e) => e.kind === 'paper')
    expect(papers.map((e) => e.name)).toEqual(['housing bill', 'treaty', 'water bill'])
  })

  it('numbers tell papers apart, and "the plan" takes up the one that was named', () => {
    const papers = readCase(
      'Norway backs a 12-point plan. Iceland rejected an 8-point plan. Anna Berg signed the 12-point plan. Luis Ortega amended the plan.',
    ).entities.filter((e) => e.kind === 'paper')
    expect(papers.map((e) => e.name)).toEqual(['12-point plan', '8-point plan'])
  })

  it('a pronoun that agrees with nobody stays unresolved and draws nothing', () => {
    expect(claimsOf('She met Luis Ortega.')).toEqual([])
  })

  it('he and she within two sentences', () => {
    expect(claimsOf('Anna Berg arrived on Monday. She met Luis Ortega.')).toContain(
      'met: Anna Berg > Luis Ortega [asserted]',
    )
  })

  it('names lower-cased by mistake', () => {
    const names = readCase(
      'Foreign Minister anna Berg met Luis ortega in Lisbon. After the talks Ortega left early.',
    )
      .entities.flatMap((e) => [e.name, ...e.aliases])
      .map((n) => n.toLowerCase())
    expect(names).toEqual(expect.arrayContaining(['anna berg', 'luis ortega']))
  })

  it('nations that share a noun are groups of their own', () => {
    const groups = readCase(
      'Talks led US, European, and Norwegian officials to modify the draft.',
    ).entities.filter((e) => e.kind === 'group')
    expect(groups.map((e) => e.name)).toEqual([
      'European officials',
      'Norwegian officials',
      'US officials',
    ])
  })

  it('a meeting of three is an event named by its place', () => {
    const case_ = readCase(
      'A meeting in Lisbon last month between Anna Berg, Luis Ortega and Carla Novak shaped the treaty.',
    )
    expect(case_.entities.filter((e) => e.kind === 'event').map((e) => e.name)).toEqual([
      'Lisbon meeting',
    ])
    const [evidence] = case_.claims.find((c) => c.relation === 'participated')!.evidence
    expect(evidence).toMatchObject({ when: 'last month', where: 'Lisbon' })
  })

  /** What the pronouns of a text stand for: `she: Anna Berg`. */
  const pronouns = (text: string): string[] => {
    const case_ = readCase(text)
    const names = new Map(case_.entities.map((e) => [e.id, e.name]))
    return case_.mentions
      .filter((m) => /^(?:he|him|his|she|her|they|them|their|it|its)$/i.test(m.text))
      .map((m) => `${m.text.toLowerCase()}: ${names.get(m.entity)}`)
  }

  it.each([
    [
      'a given name says who is she',
      'Paul Lund flew home with Anna Berg. She met Luis Ortega.',
      ['she: Anna Berg'],
    ],
    [
      'who spoke last speaks on',
      '“We agree,” said Anna Berg, whose team had met Carla Novak. “It is late,” she added.',
      ['she: Anna Berg'],
    ],
    [
      'nobody accuses himself of it',
      'Otto Brez met Paul Lund, told him about it and left.',
      ['him: Paul Lund'],
    ],
    [
      'a phrase that opens the sentence looks ahead',
      'Anna Berg spoke to reporters. In his speech, Paul Lund accused Norway.',
      ['his: Paul Lund'],
    ],
    [
      'who is quoted is I, not he',
      'Tom Hale accused Paul Lund of theft. “He is destroying our whole party,” Hale said.',
      ['he: Paul Lund'],
    ],
    [
      'the report has turned to somebody else',
      'Paul Lund told the BBC it was over. Otto Brez was the first to be freed. He told the Observer about it.',
      ['he: Otto Brez'],
    ],
    [
      'nobody meets himself',
      'Paul Lund met Luis Ortega. Mark Hale thanked him.',
      ['him: Paul Lund'],
    ],
  ])('%s', (_, text, expected) => {
    expect(pronouns(text)).toEqual(expect.arrayContaining(expected))
  })

  it.each([
    [
      'somebody without a name stands nearer',
      'Paul Lund left Oslo. Gunmen kidnapped a surgeon and his driver.',
    ],
    ['others stand nearer than the body', 'NATO warned the residents that they must leave.'],
    ['empty it', 'Microsoft said on Friday that it is time to move. It took a month to agree.'],
    [
      'it found hard',
      'Norway rejected the treaty. Anna Berg finds it troubling that talks failed.',
    ],
    [
      'it after a thing without a name',
      'Norway rejected the treaty. The storm reached Oslo, and it destroyed the port.',
    ],
  ])('wrong is worse than none: %s', (_, text) => {
    expect(pronouns(text)).toEqual([])
  })
})

describe('an office that two people hold', () => {
  it('is nobody in particular', () => {
    const text =
      'Peruvian President Luis Ortega met Chilean President Anna Berg. Lawmakers rejected the treaty. Ministers resigned. The president accused Norway.'
    expect(claimsOf(text).filter((line) => line.startsWith('accused'))).toEqual([])
  })

  it('is the one where there is one', () => {
    const text = 'Peruvian President Luis Ortega left Oslo. The president accused Norway.'
    expect(claimsOf(text)).toContain('accused: Luis Ortega > Norway [asserted]')
  })

  it.each([
    [
      'a seat tells a member',
      'Harold Pinks attacked the plan. Labour MP Ada Lyle backed it. The Torquay MP met Pinks.',
      'met: Ada Lyle > Harold Pinks [asserted]',
    ],
    [
      'a party by its other name',
      'Tory leader Tom Hart met Ann Rook. The Conservative leader accused Norway.',
      'accused: Tom Hart > Norway [asserted]',
    ],
    [
      'described behind the name',
      'Anna Berg, chairwoman of Veltrix, met Tom Hart. The chairwoman accused Norway.',
      'accused: Anna Berg > Norway [asserted]',
    ],
    [
      'who leads a body is its president',
      'The president of the Rowing Federation rejected the plan. Otto Brez, who has led the federation since 2013, was calm.',
      'rejected: Otto Brez > plan [asserted]',
    ],
    [
      'nobody is named for it',
      'The information commissioner accused the Home Office.',
      'accused: information commissioner > Home Office [asserted]',
    ],
    [
      'of a town',
      'The mayor of Leeds accused Norway. Ministers met. The mayor then met Ada Lyle.',
      'met: mayor of Leeds > Ada Lyle [asserted]',
    ],
  ])('%s', (_, text, expected) => {
    expect(claimsOf(text)).toContain(expected)
  })

  it('is not the ally whose owner holds it', () => {
    expect(claimsOf("Minister Ann Rook's closest ally accused Norway.")).not.toContain(
      'accused: Ann Rook > Norway [asserted]',
    )
  })
})

it('what a report comes back to is named, though nothing is claimed of it', () => {
  const kinds = (text: string) => readCase(text).entities.map((e) => `${e.kind}: ${e.name}`)
  expect(
    kinds(
      'A storm began. The accident was bad. The accident lasted an hour. The accident was over.',
    ),
  ).toContain('event: accident')
  expect(kinds('A storm began. The accident was bad. The accident was over.')).toEqual([])
})

describe('a body by a noun', () => {
  it.each([
    [
      'the agency is the public one',
      'Veltrix Foods sued the Trade Commission. Lawmakers urged the agency to act.',
      'pressured: lawmakers > Trade Commission [asserted]',
    ],
    [
      'the insurer is the firm just named',
      'The insurer Marlo posted a loss. The insurer accused Norway.',
      'accused: Marlo > Norway [asserted]',
    ],
    [
      'its editor is the paper’s, whoever called on it',
      'Police visited the newsroom of the Leeds Tribune and asked its editor, Tom Hart, to leave.',
      'holds_role (editor): Tom Hart > Leeds Tribune [asserted]',
    ],
    [
      'the spokesman of the ministry just spoken of',
      'The ministry rejected the plan. Ministry spokesman Dan Pole accused Norway.',
      'holds_role (spokesman): Dan Pole > ministry [asserted]',
    ],
    [
      'a bare name is the company’s where its people are called Mr',
      'Almark bought Penrow Foods. Mr. Penrow, its founder, left. Penrow accused Norway.',
      'accused: Penrow Foods > Norway [asserted]',
    ],
  ])('%s', (_, text, expected) => {
    expect(claimsOf(text)).toContain(expected)
  })

  it('two firms in doubt are neither', () => {
    const text = 'Talks between Penrow Foods and Almark Motors ended. The company accused Norway.'
    expect(claimsOf(text).filter((line) => line.startsWith('accused'))).toEqual([])
  })

  it('a row of people is taken up by their number, or by "they"', () => {
    const claims = claimsOf(
      'Anna Berg, Tom Hart and Ann Rook signed a treaty. They accused Norway. Paul Lund flew in. Otto Brez met the three leaders.',
    )
    expect(claims).toEqual(
      expect.arrayContaining([
        'accused: Tom Hart > Norway [asserted]',
        'met: Otto Brez > Ann Rook [asserted]',
      ]),
    )
  })
})
