import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { serializeCase } from '../../lib/case-file'
import { relationType } from '../../lib/ontology'
import { ingest } from '../../lib/pipeline'

const words = fc.constantFrom(
  ...'Anna Berg Luis Ortega Norway Kyiv Moscow the a of and , . " “ ” ’s - ( ) met said that had directed to meet will not refused plan 12 - point treaty was drafted by Reuters in October she they it officials US-backed declined comment — ; : ? ! \n \n\n 🙂 Zoë Ångström İstanbul'.split(
    / (?!\n)/,
  ),
)
const text = fc.oneof(
  fc.array(words, { minLength: 1, maxLength: 60 }).map((list) => list.join(' ')),
  fc.string({ minLength: 1, maxLength: 200, unit: 'binary' }),
)

describe('any text at all', () => {
  it('every quote and mention is the raw text at its offsets; every end is an entity; the same bytes twice', () => {
    fc.assert(
      fc.property(text, (raw) => {
        const read = () =>
          ingest([{ title: 'Any', text: raw, language: 'en' }], {
            addedAt: '2025-01-01T00:00:00.000Z',
          }).case
        const case_ = read()
        const ids = new Set(case_.entities.map((e) => e.id))
        for (const claim of case_.claims) {
          expect(relationType(claim.relation).id).toBe(claim.relation)
          expect(ids.has(claim.from)).toBe(true)
          expect(claim.to === null || ids.has(claim.to)).toBe(true)
          for (const e of claim.evidence) expect(raw.slice(e.start, e.end)).toBe(e.quote)
        }
        for (const m of case_.mentions) {
          expect(raw.slice(m.start, m.end)).toBe(m.text)
          expect(ids.has(m.entity)).toBe(true)
        }
        expect(serializeCase(read())).toBe(serializeCase(case_))
      }),
      { numRuns: 60 },
    )
  })
})
