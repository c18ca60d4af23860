/**
 * What a change of the log can change of a case, and which other decisions have a say in that: so
 * that one decision can be taken back without replaying all of them.
 */
import type { Decision } from '../schema'
import { type DecisionContent, readContent } from './decision'
import { addGround, joinParts, type NamedParts, partsOf } from './named-parts'
import { holdingDecisions } from './undo'

/** Parts of a case: these claims, and whatever hangs on the entities in `moved`. */
type Reach = Pick<NamedParts, 'claims' | 'entities' | 'moved'>

/**
 * What may be shown otherwise since the last decision of a log was made, and what its own ground is.
 * @param holding the decisions of the log that hold
 */
export function listReach(log: readonly Decision[], holding: readonly Decision[]): Reach {
  const flipped = listFlipped(log, holding)
  const changes = flipped.flatMap((decision) => readContent(decision) ?? [])
  const contents = [...changes, ...holding.flatMap((decision) => readContent(decision) ?? [])]
  const entities = spread(contents, joinParts(changes.filter(isOfEntity)).entities)
  const reach: Reach = { claims: new Set(joinParts(changes).claims), entities, moved: new Set() }
  // Another name leaves all relations where they are.
  if (changes.some((content) => isOfEntity(content) && content.kind !== 'rename')) {
    const around = joinParts(
      contents.filter((content) => isAny(partsOf(content).entities, entities)),
    )
    for (const id of around.claims) reach.claims.add(id)
    for (const id of around.moved) reach.moved.add(id)
  }
  const judged = readContent(log.at(-1)!)
  if (judged) addGround(reach, judged)
  return reach
}

/** Decisions that hold since the last one was made and did not before, or the other way about. */
function listFlipped(log: readonly Decision[], holding: readonly Decision[]): Decision[] {
  const before = new Set(holdingDecisions(log.slice(0, -1)))
  const after = new Set(holding)
  return log.filter((decision) => before.has(decision) !== after.has(decision))
}

/**
 * The decisions that have a say in how some parts are shown, in their order, and the entities these
 * speak of. Whatever else holds changes nothing of them.
 * @param ends what the claims tie, and whatever else is looked at of entities
 * @param judged one that is wanted whatever it speaks of
 */
export function listBearing(
  holding: readonly Decision[],
  claims: ReadonlySet<string>,
  ends: Iterable<string>,
  judged: Decision,
): { log: Decision[]; entities: Set<string> } {
  const contents = holding.flatMap((decision) => readContent(decision) ?? [])
  const isOfClaims = (content: DecisionContent) =>
    'claim' in content && isAny(partsOf(content).claims, claims)
  const tied = joinParts(contents.filter(isOfClaims)).entities
  const entities = spread(contents, [...ends, ...tied])
  const log = holding.filter((decision) => {
    const content = readContent(decision)
    if (decision === judged || !content) return decision === judged
    if (isOfEntity(content)) return isAny(partsOf(content).entities, entities)
    return 'story' in content || isOfClaims(content)
  })
  return { log, entities }
}

const isAny = (ids: ReadonlySet<string>, wanted: ReadonlySet<string>) =>
  [...ids].some((id) => wanted.has(id))

/** Whether it makes or changes an entity; keeping two apart does not. */
const isOfEntity = (content: DecisionContent): boolean =>
  content.kind === 'merge' || 'entity' in content

/** Entities with all those that decisions about them speak of, and so on. */
function spread(contents: readonly DecisionContent[], from: Iterable<string>): Set<string> {
  const together = new Map<string, ReadonlySet<string>[]>()
  for (const content of contents) {
    if (!isOfEntity(content)) continue
    const { entities } = partsOf(content)
    for (const id of entities) together.set(id, [...(together.get(id) ?? []), entities])
  }
  const reached = new Set(from)
  for (const id of reached) {
    for (const others of together.get(id) ?? []) for (const other of others) reached.add(other)
  }
  return reached
}
