/**
 * Names across documents. Exact and normalised names join first, then spellings of one name, then a lone surname
 * with the only person it fits. Likeness alone joins nothing, and nothing is joined by way of a third name.
 */
import type { Entity } from '../schema'
import { matchMember } from './match-member'
import {
  absorb,
  addNote,
  createMember,
  fullestName,
  type Local,
  type Member,
  makeId,
  sortAliases,
} from './member'
import { addMember, fileForm, indexEntities, renameMember } from './member-index'
import { fileLikeness, type LikenessIndex, type Proposal, proposeJoins } from './propose'

export type { Local } from './member'
export type { Proposal } from './propose'

/** Why a name of a document became part of an entity. */
export type Merge = { entity: string; name: string; reason: string }

export type Resolution = {
  entities: Entity[]
  /** For each document, the entity id of each of its things. */
  ids: string[][]
  merges: Merge[]
  proposals: Proposal[]
}

export type Resolver = {
  /** Joins documents to what is there. Out: ids, reasons, and the entities that are new or changed. */
  join(documents: readonly (readonly Local[])[]): Resolution
  /** Tells what office a person of the case holds. */
  learnTitle(entity: string, title: string): void
  /** Everything so far, in the order it came. */
  list(): Entity[]
}

/**
 * Opens a case's entities for joining. A document costs about the same however many came before it.
 * `titles`: offices that people of the case are known to hold, by entity id.
 */
export function openResolver(
  existing: readonly Entity[],
  titles: ReadonlyMap<string, readonly string[]> = new Map(),
): Resolver {
  const index = indexEntities(existing)
  for (const [id, held] of titles) for (const title of held) index.byId.get(id)?.titles.add(title)
  let likeness: LikenessIndex | undefined
  const join = (documents: readonly (readonly Local[])[]): Resolution => {
    if (!likeness) {
      likeness = new Map()
      fileLikeness(likeness, index.members)
    }
    const merges: Merge[] = []
    const touched = new Set<Member>()
    const created: Member[] = []
    const ids = documents.map((locals) => {
      const taken = new Set<Member>()
      const own: Member[] = []
      // full names settle before lone surnames look for them
      const order = locals
        .map((_, i) => i)
        .sort((a, b) => wordCount(locals[b]!) - wordCount(locals[a]!) || a - b)
      for (const i of order) {
        const local = locals[i]!
        const found = matchMember(local, index, (member) => !taken.has(member))
        let member = found?.member
        if (found && member) {
          for (const form of absorb(member, local)) fileForm(index, member, form)
          if (found.reason) {
            merges.push({ entity: member.id, name: local.name, reason: found.reason })
            addNote(member, found.reason)
          }
        } else {
          member = createMember(
            local,
            makeId(local, (id) => index.byId.has(id)),
            index.members.length,
          )
          addMember(index, member)
          created.push(member)
        }
        taken.add(member)
        touched.add(member)
        own[i] = member
      }
      return own
    })
    for (const member of touched) {
      const name = member.fixed ? member.name : fullestName(member)
      if (name !== member.name) renameMember(index, member, name)
    }
    for (const member of created) member.fixed = true
    return {
      entities: [...touched].sort((a, b) => a.order - b.order).map(toEntity),
      ids: ids.map((own) => own.map((member) => member.id)),
      merges,
      proposals: proposeJoins(likeness, created),
    }
  }
  const learnTitle = (entity: string, title: string) => {
    index.byId.get(entity)?.titles.add(title)
  }
  return { join, learnTitle, list: () => index.members.map(toEntity) }
}

/** Joins documents in one go. Out: all entities, those of `existing` first. */
export function resolveEntities(
  documents: readonly (readonly Local[])[],
  existing: readonly Entity[] = [],
): Resolution {
  const resolver = openResolver(existing)
  return { ...resolver.join(documents), entities: resolver.list() }
}

const wordCount = (local: Local) => (local.kind === 'person' ? local.name.split(' ').length : 1)

function toEntity(member: Member): Entity {
  const { order, fixed, titles, ...entity } = member
  void order
  void fixed
  void titles
  return { ...entity, aliases: sortAliases(member) }
}
