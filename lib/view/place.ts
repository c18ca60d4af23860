/**
 * Where everything stands for a view. What was placed does not move: filters, hiding and folding
 * only take away from one layout of the whole, and what is expanded is put around it.
 */
import type { CaseGraph } from '../graph/build'
import { type Elements, selectElements } from './elements'
import type { Layout } from './layout/layout'
import { layoutGraph } from './layout/layout-graph'
import { type ViewState, wholeCase } from './state'

/** Windows a layout is made for; within one, the same view looks the same anywhere. */
const frames = { wide: { width: 1180, height: 830 }, tall: { width: 390, height: 620 } }

/** The same view of the same graph gives the same places, however one came to it. */
export function placeElements(
  graph: CaseGraph,
  view: ViewState,
  shown: Elements,
  frame: keyof typeof frames = 'wide',
): Layout {
  const room = frames[frame]
  const { focus, depth, direction, attestors, projection } = view
  const steady: ViewState = view.tidy
    ? { ...view, selection: [], pinned: {} }
    : { ...wholeCase, focus, depth, direction, attestors, projection }
  let elements = view.tidy ? shown : selectElements(graph, steady)
  let layout = remember(graph, frame + JSON.stringify(steady), () =>
    layoutGraph(plain(elements), room),
  )
  const steps = view.tidy ? [] : view.expanded
  for (let step = 1; step <= steps.length; step++) {
    const expanded = { ...steady, expanded: steps.slice(0, step) }
    elements = join(elements, selectElements(graph, expanded))
    layout = extend(graph, layout, elements, frame + JSON.stringify(expanded))
  }
  const all = join(elements, shown)
  if (all.nodes.length > elements.nodes.length || all.edges.length > elements.edges.length)
    layout = extend(graph, layout, all, `${frame} ${keyOf(all)}`)
  if (Object.keys(view.pinned).length > 0)
    layout = layoutGraph(plain(all), { previous: layout, pinned: view.pinned })
  return layout
}

function extend(graph: CaseGraph, previous: Layout, elements: Elements, key: string): Layout {
  return remember(graph, key, () => layoutGraph(plain(elements), { previous }))
}

const known = new WeakMap<CaseGraph, Map<string, Layout>>()

function remember(graph: CaseGraph, key: string, make: () => Layout): Layout {
  let layouts = known.get(graph)
  if (!layouts) {
    layouts = new Map()
    known.set(graph, layouts)
  }
  let layout = layouts.get(key)
  if (!layout) {
    layout = make()
    layouts.set(key, layout)
  }
  return layout
}

function join(first: Elements, second: Elements): Elements {
  const nodes = new Map([...first.nodes, ...second.nodes].map((node) => [node.id, node]))
  const edges = new Map([...first.edges, ...second.edges].map((edge) => [edge.id, edge]))
  return { nodes: [...nodes.values()], edges: [...edges.values()] }
}

/** Without what changes from one moment to the next and has no bearing on places. */
const plain = ({ nodes, edges }: Elements): Elements => ({
  nodes: nodes.map(({ id, kind, label }) => ({ id, kind, label })),
  edges: edges.map((edge) => ({ ...edge, faded: false, accent: false })),
})

const keyOf = ({ nodes, edges }: Elements) =>
  [...nodes, ...edges].map((element) => element.id).join(' ')
