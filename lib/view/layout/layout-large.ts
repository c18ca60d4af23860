/** The overview of a graph too large to be read whole: communities apart, in seconds at most. */
import { UndirectedGraph } from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import type { Elements } from '../elements'
import { measureText } from '../text-measure'
import type { Layout, Point } from './layout'
import type { LayoutOptions } from './layout-graph'
import { seededRandom } from './random'
import { readLayout } from './read-layout'
import { buildScene, moveNode } from './scene'

/** Rounds times nodes that are affordable. */
const budget = 150_000
/** Room each node gets on average, in px. */
const spacing = 70

export function layoutLarge(elements: Elements, options: LayoutOptions = {}): Layout {
  const { measure = measureText, width = 1120, height = 860 } = options
  const scene = buildScene(elements, measure)
  const kept: Record<string, Point> = Object.assign(
    Object.create(null),
    options.previous?.positions,
    options.pinned,
  )
  const side = Math.sqrt(scene.n) * spacing
  const random = seededRandom(scene.n)
  const graph = new UndirectedGraph<{ x: number; y: number; fixed?: boolean }>()
  const scale = Math.sqrt(width / height)
  for (const id of scene.ids) {
    const at = kept[id]
    const start = { x: (random() - 0.5) * side, y: (random() - 0.5) * side }
    graph.addNode(id, at ? { x: at.x / scale, y: at.y * scale, fixed: true } : start)
  }
  for (const { from, to } of elements.edges)
    if (from !== to && graph.hasNode(from) && graph.hasNode(to)) graph.mergeEdge(from, to)
  const anew = scene.ids.filter((id) => !kept[id]).length
  if (anew > 0)
    forceAtlas2.assign(graph, {
      iterations: Math.max(20, Math.min(300, Math.round(budget / scene.n))),
      settings: {
        ...forceAtlas2.inferSettings(graph),
        barnesHutOptimize: scene.n > 400,
        gravity: 0.6,
        strongGravityMode: false,
      },
    })
  let reach = 0
  for (const id of scene.ids) {
    const { x, y } = graph.getNodeAttributes(id)
    reach += Math.sqrt(x * x + y * y) / scene.n
  }
  // Kept nodes set the scale; otherwise the mean distance from the middle does.
  const factor = anew < scene.n || reach === 0 ? 1 : (side * 0.38) / reach
  scene.ids.forEach((id, i) => {
    const { x, y } = graph.getNodeAttributes(id)
    const at = kept[id] ?? { x: x * factor * scale, y: (y * factor) / scale }
    moveNode(scene, i, at.x, at.y, 0)
  })
  return readLayout(scene)
}
