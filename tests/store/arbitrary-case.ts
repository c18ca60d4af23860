/** Cases of every shape the vocabulary allows, odd characters included. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { relationTypes } from '@/lib/ontology'
import { type Case, caseVersion, entityKinds, stances } from '@/lib/schema'

/** UTF-16 units of all kinds: NUL, halves of pairs, the store's own escape, right-to-left. */
const unit = fc.oneof(
  { weight: 6, arbitrary: fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }) },
  fc.constantFrom(
    '\0',
    '\ud83d',
    '\ude00',
    '\ue000',
    '\ue0000000',
    '\\',
    '"',
    '\n',
    'א',
    '\u{1f600}',
  ),
)
const words = fc.array(unit, { maxLength: 30 }).map((units) => units.join(''))
/** Also what objects know, what is nothing to see, and what differs in its case or form alone. */
const oddNames = ['__proto__', 'constructor', 'toString', ' ', 'é', 'e\u0301', 'É', 'x'.repeat(200)]
const named = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.array(unit, { minLength: 1, maxLength: 8 }).map((units) => units.join('')),
  },
  { weight: 1, arbitrary: fc.constantFrom(...oddNames) },
)
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

const uniqueIds = (minLength: number) => fc.uniqueArray(named, { minLength, maxLength: 5 })

const documentOf = (id: string) =>
  fc
    .record({
      title: words,
      publisher: optional(words),
      url: optional(words),
      publishedAt: optional(words),
      addedAt: words,
      language: words,
      text: named,
    })
    .map((rest) => ({
      id,
      ...rest,
      sha256: createHash('sha256').update(rest.text, 'utf8').digest('hex'),
    }))

const entityOf = (id: string) =>
  fc
    .record({
      kind: fc.constantFrom(...entityKinds),
      name: named,
      aliases: fc.array(named, { maxLength: 3 }),
      note: optional(words),
    })
    .map((rest) => ({ id, ...rest }))

/** @param id fixed, so that one case can be written over another */
export const arbitraryCase = (id: fc.Arbitrary<string> = named): fc.Arbitrary<Case> =>
  fc
    .record({
      id,
      title: named,
      documents: uniqueIds(1).chain((ids) => fc.tuple(...ids.map(documentOf))),
      entities: uniqueIds(1).chain((ids) => fc.tuple(...ids.map(entityOf))),
      claimIds: uniqueIds(0),
      decisionIds: uniqueIds(0),
    })
    .chain(({ claimIds, decisionIds, documents, entities, ...rest }) => {
      const document = fc.constantFrom(...documents)
      const entity = fc.constantFrom(...entities).map((chosen) => chosen.id)
      const span = document.map((chosen) => ({
        document: chosen.id,
        start: 0,
        end: chosen.text.length,
        words: chosen.text,
      }))
      const mention = fc
        .tuple(span, entity)
        .map(([{ words: text, ...place }, of]) => ({ ...place, text, entity: of }))
      const evidence = fc
        .tuple(
          span,
          fc.record({
            stance: fc.constantFrom(...stances),
            attribution: fc.array(named, { maxLength: 3 }),
            deniedBy: optional(fc.array(entity, { maxLength: 2 })),
            when: optional(words),
            where: optional(words),
            origin: fc.constantFrom('rules' as const, 'model' as const, 'human' as const),
          }),
        )
        .map(([{ words: quote, ...place }, said]) => ({ ...place, quote, ...said }))
      const claimOf = (claimId: string) =>
        fc
          .record({
            relation: fc.constantFrom(...relationTypes.map((type) => type.id)),
            from: entity,
            to: fc.option(entity),
            title: optional(words),
            verb: optional(words),
            evidence: fc.array(evidence, { minLength: 1, maxLength: 3 }),
            review: fc.constantFrom('open' as const, 'accepted' as const, 'rejected' as const),
          })
          .map((claim) => ({ id: claimId, ...claim }))
      const decisionOf = (decisionId: string) =>
        fc
          .record({
            at: words,
            by: optional(words),
            kind: fc.constantFrom('accept' as const, 'merge' as const, 'rename' as const),
            reason: fc.jsonValue({ maxDepth: 2 }),
          })
          .map((decision) => ({ id: decisionId, ...decision }))
      return fc.record({
        version: fc.constant(caseVersion as 1),
        ...constants({ ...rest, documents, entities }),
        mentions: fc.array(mention, { maxLength: 5 }),
        claims: fc.tuple(...claimIds.map(claimOf)),
        decisions: fc.tuple(...decisionIds.map(decisionOf)),
      })
    })

function constants<T extends object>(values: T): { [K in keyof T]: fc.Arbitrary<T[K]> } {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, fc.constant(value)]),
  ) as { [K in keyof T]: fc.Arbitrary<T[K]> }
}
