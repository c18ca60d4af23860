import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseCase, sizeLimit } from '../lib/case-file'
import { AppError } from '../lib/errors'
import { type Case, caseVersion } from '../lib/schema'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const text = 'Ada met Boris in Oslo. Ada advised Boris.'
const start: Case = {
  version: caseVersion,
  id: 'small',
  title: 'A small case',
  documents: [
    { id: 'd1', title: 'Oslo', addedAt: '2025-01-01', language: 'en', text, sha256: hash(text) },
  ],
  entities: [
    { id: 'ada', kind: 'person', name: 'Ada', aliases: [] },
    { id: 'boris', kind: 'person', name: 'Boris', aliases: ['B.'] },
  ],
  mentions: [{ document: 'd1', start: 0, end: 3, text: 'Ada', entity: 'ada' }],
  claims: [
    {
      id: 'c1',
      relation: 'met',
      from: 'ada',
      to: 'boris',
      evidence: [
        {
          document: 'd1',
          start: 0,
          end: 21,
          quote: 'Ada met Boris in Oslo',
          stance: 'asserted',
          attribution: [],
          where: 'Oslo',
          origin: 'human',
        },
      ],
      review: 'open',
    },
  ],
  decisions: [],
}

/** The small case with one thing changed. */
function change(edit: (case_: Case) => void): string {
  const copy = structuredClone(start)
  edit(copy)
  return JSON.stringify(copy)
}

function refusal(file: string): AppError {
  try {
    parseCase(file)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('parseCase accepted the file')
}

describe('parseCase', () => {
  it('reads a case, with or without a byte order mark', () => {
    expect(parseCase(JSON.stringify(start))).toEqual(start)
    expect(parseCase(`\ufeff${JSON.stringify(start)}`)).toEqual(start)
  })

  it.each<[what: string, file: string, path: string, says: RegExp, remedy: RegExp]>([
    ['nothing', ' \n', '', /is empty/, /Choose a file/],
    ['no JSON', '{"version": 1,\n  oops}', '', /not JSON.*line 2, column 3/, /Case JSON/],
    ['a cut file', '{"version": 1, "id":', '', /not JSON/, /Case JSON/],
    ['a list', '[]', '', /not a case/, /Case file/],
    ['null', 'null', '', /not a case/, /Case file/],
    ['no version', '{}', 'version', /does not say which version/, /"version": 1/],
    ['a newer version', '{"version": 2}', 'version', /version 2.*reads version 1/, /Update/],
    ['an odd version', '{"version": "1"}', 'version', /version "1"/, /"version": 1/],
    [
      'a wrong kind',
      change((c) => Object.assign(c.entities[0]!, { kind: 'human' })),
      'entities[0].kind',
      /"human" is not/,
      /"person", "organization"/,
    ],
    [
      'a missing field',
      change((c) => Object.assign(c.claims[0]!.evidence[0]!, { quote: undefined })),
      'claims[0].evidence[0].quote',
      /missing/,
      /Add it: a string/,
    ],
    [
      'an unknown field',
      change((c) => Object.assign(c.claims[0]!, { weight: 3 })),
      'claims[0].weight',
      /not a field/,
      /spelling/,
    ],
    [
      'a claim without evidence',
      change((c) => {
        c.claims[0]!.evidence = []
      }),
      'claims[0].evidence',
      /\[\] is not/,
      /at least one entry/,
    ],
    [
      'a negative offset',
      change((c) => {
        c.mentions[0]!.start = -1
      }),
      'mentions[0].start',
      /-1/,
      /0 or more/,
    ],
    [
      'an unknown relation',
      change((c) => {
        c.claims[0]!.relation = 'mett'
      }),
      'claims[0].relation',
      /no relation "mett"/,
      /Did you mean "met"\?.*"other"/,
    ],
    [
      'an unknown entity',
      change((c) => {
        c.claims[0]!.to = 'borris'
      }),
      'claims[0].to',
      /No entity .*"borris"/,
      /Did you mean "boris"\?/,
    ],
    [
      'an unknown denier',
      change((c) => {
        c.claims[0]!.evidence[0]!.deniedBy = ['clara']
      }),
      'claims[0].evidence[0].deniedBy[0]',
      /"clara"/,
      /Use one of ada, boris/,
    ],
    [
      'an unknown document',
      change((c) => {
        c.claims[0]!.evidence[0]!.document = 'd2'
      }),
      'claims[0].evidence[0].document',
      /No document .*"d2"/,
      /"d1"/,
    ],
    [
      'an offset that misses the quote',
      change((c) => {
        c.claims[0]!.evidence[0]!.start = 1
      }),
      'claims[0].evidence[0].quote',
      /Characters 1 to 21 .* read "da met Boris in Oslo", not "Ada met/,
      /stand at 0 to 21/,
    ],
    [
      'a quote the text does not have',
      change((c) => {
        c.claims[0]!.evidence[0]!.quote = 'Ada met Clara in Oslo'
      }),
      'claims[0].evidence[0].quote',
      /not "Ada met Clara/,
      /do not occur/,
    ],
    [
      'a mention past the end',
      change((c) => {
        Object.assign(c.mentions[0]!, { start: 500, end: 503 })
      }),
      'mentions[0].text',
      /Characters 500 to 503 .*\(41 characters\)/,
      /stand at 0 to 3/,
    ],
    [
      'a duplicate id',
      change((c) => {
        c.entities.push(structuredClone(c.entities[0]!))
      }),
      'entities[2].id',
      /"ada" is taken: entities\[0\]/,
      /own id/,
    ],
    [
      'a text that was changed',
      change((c) => {
        c.documents[0]!.text += ' Much later.'
      }),
      'documents[0].sha256',
      /was changed/,
      /Restore/,
    ],
    [
      'a hash that is none',
      change((c) => {
        c.documents[0]!.sha256 = 'abc'
      }),
      'documents[0].sha256',
      /"abc"/,
      /64 .* digits/,
    ],
    [
      'someone who met themself',
      change((c) => {
        c.claims[0]!.to = 'ada'
      }),
      'claims[0].to',
      /"ada" met itself/,
      /other party/,
    ],
  ])('refuses %s', (_, file, path, says, remedy) => {
    const error = refusal(file)
    expect(error.code).toBe('invalid_input')
    expect(error.problems).toHaveLength(1)
    expect(error.problems[0]!.path).toBe(path)
    expect(error.problems[0]!.message).toMatch(says)
    expect(error.problems[0]!.remedy).toMatch(remedy)
    expect(error.message).toContain(error.problems[0]!.message)
  })

  it('names every problem, and counts those it does not spell out', () => {
    const two = refusal(
      change((c) => {
        c.claims[0]!.from = 'nobody'
        c.mentions[0]!.entity = 'no one'
      }),
    )
    expect(two.problems.map((problem) => problem.path)).toEqual([
      'mentions[0].entity',
      'claims[0].from',
    ])
    const many = refusal(
      change((c) => {
        c.mentions = Array.from({ length: 80 }, () => ({ ...c.mentions[0]!, entity: 'nobody' }))
      }),
    )
    expect(many.problems).toHaveLength(50)
    expect(many.message).toContain('79 more problems')
  })

  it('shows a long value shortened', () => {
    const error = refusal(change((c) => Object.assign(c, { title: ['x'.repeat(5000)] })))
    expect(error.problems[0]!.value!.length).toBeLessThan(120)
  })

  it('refuses a file over the size limit before it reads it', () => {
    const error = refusal(`{"version": 1, "title": "${'x'.repeat(sizeLimit)}`)
    expect(error.problems[0]!.message).toContain('size limit of 128 MB')
  })
})

const articlesFile = resolve(
  import.meta.dirname,
  '../../shared/cases/peace-plan-articles.case.json',
)
it.skipIf(!existsSync(articlesFile))(
  'opens the case over the two articles (skipped where ../shared is absent)',
  () => {
    const case_ = parseCase(readFileSync(articlesFile, 'utf8'))
    expect([case_.entities.length, case_.claims.length, case_.mentions.length]).toEqual([
      40, 39, 133,
    ])
  },
)
