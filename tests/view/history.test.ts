import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type History, record, redo, startHistory, undo } from '../../lib/view/history'

type Step = { do: 'record'; value: number } | { do: 'undo' } | { do: 'redo' }
const stepArbitrary: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('record' as const), value: fc.integer({ min: 0, max: 5 }) }),
  fc.constant({ do: 'undo' as const }),
  fc.constant({ do: 'redo' as const }),
)
const take = (history: History<{ n: number }>, step: Step) =>
  step.do === 'record'
    ? record(history, { n: step.value })
    : step.do === 'undo'
      ? undo(history)
      : redo(history)

describe('history', () => {
  it('behaves like a list with a cursor, whatever one does', () => {
    fc.assert(
      fc.property(fc.array(stepArbitrary, { maxLength: 60 }), (steps) => {
        let history = startHistory({ n: 0 })
        const list = [0]
        let cursor = 0
        for (const step of steps) {
          history = take(history, step)
          if (step.do === 'undo') cursor = Math.max(0, cursor - 1)
          else if (step.do === 'redo') cursor = Math.min(list.length - 1, cursor + 1)
          else if (step.value !== list[cursor]) {
            list.splice(cursor + 1, list.length, step.value)
            cursor++
          }
          expect(history.present.n).toBe(list[cursor])
          expect(history.past.length).toBe(cursor)
          expect(history.future.length).toBe(list.length - 1 - cursor)
        }
      }),
    )
  })

  it('does not count the same value, deep down, as a step', () => {
    const history = startHistory({ filter: { kinds: ['person'] }, hidden: [] as string[] })
    expect(record(history, { filter: { kinds: ['person'] }, hidden: [] })).toBe(history)
    expect(record(history, { filter: { kinds: ['person', 'paper'] }, hidden: [] })).not.toBe(
      history,
    )
  })

  it('forgets the oldest steps beyond two hundred', () => {
    let history = startHistory(0)
    for (let n = 1; n <= 500; n++) history = record(history, n)
    while (history.past.length > 0) history = undo(history)
    expect(history.present).toBe(300)
  })
})
