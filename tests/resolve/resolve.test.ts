import fc from 'fast-check'
import { distance } from 'fastest-levenshtein'
import { describe, expect, it } from 'vitest'
import { normalizeName, soundName } from '../../lib/resolve/name-key'
import { type Local, openResolver, resolveEntities } from '../../lib/resolve/resolve'
import type { Entity } from '../../lib/schema'

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
  it("an office or a body that only its noun names is each report's own", () => {
    const body = (name: string): Local => ({ kind: 'organization', name, aliases: [] })
    const { entities } = resolveEntities([
      [person('prime minister'), body('ministry'), body('Veltrix')],
      [person('prime minister'), body('ministry'), body('Veltrix')],
    ])
    expect(entities.map((e) => e.name).sort()).toEqual(
      ['Veltrix', 'ministry', 'ministry', 'prime minister', 'prime minister'].sort(),
    )
  })

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

  it('a lone surname under another office or another honorific is somebody else', () => {
    const mayor: Local = { ...person('Berg'), titles: ['Mayor'] }
    const lady: Local = { ...person('Berg'), titles: ['Ms'] }
    const resolver = openResolver([])
    const [[anders]] = resolver.join([[person('Anders Berg')]]).ids as [[string]]
    resolver.learnTitle(anders, 'Finance Minister')
    expect(resolver.join([[mayor]]).ids).not.toEqual([[anders]])
    expect(resolver.join([[lady]]).ids).not.toEqual([[anders]])
    const minister: Local = { ...person('Berg'), titles: ['Minister'] }
    // three of that surname by now: doubt joins nothing
    expect(resolver.join([[minister]]).merges).toEqual([])
  })

  it('an office that is part of the other agrees with it', () => {
    const resolver = openResolver([])
    const [[anders]] = resolver.join([[person('Anders Berg')]]).ids as [[string]]
    resolver.learnTitle(anders, 'Finance Minister')
    const again = resolver.join([[{ ...person('Berg'), titles: ['Minister'] }]])
    expect(again.ids).toEqual([[anders]])
    expect(again.entities[0]!.note).toBe(again.merges[0]!.reason)
  })

  it('letters that two bodies share join neither to the other', () => {
    const body = (name: string, ...aliases: string[]): Local => ({
      kind: 'organization',
      name,
      aliases,
    })
    expect(names([[body('Workers Party', 'WP')], [body('Wexford Post', 'WP')]])).toHaveLength(2)
    expect(names([[body('Harbour Pilots Union', 'HPU')], [body('HPU')]])).toHaveLength(1)
  })

  it('step by step and one after the other are the same', () => {
    const pool = [
      person('Anna Berg', 'Berg'),
      person('Ana Berg'),
      person('Berg'),
      person('Nils Lund'),
      person('Lund'),
      { kind: 'paper', name: '12-point plan', aliases: ['plan'] },
      { kind: 'paper', name: 'plan', aliases: [] },
      { kind: 'organization', name: 'Harbour Pilots Union', aliases: ['HPU'] },
      { kind: 'organization', name: 'HPU', aliases: [] },
    ] satisfies Local[]
    const documents = fc.array(fc.uniqueArray(fc.constantFrom(...pool), { maxLength: 5 }), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(documents, (all) => {
        const open = openResolver([])
        let entities: Entity[] = []
        const [ids, again]: [string[][], string[][]] = [[], []]
        for (const locals of all) {
          ids.push(...open.join([locals]).ids)
          const closed = resolveEntities([locals], entities)
          entities = closed.entities
          again.push(...closed.ids)
        }
        expect(again).toEqual(ids)
        expect(open.list()).toEqual(entities)
      }),
    )
  })

  it('finds every pair of names that a letter tells apart, without looking at all pairs', () => {
    const letters = 'abdeiklmnorstu'
    const word = fc
      .array(fc.constantFrom(...letters), { minLength: 8, maxLength: 24 })
      .map((l) => `Q${l.join('')}`)
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom(...letters), (name, at, letter) => {
        const k = 1 + (at % (name.length - 1))
        const other = name.slice(0, k) + letter + name.slice(k + 1)
        fc.pre(soundName(other) !== soundName(name))
        fc.pre(distance(soundName(other), soundName(name)) === 1)
        const body = (n: string): Local => ({ kind: 'organization', name: n, aliases: [] })
        expect(resolveEntities([[body(name)], [body(other)]]).proposals).toHaveLength(1)
      }),
    )
  })
})
