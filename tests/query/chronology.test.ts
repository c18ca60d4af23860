import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { solveTimes } from '@/lib/query/chronology'
import type { Case, Claim, Document, Entity, Mention } from '@/lib/schema'
import { randomCase } from './random-case'
import { articlesPath, hasArticles, readCase, samplePath } from './real-cases'

type Deed = { relation: string; from: string; to: string; words: string; when?: string }

/** A case of reports; each deed's words are looked up in the text of the report it is told in. */
function caseOf(reports: { text: string; publishedAt?: string; deeds: Deed[] }[]): Case {
  const names = [...new Set(reports.flatMap(({ deeds }) => deeds.flatMap((d) => [d.from, d.to])))]
  const kindOf = (name: string): Entity['kind'] =>
    name.startsWith('the ') ? 'paper' : name.endsWith('summit') ? 'event' : 'person'
  const documents = reports.map(
    ({ text, publishedAt }, i): Document => ({
      id: `d${i}`,
      title: `Report ${i}`,
      ...(publishedAt !== undefined && { publishedAt }),
      addedAt: '2025-06-30T00:00:00Z',
      language: 'en',
      text,
      sha256: String(i).repeat(64),
    }),
  )
  const mentions = documents.flatMap(({ id, text }) =>
    names.flatMap((name): Mention[] =>
      [...text.matchAll(new RegExp(name, 'g'))].map(({ index }) => ({
        document: id,
        start: index,
        end: index + name.length,
        text: name,
        entity: name,
      })),
    ),
  )
  const claims = reports.flatMap(({ text, deeds }, i) =>
    deeds.map(({ relation, from, to, words, when }): Claim => {
      const start = text.indexOf(words)
      const place = { document: `d${i}`, start, end: start + words.length, quote: words }
      expect(start, words).toBeGreaterThanOrEqual(0)
      return {
        id: `${relation} ${from} ${to}`,
        relation,
        from,
        to,
        review: 'open',
        evidence: [
          { ...place, stance: 'asserted', attribution: [], ...(when && { when }), origin: 'human' },
        ],
      }
    }),
  )
  return {
    version: 1,
    id: 'times',
    title: 'Times',
    documents,
    entities: names.map((name) => ({ id: name, kind: kindOf(name), name, aliases: [] })),
    mentions,
    claims,
    decisions: [],
  }
}

const met = (words: string, when?: string): Deed => ({
  relation: 'met',
  from: 'Ada',
  to: 'Bo',
  words,
  ...(when && { when }),
})
const signed = (words: string, when?: string): Deed => ({
  relation: 'signed',
  from: 'Cy',
  to: 'the accord',
  words,
  ...(when && { when }),
})
const [meeting, signing] = ['met Ada Bo', 'signed Cy the accord']

describe('solveTimes', () => {
  it.each([
    ['Cy signed the accord shortly after Ada met Bo in Oslo.', 'after'],
    ['Following a meeting in which Ada met Bo, Cy signed the accord.', 'after'],
    ['Once Ada met Bo, Cy signed the accord.', 'after'],
    ['Ada met Bo. Two days later, Cy signed the accord with Bo present.', 'nothing in common'],
    ['Cy signed the accord before Ada met Bo.', 'before'],
    ['By the time Ada met Bo, Cy signed the accord.', 'before'],
    ['Ada met Bo to discuss what Cy signed the accord about.', 'no word of order'],
    ['Cy signed the accord after all, and Ada met Bo.', 'no word of order'],
    ['Cy signed the accord since 2015, where Ada met Bo.', 'no word of order'],
  ])('reads “%s”', (text, order) => {
    const case_ = caseOf([{ text, deeds: [met('Ada met Bo'), signed('Cy signed the accord')] }])
    const times = solveTimes(case_)
    expect(times.before(meeting, signing)).toBe(order === 'after' ? 'stated' : undefined)
    expect(times.before(signing, meeting)).toBe(order === 'before' ? 'stated' : undefined)
  })

  it('reads a deed named by a noun', () => {
    const text = 'Cy signed the accord. Ada met Bo following the accord’s signing.'
    const case_ = caseOf([{ text, deeds: [met('Ada met Bo'), signed('Cy signed the accord')] }])
    const { relations, ...times } = solveTimes(case_)
    expect(times.before(signing, meeting)).toBe('stated')
    expect(relations[0]!.evidence.quote).toBe('following the accord’s signing')
  })

  it('counts days, and passes them on', () => {
    const text = 'Ada met Bo on Monday and, two days later, Cy signed the accord.'
    const deeds = [met('Ada met Bo', 'on Monday'), signed('Cy signed the accord')]
    const { of } = solveTimes(caseOf([{ text, publishedAt: '2025-05-30', deeds }]))
    expect(of(meeting)).toEqual({ start: '2025-05-26', end: '2025-05-26', source: 'stated' })
    expect(of(signing)).toEqual({ start: '2025-05-28', end: '2025-05-28', source: 'derived' })
  })

  it('takes nothing reported for later than the report, but for what is planned', () => {
    const deeds = [met('Ada met Bo'), signed('Cy signed the accord')]
    const text = 'Ada met Bo. Cy signed the accord.'
    const case_ = caseOf([{ text, publishedAt: '2025-05-30', deeds }])
    case_.claims[1]!.evidence[0]!.stance = 'planned'
    const { of } = solveTimes(case_)
    expect(of(meeting)).toEqual({ end: '2025-05-30', source: 'derived' })
    expect(of(signing)).toEqual({ source: 'none' })
  })

  it('reports what contradicts itself, drops the weakest and says which', () => {
    const case_ = caseOf([
      {
        text: 'Cy signed the accord after Ada met Bo.',
        deeds: [met('Ada met Bo', '9 May 2025'), signed('Cy signed the accord', '3 May 2025')],
      },
    ])
    const { contradictions, relations, of, order } = solveTimes(case_)
    expect(relations).toEqual([])
    expect(contradictions).toHaveLength(1)
    expect(contradictions[0]!.claims.sort()).toEqual([meeting, signing])
    expect(contradictions[0]!.message).toContain('“after Ada met Bo”')
    expect(contradictions[0]!.message).toContain('2025-05-09')
    expect(of(meeting).start).toBe('2025-05-09')
    expect(order).toEqual([signing, meeting])
  })

  it('says when the dates of one claim contradict each other', () => {
    const case_ = caseOf([
      { text: 'Ada met Bo.', deeds: [met('Ada met Bo', '9 May 2025')] },
      { text: 'Ada met Bo.', deeds: [met('Ada met Bo', '3 May 2025')] },
    ])
    const [claim, twin] = case_.claims
    const joined = { ...claim!, evidence: [...claim!.evidence, ...twin!.evidence] }
    const { contradictions, of } = solveTimes({ ...case_, claims: [joined] })
    expect(of(meeting)).toEqual({ start: '2025-05-03', end: '2025-05-09', source: 'stated' })
    expect(contradictions[0]!.message).toContain('“9 May 2025” and “3 May 2025”')
  })

  it('puts everything in an order that contradicts no kept relation and no date', () => {
    const words = fc.constantFrom('after', 'before', 'shortly after', 'and')
    const when = fc.constantFrom(undefined, undefined, '3 May 2025', '9 May 2025', 'May 2025')
    const actors = ['Ada', 'Bo', 'Cy', 'Di', 'Ed']
    const sentence = fc
      .tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 }), words, when, when)
      .filter(([a, b]) => a !== b)
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 8 }), (sentences) => {
        const deed = (who: string, time?: string): Deed => ({
          relation: 'signed',
          from: who,
          to: 'the accord',
          words: `${who} signed the accord`,
          ...(time && { when: time }),
        })
        const told = caseOf(
          sentences.map(([a, b, word, first, second]) => ({
            text: `${actors[a]} signed the accord ${word} ${actors[b]} signed the accord.`,
            publishedAt: '2025-06-01',
            deeds: [deed(actors[a]!, first), deed(actors[b]!, second)],
          })),
        )
        const claims = new Map<string, Claim>()
        for (const claim of told.claims) {
          const known = claims.get(claim.id)
          const evidence = [...(known?.evidence ?? []), ...claim.evidence]
          claims.set(claim.id, { ...claim, evidence })
        }
        const { order, relations, of, contradictions, ...times } = solveTimes({
          ...told,
          claims: [...claims.values()],
        })
        expect([...order].sort()).toEqual([...claims.keys()].sort())
        const place = (id: string) => order.indexOf(id)
        for (const one of relations) {
          expect(place(one.before)).toBeLessThan(place(one.after))
          expect(times.before(one.before, one.after)).toBe('stated')
          expect(times.before(one.after, one.before)).toBeUndefined()
        }
        for (const a of order) {
          const { start, end } = of(a)
          if (start && end) expect(start <= end).toBe(true)
          for (const b of order) {
            if (times.before(a, b) === 'dated') expect(place(a)).toBeLessThan(place(b))
          }
        }
        for (const { claims: about, message } of contradictions) {
          expect(about.length).toBeGreaterThan(0)
          expect(message).toMatch(/\.$/)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('answers for any case, whatever its texts and times', () => {
    fc.assert(
      fc.property(randomCase({ claims: 20 }), (case_) => {
        const { order, of } = solveTimes(case_)
        const live = case_.claims.filter(({ review }) => review !== 'rejected')
        expect([...order].sort()).toEqual(live.map(({ id }) => id).sort())
        for (const { id } of live) {
          const { start, end, source } = of(id)
          expect(source === 'none').toBe(start === undefined && end === undefined)
        }
      }),
    )
  })

  it.each([
    ['articles', articlesPath],
    ['sample', samplePath],
  ])('knows in the %s that the paper was shown after the presidents had met', (name, path) => {
    if (name === 'articles' && !hasArticles) return
    const case_ = readCase(path)
    const find = (relation: string, from: string) =>
      case_.claims.find((claim) => claim.relation === relation && claim.from === from)!.id
    const { contradictions, ...times } = solveTimes(case_)
    expect(times.before(find('met', 'donald-trump'), find('presented', 'russian-non-paper'))).toBe(
      'stated',
    )
    expect(contradictions).toEqual([])
  })
})
