/**
 * Names across documents. Exact and normalised names join first, then spellings of one name, then a lone surname
 * with the only person it fits. Likeness alone joins nothing, and nothing is joined by way of a third name.
 */
import { createHash } from 'node:crypto'
import { distance } from 'fastest-levenshtein'
import type { Entity, EntityKind } from '../schema'
import { normalizeName, soundName, surnameOf } from './name-key'

/** A thing as one document has it. */
export type Local = {
  kind: EntityKind
  name: string
  aliases: readonly string[]
  notes?: readonly string[]
  modifiers?: readonly string[]
  nation?: string
}

/** Why a name of a document became part of an entity. */
export type Merge = { entity: string; name: string; reason: string }
/** Two entities whose names are alike, left apart for a reader to judge. */
export type Proposal = { a: string; b: string; reason: string }

export type Resolution = {
  entities: Entity[]
  /** For each document, the entity id of each of its things. */
  ids: string[][]
  merges: Merge[]
  proposals: Proposal[]
}

type Member = Entity & { modifiers: Set<string>; nation?: string | undefined; fixed: boolean }

export function resolveEntities(
  documents: readonly (readonly Local[])[],
  existing: readonly Entity[] = [],
): Resolution {
  const members: Member[] = existing.map((entity) => ({
    ...entity,
    aliases: [...entity.aliases],
    modifiers: new Set<string>(),
    fixed: true,
  }))
  const merges: Merge[] = []
  const ids = documents.map((locals) => {
    const taken = new Set<Member>()
    const own: Member[] = []
    // full names settle before lone surnames look for them
    const order = locals
      .map((_, i) => i)
      .sort((a, b) => wordCount(locals[b]!) - wordCount(locals[a]!) || a - b)
    for (const i of order) {
      const local = locals[i]!
      const found = match(
        local,
        members.filter((m) => !taken.has(m)),
      )
      if (found) {
        taken.add(found.member)
        absorb(found.member, local)
        if (found.reason)
          merges.push({ entity: found.member.id, name: local.name, reason: found.reason })
        own[i] = found.member
      } else {
        const member = create(local, members)
        taken.add(member)
        members.push(member)
        own[i] = member
      }
    }
    return own
  })
  const used = new Set(ids.flat())
  for (const member of members) if (!member.fixed && used.has(member)) rename(member)
  return {
    entities: members.map(({ modifiers, nation, fixed, ...entity }) => {
      void modifiers
      void nation
      void fixed
      return { ...entity, aliases: sortAliases(entity) }
    }),
    ids: ids.map((own) => own.map((member) => member.id)),
    merges,
    proposals: propose(members),
  }
}

const wordCount = (local: Local) => (local.kind === 'person' ? local.name.split(' ').length : 1)

type Found = { member: Member; reason: string }

function match(local: Local, members: readonly Member[]): Found | undefined {
  const same = members.filter((m) => m.kind === local.kind)
  const key = normalizeName(local.name)
  const exact = same.find((m) => normalizeName(m.name) === key)
  if (exact && compatible(exact, local)) return { member: exact, reason: '' }
  if (local.kind === 'person') return matchPerson(local, same)
  if (local.kind === 'paper' || local.kind === 'event') return matchThing(local, same)
  if (local.kind === 'group' || local.kind === 'other') return undefined
  return matchInstitution(local, same)
}

/** Papers that carry different numbers or nations are different, whatever they are called. */
function compatible(_member: Member, local: Local): boolean {
  if (local.kind !== 'paper' && local.kind !== 'event') return true
  if (generic(local.name)) return false
  return true
}

const generic = (name: string) =>
  normalizeName(name).split(' ').length === 1 && /^\p{Ll}/u.test(name)

function matchPerson(local: Local, people: readonly Member[]): Found | undefined {
  const sound = soundName(local.name)
  const words = sound.split(' ')
  if (words.length > 1) {
    const spelled = people.filter((p) =>
      [p.name, ...p.aliases].some((n) => n.includes(' ') && soundName(n) === sound),
    )
    if (spelled.length === 1)
      return {
        member: spelled[0]!,
        reason: `${local.name} and ${spelled[0]!.name} are spellings of one name`,
      }
    // a person known so far by surname alone
    const bare = people.filter((p) => !p.name.includes(' ') && surnameOf(p.name) === words.at(-1))
    if (bare.length === 1)
      return { member: bare[0]!, reason: `${bare[0]!.name} is the surname of ${local.name}` }
    return undefined
  }
  const bearers = people.filter((p) => surnameOf(p.name) === sound)
  if (bearers.length === 1)
    return {
      member: bearers[0]!,
      reason: `${local.name} is the surname of ${bearers[0]!.name}, and of nobody else here`,
    }
  return undefined
}

function matchThing(local: Local, things: readonly Member[]): Found | undefined {
  const telling = [local.name, ...local.aliases].filter(isTelling).map(normalizeName)
  const found = things.filter((t) =>
    [t.name, ...t.aliases].filter(isTelling).some((n) => telling.includes(normalizeName(n))),
  )
  if (found.length !== 1) return undefined
  return {
    member: found[0]!,
    reason: `both are called “${[local.name, ...local.aliases].find((n) => isTelling(n) && [found[0]!.name, ...found[0]!.aliases].some((m) => normalizeName(m) === normalizeName(n)))}”`,
  }
}

/** "28-point plan" and "Russian non-paper" tell a paper from others; "peace plan" and "draft" do not. */
function isTelling(name: string): boolean {
  return /^\d|\b\d+[-–]/.test(name) || /\p{Lu}/u.test(name)
}

function matchInstitution(local: Local, institutions: readonly Member[]): Found | undefined {
  const forms = new Set(
    [local.name, ...local.aliases]
      .filter((n) => n.includes(' ') || /^\p{Lu}{2,}$/u.test(n))
      .map(normalizeName),
  )
  const found = institutions.filter((m) =>
    [m.name, ...m.aliases].some(
      (n) => (n.includes(' ') || /^\p{Lu}{2,}$/u.test(n)) && forms.has(normalizeName(n)),
    ),
  )
  if (found.length === 1)
    return { member: found[0]!, reason: `${local.name} is also called ${found[0]!.name}` }
  return undefined
}

function absorb(member: Member, local: Local): void {
  for (const alias of [local.name, ...local.aliases])
    if (alias !== member.name && !member.aliases.includes(alias)) member.aliases.push(alias)
  for (const note of local.notes ?? []) addNote(member, note)
  for (const modifier of local.modifiers ?? []) member.modifiers.add(modifier)
  member.nation ??= local.nation
}

function addNote(member: Member, note: string): void {
  const notes = member.note ? member.note.split('; ') : []
  if (!notes.includes(note) && notes.length < 8) member.note = [...notes, note].join('; ')
}

function create(local: Local, members: readonly Member[]): Member {
  const base = createHash('sha256')
    .update(`${local.kind}\n${normalizeName(local.name)}`)
    .digest('hex')
  let id = `e-${base.slice(0, 12)}`
  for (let n = 2; members.some((m) => m.id === id); n++) id = `e-${base.slice(0, 12)}-${n}`
  const member: Member = {
    id,
    kind: local.kind,
    name: local.name,
    aliases: [...local.aliases],
    modifiers: new Set(local.modifiers ?? []),
    nation: local.nation,
    fixed: false,
  }
  for (const note of local.notes ?? []) addNote(member, note)
  return member
}

/** Of a person's spellings, the fullest; of two as full, the one that keeps more of the other letters. */
function rename(member: Member): void {
  if (member.kind !== 'person' && member.kind !== 'organization') return
  const all = [member.name, ...member.aliases]
  if (member.kind === 'organization') return
  const full = all.filter(
    (n) =>
      /^\p{Lu}/u.test(n) &&
      n
        .split(' ')
        .every((w) => /^(?:\p{Lu}|(?:al|bin|de|da|van|von|der|el|of|la|del|di)$)/u.test(w)),
  )
  const pool = full.length ? full : all
  let best = pool.reduce((a, b) => (b.split(' ').length > a.split(' ').length ? b : a), pool[0]!)
  // a lone surname that is spelled more fully lends its spelling: Volodymyr Zelenskiy + Zelenskyy
  const parts = best.split(' ')
  const surname = parts.at(-1)!
  const rival = pool.find(
    (n) =>
      !n.includes(' ') && n !== surname && soundName(n) === soundName(surname) && n.endsWith('yy'),
  )
  if (rival && parts.length > 1) best = [...parts.slice(0, -1), rival].join(' ')
  if (best !== member.name) {
    member.aliases = [...new Set([member.name, ...all.filter((n) => n !== best)])].filter(
      (n) => n !== best,
    )
    member.name = best
  }
}

function sortAliases(entity: Entity): string[] {
  return [...new Set(entity.aliases)]
    .filter((a) => a !== entity.name)
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
}

/** Pairs that look alike: never joined here. */
function propose(members: readonly Member[]): Proposal[] {
  const proposals: Proposal[] = []
  const candidates = members.filter((m) => /^(?:person|organization|paper)$/.test(m.kind))
  if (candidates.length > 1500) return proposals
  const keys = candidates.map((m) => soundName(m.name))
  for (let i = 0; i < candidates.length; i++) {
    for (let j = i + 1; j < candidates.length; j++) {
      const [a, b] = [candidates[i]!, candidates[j]!]
      if (
        a.kind !== b.kind ||
        Math.abs(keys[i]!.length - keys[j]!.length) > 3 ||
        keys[i]!.length < 6
      )
        continue
      const apart = distance(keys[i]!, keys[j]!)
      if (apart <= Math.max(1, Math.floor(keys[i]!.length / 8)))
        proposals.push({
          a: a.id,
          b: b.id,
          reason: `“${a.name}” and “${b.name}” differ by ${apart} letter${apart === 1 ? '' : 's'}`,
        })
    }
  }
  return proposals.slice(0, 200)
}
