import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { largestIndependentSet } from '@/lib/graph/independent-set'
import { compareShingles, shingle } from '@/lib/graph/resemblance'
import { countSupport, groupSources, independentSources } from '@/lib/graph/sources'
import { withoutSources } from '@/lib/graph/without'
import type { Case, Claim, Document, Evidence } from '@/lib/schema'
import { randomCase } from '../query/random-case'
import { articlesPath, hasArticles, readCase } from '../query/real-cases'

type Report = { text: string; publisher?: string; attribution?: string[] }

/** A case with one claim that every report backs with its first word. */
function claimOf(reports: Report[]): { claim: Claim; case_: Case } {
  const documents = reports.map(({ text, publisher }, i): Document => {
    const base = { id: `d${i}`, title: `Report ${i}`, addedAt: '', language: 'en', text }
    return { ...base, ...(publisher && { publisher }), sha256: 'a'.repeat(64) }
  })
  const evidence = reports.map(({ text, attribution = [] }, i): Evidence => {
    const quote = text.split(' ')[0]!
    const place = { document: `d${i}`, start: 0, end: quote.length, quote }
    return { ...place, stance: 'asserted', attribution, origin: 'human' }
  })
  const claim: Claim = { id: 'c', relation: 'met', from: 'a', to: 'b', evidence, review: 'open' }
  const entities = (['a', 'b'] as const).map((id) => ({
    id,
    kind: 'person' as const,
    name: id,
    aliases: [],
  }))
  const rest = { version: 1 as const, id: 'case', title: 'Case', mentions: [], decisions: [] }
  return { claim, case_: { ...rest, documents, entities, claims: [claim] } }
}

const count = (reports: Report[]) => {
  const { claim, case_ } = claimOf(reports)
  return independentSources(claim, case_)
}

const story =
  'Ministers met behind closed doors on Monday to settle the terms of the loan, said two aides, and parted late at night without a word to the reporters who waited in the rain outside the palace gates.'
const other =
  'A rival account has the whole cabinet at dinner, where the lending question was put off until the spring because nobody wished to spoil the minister’s birthday with talk of money and interest rates.'

describe('independent sources', () => {
  it('counts reports that have nothing in common', () => {
    expect(count([{ text: story }, { text: other }])).toBe(2)
  })

  it('counts a reprint, a lightly edited copy and an excerpt once', () => {
    const edited = story.replace('on Monday', 'this week').replace('late at night', 'at midnight')
    const excerpt = story.split(',')[0]!
    for (const copy of [story, story.toUpperCase(), edited, `${excerpt}.`]) {
      expect(count([{ text: story }, { text: copy }])).toBe(1)
    }
  })

  it('counts what goes back to one origin once, and says why', () => {
    const { claim, case_ } = claimOf([
      { text: story, attribution: ['Bloomberg'] },
      { text: other, attribution: ['Bloomberg', 'aides'] },
    ])
    expect(groupSources(claim, case_)).toEqual([
      { documents: ['d0', 'd1'], reason: 'both rest on Bloomberg' },
    ])
  })

  it('counts an outlet and those who cite it once', () => {
    expect(
      count([
        { text: story, publisher: 'Reuters' },
        { text: other, attribution: ['Reuters'] },
      ]),
    ).toBe(1)
  })

  it('takes nameless sources for the same only in the same, long words', () => {
    const both = (words: string) =>
      count([story, other].map((text) => ({ text, attribution: [words] })))
    expect(both('sources')).toBe(2)
    expect(both('US officials')).toBe(2)
    expect(both('three sources familiar with the matter')).toBe(1)
  })

  it('never falls when a source is added', () => {
    const report = fc.record({
      text: fc.constantFrom(story, other, `${story} ${other}`, 'Nothing of the kind at all.'),
      publisher: fc.constantFrom(undefined, 'Reuters', 'The Post'),
      attribution: fc.subarray(['Reuters', 'The Post', 'sources', 'a man with a long beard']),
    })
    fc.assert(
      fc.property(fc.array(report, { minLength: 1, maxLength: 7 }), report, (reports, added) => {
        expect(count([...reports, added])).toBeGreaterThanOrEqual(count(reports))
      }),
    )
  })

  it('takes of very many reports those that depend on none before them', () => {
    const sentence = fc.constantFrom(...story.split(', '), ...other.split(', '))
    const report = fc.record({
      text: fc.array(sentence, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' ')),
      publisher: fc.option(
        fc.integer({ min: 0, max: 60 }).map((n) => `Paper ${n}`),
        { nil: undefined },
      ),
    })
    fc.assert(
      fc.property(fc.array(report, { minLength: 101, maxLength: 110 }), (reports) => {
        const chosen: Report[] = []
        for (const one of reports)
          if (chosen.every((each) => count([each, one]) === 2)) chosen.push(one)
        expect(count(reports)).toBe(chosen.length)
      }),
      { numRuns: 10 },
    )
  })

  it('puts every document of a claim into exactly one group', () => {
    fc.assert(
      fc.property(randomCase(), (case_) => {
        for (const claim of case_.claims) {
          const groups = groupSources(claim, case_)
          const documents = groups.flatMap((group) => group.documents)
          expect([...documents].sort()).toEqual(
            [...new Set(claim.evidence.map((piece) => piece.document))].sort(),
          )
          for (const group of groups) expect(!!group.reason).toBe(group.documents.length > 1)
        }
      }),
    )
  })

  it.skipIf(!hasArticles)('groups the two articles by what they took from others', () => {
    const case_ = readCase(articlesPath)
    const groups = (id: string) => groupSources(case_.claims.find((c) => c.id === id)!, case_)
    expect(groups('c-9e40fef797')).toEqual([
      { documents: ['000', '001'], reason: 'both rest on Bloomberg' },
    ])
    expect(groups('c-348abdeb99')[0]!.reason).toContain('three sources familiar with the matter')
    expect(groups('c-453d7db198')).toHaveLength(2)
  })
})

describe('resemblance', () => {
  it('agrees with sets of word runs', () => {
    const word = fc.constantFrom('a', 'b', 'c')
    const text = fc.array(word, { minLength: 5, maxLength: 40 })
    const runs = (words: string[]) =>
      new Set(words.slice(4).map((_, i) => words.slice(i, i + 5).join(' ')))
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [left, right] = [runs(a), runs(b)]
        const shared = [...left].filter((run) => right.has(run)).length
        const { resemblance } = compareShingles(shingle(a.join(' ')), shingle(b.join(' ')))
        expect(resemblance).toBeCloseTo(shared / (left.size + right.size - shared), 10)
      }),
    )
  })
})

describe('largestIndependentSet', () => {
  const graph = fc
    .integer({ min: 0, max: 10 })
    .chain((size) =>
      fc.tuple(
        fc.constant(size),
        fc.uniqueArray(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 })), { maxLength: 20 }),
      ),
    )
  it('is independent and as large as any, by trying all', () => {
    fc.assert(
      fc.property(graph, ([size, ties]) => {
        const tied = (a: number, b: number) =>
          ties.some(([x, y]) => (x === a && y === b) || (x === b && y === a))
        const isIndependent = (set: number[]) =>
          set.every((a, i) => set.slice(i + 1).every((b) => !tied(a, b)))
        const found = largestIndependentSet(size, tied)
        expect(isIndependent(found)).toBe(true)
        let best = 0
        for (let mask = 0; mask < 2 ** size; mask++) {
          const set = [...Array(size).keys()].filter((i) => mask & (1 << i))
          if (set.length > best && isIndependent(set)) best = set.length
        }
        expect(found).toHaveLength(best)
      }),
    )
  })

  it('stays independent where it no longer tries all', () => {
    const found = largestIndependentSet(60, (a, b) => Math.abs(a - b) <= 2)
    expect(found).toHaveLength(20)
  })
})

describe('withoutSources', () => {
  /** The case from evidence alone, by the definition. */
  const neverHad = (case_: Case, isOff: (piece: Evidence) => boolean, gone: string[]): Case => ({
    ...case_,
    documents: case_.documents.filter(({ id }) => !gone.includes(id)),
    mentions: case_.mentions.filter(({ document }) => !gone.includes(document)),
    claims: case_.claims
      .map((claim) => ({ ...claim, evidence: claim.evidence.filter((piece) => !isOff(piece)) }))
      .filter(({ evidence }) => evidence.length > 0),
  })

  it('equals never having had a document, an outlet or an attribution', () => {
    const off = fc.record({
      documents: fc.subarray(['d0', 'd1', 'd2', 'd3']),
      outlets: fc.subarray(['Reuters']),
      attributions: fc.subarray(['the Daily Post', 'two people who saw the draft']),
    })
    fc.assert(
      fc.property(randomCase({ claims: 20 }), off, (case_, { documents, outlets, ...rest }) => {
        const { attributions } = rest
        const gone = [...documents, ...(outlets.length > 0 ? ['d3'] : [])]
        const isOff = ({ document, attribution }: Evidence) =>
          gone.includes(document) ||
          attribution.some((who) => outlets.includes(who) || attributions.includes(who))
        const left = withoutSources(case_, { documents, outlets, attributions })
        expect(left).toEqual(neverHad(case_, isOff, gone))
      }),
    )
  })

  it('never raises support, and adding a source never lowers it', () => {
    fc.assert(
      fc.property(randomCase({ claims: 20 }), fc.constantFrom('d0', 'd1', 'd3'), (case_, id) => {
        const left = withoutSources(case_, { documents: [id] })
        for (const claim of left.claims) {
          const whole = case_.claims.find((one) => one.id === claim.id)!
          expect(countSupport([claim], left)).toBeLessThanOrEqual(countSupport([whole], case_))
        }
        expect(countSupport(left.claims, left)).toBeLessThanOrEqual(
          countSupport(case_.claims, case_),
        )
      }),
    )
  })

  it('is the case itself when nothing is switched off', () => {
    fc.assert(
      fc.property(randomCase(), (case_) => {
        expect(withoutSources(case_, {})).toBe(case_)
        expect(withoutSources(case_, [])).toBe(case_)
      }),
    )
  })

  it.skipIf(!hasArticles)(
    'loses the advice to Ushakov without Bloomberg, and nothing Bloomberg did not say',
    () => {
      const case_ = readCase(articlesPath)
      const left = withoutSources(case_, ['Bloomberg'])
      const gone = case_.claims.filter((claim) => !left.claims.some((c) => c.id === claim.id))
      expect(gone.map((claim) => [claim.relation, claim.from, claim.to])).toEqual([
        ['shaped', '20-point-plan', '28-point-plan'],
        ['advised', 'steve-witkoff', 'yuri-ushakov'],
      ])
    },
  )

  it('leaves no trace of a document', () => {
    fc.assert(
      fc.property(randomCase(), (case_) => {
        const left = withoutSources(case_, ['d1'])
        expect(left.claims.flatMap((c) => c.evidence).some((e) => e.document === 'd1')).toBe(false)
        const others = case_.claims.filter((c) => c.evidence.some((e) => e.document !== 'd1'))
        expect(left.claims.map((c) => c.id)).toEqual(others.map((c) => c.id))
      }),
    )
  })
})
