import { describe, expect, it } from 'vitest'
import { listCandidates } from '@/lib/query/merge-candidates'
import type { Entity, EntityKind } from '@/lib/schema'
import { exampleCase } from '../store/example-case'

const named = (...names: (string | [string, EntityKind, ...string[]])[]) => {
  const entities = names.map((one, i): Entity => {
    const [name, kind, ...aliases] = typeof one === 'string' ? [one, 'person' as const] : one
    return { id: `e${i}`, kind, name, aliases }
  })
  return exampleCase({ entities, mentions: [], claims: [] })
}
const reasons = (...names: Parameters<typeof named>) =>
  listCandidates(named(...names)).map(({ reason }) => reason)

describe('names that may be one', () => {
  it('share a name, also over kinds that may be one', () => {
    expect(
      reasons(['The harbour board', 'group'], ['Board', 'organization', 'Harbour board']),
    ).toEqual([])
    expect(reasons(['Norholm', 'place'], ['Norland', 'government', 'Norholm'])).toEqual([
      'Both are called “Norholm”',
    ])
    expect(reasons(['Lind', 'paper'], ['Lind', 'person'])).toEqual([])
  })

  it('are a surname, a first name or initials of the other', () => {
    expect(reasons('Ada Lind', 'Lind')).toEqual(['“Lind” is the surname of “Ada Lind”'])
    expect(reasons('Ada Lind', 'Ada')).toEqual(['“Ada” is the first name of “Ada Lind”'])
    expect(reasons(['Harbour Safety Council', 'organization'], ['HSC', 'organization'])).toEqual([
      '“HSC” are the initials of “Harbour Safety Council”',
    ])
  })

  it('are spelled alike; numbers must be the same', () => {
    expect(reasons('Mara Holtt', 'Mara Holt')).toEqual([
      '“Mara Holt” and “Mara Holtt” differ by 1 letter',
    ])
    expect(reasons(['12-point plan', 'paper'], ['13-point plan', 'paper'])).toEqual([])
    expect(reasons('Ada Lind', 'Bo Falk')).toEqual([])
  })

  it('keep the fuller name, the likeliest first, and not what was kept apart', () => {
    const case_ = named('Lind', 'Ada Lind', 'Ada Lindt')
    const found = listCandidates(case_)
    expect(found[0]).toMatchObject({ a: 'e1', b: 'e0' })
    const apart = new Set(found.map(({ a, b }) => JSON.stringify([a, b].sort())))
    expect(listCandidates(case_, apart)).toEqual([])
  })

  it('are the same whatever order the names come in', () => {
    const case_ = named('Lind', 'Ada Lind', 'Ada Lindt', 'Bo Falk', 'Falk')
    const turned = { ...case_, entities: case_.entities.toReversed() }
    expect(listCandidates(turned)).toEqual(listCandidates(case_))
  })
})
