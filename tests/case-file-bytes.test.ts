import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCase, serializeCase } from '../lib/case-file'
import { relationTypes } from '../lib/ontology'
import { type Case, caseVersion, entityKinds, stances } from '../lib/schema'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 })

/** A field of a decision, of any name but the one that no field has: the test below tells of it. */
const field = fc.string().filter((name) => name !== '__proto__')

/** Cases whose ids are met and whose spans are right by construction, in any script. */
const caseArbitrary = fc
  .record({
    texts: fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), {
      minLength: 1,
      maxLength: 3,
    }),
    names: fc.array(word, { minLength: 2, maxLength: 5 }),
    seeds: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()), { maxLength: 8 }),
    decisions: fc.array(fc.dictionary(field, fc.jsonValue()), { maxLength: 2 }),
  })
  .map(({ texts, names, seeds, decisions }): Case => {
    const spanOf = (a: number, b: number) => {
      const document = a % texts.length
      const body = texts[document]!
      const from = b % body.length
      return { document: `d${document}`, start: from, end: body.length, quote: body.slice(from) }
    }
    return {
      version: caseVersion,
      id: 'case',
      title: 'A case',
      documents: texts.map((body, i) => ({
        id: `d${i}`,
        title: '',
        addedAt: '2025-01-01',
        language: 'en',
        text: body,
        sha256: hash(body),
      })),
      entities: names.map((name, i) => ({
        id: `e${i}`,
        kind: entityKinds[i % entityKinds.length]!,
        name,
        aliases: [],
      })),
      mentions: seeds.map(([a, b, c]) => {
        const { quote, ...span } = spanOf(a, b)
        return { ...span, text: quote, entity: `e${c % names.length}` }
      }),
      claims: seeds.map(([a, b, c, d], i) => ({
        id: `c${i}`,
        relation: relationTypes[d % relationTypes.length]!.id,
        from: `e${c % names.length}`,
        to: `e${(c + 1) % names.length}`,
        evidence: [
          {
            ...spanOf(a, b),
            stance: stances[d % stances.length]!,
            attribution: [],
            origin: 'rules' as const,
          },
        ],
        review: 'open' as const,
      })),
      decisions: decisions.map((more, i) => ({
        ...more,
        id: `x${i}`,
        at: 'now',
        by: undefined,
        kind: 'add' as const,
      })),
    }
  })

describe('serializeCase', () => {
  it('gives back the same case and the same bytes', () => {
    fc.assert(
      fc.property(caseArbitrary, (case_) => {
        const file = serializeCase(case_)
        const again = parseCase(file)
        expect(serializeCase(again)).toBe(file)
        expect(again.documents).toEqual(case_.documents)
        expect(again.claims).toEqual(case_.claims)
      }),
      { numRuns: 150 },
    )
  })

  it('does not depend on the order of keys, and ends with a newline', () => {
    const turned = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(turned)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, inner]) => [key, turned(inner)]),
            )
          : value
    fc.assert(
      fc.property(caseArbitrary, (case_) => {
        const file = serializeCase(case_)
        expect(serializeCase(turned(case_) as Case)).toBe(file)
        expect(file.endsWith('}\n')).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  it('a span moved by one is always refused', () => {
    fc.assert(
      fc.property(caseArbitrary, (case_) => {
        fc.pre(case_.mentions.length > 0)
        const moved = structuredClone(case_)
        moved.mentions[0]!.start += 1
        expect(() => parseCase(serializeCase(moved))).toThrow(
          expect.objectContaining({
            problems: [expect.objectContaining({ path: 'mentions[0].text' })],
          }),
        )
      }),
      { numRuns: 50 },
    )
  })

  it('takes no prototype from a file: a field of that name is left out', () => {
    const decision = '{"id": "x", "at": "now", "kind": "add", "__proto__": {"by": "somebody"}}'
    const file = `{"version": 1, "id": "case", "title": "A case", "documents": [], "entities": [],
      "mentions": [], "claims": [], "decisions": [${decision}]}`
    const [read] = parseCase(file).decisions
    expect(read).toEqual({ id: 'x', at: 'now', kind: 'add' })
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype)
    expect(read?.by).toBeUndefined()
  })
})
