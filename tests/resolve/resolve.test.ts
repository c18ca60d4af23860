import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalizeName, soundName } from '../../lib/resolve/name-key'
import { type Local, resolveEntities } from '../../lib/resolve/resolve'

const person = (name: string, ...aliases: string[]): Local => ({ kind: 'person', name, aliases })
const names = (documents: Local[][]) => resolveEntities(documents).entities.map((e) => e.name)

describe('name keys', () => {
  it.each([
    ['Zelenskyy', 'Zelenskiy'],
    ['Zelenskyy', 'Zelensky'],
    ['Sergei', 'Sergey'],
    ['Kyiv', 'Kiev'],
    ['Dmitri', 'Dmitriy'],
  ])('%s sounds like %s', (a, b) => {
    expect(soundName(a)).toBe(soundName(b))
  })

  it('tells different people apart', () => {
    expect(soundName('Putin')).not.toBe(soundName('Poutine'.slice(0, 4)))
    expect(soundName('Lavrov')).not.toBe(soundName('Lavrova'))
  })

  it('normalising twice changes nothing more than a second article', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const once = normalizeName(name)
        expect(normalizeName(once)).toBe(once.replace(/^(?:the|a|an) /, ''))
      }),
    )
  })
})

describe('across documents', () => {
  it('spellings of one name join, the fullest spelling names the entity, and why is kept', () => {
    const { entities, merges } = resolveEntities([
      [person('Zelenskyy')],
      [person('Volodymyr Zelenskiy', 'Zelenskiy')],
    ])
    expect(entities).toHaveLength(1)
    expect(entities[0]).toMatchObject({
      name: 'Volodymyr Zelenskyy',
      aliases: ['Volodymyr Zelenskiy', 'Zelenskiy', 'Zelenskyy'],
    })
    expect(merges[0]?.reason).toContain('surname')
  })

  it('a surname that fits two people joins neither', () => {
    expect(names([[person('Anna Berg'), person('Nils Berg')], [person('Berg')]])).toEqual([
      'Anna Berg',
      'Nils Berg',
      'Berg',
    ])
  })

  it('nothing is joined by way of a third name', () => {
    expect(names([[person('Anna Berg')], [person('Berg')], [person('Nils Berg')]])).toEqual([
      'Anna Berg',
      'Nils Berg',
    ])
  })

  it('likeness proposes and joins nothing', () => {
    const { entities, proposals } = resolveEntities([
      [person('Katrine Lindqvist')],
      [person('Katrina Lindqvist')],
    ])
    expect(entities).toHaveLength(2)
    expect(proposals).toHaveLength(1)
  })

  it('kinds stay apart, and generic papers of two documents too', () => {
    const plan: Local = { kind: 'paper', name: 'plan', aliases: [] }
    expect(
      names([
        [plan, { kind: 'place', name: 'Oslo', aliases: [] }],
        [plan, { kind: 'government', name: 'Oslo', aliases: [] }],
      ]),
    ).toHaveLength(4)
    const numbered: Local = {
      kind: 'paper',
      name: '28-point peace plan',
      aliases: ['28-point plan', 'plan'],
    }
    expect(names([[numbered], [{ kind: 'paper', name: '28-point plan', aliases: [] }]])).toEqual([
      '28-point peace plan',
    ])
  })

  it('what is in a case keeps its id and its name', () => {
    const first = resolveEntities([[person('Anna Berg')]]).entities
    const second = resolveEntities(
      [[person('Anna Maria Berg', 'Berg'), person('Luis Ortega')]],
      first,
    )
    expect(second.entities[0]).toMatchObject({ id: first[0]!.id, name: 'Anna Berg' })
  })
})
