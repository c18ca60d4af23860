/** What part of a case a picture shows, and where everything stands in it. */
import type { CaseGraph } from '../graph/build'
import { traceLineage } from '../query/lineage'
import { findPaths } from '../query/paths'
import { type Elements, selectElements } from '../view/elements'
import { emphasize } from '../view/emphasis'
import type { Layout, Point } from '../view/layout/layout'
import { layoutGraph } from '../view/layout/layout-graph'
import { layoutTrace } from '../view/layout/layout-trace'
import { edgeText } from '../view/layout/node-size'
import { pathQuestion } from '../view/path-question'
import { placeElements } from '../view/place'
import { type ViewState, wholeCase } from '../view/state'
import { measureText } from '../view/text-measure'
import { traceElements } from '../view/trace-elements'

export const scopes = ['whole', 'view', 'selection', 'path', 'trace'] as const
export type Scope = (typeof scopes)[number]

export type Scene = { elements: Elements; layout: Layout }

/** The scopes that have something to show in this view. */
export function openScopes(shown: Elements, view: ViewState): Scope[] {
  const path = shown.nodes.some((node) => node.accent)
  const faded = shown.nodes.some((node) => node.faded)
  const open: Record<Scope, boolean> = {
    whole: true,
    view: true,
    selection: faded && !path,
    path,
    trace: view.mode === 'trace' && view.trace !== undefined,
  }
  return scopes.filter((scope) => open[scope])
}

/** A view as the canvas shows it: what is in it, and what stands out. */
export function showView(graph: CaseGraph, view: ViewState): Elements {
  const question = pathQuestion(view, graph)
  const answer = question && findPaths(graph, question)
  return emphasize(selectElements(graph, view), graph, view, answer)
}

/**
 * The elements of a scope with their places: the whole case and the view as they stand on the
 * canvas; a selection on its own, laid out anew; a path or a trace from left to right.
 */
export function pickScene(graph: CaseGraph, view: ViewState, scope: Scope): Scene {
  if (scope === 'whole') {
    const { projection, attestors, pinned } = view
    const all: ViewState = { ...wholeCase, projection, attestors, pinned }
    const elements = selectElements(graph, all)
    return { elements, layout: placeElements(graph, all, elements) }
  }
  if (scope === 'trace') {
    if (!view.trace) return pickScene(graph, view, 'view')
    const lineage = traceLineage(graph, view.trace)
    const elements = traceElements(graph, lineage)
    return { elements, layout: layoutTrace(lineage, elements) }
  }
  const shown = showView(graph, view)
  if (scope === 'view') return { elements: shown, layout: placeElements(graph, view, shown) }
  const part = keep(shown, scope)
  if (scope === 'path') return { elements: part, layout: layoutPath(part) }
  return { elements: part, layout: layoutGraph(part, { width: 1180, height: 830 }) }
}

function keep({ nodes, edges }: Elements, scope: 'selection' | 'path'): Elements {
  const stays = (one: { accent?: boolean; faded?: boolean }) =>
    scope === 'path' ? one.accent : !one.faded
  const kept = nodes.filter(stays)
  const ids = new Set(kept.map((node) => node.id))
  return {
    nodes: kept,
    edges: edges.filter((edge) => stays(edge) && ids.has(edge.from) && ids.has(edge.to)),
  }
}

/** A path's entities in a row, far enough apart for the words between them. */
function layoutPath(elements: Elements): Layout {
  const widest = Math.max(40, ...elements.edges.map((edge) => edgeText(edge, measureText).w))
  const pinned: Record<string, Point> = {}
  const row = [...elements.nodes].sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
  row.forEach((node, i) => {
    pinned[node.id] = { x: i * (widest + 90), y: 0 }
  })
  return layoutGraph(elements, { pinned })
}
