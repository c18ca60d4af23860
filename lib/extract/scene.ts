/** What the readers of one sentence share. */
import type { EntityKind } from '../schema'
import type { ClaimDraft } from './claim-draft'
import type { Clause } from './clause'
import type { Discourse } from './discourse'
import type { Reading } from './reading'

export type Scene = {
  discourse: Discourse
  reading: Reading
  clauses: ReadonlyMap<number, Clause>
  drafts: ClaimDraft[]
}

export const actorKinds = new Set<EntityKind>(['person', 'organization', 'government', 'group'])
