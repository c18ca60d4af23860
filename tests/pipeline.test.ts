import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseCase, serializeCase } from '../lib/case-file'
import {
  addDocuments,
  ingest,
  joinAgain,
  listPropositions,
  openCase,
  readReport,
} from '../lib/pipeline'
import type { Case } from '../lib/schema'
import { listClaims } from './extract/claims-of'
import { makeReports } from './import/make-reports'

const addedAt = '2025-12-01T00:00:00.000Z'
const input = (title: string, text: string) => ({ title, text, language: 'en' })
const first = input(
  'First',
  'Anna Berg met Luis Ortega in Lisbon on Monday. Norway rejected the treaty.',
)
const second = input('Second', 'Berg met Ortega, Reuters reported. Iceland signed the treaty.')

describe('ingest', () => {
  it('makes a case that its own file format accepts', () => {
    const { case: case_ } = ingest([first, second], { addedAt, title: 'Treaty' })
    expect(parseCase(serializeCase(case_))).toEqual(case_)
    expect(case_).toMatchObject({
      title: 'Treaty',
      documents: [{ title: 'First', addedAt }, { title: 'Second' }],
    })
  })

  it('joins what two reports say into one claim with both quotes', () => {
    const { case: case_ } = ingest([first, second], { addedAt })
    const met = case_.claims.filter((c) => c.relation === 'met')
    expect(met).toHaveLength(1)
    expect(met[0]!.evidence.map((e) => [e.quote, e.attribution])).toEqual([
      ['Anna Berg met Luis Ortega', []],
      ['Berg met Ortega', ['Reuters']],
    ])
  })

  it('a plan and what happened are two claims', () => {
    const { case: case_ } = ingest(
      [
        input(
          'Both',
          'Anna Berg will meet Luis Ortega next week. Anna Berg met Luis Ortega last month.',
        ),
      ],
      { addedAt },
    )
    expect(
      listClaims(case_)
        .filter((line) => line.startsWith('met'))
        .sort(),
    ).toEqual(['met: Anna Berg > Luis Ortega [asserted]', 'met: Anna Berg > Luis Ortega [planned]'])
  })

  it('draws nothing from a stray headline, and says so', () => {
    const text = `Anna Berg met Luis Ortega in Lisbon, where Norway had proposed a treaty on fishing.\nEarthquake Kills Twelve in Peru\nThe treaty was rejected by Iceland, and Luis Ortega said Norway would amend it.`
    const { case: case_, report } = ingest([input('Stray', text)], { addedAt })
    expect(case_.entities.map((e) => e.name)).not.toContain('Peru')
    expect(report.documents[0]!.skipped.map((s) => s.text)).toContain(
      'Earthquake Kills Twelve in Peru',
    )
  })

  it('reads undated reports against the day it is given', () => {
    const { case: case_ } = ingest([first], { addedAt, date: '2025-11-27' })
    expect(case_.documents[0]!.publishedAt).toBe('2025-11-27')
  })

  it('refuses to make a case of nothing', () => {
    expect(() => ingest([], { addedAt })).toThrow('give at least one text')
  })

  it('has nothing to say of a text without sentences', () => {
    expect(ingest([input('Numbers', '1 2 3 4')], { addedAt }).case).toMatchObject({
      entities: [],
      claims: [],
    })
  })
})

describe('addDocuments', () => {
  it('keeps ids, review and human evidence, and adds to them', () => {
    const { case: before } = ingest([first], { addedAt })
    const met = before.claims.find((c) => c.relation === 'met')!
    const reviewed = {
      ...before,
      claims: before.claims.map((c) =>
        c.id === met.id ? { ...c, review: 'accepted' as const } : c,
      ),
    }
    const { case: after } = addDocuments(reviewed, [second], { addedAt })
    const again = after.claims.find((c) => c.id === met.id)!
    expect(again).toMatchObject({ review: 'accepted', from: met.from, to: met.to })
    expect(again.evidence).toHaveLength(2)
    expect(before.claims.find((c) => c.id === met.id)!.evidence).toHaveLength(1)
  })

  it('leaves out a text that is there already', () => {
    const { case: before } = ingest([first], { addedAt })
    const { case: after, report } = addDocuments(before, [{ ...first, title: 'Again' }], {
      addedAt,
    })
    expect(report.duplicates).toEqual(['Again'])
    expect(after.documents).toHaveLength(1)
    expect(after.claims).toEqual(before.claims)
  })
})

describe('openCase', () => {
  const third = input(
    'Third',
    'Luis Ortega denied that Norway would sign the treaty. Anna Berg met Luis Ortega again.',
  )
  const empty: Case = { ...ingest([input('Nothing', '1 2')], { addedAt }).case, documents: [] }

  it('step by step gives the bytes of one addition after the other', () => {
    const open = openCase(empty)
    let closed = empty
    for (const next of [first, second, third, first]) {
      open.add([readReport(next)], { addedAt })
      closed = addDocuments(closed, [next], { addedAt }).case
      expect(JSON.stringify(open.case())).toBe(JSON.stringify(closed))
    }
  })

  it('hands out what a step brought and what it changed, and leaves the case it was given alone', () => {
    const before = ingest([first], { addedAt }).case
    const bytes = JSON.stringify(before)
    const open = openCase(before)
    const added = open.add([second, first].map(readReport), { addedAt })
    const after = open.case()
    expect(added.report.duplicates).toEqual(['First'])
    expect(added.documents.map((d) => d.title)).toEqual(['Second'])
    const old = new Map(before.claims.map((c) => [c.id, c]))
    expect(added.claims).toEqual(
      after.claims.filter((c) => JSON.stringify(c) !== JSON.stringify(old.get(c.id))),
    )
    expect(added.mentions).toEqual(after.mentions.slice(before.mentions.length))
    for (const entity of added.entities) expect(after.entities).toContainEqual(entity)
    expect(JSON.stringify(before)).toBe(bytes)
  })
})

describe('joinAgain', () => {
  it('gives the same case back when all of it reads as before, however it came in', () => {
    const readings = makeReports(14).map(({ name, text }) => readReport(input(name, text)))
    const open = openCase({ ...ingest([first], { addedAt }).case })
    for (const some of [readings.slice(0, 1), readings.slice(1, 8), readings.slice(8)]) {
      open.add(some, { addedAt })
    }
    const case_ = open.case()
    expect(joinAgain(case_, readings)).toBe(case_)
    expect(joinAgain(case_, [...readings, readReport(first)])).toBe(case_)
    const fewer = { ...case_, claims: case_.claims.slice(1) }
    expect(joinAgain(fewer, [...readings, readReport(first)]).claims).toHaveLength(
      case_.claims.length,
    )
  })
})

describe('listPropositions', () => {
  it('prints who does what to whom, with stance and sources', () => {
    expect(
      listPropositions('Reuters reported that Anna Berg would meet Luis Ortega in Lisbon.'),
    ).toContainEqual(
      expect.objectContaining({
        predicate: 'meet',
        subjects: ['Anna Berg'],
        objects: ['Luis Ortega'],
        others: ['in Lisbon'],
        stance: 'planned',
        attribution: ['Reuters'],
      }),
    )
  })
})

describe('the sample reports', () => {
  it('read as they were reviewed', async () => {
    const folder = join(import.meta.dirname, '../data/sample')
    const inputs = [1, 2].map((n) =>
      input(`report-${n}`, readFileSync(join(folder, `report-${n}.txt`), 'utf8')),
    )
    const { case: case_ } = ingest(inputs, { addedAt })
    const entities = case_.entities.map((e) => `${e.kind}: ${[e.name, ...e.aliases].join(' | ')}`)
    await expect(`${[...entities, '', ...listClaims(case_)].join('\n')}\n`).toMatchFileSnapshot(
      'golden/sample-claims.txt',
    )
  })
})
