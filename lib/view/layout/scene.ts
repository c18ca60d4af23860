/**
 * The picture while it is being arranged: flat arrays, since the search looks at millions of pairs.
 * Rectangle 2i is node i's shape, 2i+1 its name, 2n+e the label of relation e.
 */
import type { EntityKind } from '../../schema'
import type { Elements } from '../elements'
import type { Measure } from '../text-measure'
import type { Point } from './layout'
import { edgeText, nodeText, shapeSize, type TextBlock } from './node-size'

/** A curve is tested as this many straight pieces. */
export const curvePieces = 4
const fan = 26
const nameGap = 3

export type Scene = {
  n: number
  m: number
  ids: string[]
  kinds: EntityKind[]
  edgeIds: string[]
  nodeTexts: TextBlock[]
  edgeTexts: TextBlock[]
  /** Centres of the shapes. */
  x: Float64Array
  y: Float64Array
  /** Index into `sides`. */
  side: Uint8Array
  fixed: Uint8Array
  from: Int32Array
  to: Int32Array
  /** How far a relation's middle stands off the straight line, seen from the lower node index. */
  bend: Float64Array
  /** Control points that were chosen rather than derived from `bend`. */
  controls: Map<number, Point>
  /** Where on its line a label sits, 0 to 1. */
  at: Float64Array
  incident: number[][]
  cx: Float64Array
  cy: Float64Array
  hw: Float64Array
  hh: Float64Array
  pieces: Uint8Array
  /** x1 y1 x2 y2 for each piece of each relation. */
  lines: Float64Array
  /** left top right bottom of each relation's line. */
  spans: Float64Array
}

/** @param widest where names and relation words are broken, when not where they are elsewhere */
export function buildScene(
  elements: Elements,
  measure: Measure,
  widest: { name?: number; words?: number } = {},
): Scene {
  const { nodes } = elements
  const index = new Map(nodes.map((node, i) => [node.id, i]))
  const edges = elements.edges.filter((edge) => index.has(edge.from) && index.has(edge.to))
  const [n, m] = [nodes.length, edges.length]
  const incident: number[][] = nodes.map(() => [])
  const from = Int32Array.from(edges, (edge) => index.get(edge.from)!)
  const to = Int32Array.from(edges, (edge) => index.get(edge.to)!)
  for (let e = 0; e < m; e++) {
    incident[from[e]!]!.push(e)
    if (to[e] !== from[e]) incident[to[e]!]!.push(e)
  }
  const nodeTexts = nodes.map((node) => nodeText(node, measure, widest.name))
  const edgeTexts = edges.map((edge) => edgeText(edge, measure, widest.words))
  const shapes = nodes.map((node, i) => shapeSize(node.kind, incident[i]!.length))
  const bend = fanOut(from, to, edgeTexts)
  const boxes = [...nodes.flatMap((_, i) => [shapes[i]!, nodeTexts[i]!]), ...edgeTexts]
  return {
    n,
    m,
    ids: nodes.map((node) => node.id),
    kinds: nodes.map((node) => node.kind),
    edgeIds: edges.map((edge) => edge.id),
    nodeTexts,
    edgeTexts,
    x: new Float64Array(n),
    y: new Float64Array(n),
    side: new Uint8Array(n),
    fixed: new Uint8Array(n),
    from,
    to,
    bend,
    controls: new Map(),
    at: new Float64Array(m).fill(0.5),
    incident,
    cx: new Float64Array(2 * n + m),
    cy: new Float64Array(2 * n + m),
    hw: Float64Array.from(boxes, (box) => box.w / 2),
    hh: Float64Array.from(boxes, (box) => box.h / 2),
    pieces: Uint8Array.from(bend, (b, e) => (b === 0 && from[e] !== to[e] ? 1 : curvePieces)),
    lines: new Float64Array(m * curvePieces * 4),
    spans: new Float64Array(m * 4),
  }
}

/** Parallel relations, whichever way they run, stand off their straight line side by side. */
function fanOut(from: Int32Array, to: Int32Array, texts: readonly TextBlock[]): Float64Array {
  const groups = new Map<string, number[]>()
  for (let e = 0; e < from.length; e++) {
    const key = `${Math.min(from[e]!, to[e]!)} ${Math.max(from[e]!, to[e]!)}`
    const group = groups.get(key)
    if (group) group.push(e)
    else groups.set(key, [e])
  }
  const bend = new Float64Array(from.length)
  for (const group of groups.values()) {
    const step = Math.max(fan, ...group.map((e) => texts[e]!.h + 9))
    group.forEach((e, i) => {
      bend[e] = from[e] === to[e] ? step + i * step : (i - (group.length - 1) / 2) * step
    })
  }
  return bend
}

/** Puts a node there and moves what hangs on it. */
export function moveNode(scene: Scene, i: number, x: number, y: number, side: number): void {
  scene.x[i] = x
  scene.y[i] = y
  scene.side[i] = side
  const { cx, cy, hw, hh } = scene
  const [shape, name] = [2 * i, 2 * i + 1]
  cx[shape] = cx[name] = x
  cy[shape] = cy[name] = y
  if (side === 0) cy[name]! += hh[shape]! + nameGap + hh[name]!
  else if (side === 1) cx[name]! += hw[shape]! + nameGap + hw[name]!
  else if (side === 2) cx[name]! -= hw[shape]! + nameGap + hw[name]!
  else cy[name]! -= hh[shape]! + nameGap + hh[name]!
  for (const e of scene.incident[i]!) traceEdge(scene, e)
}

/** The control point of a curved relation; the middle of a straight one. */
export function controlPoint(scene: Scene, e: number): Point {
  const chosen = scene.controls.get(e)
  if (chosen) return chosen
  const [a, b] = [scene.from[e]!, scene.to[e]!]
  const bend = scene.bend[e]!
  if (a === b) return { x: scene.x[a]!, y: scene.y[a]! - 2 * bend - scene.hh[2 * a]! }
  const [low, high] = a < b ? [a, b] : [b, a]
  const dx = scene.x[high]! - scene.x[low]!
  const dy = scene.y[high]! - scene.y[low]!
  const length = Math.sqrt(dx * dx + dy * dy) || 1
  return {
    x: (scene.x[a]! + scene.x[b]!) / 2 - (dy / length) * bend * 2,
    y: (scene.y[a]! + scene.y[b]!) / 2 + (dx / length) * bend * 2,
  }
}

/** Recomputes a relation's pieces and its label's place. */
export function traceEdge(scene: Scene, e: number): void {
  const { x, y, from, to, lines, pieces, spans, cx, cy, n, at } = scene
  const [a, b] = [from[e]!, to[e]!]
  const loop = a === b ? scene.hw[2 * a]! : 0
  const x1 = x[a]! - loop
  const y1 = y[a]!
  const x2 = x[b]! + loop
  const y2 = y[b]!
  const base = e * curvePieces * 4
  const t = at[e]!
  let left = Math.min(x1, x2)
  let right = Math.max(x1, x2)
  let top = Math.min(y1, y2)
  let bottom = Math.max(y1, y2)
  if (pieces[e] === 1) {
    lines[base] = x1
    lines[base + 1] = y1
    lines[base + 2] = x2
    lines[base + 3] = y2
    cx[2 * n + e] = x1 + (x2 - x1) * t
    cy[2 * n + e] = y1 + (y2 - y1) * t
  } else {
    const control = controlPoint(scene, e)
    let [px, py] = [x1, y1]
    for (let k = 0; k < curvePieces; k++) {
      const s = (k + 1) / curvePieces
      lines[base + 4 * k] = px
      lines[base + 4 * k + 1] = py
      px = quadratic(s, x1, control.x, x2)
      py = quadratic(s, y1, control.y, y2)
      lines[base + 4 * k + 2] = px
      lines[base + 4 * k + 3] = py
      left = Math.min(left, px)
      right = Math.max(right, px)
      top = Math.min(top, py)
      bottom = Math.max(bottom, py)
    }
    cx[2 * n + e] = quadratic(t, x1, control.x, x2)
    cy[2 * n + e] = quadratic(t, y1, control.y, y2)
  }
  spans[4 * e] = left
  spans[4 * e + 1] = top
  spans[4 * e + 2] = right
  spans[4 * e + 3] = bottom
}

/** A quadratic curve from p to r with control q, one coordinate. */
const quadratic = (s: number, p: number, q: number, r: number): number =>
  (1 - s) * (1 - s) * p + 2 * s * (1 - s) * q + s * s * r
