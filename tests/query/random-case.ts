/** Small cases by chance: every kind of relation, stance, attribution and time word, sources that depend on each other. */
import fc from 'fast-check'
import type { Case, Claim, Document, Evidence } from '@/lib/schema'
import { entityKinds, stances } from '@/lib/schema'

export const relations = [
  'met',
  'participated',
  'advised',
  'authored',
  'presented',
  'revised',
  'shaped',
  'published',
  'holds_role',
]
const whens = [undefined, undefined, '3 March 2024', 'March 2024', '2 April 2024', '2025', 'soon']
const attributions = [
  [],
  [],
  ['Reuters'],
  ['the Daily Post'],
  ['sources'],
  ['two people who saw the draft'],
]

const orderWords: Record<string, string> = { 'd1 2': 'after', 'd2 1': 'before' }

const documents: Document[] = ['d0', 'd1', 'd2', 'd3'].map((id, i) => ({
  id,
  title: `Report ${i}`,
  ...(i === 3 && { publisher: 'Reuters' }),
  addedAt: '2024-06-01T00:00:00Z',
  language: 'en',
  // Words of order put what is told around them into one.
  text: Array.from(
    { length: 40 },
    (_, word) => orderWords[`${id} ${word}`] ?? `${id}w${word}`,
  ).join(' '),
  sha256: String(i).repeat(64),
}))

const evidence = fc
  .record({
    document: fc.nat({ max: documents.length - 1 }),
    start: fc.nat({ max: 20 }),
    length: fc.integer({ min: 1, max: 20 }),
    stance: fc.constantFrom(...stances),
    attribution: fc.constantFrom(...attributions),
    when: fc.constantFrom(...whens),
  })
  .map(({ document, start, length, stance, attribution, when }): Evidence => {
    const { id, text } = documents[document]!
    const end = start + length
    const piece = { document: id, start, end, quote: text.slice(start, end), stance, attribution }
    return { ...piece, ...(when && { when }), origin: 'human' }
  })

/** Entities e0, e1, …; some claims have one end only, some are loops, some were rejected. */
export function randomCase(options: { entities?: number; claims?: number } = {}) {
  const { entities: most = 6, claims: mostClaims = 14 } = options
  return fc.integer({ min: 2, max: most }).chain((size) => {
    const end = fc.nat({ max: size - 1 }).map((i) => `e${i}`)
    return fc
      .record({
        kinds: fc.array(fc.constantFrom(...entityKinds), { minLength: size, maxLength: size }),
        claims: fc.array(
          fc.record({
            relation: fc.constantFrom(...relations),
            from: end,
            to: fc.oneof(
              { weight: 12, arbitrary: end },
              { weight: 1, arbitrary: fc.constant(null) },
            ),
            evidence: fc.array(evidence, { minLength: 1, maxLength: 3 }),
            review: fc.constantFrom('open' as const, 'accepted' as const, 'rejected' as const),
          }),
          { maxLength: mostClaims },
        ),
      })
      .map(
        ({ kinds, claims }): Case => ({
          version: 1,
          id: 'random',
          title: 'By chance',
          documents,
          entities: kinds.map((kind, i) => ({
            id: `e${i}`,
            kind,
            name: `Entity ${i}`,
            aliases: [],
          })),
          mentions: [],
          claims: claims.map((claim, i): Claim => ({ id: `c${i}`, ...claim })),
          decisions: [],
        }),
      )
  })
}
