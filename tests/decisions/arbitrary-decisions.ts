import fc from 'fast-check'
import { type DecisionContent, makeDecision } from '@/lib/decisions/decision'
import { redo, revert, undo } from '@/lib/decisions/undo'
import { relationTypes } from '@/lib/ontology'
import { type Case, type Decision, entityKinds, stances } from '@/lib/schema'

/** Something a person may decide about this case; `gone` now and then, as after a new extraction. */
export function arbitraryContent(case_: Case): fc.Arbitrary<DecisionContent> {
  const known = case_.entities.map(({ id }) => id)
  const entity = fc.constantFrom(...known, ...known, 'new-1', 'gone')
  const document = fc.constantFrom(...case_.documents.map(({ id }) => id), 'gone')
  const claim = fc.constantFrom(...case_.claims.map(({ id }) => id), 'gone')
  const spans = case_.claims.flatMap((one) => one.evidence)
  const place = ({ document, start, end }: { document: string; start: number; end: number }) => ({
    document,
    start,
    end,
  })
  const span = fc.constantFrom(...spans.map(place), { document: 'gone', start: 0, end: 1 })
  const name = fc.constantFrom('Mara Holt', 'The harbour board', 'Lind')
  const newId = fc.constantFrom('new-1', 'new-2', 'new-3')
  const kind = fc.constantFrom(...entityKinds)
  const relation = fc.constantFrom(...relationTypes.map((type) => type.id))
  const judged = {
    claim,
    evidence: fc.option(fc.array(span, { maxLength: 2 }), { nil: undefined }),
  }
  const whole = { requiredKeys: [] as [] }
  return fc.oneof<fc.Arbitrary<DecisionContent>[]>(
    fc.record({ kind: fc.constant('accept' as const), ...judged }),
    fc.record({ kind: fc.constant('reject' as const), ...judged }),
    fc.record({ kind: fc.constant('reject' as const), entities: fc.tuple(entity, entity) }),
    fc.record({
      kind: fc.constant('edit' as const),
      claim,
      change: fc.record(
        { relation, from: entity, to: fc.option(entity), title: fc.option(name) },
        whole,
      ),
    }),
    fc.record({
      kind: fc.constant('edit' as const),
      claim,
      evidence: span,
      change: fc.record(
        {
          start: fc.nat({ max: 5 }),
          end: fc.integer({ min: 6, max: 200 }),
          stance: fc.constantFrom(...stances),
          deniedBy: fc.array(entity, { maxLength: 2 }),
          when: fc.option(name),
        },
        whole,
      ),
    }),
    fc.record({
      kind: fc.constant('merge' as const),
      into: entity,
      entities: fc.array(entity, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('split' as const),
      entity,
      part: fc.record({ id: newId, kind, name, aliases: fc.array(name, { maxLength: 1 }) }),
      mentions: fc.subarray(case_.mentions.map(place)),
      claims: fc.array(claim, { maxLength: 2 }),
    }),
    fc.record({ kind: fc.constant('rename' as const), entity, name, entityKind: kind }),
    fc.record({
      kind: fc.constant('add' as const),
      entity: fc.record({ id: newId, kind, name, aliases: fc.constant<string[]>([]) }),
    }),
    fc.record({
      kind: fc.constant('add' as const),
      claim: fc
        .record({ from: entity, to: fc.option(entity), relation, id: newId })
        .map((ends) => ({ ...case_.claims[0]!, ...ends })),
    }),
    fc.record({ kind: fc.constant('remove' as const), claim }),
    fc.record({ kind: fc.constant('remove' as const), claim, evidence: span }),
    fc.record({ kind: fc.constant('remove' as const), entity }),
    fc.record({ kind: fc.constant('remove' as const), document }),
    fc.record({ kind: fc.constant('story' as const), story: arbitraryStory(claim, entity) }),
    fc.record({ kind: fc.constant('remove' as const), story: storyId }),
  )
}

const storyId = fc.constantFrom('story-1', 'story-2')

const arbitraryStory = (claim: fc.Arbitrary<string>, entity: fc.Arbitrary<string>) =>
  fc.record({
    id: storyId,
    title: fc.constantFrom('How it began', 'Who met whom'),
    steps: fc.array(
      fc.record({
        claims: fc.array(claim, { minLength: 1, maxLength: 2 }),
        entities: fc.array(entity, { maxLength: 2 }),
        note: fc.constantFrom('', 'A note'),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  })

/** What somebody decides, given what was decided before. */
type Act = (log: readonly Decision[]) => DecisionContent | undefined

/** Deciding, undoing, redoing and reverting in any order. */
export function arbitraryActs(case_: Case): fc.Arbitrary<Act[]> {
  const act = fc.oneof<fc.WeightedArbitrary<Act>[]>(
    { weight: 4, arbitrary: arbitraryContent(case_).map((content) => () => content) },
    { weight: 1, arbitrary: fc.constant(undo) },
    { weight: 1, arbitrary: fc.constant(redo) },
    {
      weight: 2,
      arbitrary: fc
        .nat()
        .map((n) => (log) => (log.length ? revert(log[n % log.length]!.id) : undefined)),
    },
  )
  return fc.array(act, { maxLength: 12 })
}

/** A log grown so. */
export function arbitraryLog(case_: Case): fc.Arbitrary<Decision[]> {
  return arbitraryActs(case_).map((acts) =>
    acts.reduce<Decision[]>((log, next) => {
      const content = next(log)
      return content ? append(log, content) : log
    }, []),
  )
}

/** All at the same moment: the order of the log is what counts. */
export const append = (log: readonly Decision[], content: DecisionContent): Decision[] => [
  ...log,
  makeDecision(log, content, { at: '2025-01-01T00:00:00.000Z' }),
]
