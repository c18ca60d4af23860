'use client'
import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { selectElements } from '@/lib/view/elements'
import type { Elements } from '@/lib/view/elements'
import { placeElements } from '@/lib/view/place'
import { panelWidth } from '../panel/panel-width'
import { useExplorer } from '../explorer/explorer-context'
import type { Drawing } from './drawing'
import { labelLimit } from './label-limit'

/** What the canvas draws for the view of the moment, and how it is fitted in. */
export function usePicture(phone: boolean, drawing: RefObject<Drawing | null>) {
  const { view, graph, elements, panelOpen } = useExplorer()
  const layout = useMemo(
    () => placeElements(graph, view, elements, phone ? 'tall' : 'wide'),
    [graph, view, elements, phone],
  )
  const labels =
    view.labels === 'on' ||
    (view.labels === 'auto' && !phone && elements.edges.length <= labelLimit)
  const scene = useMemo(
    () => ({
      elements,
      layout,
      labels,
      selection: view.selection,
      pinned: Object.keys(view.pinned),
      origin: view.expanded.at(-1),
    }),
    [elements, layout, labels, view.selection, view.pinned, view.expanded],
  )
  const insets = useMemo(
    () =>
      phone
        ? { top: 12, right: 12, bottom: panelOpen ? 320 : 72, left: 12 }
        : {
            top: 16,
            right: panelOpen ? panelWidth + 28 : 64,
            bottom: 20,
            left: 204,
          },
    [phone, panelOpen],
  )
  const fitKey = JSON.stringify([
    phone,
    view.mode === 'trace' && view.trace,
    view.focus,
    view.depth,
    view.direction,
    view.projection,
    view.attestors,
    view.tidy,
  ])

  // what was chosen comes out from under the panel, without moving more than it must
  const chosen = view.selection.join('\n')
  const path = elements.nodes.filter((node) => node.accent).map((node) => node.id)
  const shown = path.length > 0 && view.selection.length === 0 ? path.join('\n') : chosen
  const lastInsets = useRef(insets)
  lastInsets.current = insets
  useEffect(() => {
    if (shown !== '') drawing.current?.reveal(shown.split('\n'), lastInsets.current)
  }, [shown, drawing])

  return { elements, layout, scene, insets, fitKey }
}
