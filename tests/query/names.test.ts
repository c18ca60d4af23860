import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '@/lib/errors'
import { fold } from '@/lib/graph/fold'
import { findEntity } from '@/lib/query/find-entity'
import { searchEntities } from '@/lib/query/search'
import type { Case, Entity } from '@/lib/schema'
import { readCase, samplePath } from './real-cases'

const sample = readCase(samplePath)
const first = (text: string) => searchEntities(sample, text)[0]?.entity.id

const caseOf = (names: [string, ...string[]][]): Case => ({
  ...sample,
  mentions: [],
  entities: names.map(
    ([name, ...aliases], i): Entity => ({ id: `n${i}`, kind: 'person', name, aliases }),
  ),
})

describe('searchEntities', () => {
  it('finds by the beginning of any word, an alias, words in any order, and a likeness', () => {
    expect(first('witk')).toBe('steve-witkoff')
    expect(first('WITK')).toBe('steve-witkoff')
    expect(first('zelenskiy')).toBe('volodymyr-zelenskyy')
    expect(first('kush jar')).toBe('jared-kushner')
    expect(first('dimitriev')).toBe('kirill-dmitriev')
    expect(first('ushakof')).toBe('yuri-ushakov')
  })

  it('says which name it recognised', () => {
    expect(searchEntities(sample, 'kyiv')[0]).toMatchObject({
      entity: { id: 'ukraine' },
      matched: 'Kyiv',
    })
  })

  it('takes no account of diacritics and marks', () => {
    const case_ = caseOf([['Wołodymyr Zełenśkyj'], ['Ångström, Knut'], ['O’Brien']])
    for (const [text, id] of [
      ['zelenskyj', 'n0'],
      ['knut ang', 'n1'],
      ["o'brien", 'n2'],
    ] as const) {
      expect(searchEntities(case_, text)[0]?.entity.id).toBe(id)
    }
  })

  it('finds nothing for nothing, marks alone, or what is like no name', () => {
    for (const text of ['', '  ', '–!?', 'xqzwvk']) expect(searchEntities(sample, text)).toEqual([])
  })

  it('finds every entity first by its full name, and never more than asked for', () => {
    for (const { id, name } of sample.entities) expect(first(name)).toBe(id)
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 5 }), (text, limit) => {
        const found = searchEntities(sample, text, limit)
        expect(found.length).toBeLessThanOrEqual(limit)
        expect(new Set(found.map(({ entity }) => entity.id)).size).toBe(found.length)
      }),
    )
  })
})

describe('fold', () => {
  it('gives the same for what it gave', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)),
    )
  })
})

describe('findEntity', () => {
  it('takes an id, a name or an alias; the name goes first', () => {
    expect(findEntity(sample, 'steve-witkoff').name).toBe('Steve Witkoff')
    expect(findEntity(sample, 'STEVE WITKOFF').id).toBe('steve-witkoff')
    expect(findEntity(sample, 'kyiv').id).toBe('ukraine')
    // "Washington" is a place here, and another name for the United States.
    expect(findEntity(sample, 'Washington').id).toBe('washington')
  })

  it('names the nearest when there is none, and all when there are several', () => {
    const message = (case_: Case, name: string) => {
      try {
        findEntity(case_, name)
      } catch (error) {
        if (error instanceof AppError) return `${error.code}: ${error.message}`
      }
      return 'found'
    }
    expect(message(sample, 'Witkof')).toMatch(/not_found: .*nearest: Steve Witkoff/)
    expect(message(sample, 'zzzz')).toMatch(/not_found: .*nearest: /)
    const twins = caseOf([['Ann Lee'], ['ann lee'], ['Bob', 'Lee'], ['Carl', 'LEE']])
    expect(message(twins, 'Ann Lee')).toMatch(/invalid_input: .*2 entities.*n0.*n1/)
    expect(message(twins, 'lee')).toMatch(/n2.*n3/)
  })
})
