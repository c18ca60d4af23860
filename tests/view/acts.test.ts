import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { doAct, forgetDecision, noActs, redoAct, undoAct } from '@/lib/view/acts'

const all = { view: true, decision: true }
const acts = fc.array(fc.constantFrom('view' as const, 'decision' as const), { maxLength: 12 })
const grown = (list: readonly ('view' | 'decision')[]) => list.reduce(doAct, noActs)

describe('what was done in a window', () => {
  it('is undone from the last to the first, and done again from the first to the last', () => {
    fc.assert(
      fc.property(acts, (list) => {
        let held = grown(list)
        for (const expected of list.toReversed()) {
          const turn = undoAct(held, all)
          expect(turn.act).toBe(expected)
          held = turn.acts
        }
        for (const expected of list) {
          const turn = redoAct(held, all)
          expect(turn.act).toBe(expected)
          held = turn.acts
        }
        expect(held).toEqual(grown(list))
      }),
    )
  })

  it('goes on to decisions from before the window, and to nothing else', () => {
    expect(undoAct(noActs, all).act).toBe('decision')
    expect(undoAct(noActs, { view: true, decision: false }).act).toBeUndefined()
    expect(redoAct(noActs, all).act).toBe('decision')
  })

  it('passes over what cannot be undone any more', () => {
    const held = grown(['decision', 'view', 'view'])
    expect(undoAct(held, { view: false, decision: true })).toEqual({
      act: 'decision',
      acts: { done: [], undone: ['decision'] },
    })
  })

  it('forgets a decision that was not kept', () => {
    fc.assert(
      fc.property(acts, (list) => {
        expect(forgetDecision(grown([...list, 'decision'])).done).toEqual(grown(list).done)
      }),
    )
    expect(forgetDecision(noActs)).toBe(noActs)
  })

  it('gives up what was undone once something else is done', () => {
    const { acts: undone } = undoAct(grown(['decision', 'view']), all)
    expect(doAct(undone, 'decision').undone).toEqual([])
  })
})
