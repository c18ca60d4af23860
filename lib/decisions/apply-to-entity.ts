import { isRelation, relationType } from '../ontology'
import type { Claim, Entity } from '../schema'
import type { DecisionContent } from './decision'
import { type Draft, findEntity, isAt, moveEnds } from './draft'

type OfEntity = Exclude<
  DecisionContent,
  { claim: unknown } | { decision: string } | { document: string } | { story: unknown }
>
type Merge = Extract<OfEntity, { kind: 'merge' }>
type Split = Extract<OfEntity, { kind: 'split' }>
type KeepApart = Extract<OfEntity, { kind: 'reject' }>

const entityGone = 'The entity is not there any more.'

/** @returns why the decision could not be carried out, or not wholly */
export function applyToEntity(draft: Draft, content: OfEntity): string | undefined {
  if (content.kind === 'merge') return merge(draft, content)
  if (content.kind === 'reject') return keepApart(draft, content)
  if (content.kind === 'add') {
    if (isTaken(draft, content.entity.id)) return 'An entity of this id is there already.'
    draft.entities.set(content.entity.id, content.entity)
    return undefined
  }
  const entity = findEntity(draft, content.entity)
  if (!entity) return entityGone
  if (content.kind === 'split') return split(draft, entity, content)
  if (content.kind === 'remove') hide(draft, entity.id)
  else rename(draft, entity, content)
  return undefined
}

const isTaken = (draft: Draft, id: string) => draft.entities.has(id) || draft.mergedInto.has(id)

function rename(
  draft: Draft,
  entity: Entity,
  { name = entity.name, entityKind = entity.kind }: Extract<OfEntity, { kind: 'rename' }>,
): void {
  const aliases = [...new Set([...entity.aliases, entity.name])].filter((alias) => alias !== name)
  draft.entities.set(entity.id, {
    ...entity,
    kind: entityKind,
    name,
    // The name the documents use is still found by it.
    aliases: name === entity.name ? entity.aliases : aliases,
  })
}

function merge(draft: Draft, { into, entities }: Merge): string | undefined {
  const kept = findEntity(draft, into)
  if (!kept) return 'The entity the others were merged into is not there any more.'
  const others = entities.map((id) => findEntity(draft, id))
  const joined = [...new Set(others.flatMap((other) => other ?? []))].filter(
    (other) => other !== kept,
  )
  if (joined.length === 0) return 'None of the entities to merge is there any more.'
  const names = joined.flatMap((other) => [other.name, ...other.aliases])
  const aliases = [...new Set([...kept.aliases, ...names])].filter((name) => name !== kept.name)
  draft.entities.set(kept.id, { ...kept, aliases })
  for (const { id } of joined) {
    draft.entities.delete(id)
    draft.mergedInto.set(id, kept.id)
  }
  const move = (id: string) => (draft.mergedInto.has(id) ? findEntity(draft, id)!.id : id)
  draft.mentions = draft.mentions.map((mention) => {
    const entity = move(mention.entity)
    return entity === mention.entity ? mention : { ...mention, entity }
  })
  const reasons = [
    others.includes(undefined) &&
      'Carried out for those that are there; others are not there any more.',
    dropSelfRelations(draft, moveEnds(draft, move)),
  ]
  return reasons.filter(Boolean).join(' ') || undefined
}

/**
 * A merge may leave "X met X": no relation any more, until the merge is taken back. What a source
 * itself ties to itself stays as it was extracted.
 */
function dropSelfRelations(draft: Draft, joined: readonly Claim[]): string | undefined {
  const dropped = joined.filter(
    ({ relation }) => isRelation(relation) && relationType(relation).symmetric,
  )
  for (const { id } of dropped) draft.claims.delete(id)
  if (dropped.length === 0) return undefined
  const ids = dropped.map((claim) => claim.id).join(', ')
  return `Relations that would now be between an entity and itself are left out: ${ids}.`
}

function keepApart(draft: Draft, { entities: [a, b] }: KeepApart): string | undefined {
  const [first, second] = [findEntity(draft, a), findEntity(draft, b)]
  if (!first || !second) return 'One of the two is not there any more.'
  return first === second ? 'The two were merged since.' : undefined
}

function split(
  draft: Draft,
  entity: Entity,
  { part, mentions, claims }: Split,
): string | undefined {
  if (isTaken(draft, part.id)) return 'An entity of this id is there already.'
  const names = new Set([part.name, ...part.aliases])
  draft.entities.set(entity.id, {
    ...entity,
    aliases: entity.aliases.filter((alias) => !names.has(alias)),
  })
  draft.entities.set(part.id, part)
  let moved = 0
  draft.mentions = draft.mentions.map((mention) => {
    if (mention.entity !== entity.id || !mentions.some((span) => isAt(span)(mention)))
      return mention
    moved++
    return { ...mention, entity: part.id }
  })
  const chosen = claims.flatMap((id) => draft.claims.get(id) ?? [])
  moveEnds(draft, (id) => (id === entity.id ? part.id : id), chosen)
  return moved === mentions.length && chosen.length === claims.length
    ? undefined
    : 'Carried out for what is there; some of its mentions or relations are not there any more.'
}

function hide(draft: Draft, id: string): void {
  draft.entities.delete(id)
  draft.mentions = draft.mentions.filter((mention) => mention.entity !== id)
  for (const claim of [...draft.claims.values()]) {
    if (claim.from === id || claim.to === id) {
      draft.claims.delete(claim.id)
      continue
    }
    if (!claim.evidence.some((piece) => piece.deniedBy?.includes(id))) continue
    const evidence = claim.evidence.map((piece) =>
      piece.deniedBy?.includes(id)
        ? { ...piece, deniedBy: piece.deniedBy.filter((denier) => denier !== id) }
        : piece,
    )
    draft.claims.set(claim.id, { ...claim, evidence })
  }
}
