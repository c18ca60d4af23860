import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fold } from '@/lib/graph/fold'
import { findAlias, listNames, toNameRow } from '@/lib/store/names'

const entity = (name: string, aliases: string[]) => ({
  id: 'one',
  kind: 'person' as const,
  name,
  aliases,
})

it('lists a name and its aliases from each of their words on, each beginning once', () => {
  const rows = listNames(entity('Ada Berg', ['the envoy Ada Berg', 'Berg']))
  expect(rows.map(({ folded, alias, word }) => [folded, alias, word])).toEqual([
    ['ada berg', 0, 0],
    ['berg', 1, 0],
    ['the envoy ada berg', 1, 0],
    ['envoy ada berg', 1, 1],
  ])
  expect(rows.map((row) => 'trigrams' in toNameRow(row))).toEqual([true, true, true, false])
})

it('finds every name by every word, and tells from a row which it was', () => {
  const name = fc.array(fc.constantFrom('Ada', 'ada', 'Berg', 'the', 'Ö'), { minLength: 1 })
  const names = name.map((words) => words.join(' '))
  fc.assert(
    fc.property(names, fc.array(names), (first, aliases) => {
      const rows = listNames(entity(first, aliases))
      for (const text of [first, ...aliases]) {
        const words = fold(text).slice(0, 200).split(' ')
        for (const [word] of words.entries()) {
          const tail = words.slice(word).join(' ')
          const [row, ...others] = rows.filter(({ folded }) => folded === tail)
          expect(others).toEqual([])
          expect(row!.word).toBeLessThanOrEqual(word)
        }
      }
      for (const { folded, alias, word } of rows) {
        if (alias === 1) expect(findAlias(aliases, folded, word)).toBeDefined()
      }
    }),
  )
})
