/**
 * What was done in this window, in one order: steps of the view and decisions about the case. Each
 * keeps a history of its own; this says whose turn it is.
 */
type Act = 'view' | 'decision'
export type Acts = { readonly done: readonly Act[]; readonly undone: readonly Act[] }

export const noActs: Acts = { done: [], undone: [] }

/** Something new was done; what had been undone is given up. */
export const doAct = (acts: Acts, act: Act): Acts => ({ done: [...acts.done, act], undone: [] })

/** A decision that was not kept was never done. */
export function forgetDecision(acts: Acts): Acts {
  const at = acts.done.lastIndexOf('decision')
  return at < 0 ? acts : { ...acts, done: acts.done.filter((_, i) => i !== at) }
}

type Able = Record<Act, boolean>
type Turn = { act?: Act; acts: Acts }

/**
 * Whose step is undone next, of those that can be: the last one done in this window, then the
 * decisions from before it was opened.
 */
export function undoAct({ done, undone }: Acts, able: Able): Turn {
  const last = done.findLastIndex((act) => able[act])
  const act = last < 0 ? (able.decision ? 'decision' : undefined) : done[last]
  const rest = last < 0 ? [] : done.slice(0, last)
  return act ? { act, acts: { done: rest, undone: [act, ...undone] } } : { acts: { done, undone } }
}

/** The same forwards: what was undone last here, then what was undone before the window opened. */
export function redoAct({ done, undone }: Acts, able: Able): Turn {
  const next = undone.findIndex((act) => able[act])
  const act = next < 0 ? (able.decision ? 'decision' : undefined) : undone[next]
  const rest = next < 0 ? [] : undone.slice(next + 1)
  return act ? { act, acts: { done: [...done, act], undone: rest } } : { acts: { done, undone } }
}
