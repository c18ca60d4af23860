'use client'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type History, record, redo, startHistory, undo } from '@/lib/view/history'
import type { ViewState } from '@/lib/view/state'
import { decodeView, encodeView } from '@/lib/view/url'

export type Change = Partial<ViewState> | ((view: ViewState) => Partial<ViewState>)

/** The view, its history, and the address that restores it. */
export function useView(initial: ViewState) {
  const [history, setHistory] = useState<History<ViewState>>(() => startHistory(initial))
  const view = history.present

  const change = useCallback(
    (step: Change) =>
      setHistory((held) =>
        record(held, {
          ...held.present,
          ...(typeof step === 'function' ? step(held.present) : step),
        }),
      ),
    [],
  )
  const goBack = useCallback(() => setHistory(undo), [])
  const goForward = useCallback(() => setHistory(redo), [])

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
      setHistory((held) => record(held, asked))
    }
    addEventListener('popstate', follow)
    return () => removeEventListener('popstate', follow)
  }, [])

  return useMemo(
    () => ({
      view,
      change,
      undo: goBack,
      redo: goForward,
      canUndo: history.past.length > 0,
      canRedo: history.future.length > 0,
    }),
    [view, change, goBack, goForward, history],
  )
}

/** Whether the browser's own Back should lead to where one was before. */
const isLeap = (from: ViewState, to: ViewState): boolean =>
  from.mode !== to.mode ||
  from.trace !== to.trace ||
  from.projection !== to.projection ||
  from.focus.join() !== to.focus.join()
