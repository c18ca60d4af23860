'use client'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type Acts, doAct, forgetDecision, noActs, redoAct, undoAct } from '@/lib/view/acts'
import { type History, record, redo, startHistory, undo } from '@/lib/view/history'
import type { ViewState } from '@/lib/view/state'
import { decodeView, encodeView } from '@/lib/view/url'

export type Change = Partial<ViewState> | ((view: ViewState) => Partial<ViewState>)

type Decisions = {
  /** Those made in this window so far. */
  made: number
  undo(): void
  redo(): void
  canUndo: boolean
  canRedo: boolean
}
type Held = { history: History<ViewState>; acts: Acts; made: number }

/** The view, its history in one order with the decisions, and the address that restores it. */
export function useView(initial: ViewState, decisions: Decisions) {
  const { made, canUndo, canRedo } = decisions
  const [held, setHeld] = useState<Held>(() => ({
    history: startHistory(initial),
    acts: noActs,
    made,
  }))
  if (held.made !== made) {
    const acts = made > held.made ? doAct(held.acts, 'decision') : forgetDecision(held.acts)
    setHeld({ ...held, acts, made: held.made + Math.sign(made - held.made) })
  }
  const { history, acts } = held
  const view = history.present

  const change = useCallback(
    (step: Change) =>
      setHeld((held) => {
        const { present } = held.history
        return show(held, { ...present, ...(typeof step === 'function' ? step(present) : step) })
      }),
    [],
  )
  const back = useMemo(
    () => undoAct(acts, { view: history.past.length > 0, decision: canUndo }),
    [acts, history, canUndo],
  )
  const forth = useMemo(
    () => redoAct(acts, { view: history.future.length > 0, decision: canRedo }),
    [acts, history, canRedo],
  )

  const written = useRef(view)
  useEffect(() => {
    const query = encodeView(view)
    const address = `${location.pathname}${query && `?${query}`}${location.hash}`
    if (address !== `${location.pathname}${location.search}${location.hash}`) {
      if (isLeap(written.current, view)) window.history.pushState(null, '', address)
      else window.history.replaceState(null, '', address)
    }
    written.current = view
  }, [view])

  useEffect(() => {
    const follow = () => {
      const { view: asked } = decodeView(new URLSearchParams(location.search))
      written.current = asked
      setHeld((held) => show(held, asked))
    }
    addEventListener('popstate', follow)
    return () => removeEventListener('popstate', follow)
  }, [])

  return useMemo(
    () => ({
      view,
      change,
      undo: () => {
        if (back.act === 'decision') decisions.undo()
        setHeld((held) => take(held, back, undo))
      },
      redo: () => {
        if (forth.act === 'decision') decisions.redo()
        setHeld((held) => take(held, forth, redo))
      },
      canUndo: back.act !== undefined,
      canRedo: forth.act !== undefined,
    }),
    [view, change, back, forth, decisions.undo, decisions.redo],
  )
}

/** The next view, as a step that can be undone; the same view again is no step. */
function show(held: Held, view: ViewState): Held {
  const history = record(held.history, view)
  return history === held.history ? held : { ...held, history, acts: doAct(held.acts, 'view') }
}

const take = (held: Held, { act, acts }: ReturnType<typeof undoAct>, step: typeof undo): Held => ({
  ...held,
  acts,
  history: act === 'view' ? step(held.history) : held.history,
})

/** Whether the browser's own Back should lead to where one was before. */
const isLeap = (from: ViewState, to: ViewState): boolean =>
  from.mode !== to.mode ||
  from.trace !== to.trace ||
  from.projection !== to.projection ||
  from.focus.join() !== to.focus.join()
