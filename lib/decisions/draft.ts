import type { Case, Claim, Decision, Document, Entity, Evidence, Mention, Story } from '../schema'
import { withoutDocuments } from '../without-documents'
import type { Span } from './decision'
import { listTakenOut } from './take-out'

/** A case while decisions are replayed over it; what was extracted is never changed in place. */
export type Draft = {
  documents: ReadonlyMap<string, Document>
  /** Ids of all documents, those that were taken out too. */
  known: ReadonlySet<string>
  takenOut: ReadonlyMap<string, Decision>
  entities: Map<string, Entity>
  mentions: Mention[]
  claims: Map<string, Claim>
  /** Entities that became names of another. */
  mergedInto: Map<string, string>
  /** In the order they were first saved. */
  stories: Map<string, Story>
}

/**
 * Documents that are taken out are out from the beginning, whenever that was decided: what rests on
 * them is no ground of other decisions, as in a new extraction.
 */
export function startDraft(case_: Case, holding: readonly Decision[]): Draft {
  const takenOut = listTakenOut(holding)
  const { documents, entities, mentions, claims } = withoutDocuments(case_, takenOut)
  return {
    documents: new Map(documents.map((document) => [document.id, document])),
    known: new Set(case_.documents.map(({ id }) => id)),
    takenOut,
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    mentions: [...mentions],
    claims: new Map(claims.map((claim) => [claim.id, claim])),
    mergedInto: new Map(),
    stories: new Map(),
  }
}

/** The entity of an id, also when it was merged into another since. */
export function findEntity(draft: Draft, id: string): Entity | undefined {
  let current = id
  for (let next = draft.mergedInto.get(current); next; next = draft.mergedInto.get(current)) {
    current = next
  }
  return draft.entities.get(current)
}

export const isAt = (span: Span) => (part: Span) =>
  part.document === span.document && part.start === span.start && part.end === span.end

/**
 * Gives claims other ends, and evidence other deniers.
 * @returns the claims whose two ends became one
 */
export function moveEnds(
  draft: Draft,
  move: (entity: string, claim: string) => string,
  claims: Iterable<Claim> = [...draft.claims.values()],
): Claim[] {
  const joined: Claim[] = []
  for (const claim of claims) {
    const from = move(claim.from, claim.id)
    const to = claim.to === null ? null : move(claim.to, claim.id)
    const evidence = claim.evidence.map((piece) => moveDeniers(piece, claim.id, move))
    const same = evidence.every((piece, i) => piece === claim.evidence[i])
    if (from === claim.from && to === claim.to && same) continue
    const moved = { ...claim, from, to, evidence }
    draft.claims.set(claim.id, moved)
    if (from === to && claim.from !== claim.to) joined.push(moved)
  }
  return joined
}

function moveDeniers(
  piece: Evidence,
  claim: string,
  move: (entity: string, claim: string) => string,
): Evidence {
  const moved = piece.deniedBy?.map((entity) => move(entity, claim))
  if (!moved || moved.every((entity, i) => entity === piece.deniedBy![i])) return piece
  return { ...piece, deniedBy: [...new Set(moved)] }
}
