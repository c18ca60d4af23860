import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildSample } from '../data/sample/build'
import { parseCase } from '../lib/case-file'
import type { Case, Claim } from '../lib/schema'

const root = resolve(import.meta.dirname, '..')
const articlesFile = resolve(root, '../shared/cases/peace-plan-articles.case.json')
const text = readFileSync(join(root, 'data/sample/peace-plan.case.json'), 'utf8')
const sample = parseCase(text)

const find = (relation: string, from: string, to: string | null): Claim[] =>
  sample.claims.filter((c) => c.relation === relation && c.from === from && c.to === to)

describe('the sample case', () => {
  it('is what its annotations build', () => {
    expect(text).toBe(buildSample())
  })

  it('has every entity named in a report', () => {
    const named = new Set(sample.mentions.map((mention) => mention.entity))
    const unnamed = sample.entities.filter((entity) => !named.has(entity.id))
    expect(unnamed).toEqual([])
  })

  it('knows every spelling the reports use for a person, and marks no name twice', () => {
    for (const mention of sample.mentions) {
      const entity = sample.entities.find((candidate) => candidate.id === mention.entity)!
      if (entity.kind !== 'person') continue
      expect([entity.name, ...entity.aliases]).toContain(mention.text)
    }
    sample.mentions.slice(1).forEach((mention, i) => {
      const before = sample.mentions[i]!
      if (before.document === mention.document)
        expect(mention.start).toBeGreaterThanOrEqual(before.end)
    })
  })

  it('keeps the disagreements and oddities apart', () => {
    const stancesOf = (claims: Claim[]) => claims[0]!.evidence.map((evidence) => evidence.stance)
    expect(stancesOf(find('pressured', 'united-states', 'ukraine'))).toEqual(['hedged', 'asserted'])
    expect(stancesOf(find('met', 'steve-witkoff', 'vladimir-putin'))).toEqual([
      'planned',
      'planned',
    ])
    const [described] = find('described', 'marco-rubio', '28-point-plan')
    expect(described!.evidence[0]).toMatchObject({
      stance: 'contested',
      deniedBy: ['white-house', 'state-department'],
    })
    // What is said to have happened and what is planned are two claims.
    expect(
      find('met', 'donald-trump', 'volodymyr-zelenskyy').map((c) => stancesOf([c])[0]),
    ).toEqual(['asserted', 'planned'])
    const stray = /^Storm.*$/m.exec(sample.documents[1]!.text)!
    const inStray = ({ document, start, end }: { document: string; start: number; end: number }) =>
      document === 'report-2' && start < stray.index + stray[0].length && end > stray.index
    expect(sample.mentions.some(inStray)).toBe(false)
    expect(sample.claims.some((claim) => claim.evidence.some(inStray))).toBe(false)
  })

  it('says in each report what it is', () => {
    for (const document of sample.documents) {
      expect(document.text).toMatch(/This is a sample report, written for Throughline\..*\n$/)
    }
  })
})

describe.skipIf(!existsSync(articlesFile))(
  'beside the case over the two articles (skipped where ../shared is absent)',
  () => {
    const articles = existsSync(articlesFile)
      ? parseCase(readFileSync(articlesFile, 'utf8'))
      : undefined
    const entities = (case_: Case) =>
      case_.entities.map((entity) => `${entity.id} ${entity.kind} ${entity.name}`).sort()
    const relations = (case_: Case) =>
      case_.claims.map((claim) => `${claim.relation} ${claim.from} ${claim.to}`).sort()

    it('has the same entities and relations', () => {
      expect(entities(sample)).toEqual(entities(articles!))
      expect(relations(sample)).toEqual(relations(articles!))
    })

    it('shares no run of eight words with the articles', () => {
      const words = (case_: Case) =>
        case_.documents.map((document) => document.text.toLowerCase().match(/[\p{L}\p{N}]+/gu)!)
      const runs = (list: string[]) => list.map((_, i) => list.slice(i, i + 8).join(' '))
      const theirs = new Set(words(articles!).flatMap(runs))
      expect(
        words(sample)
          .flatMap(runs)
          .filter((run) => theirs.has(run)),
      ).toEqual([])
    })
  },
)
