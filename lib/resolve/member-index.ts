/** The things of a case by every key a new document's names are looked up by, so that joining costs the same however many there are. */
import type { Entity } from '../schema'
import type { Member } from './member'
import { normalizeName, soundName, surnameOf } from './name-key'

/** What a name is looked up by; members are filed under each of their keys. */
type Key = `${'name' | 'spelling' | 'surname' | 'telling' | 'form'}:${string}`

export type MemberIndex = {
  members: Member[]
  byId: Map<string, Member>
  filed: Map<Key, Member[]>
}

export function indexEntities(entities: readonly Entity[]): MemberIndex {
  const index: MemberIndex = { members: [], byId: new Map(), filed: new Map() }
  for (const entity of entities)
    addMember(index, {
      ...entity,
      aliases: [...entity.aliases],
      order: index.members.length,
      fixed: true,
      titles: new Set(),
    })
  return index
}

export function addMember(index: MemberIndex, member: Member): void {
  index.members.push(member)
  index.byId.set(member.id, member)
  fileName(index, member)
  for (const form of [member.name, ...member.aliases]) fileForm(index, member, form)
}

/** Gives a member another name; its old one stays among its forms. */
export function renameMember(index: MemberIndex, member: Member, name: string): void {
  for (const key of nameKeys(member)) {
    const list = index.filed.get(key)!
    list.splice(list.indexOf(member), 1)
  }
  member.aliases = [...new Set([member.name, ...member.aliases])].filter((n) => n !== name)
  member.name = name
  fileName(index, member)
  fileForm(index, member, name)
}

/** Files a member under a form it is also called by. */
export function fileForm(index: MemberIndex, member: Member, form: string): void {
  for (const key of formKeys(member.kind, form)) file(index, key, member)
}

/** The members filed under any of the keys, the earliest first. */
export function findMembers(index: MemberIndex, keys: readonly Key[]): Member[] {
  if (keys.length === 1) return index.filed.get(keys[0]!) ?? []
  const found = new Set(keys.flatMap((key) => index.filed.get(key) ?? []))
  return [...found].sort((a, b) => a.order - b.order)
}

export const nameKey = (kind: string, name: string): Key => `name:${kind}:${normalizeName(name)}`
export const surnameKey = (sound: string): Key => `surname:${sound}`

/** Keys of one form: a person's full spelling, a paper's telling name, an institution's full name or letters. */
export function formKeys(kind: string, form: string): Key[] {
  if (kind === 'person') return form.includes(' ') ? [`spelling:${soundName(form)}`] : []
  if (kind === 'paper' || kind === 'event')
    return isTelling(form) ? [`telling:${kind}:${normalizeName(form)}`] : []
  if (kind === 'group' || kind === 'other') return []
  return isFull(form) ? [`form:${kind}:${normalizeName(form)}`] : []
}

/** "28-point plan" and "Russian non-paper" tell a paper from others; "peace plan" and "draft" do not. */
export const isTelling = (name: string): boolean =>
  /^\d|\b\d+[-–]/.test(name) || /\p{Lu}/u.test(name)

const isFull = (form: string): boolean => form.includes(' ') || isLetters(form)
/** "FDA": letters alone may stand for several bodies. */
export const isLetters = (form: string): boolean => /^\p{Lu}{2,}$/u.test(form)

const nameKeys = (member: Member): Key[] => [
  nameKey(member.kind, member.name),
  ...(member.kind === 'person' ? [surnameKey(surnameOf(member.name))] : []),
]

function fileName(index: MemberIndex, member: Member): void {
  for (const key of nameKeys(member)) file(index, key, member)
}

function file(index: MemberIndex, key: Key, member: Member): void {
  const list = index.filed.get(key)
  if (!list) index.filed.set(key, [member])
  else if (!list.includes(member)) {
    list.push(member)
    list.sort((a, b) => a.order - b.order)
  }
}
