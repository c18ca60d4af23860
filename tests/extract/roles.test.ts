import { describe, expect, it } from 'vitest'
import { claimsOf } from './claims-of'

describe('roles', () => {
  it.each([
    [
      'Norwegian Foreign Minister Anna Berg left.',
      ['holds_role (Foreign Minister): Anna Berg > Norway [asserted]'],
    ],
    ['Kremlin aide Yuri Sokolov left.', ['holds_role (aide): Yuri Sokolov > Kremlin [asserted]']],
    [
      'Anna Berg, head of the Nordic Council, left.',
      ['holds_role (head): Anna Berg > Nordic Council [asserted]'],
    ],
    ['Luis Ortega of the Labour Party won.', ['holds_role: Luis Ortega > Labour Party [asserted]']],
    [
      'Anna Berg is the chairwoman of Nordic Council.',
      ['holds_role (chairwoman): Anna Berg > Nordic Council [asserted]'],
    ],
    [
      "Norway's ambassador to the United Nations, Anna Berg, left.",
      ['holds_role (ambassador): Anna Berg > Norway [asserted]'],
    ],
    [
      'The foreign ministry spokesman, Luis Ortega, agreed.',
      ['holds_role (spokesman): Luis Ortega > foreign ministry [asserted]'],
    ],
    [
      "Ms Berg, a member of the opposition People's Dawn Party, left.",
      ["holds_role (member): Berg > People's Dawn Party [asserted]"],
    ],
    [
      "Anna Berg, Blue Harbour's managing partner, left.",
      ['holds_role (managing partner): Anna Berg > Blue Harbour [asserted]'],
    ],
    [
      'A former Norwegian justice minister, Anna Berg, left.',
      ['holds_role (former justice minister): Anna Berg > Norway [asserted]'],
    ],
    [
      "For the host, Norway's president, Anna Berg, it is a headache. Her trade minister, Luis Ortega, left.",
      [
        'holds_role (president): Anna Berg > Norway [asserted]',
        'holds_role (trade minister): Luis Ortega > Norway [asserted]',
      ],
    ],
    [
      'President Anna Berg of Ghana met UN special envoy to Syria Luis Ortega.',
      [
        'holds_role (President): Anna Berg > Ghana [asserted]',
        'holds_role (special envoy): Luis Ortega > UN [asserted]',
      ],
    ],
    [
      'The mayor of Leeds, Anna Berg, met Mayor of Bristol Luis Ortega and Texas Governor Dan Moss.',
      [
        'holds_role (mayor): Anna Berg > Leeds [asserted]',
        'holds_role (Mayor): Luis Ortega > Bristol [asserted]',
        'holds_role (Governor): Dan Moss > Texas [asserted]',
      ],
    ],
    [
      "The European Union's envoy for the Caribbean, Anna Berg, left.",
      ['holds_role (envoy): Anna Berg > European Union [asserted]'],
    ],
    [
      'Anna Berg, from the University of Leeds, agreed.',
      ['holds_role: Anna Berg > University of Leeds [asserted]'],
    ],
    [
      'Conservative leader Anna Berg agreed.',
      ['holds_role (leader): Anna Berg > Conservatives [asserted]'],
    ],
    [
      'The European Commission waited. Justice Commissioner Anna Berg agreed.',
      ['holds_role (Justice Commissioner): Anna Berg > European Commission [asserted]'],
    ],
    [
      'The European Commission waited. The commissioner for health, Anna Berg, and her spokesman, Otto Brez, left.',
      [
        'holds_role (commissioner): Anna Berg > European Commission [asserted]',
        'holds_role (spokesman): Otto Brez > Anna Berg [asserted]',
      ],
    ],
    [
      'Anna Berg, editor at large at the Leeds Gazette, agreed.',
      ['holds_role (editor at large): Anna Berg > Leeds Gazette [asserted]'],
    ],
    [
      'Anna Berg, curator and director of exhibits at the University of Leeds, agreed.',
      ['holds_role (curator and director): Anna Berg > University of Leeds [asserted]'],
    ],
    [
      'Anna Berg, president of the commission of the Nordic Council, met the head of the US team, Otto Brez.',
      [
        'holds_role (president): Anna Berg > Nordic Council [asserted]',
        'holds_role (head): Otto Brez > United States [asserted]',
      ],
    ],
    [
      "Two leaders met. Norway's Anna Berg praised Ghana's Luis Ortega.",
      ['holds_role: Anna Berg > Norway [asserted]', 'holds_role: Luis Ortega > Ghana [asserted]'],
    ],
    ['Anna Berg, a Norwegian financier, left.', []],
    ['Anna Berg led a delegation to Leeds.', []],
    [
      'In Oslo, the foreign ministry waited. It rained. Asked whether Ghana agreed, Anna Berg, a foreign ministry spokeswoman, left.',
      [],
    ],
    ['Leeds barred Anna Berg from public office.', []],
    ["Norway's Anna Berg won the race ahead of Ghana's Luis Ortega.", []],
    [
      "Anna Berg left. Berg's Progress Party lost.",
      ['holds_role: Anna Berg > Progress Party [asserted]'],
    ],
    [
      "Norway is cold. The country's prime minister, Anna Berg, left.",
      ['holds_role (prime minister): Anna Berg > Norway [asserted]'],
    ],
    [
      "Voters in Leeds waited. The city's health commissioner, Anna Berg, left.",
      ['holds_role (health commissioner): Anna Berg > Leeds [asserted]'],
    ],
    [
      'The foreign ministry said Norway was large. Anna Berg, who was its ambassador, left.',
      ['holds_role (ambassador): Anna Berg > Norway [asserted]'],
    ],
    [
      "Norway's UN ambassador Anna Berg left the hall.",
      ['holds_role (ambassador): Anna Berg > Norway [asserted]'],
    ],
    [
      "Norway's minister for climate, energy and utilities, Anna Berg, left.",
      ['holds_role (minister): Anna Berg > Norway [asserted]'],
    ],
    [
      'Anna Berg was appointed chief executive of Veltrix in 2019.',
      ['holds_role (chief executive): Anna Berg > Veltrix [asserted]'],
    ],
    [
      'Veltrix named Anna Berg its new chief executive.',
      ['holds_role (new chief executive): Anna Berg > Veltrix [asserted]'],
    ],
    [
      'Anna Berg resigned as vice president of the World Archery Federation.',
      ['holds_role (vice president): Anna Berg > World Archery Federation [asserted]'],
    ],
    [
      'Anna Berg, 34, a geologist at Norfjord, was freed.',
      ['holds_role (geologist): Anna Berg > Norfjord [asserted]'],
    ],
    ['Anna Berg was not appointed head of the Nordic Council.', []],
    ['Anna Berg (Labour) won the seat.', ['holds_role: Anna Berg > Labour [asserted]']],
  ])('%s', (text, expected) => {
    expect(claimsOf(text).filter((line) => line.startsWith('holds_role'))).toEqual(expected)
  })

  it.each([
    [
      'of the state its sentence is about',
      'Norway backed the plan. Britain followed, when Foreign Secretary Miles Adder praised it.',
      ['holds_role (Foreign Secretary): Miles Adder > United Kingdom [asserted]'],
    ],
    [
      'of no state that lacks it',
      'The US freed detainees. The US army flew them home. Home Secretary Carl Clay left.',
      [],
    ],
    ["of no state that is only somebody else's", "Minister Otto Brez met Norway's envoy.", []],
    [
      'of the country the report is about, named or not',
      'OSLO — Prime Minister Anna Berg fired three ministers on Monday. The Norwegian coalition held.',
      ['holds_role (Prime Minister): Anna Berg > Norway [asserted]'],
    ],
    ['a nationality is no seat', 'The Swiss judge Anna Berg met Otto Brez.', []],
  ])('an office without a seat is %s', (_, text, expected) => {
    expect(claimsOf(text).filter((line) => line.startsWith('holds_role'))).toEqual(expected)
  })

  it('an apposition after a list belongs to the last of it', () => {
    const claims = claimsOf(
      'Talks took place between Anna Berg, Luis Ortega, and Carla Novak, head of the Nordic Council.',
    )
    expect(claims.filter((line) => line.startsWith('holds_role'))).toEqual([
      'holds_role (head): Carla Novak > Nordic Council [asserted]',
    ])
  })
})
