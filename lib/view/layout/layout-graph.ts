/** Where everything stands. */
import type { Elements } from '../elements'
import { type Measure, measureText } from '../text-measure'
import { arrange } from './arrange'
import type { Frame } from './cost'
import { grow } from './grow'
import { type Layout, type Point, sides } from './layout'
import { layoutLarge } from './layout-large'
import { packLayouts } from './pack'
import { readLayout } from './read-layout'
import { buildScene, moveNode, type Scene, traceEdge } from './scene'
import { settle } from './settle'

export type LayoutOptions = {
  measure?: Measure
  /** The room there is, in px: its shape decides that of the picture. */
  width?: number
  height?: number
  /** Where the user put nodes. */
  pinned?: Record<string, Point>
  /** A layout whose nodes stay where they are; new ones grow out of them. */
  previous?: Layout
}

/** Above this many nodes a picture is an overview: no name or label is promised a place of its own. */
const readableLimit = 150

/**
 * Places nodes, names, lines and labels so that none covers another, whatever room that takes.
 * Deterministic: the same elements and options give the same layout on every machine.
 */
export function layoutGraph(elements: Elements, options: LayoutOptions = {}): Layout {
  const { measure = measureText, width = 1120, height = 860 } = options
  const aspect = width / height
  if (elements.nodes.length > readableLimit) return layoutLarge(elements, options)
  const kept = { ...options.previous?.positions, ...options.pinned }
  if (elements.nodes.some((node) => Object.hasOwn(kept, node.id))) {
    const scene = buildScene(elements, measure)
    keep(scene, kept, options.previous)
    const frame = frameFor(scene, aspect, options.previous)
    if (options.previous) grow(scene, frame)
    else arrange(scene, frame)
    settle(scene, frame)
    return readLayout(scene)
  }
  const pieces = splitPieces(elements)
  const layouts = pieces.map((piece) => {
    const scene = buildScene(piece, measure)
    const frame = frameFor(scene, aspect)
    arrange(scene, frame)
    settle(scene, frame)
    return readLayout(scene)
  })
  return packLayouts(layouts, aspect)
}

function keep(scene: Scene, kept: Record<string, Point>, previous: Layout | undefined): void {
  scene.edgeIds.forEach((id, e) => {
    scene.at[e] = previous?.labels[id]?.at ?? 0.5
  })
  scene.ids.forEach((id, i) => {
    if (!Object.hasOwn(kept, id)) return
    const point = kept[id]!
    const side = previous?.boxes[id]?.side ?? 'bottom'
    moveNode(scene, i, point.x, point.y, sides.indexOf(side))
    scene.fixed[i] = 1
  })
  for (let e = 0; e < scene.m; e++) traceEdge(scene, e)
}

/** Enough room for all boxes with air between, in the aspect ratio asked for. */
function frameFor(scene: Scene, aspect: number, previous?: Layout): Frame {
  const { n, cx, hw, hh } = scene
  let area = 0
  for (let i = 0; i < n; i++) {
    const [shape, name] = [2 * i, 2 * i + 1]
    area += (2 * Math.max(hw[shape]!, hw[name]!) + 44) * (2 * (hh[shape]! + hh[name]!) + 44)
  }
  for (let r = 2 * n; r < cx.length; r++) area += (2 * hw[r]! + 34) * (2 * hh[r]! + 34)
  const h = Math.sqrt((area * 1.6) / aspect)
  const frame = { w: h * aspect, h }
  if (!previous) return frame
  const { bounds } = previous
  return {
    w: Math.max(frame.w, 2 * Math.abs(bounds.x) + bounds.w + 120),
    h: Math.max(frame.h, 2 * Math.abs(bounds.y) + bounds.h + 120),
  }
}

/** The parts that no relation joins, in the order of their first nodes. */
function splitPieces({ nodes, edges }: Elements): Elements[] {
  const joined = new Map<string, string[]>(nodes.map((node) => [node.id, []]))
  for (const { from, to } of edges) {
    if (!joined.has(from) || !joined.has(to)) continue
    joined.get(from)!.push(to)
    joined.get(to)!.push(from)
  }
  const piece = new Map<string, number>()
  let count = 0
  for (const { id } of nodes) {
    if (piece.has(id)) continue
    const queue = [id]
    piece.set(id, count)
    for (const at of queue)
      for (const next of joined.get(at)!)
        if (!piece.has(next)) {
          piece.set(next, count)
          queue.push(next)
        }
    count++
  }
  const pieces = Array.from({ length: count }, (): Elements => ({ nodes: [], edges: [] }))
  for (const node of nodes) pieces[piece.get(node.id)!]!.nodes.push(node)
  for (const edge of edges)
    if (joined.has(edge.to)) pieces[piece.get(edge.from) ?? -1]?.edges.push(edge)
  return pieces
}
