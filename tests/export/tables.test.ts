import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { parseCase } from '../../lib/case-file'
import { describePicture } from '../../lib/export/alt-text'
import { bundlePicture } from '../../lib/export/bundle'
import { writeEntities, writeRelations } from '../../lib/export/csv'
import { fileName } from '../../lib/export/file-name'
import { writeTrace } from '../../lib/export/markdown'
import { buildGraph } from '../../lib/graph/build'
import { traceLineage } from '../../lib/query/lineage'
import { selectElements } from '../../lib/view/elements'
import { wholeCase } from '../../lib/view/state'

const case_ = parseCase(readFileSync('data/sample/peace-plan.case.json', 'utf8'))

/** A reader of RFC 4180 that knows nothing of the writer. */
function readTable(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') {
      for (i++; text[i] !== '"' || text[i + 1] === '"'; i++) {
        cell += text[i]
        if (text[i] === '"') i++
      }
    } else if (text[i] === ',' || text.startsWith('\r\n', i)) {
      rows.at(-1)!.push(cell)
      cell = ''
      if (text[i] === '\r') {
        rows.push([])
        i++
      }
    } else cell += text[i]
  }
  return rows.slice(0, -1)
}

describe('tables', () => {
  it('have one line an entity and one a quote', () => {
    const entities = readTable(writeEntities(case_))
    expect(entities).toHaveLength(case_.entities.length + 1)
    const relations = readTable(writeRelations(case_))
    const quotes = case_.claims.flatMap((claim) => claim.evidence.map(({ quote }) => quote))
    const column = relations[0]!.indexOf('quote')
    expect(relations.slice(1).map((row) => row[column])).toEqual(quotes)
    for (const row of relations) expect(row).toHaveLength(relations[0]!.length)
  })

  it('give any name back, and never as a formula', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ minLength: 1 }),
          fc.string().map((text) => `=${text}`),
          fc.constantFrom('+1', '-1', '@x', '\t=1', ' =1+1', 'a"b', 'a\r\nb', 'a,b'),
        ),
        (name) => {
          const entity = { ...case_.entities[0]!, name }
          const rows = readTable(writeEntities({ ...case_, entities: [entity] }))
          const cell = rows[1]![rows[0]!.indexOf('name')]!
          expect(cell === name || cell === `'${name}`).toBe(true)
          expect(cell).not.toMatch(/^\s*[=+\-@\t\r]/)
        },
      ),
    )
  })
})

describe('alt text', () => {
  it('counts, names the best connected and says what sources say', () => {
    const text = describePicture(case_, selectElements(buildGraph(case_), wholeCase))
    expect(text).toMatch(/^Graph of 28 entities \(10 people, .*\) and 36 relations/)
    expect(text).toContain('Best connected: 28-point plan')
    expect(text).toContain('People: Donald Trump, ')
    const long = describePicture(case_, selectElements(buildGraph(case_), wholeCase), 'long')
    expect(long).toContain('Steve Witkoff advised Yuri Ushakov')
    expect(describePicture(case_, { nodes: [], edges: [] })).toContain('nothing in it')
  })
})

describe('bundle', () => {
  it('holds picture and evidence, byte for byte the same each time', () => {
    const make = () => bundlePicture(case_, { svg: '<svg/>', description: 'd' })
    expect(Buffer.compare(make(), make())).toBe(0)
    const files = unzipSync(make())
    expect(Object.keys(files).sort()).toEqual(
      ['alt-text.txt', 'case.json', 'entities.csv', 'picture.svg', 'relations.csv'].sort(),
    )
    expect(parseCase(strFromU8(files['case.json']!))).toEqual(case_)
  })
})

describe('trace as Markdown', () => {
  it('has every step with every quote, and no markup from the sources', () => {
    const plan = case_.entities.find(({ name }) => name === '28-point plan')!
    const lineage = traceLineage(buildGraph(case_), plan.id)
    const text = writeTrace(case_, lineage)
    expect(text.match(/^## \d+\. /gm)).toHaveLength(lineage.steps.length)
    for (const claim of lineage.claims)
      for (const { quote } of claim.evidence)
        expect(text.replaceAll('\\', '')).toContain(quote.replace(/\s+/g, ' ').trim())
    const hostile = {
      ...case_,
      entities: case_.entities.map((entity) => ({ ...entity, name: `[x](y) <b>${entity.name}` })),
    }
    expect(writeTrace(hostile, lineage)).not.toMatch(/(?<!\\)<b/)
  })
})

describe('fileName', () => {
  it('is safe and never empty', () => {
    expect(fileName('How the 28-point plan was shaped', 'svg')).toBe(
      'how-the-28-point-plan-was-shaped.svg',
    )
    fc.assert(
      fc.property(fc.string(), (title) => {
        expect(fileName(title, 'png')).toMatch(/^[\p{L}\p{N}-]{1,80}\.png$/u)
      }),
    )
  })
})
