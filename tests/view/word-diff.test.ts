import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffWords } from '../../lib/view/word-diff'

const text = fc
  .array(
    fc.oneof(fc.constantFrom('the', 'plan', 'was', 'drafted', ',', '“x”', '\n'), fc.string()),
    {
      maxLength: 12,
    },
  )
  .map((words) => words.join(' '))
const join = (parts: { text: string }[]) => parts.map((part) => part.text).join('')

describe('two texts word by word', () => {
  it('lose no letter, whatever they are', () => {
    fc.assert(
      fc.property(text, text, (first, second) => {
        const sides = diffWords(first, second)
        expect(join(sides.first)).toBe(first)
        expect(join(sides.second)).toBe(second)
      }),
    )
  })

  it('are the same all through when they are the same', () => {
    fc.assert(
      fc.property(text, (one) => {
        const { first, second } = diffWords(one, one)
        expect(first.every((part) => part.same)).toBe(true)
        expect(second).toEqual(first)
      }),
    )
  })

  it('show where they differ, and only there', () => {
    const { first, second } = diffWords(
      'The ministry drafted the plan in May.',
      'The ministry never drafted the plan in June.',
    )
    const marked = (parts: typeof first) =>
      parts.filter((part) => !part.same).map((part) => part.text.trim())
    expect(marked(first)).toEqual(['May'])
    expect(marked(second)).toEqual(['never', 'June'])
  })
})
