/** The finished scene as a layout: names, labels, and lines cut where shapes and names begin. */
import { type Curve, type Layout, type Point, type Rect, sides } from './layout'
import { controlPoint, type Scene } from './scene'
import { insideShape } from './shape-border'

const air = 2

export function readLayout(scene: Scene): Layout {
  const layout = emptyLayout()
  const { n, m, cx, cy, hw, hh } = scene
  for (let i = 0; i < n; i++) {
    const id = scene.ids[i]!
    const [shape, name] = [2 * i, 2 * i + 1]
    const position = { x: round(cx[shape]!), y: round(cy[shape]!) }
    const label = {
      x: round(cx[name]! - cx[shape]!),
      y: round(cy[name]! - cy[shape]!),
      w: round(2 * hw[name]!),
      h: round(2 * hh[name]!),
    }
    const size = { w: 2 * hw[shape]!, h: 2 * hh[shape]! }
    layout.positions[id] = position
    layout.boxes[id] = {
      ...enclose([{ x: 0, y: 0, ...size }, label]),
      shape: size,
      label,
      lines: scene.nodeTexts[i]!.lines,
      side: sides[scene.side[i]!]!,
    }
  }
  for (let e = 0; e < m; e++) {
    const id = scene.edgeIds[e]!
    const label = 2 * n + e
    layout.labels[id] = {
      x: round(cx[label]!),
      y: round(cy[label]!),
      w: round(2 * hw[label]!),
      h: round(2 * hh[label]!),
      lines: scene.edgeTexts[e]!.lines,
      at: round(scene.at[e]!),
    }
    layout.curves[id] = trimCurve(scene, e)
  }
  layout.bounds = measureBounds(layout)
  return layout
}

/** Records without a prototype: an entity may be called `constructor`. */
export const emptyLayout = (): Layout => ({
  positions: Object.create(null),
  boxes: Object.create(null),
  labels: Object.create(null),
  curves: Object.create(null),
  bounds: { x: 0, y: 0, w: 0, h: 0 },
})

/** The rectangle around all that a layout draws. */
export function measureBounds(layout: Omit<Layout, 'bounds'>): Rect {
  const rects: Rect[] = [...Object.values(layout.labels)]
  for (const [id, { x, y }] of Object.entries(layout.positions)) {
    const box = layout.boxes[id]!
    rects.push({ x: x + box.x, y: y + box.y, w: box.w + 6, h: box.h + 6 })
  }
  for (const { from, to, control } of Object.values(layout.curves))
    for (const p of curvePoints(from, to, control)) rects.push({ ...p, w: 8, h: 8 })
  return enclose(rects)
}

export function enclose(rects: readonly Rect[]): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y, w, h } of rects) {
    left = Math.min(left, x - w / 2)
    right = Math.max(right, x + w / 2)
    top = Math.min(top, y - h / 2)
    bottom = Math.max(bottom, y + h / 2)
  }
  if (left > right) return { x: 0, y: 0, w: 0, h: 0 }
  return { x: (left + right) / 2, y: (top + bottom) / 2, w: right - left, h: bottom - top }
}

function curvePoints(from: Point, to: Point, control: Point | undefined): Point[] {
  if (!control) return [from, to]
  return [0, 0.25, 0.5, 0.75, 1].map((t) => pointOn(from, control, to, t))
}

const pointOn = (a: Point, c: Point, b: Point, t: number): Point => ({
  x: (1 - t) * (1 - t) * a.x + 2 * t * (1 - t) * c.x + t * t * b.x,
  y: (1 - t) * (1 - t) * a.y + 2 * t * (1 - t) * c.y + t * t * b.y,
})

/** Cuts a line where it leaves its first node's shape and name, and where it meets the second's. */
function trimCurve(scene: Scene, e: number): Curve {
  const [a, b] = [scene.from[e]!, scene.to[e]!]
  const loop = a === b ? scene.hw[2 * a]! * 0.7 : 0
  const start = { x: scene.x[a]! - loop, y: scene.y[a]! }
  const end = { x: scene.x[b]! + loop, y: scene.y[b]! }
  const control = controlPoint(scene, e)
  const straight = scene.pieces[e] === 1
  const at = (t: number) =>
    straight
      ? { x: start.x + (end.x - start.x) * t, y: start.y + (end.y - start.y) * t }
      : pointOn(start, control, end, t)
  const steps = 400
  // As far as its own ends' shapes and names reach, but never all of it.
  const bare = (share: number) => {
    let [first, last] = [0, steps]
    for (let k = 0; k <= steps * share; k++) {
      if (covers(scene, a, at(k / steps))) first = k + 1
      if (covers(scene, b, at(1 - k / steps))) last = steps - k - 1
    }
    return [first, last] as const
  }
  const whole = bare(0.85)
  const [first, last] = whole[1] - whole[0] > steps * 0.1 ? whole : bare(0.45)
  const [s, t] = [first / steps, last / steps]
  const curve: Curve = { from: roundPoint(at(s)), to: roundPoint(at(t)) }
  if (straight) return curve
  // The control point of the part of a quadratic between s and t (its blossom).
  const mix = (p: number, q: number, r: number) =>
    (1 - s) * (1 - t) * p + (s * (1 - t) + t * (1 - s)) * q + s * t * r
  const cut = { x: mix(start.x, control.x, end.x), y: mix(start.y, control.y, end.y) }
  return { ...curve, control: roundPoint(cut) }
}

function covers(scene: Scene, i: number, point: Point): boolean {
  const { cx, cy, hw, hh, kinds } = scene
  const [shape, name] = [2 * i, 2 * i + 1]
  const [dx, dy] = [point.x - cx[shape]!, point.y - cy[shape]!]
  if (insideShape(kinds[i]!, dx, dy, hw[shape]! + air, hh[shape]! + air)) return true
  return Math.abs(point.x - cx[name]!) < hw[name]! - 1 && Math.abs(point.y - cy[name]!) < hh[name]!
}

const round = (value: number) => Math.round(value * 100) / 100
const roundPoint = ({ x, y }: Point): Point => ({ x: round(x), y: round(y) })
