/** What a log can touch of a case: so that a few parts can be replayed instead of all. */
import type { Decision } from '../schema'
import { type DecisionContent, readContent } from './decision'
import { holdingDecisions } from './undo'

export type NamedParts = {
  claims: Set<string>
  entities: Set<string>
  /** Entities whose every mention, relation and denial may come to another, or go. */
  moved: Set<string>
  /** Relations that are checked against their documents, with their ends. */
  checked: Set<string>
  documents: Set<string>
}

/**
 * The parts that the decisions that hold speak of; what they moved is found beside by its ends.
 * @param judged one of them of which it is to be told whether it can be carried out
 */
export function listNamedParts(log: readonly Decision[], judged?: Decision): NamedParts {
  const contents = holdingDecisions(log).flatMap((decision) => readContent(decision) ?? [])
  const parts = joinParts(contents)
  const content = judged && readContent(judged)
  if (content) addGround(parts, content)
  return parts
}

/** What some decisions speak of, whether they hold or not. */
export function joinParts(contents: readonly DecisionContent[]): NamedParts {
  const parts = noParts()
  for (const content of contents) {
    const own = partsOf(content)
    for (const kind of kinds) for (const id of own[kind]) parts[kind].add(id)
  }
  addMerged(parts, contents)
  return parts
}

const noParts = (): NamedParts => ({
  claims: new Set(),
  entities: new Set(),
  moved: new Set(),
  checked: new Set(),
  documents: new Set(),
})
const kinds = ['claims', 'entities', 'moved', 'checked', 'documents'] as const

/** What one decision speaks of to change it. */
export function partsOf(content: DecisionContent): Readonly<NamedParts> {
  const known = named.get(content)
  if (known) return known
  const parts = noParts()
  if ('claim' in content) addClaim(parts, content)
  else if ('entity' in content || content.kind === 'merge') addEntity(parts, content)
  named.set(content, parts)
  return parts
}

/** A log is gone through for each decision that is added to it. */
const named = new WeakMap<DecisionContent, NamedParts>()

/** What a decision speaks of and leaves as it is. */
export function addGround(
  parts: Pick<NamedParts, 'claims' | 'entities'>,
  content: DecisionContent,
): void {
  if ('entities' in content) for (const id of content.entities) parts.entities.add(id)
  if (content.kind !== 'story') return
  for (const { claims, entities } of content.story.steps) {
    for (const id of claims) parts.claims.add(id)
    for (const id of entities) parts.entities.add(id)
  }
}
type OfClaim = Extract<DecisionContent, { claim: unknown }>
type OfEntity = Extract<DecisionContent, { entity: unknown } | { kind: 'merge' }>

function addClaim(parts: NamedParts, content: OfClaim): void {
  if (content.kind === 'add') {
    const { id, from, to, evidence } = content.claim
    for (const part of [parts.claims, parts.checked]) part.add(id)
    for (const end of [from, to]) if (end !== null) parts.entities.add(end)
    for (const piece of evidence) {
      parts.documents.add(piece.document)
      for (const denier of piece.deniedBy ?? []) parts.entities.add(denier)
    }
    return
  }
  parts.claims.add(content.claim)
  if (content.kind !== 'edit') return
  parts.checked.add(content.claim)
  const change: { from?: string; to?: string | null; deniedBy?: string[] } = content.change
  for (const id of [change.from, change.to, ...(change.deniedBy ?? [])]) {
    if (id) parts.entities.add(id)
  }
}

function addEntity(parts: NamedParts, content: OfEntity): void {
  if (content.kind === 'merge') {
    for (const id of [content.into, ...content.entities]) parts.entities.add(id)
    for (const id of content.entities) parts.moved.add(id)
    return
  }
  if (content.kind === 'add') {
    parts.entities.add(content.entity.id)
    return
  }
  parts.entities.add(content.entity)
  if (content.kind === 'rename') return
  parts.moved.add(content.entity)
  if (content.kind !== 'split') return
  parts.entities.add(content.part.id)
  for (const id of content.claims) parts.claims.add(id)
}

/** What is joined, split or hidden may by then be one of several that became one. */
function addMerged(parts: NamedParts, contents: readonly DecisionContent[]): void {
  const merges = contents.filter((content) => content.kind === 'merge')
  const once = new Set<string>()
  const twice = merges
    .flatMap(({ entities }) => [...new Set(entities)])
    .filter((id) => once.size === once.add(id).size)
  const reached = contents.flatMap((content) =>
    (content.kind === 'split' || content.kind === 'remove') && 'entity' in content
      ? [content.entity]
      : [],
  )
  const seen = new Set([...twice, ...reached])
  for (const id of seen) {
    for (const { into, entities } of merges) {
      if (into === id || entities.includes(id))
        for (const other of [into, ...entities]) seen.add(other)
    }
  }
  for (const id of seen) parts.moved.add(id)
}
