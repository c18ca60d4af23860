/** A thing of a case while documents are joined to it. */
import { createHash } from 'node:crypto'
import type { Entity, EntityKind } from '../schema'
import { normalizeName, soundName } from './name-key'

/** A thing as one document has it. */
export type Local = {
  kind: EntityKind
  name: string
  aliases: readonly string[]
  notes?: readonly string[]
  /** What the document calls a person: "Foreign Minister", "Ms". */
  titles?: readonly string[]
}

export type Member = Entity & {
  /** Where it stands among all: earlier ones are preferred. */
  order: number
  /** It was there before, or has been handed out: its name stays. */
  fixed: boolean
  /** Offices that claims give a person. */
  titles: Set<string>
}

const notesKept = 8

export function createMember(local: Local, id: string, order: number): Member {
  const member: Member = {
    id,
    kind: local.kind,
    name: local.name,
    aliases: [...local.aliases],
    order,
    fixed: false,
    titles: new Set(),
  }
  for (const note of local.notes ?? []) addNote(member, note)
  return member
}

/** The id a thing gets by its kind and name; `taken` says which are. */
export function makeId(local: Local, taken: (id: string) => boolean): string {
  const hash = createHash('sha256')
    .update(`${local.kind}\n${normalizeName(local.name)}`)
    .digest('hex')
  const base = `e-${hash.slice(0, 12)}`
  let id = base
  for (let n = 2; taken(id); n++) id = `${base}-${n}`
  return id
}

/** Takes over what a document has; out: the forms that are new. */
export function absorb(member: Member, local: Local): string[] {
  const known = new Set([member.name, ...member.aliases])
  const fresh = [local.name, ...local.aliases].filter((alias) => {
    if (known.has(alias)) return false
    known.add(alias)
    return true
  })
  member.aliases.push(...fresh)
  for (const note of local.notes ?? []) addNote(member, note)
  return fresh
}

export function addNote(member: Member, note: string): void {
  const notes = member.note ? member.note.split('; ') : []
  if (!notes.includes(note) && notes.length < notesKept) member.note = [...notes, note].join('; ')
}

/** Of a person's spellings, the fullest; of two as full, the one that keeps more of the other letters. */
export function fullestName(member: Member): string {
  if (member.kind !== 'person') return member.name
  const all = [member.name, ...member.aliases]
  const full = all.filter(
    (n) =>
      /^\p{Lu}/u.test(n) &&
      n
        .split(' ')
        .every((w) =>
          /^(?:\p{Lu}|(?:al|el|as|an|ar|ash|ad|bin|ibn|de|da|do|dos|van|von|der|of|la|del|di|y)(?:-|$))/u.test(
            w,
          ),
        ),
  )
  const pool = full.length ? full : all
  const best = pool.reduce((a, b) => (b.split(' ').length > a.split(' ').length ? b : a), pool[0]!)
  // a lone surname that is spelled more fully lends its spelling: Volodymyr Zelenskiy + Zelenskyy
  const parts = best.split(' ')
  const surname = parts.at(-1)!
  const rival = pool.find(
    (n) =>
      !n.includes(' ') && n !== surname && soundName(n) === soundName(surname) && n.endsWith('yy'),
  )
  return rival && parts.length > 1 ? [...parts.slice(0, -1), rival].join(' ') : best
}

export function sortAliases(member: Member): string[] {
  return [...new Set(member.aliases)]
    .filter((a) => a !== member.name)
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
}
