'use client'
import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { graphCase } from '@/lib/graph/build'
import { isStory, planView } from '@/lib/view/show-view'
import { stepOf } from '@/lib/view/trace-elements'
import { useExplorer } from '../explorer/explorer-context'
import { panelWidth, sheetShare } from '../panel/panel-width'
import type { Drawing } from './drawing'
import type { Scene } from './items'
import { labelLimit } from './label-limit'
import { useLayout } from './use-layout'

/** What the canvas draws for the view of the moment, and how it is fitted in. */
export function usePicture(phone: boolean, drawing: RefObject<Drawing | null>) {
  const { view, graph, base, elements, lineage, story, timeline, subject, places, panelOpen } =
    useExplorer()
  const steps = useMemo(
    () => planView(graph, view, elements, { lineage, story }, phone ? 'tall' : 'wide', base),
    [graph, base, view, elements, lineage, story, phone],
  )
  const layout = useLayout(steps, places)
  const labels =
    view.labels === 'on' ||
    (view.labels === 'auto' && !phone && elements.edges.length <= labelLimit)
  const fitKey = JSON.stringify([
    phone,
    view.mode === 'trace' && view.trace,
    story?.id,
    view.mode === 'compare' && view.compare,
    view.focus,
    view.depth,
    view.direction,
    view.projection,
    view.attestors,
    view.whole,
    view.tidy,
    // what joins the case may stand outside of what is seen
    graphCase(graph).documents.length,
  ])

  const selection = useMemo(() => {
    const chosen = new Set(view.selection)
    return [...elements.nodes, ...elements.edges]
      .map(({ id }) => id)
      .filter((id) => chosen.has(subject(id) ?? ''))
  }, [elements, subject, view.selection])
  const ready = useMemo(
    () =>
      layout && {
        elements,
        layout,
        labels,
        selection,
        pinned: Object.keys(view.pinned),
        origin: view.expanded.at(-1),
        fitKey,
        ...(isStory(lineage) && { least: 0.9 }),
      },
    [fitKey, elements, layout, labels, selection, lineage, view.pinned, view.expanded],
  )
  // what is on the screen stays until its successor has been laid out
  const last = useRef<Scene>(undefined)
  if (ready) last.current = ready
  const scene = last.current
  const insets = useMemo(
    () =>
      phone
        ? {
            top: 12,
            right: 12,
            bottom: panelOpen ? sheetShare * innerHeight + 16 : timeline ? 110 : 24,
            left: 12,
          }
        : {
            top: 16,
            right: panelOpen ? panelWidth + 28 : 64,
            bottom: timeline ? 110 : 20,
            // a story runs down to the right, past the legend
            left: isStory(lineage) ? 24 : 204,
          },
    [phone, panelOpen, lineage, timeline],
  )
  // what was chosen comes out from under the panel, without moving more than it must
  const chosen = selection.join('\n')
  const path = elements.nodes.filter((node) => node.accent).map((node) => node.id)
  const step =
    isStory(lineage) && view.marked
      ? elements.nodes.filter(({ id }) => stepOf(lineage, id) === view.marked)
      : []
  const followed = [path, step.map((node) => node.id)].find((ids) => ids.length > 0)
  const shown = followed && view.selection.length === 0 ? followed.join('\n') : chosen
  const follow = useMemo(() => (shown === '' ? [] : shown.split('\n')), [shown])
  const lastInsets = useRef(insets)
  lastInsets.current = insets
  const centre = step.length > 0
  useEffect(() => {
    if (follow.length > 0) drawing.current?.reveal(follow, lastInsets.current, { centre })
  }, [follow, centre, drawing])

  return { scene, insets, follow, working: !ready }
}
