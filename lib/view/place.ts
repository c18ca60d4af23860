/**
 * Where everything stands for a view. What was placed does not move: filters, hiding and folding
 * only take away from one layout of the whole, and what is expanded is put around it.
 */
import type { CaseGraph } from '../graph/build'
import type { Lineage } from '../query/lineage'
import { type Elements, selectElements } from './elements'
import type { Layout, Point } from './layout/layout'
import { layoutGraph } from './layout/layout-graph'
import { layoutTrace } from './layout/layout-trace'
import { type ViewState, wholeCase } from './state'

/** Windows a layout is made for; within one, the same view looks the same anywhere. */
const frames = { wide: { width: 1180, height: 830 }, tall: { width: 390, height: 690 } }
export type FrameName = keyof typeof frames

/** One layout, made after the one before it in the list and keeping what that one placed. */
export type PlaceStep = {
  /** The same key, the same places. */
  key: string
  elements: Elements
  room: { width: number; height: number }
  pinned?: Record<string, Point>
  /** Laid out as a story in time: from left to right, or downwards in a tall room. */
  lineage?: Lineage
}

/** The same view of the same graph gives the same places, however one came to it. */
export const placeElements = (
  graph: CaseGraph,
  view: ViewState,
  shown: Elements,
  frame: FrameName = 'wide',
): Layout => placeSteps(planPlaces(graph, view, shown, frame), new Map())

/**
 * The layouts a view needs, in order; plain data, so that they can be made elsewhere.
 * @param base the case before decisions were made: what it placed stays, whatever is decided
 */
export function planPlaces(
  graph: CaseGraph,
  view: ViewState,
  shown: Elements,
  frame: FrameName = 'wide',
  base?: CaseGraph,
): PlaceStep[] {
  const { focus, depth, direction, attestors, projection, whole } = view
  const room = frames[frame]
  const steady: ViewState = {
    ...wholeCase,
    focus,
    depth,
    direction,
    attestors,
    projection,
    whole,
  }
  const steps: PlaceStep[] = []
  const add = (elements: Elements, pinned?: ViewState['pinned']) => {
    const bare = plain(elements)
    const before = steps.at(-1)
    const key = `${before?.key ?? frame}\n${keyOf(bare)}${pinned ? JSON.stringify(pinned) : ''}`
    steps.push({ key, elements: bare, room, ...(pinned && { pinned }) })
  }
  let placed = view.tidy ? shown : selectElements(graph, steady)
  if (base && !view.tidy) {
    const before = selectElements(base, steady)
    if (keyOf(before) !== keyOf(placed)) add(before)
  }
  add(placed)
  const grow = (more: Elements) => {
    const joined = join(placed, more)
    if (joined.nodes.length + joined.edges.length === placed.nodes.length + placed.edges.length)
      return
    placed = joined
    add(placed)
  }
  if (!view.tidy)
    for (let step = 1; step <= view.expanded.length; step++)
      grow(selectElements(graph, { ...steady, expanded: view.expanded.slice(0, step) }))
  grow(shown)
  if (Object.keys(view.pinned).length > 0) add(placed, view.pinned)
  return steps
}

/** The one layout of a lineage; nothing is expanded or pinned in a story. */
export const planTrace = (lineage: Lineage, elements: Elements, frame: FrameName): PlaceStep[] => [
  {
    key: `trace ${frame}\n${keyOf(elements)}`,
    elements: plain(elements),
    room: frames[frame],
    lineage,
  },
]

/** The one layout of a story, whichever of its steps is told. */
export const planStory = (elements: Elements, frame: FrameName): PlaceStep[] => [
  { key: `story ${frame}\n${keyOf(elements)}`, elements: plain(elements), room: frames[frame] },
]

/** Makes the layouts of a plan, except those that are known already; gives the last. */
export function placeSteps(steps: readonly PlaceStep[], known: Map<string, Layout>): Layout {
  let previous: Layout | undefined
  for (const step of steps) {
    const { key } = step
    const layout = known.get(key) ?? makeLayout(step, previous)
    known.set(key, layout)
    previous = layout
  }
  return previous!
}

function makeLayout(step: PlaceStep, previous: Layout | undefined): Layout {
  const { elements, room, pinned, lineage } = step
  if (lineage)
    return layoutTrace(lineage, elements, {
      direction: room.width < room.height ? 'down' : 'right',
    })
  return layoutGraph(elements, previous ? { previous, pinned } : { ...room, pinned })
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
  [...nodes, ...edges].map(({ id, label }) => `${id} ${label}`).join('\t')
