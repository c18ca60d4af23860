'use client'
import { type RefObject, useEffect } from 'react'
import type { ViewState } from '@/lib/view/state'
import type { CanvasControls } from '../canvas/canvas-area'
import { useDoors } from './doors'
import { useExplorer } from './explorer-context'
import { isBusy } from './use-plain-keys'

/** What fingers already know. Nothing here works while one types or a dialog is open. */
export function useKeys(controls: RefObject<CanvasControls | null>) {
  const { search, keys } = useDoors()
  const { graph, change, undo, redo } = useExplorer()
  useEffect(() => {
    const act = (event: KeyboardEvent, step: () => void) => {
      event.preventDefault()
      step()
    }
    const plain: Record<string, () => void> = {
      '/': search,
      '?': keys,
      f: () => controls.current?.fit(),
      s: () => controls.current?.fitSelection(),
      '+': () => controls.current?.zoomBy(1.3),
      '=': () => controls.current?.zoomBy(1.3),
      '-': () => controls.current?.zoomBy(1 / 1.3),
      l: () => change(({ list }) => ({ list: !list })),
      e: () => change(({ labels }) => ({ labels: labels === 'off' ? 'on' : 'off' })),
      h: () => change((view) => hideSelected(view, (id) => graph.hasNode(id))),
      escape: () => change(closeOne),
    }
    const press = (event: KeyboardEvent) => {
      const command = event.ctrlKey || event.metaKey
      const key = event.key.toLowerCase()
      if (command && key === 'k') return act(event, search)
      if (event.defaultPrevented || isBusy(event.target)) return
      if (command && key === 'z') return act(event, event.shiftKey ? redo : undo)
      if (command && key === 'y') return act(event, redo)
      if (command || event.altKey) return
      if (/^\d$/.test(key))
        return act(event, () =>
          change((view) => atDepth(view, Number(key), (id) => graph.hasNode(id))),
        )
      const step = plain[key]
      if (step) act(event, step)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [graph, controls, change, undo, redo, search, keys])
}

/** `0` shows the whole case; `1` to `3` that many steps around what is selected, more means 3. */
function atDepth(view: ViewState, steps: number, isEntity: (id: string) => boolean) {
  if (steps === 0) return { focus: [], expanded: [], depth: 1 as const }
  const chosen = view.selection.filter(isEntity)
  return {
    focus: chosen.length > 0 ? chosen : view.focus,
    depth: Math.min(3, steps) as ViewState['depth'],
  }
}

const hideSelected = (view: ViewState, isEntity: (id: string) => boolean) => ({
  hidden: [...new Set([...view.hidden, ...view.selection.filter(isEntity)])],
  selection: view.selection.filter((id) => !isEntity(id)),
})

/** Escape takes back one thing at a time: the selection, the question, the focus. */
function closeOne(view: ViewState): Partial<ViewState> {
  if (view.selection.length > 0) return { selection: [] }
  if (view.mode !== 'explore') return { mode: 'explore' }
  return { focus: [], expanded: [] }
}
