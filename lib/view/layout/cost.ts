/**
 * What makes a picture hard to read, as numbers (after Davidson and Harel, "Drawing graphs nicely
 * using simulated annealing", 1996, with names and labels as things that must not be covered).
 */
import { segmentHits, segmentsCross } from './geometry'
import { curvePieces, type Scene } from './scene'

/** Prices, in the same unit as one crossing = 20. */
const price = {
  overlap: 70,
  overlapPx: 5,
  lineThroughShape: 80,
  lineThroughName: 62,
  lineThroughOwnName: 13,
  lineThroughLabel: 26,
  crossing: 34,
  narrowAngle: 26,
  short: 60,
  long: 7,
  spread: 5,
  wall: 3,
  side: [0, 1.2, 1.6, 3],
}

export type Frame = { w: number; h: number }

const gap = 5

/** Overlap of two rectangles that should keep a small gap. */
function overlapCost(scene: Scene, a: number, b: number): number {
  const { cx, cy, hw, hh } = scene
  const ox = hw[a]! + hw[b]! + gap - Math.abs(cx[a]! - cx[b]!)
  if (ox <= 0) return 0
  const oy = hh[a]! + hh[b]! + gap - Math.abs(cy[a]! - cy[b]!)
  if (oy <= 0) return 0
  return price.overlap + price.overlapPx * Math.min(ox, oy)
}

/** A relation's line and a rectangle that is not its own label or end. */
export function lineCost(scene: Scene, e: number, r: number): number {
  const { n, lines, pieces, cx, cy, hw, hh, from, to } = scene
  if (r === 2 * n + e) return 0
  const node = r < 2 * n ? r >> 1 : -1
  const own = node >= 0 && (from[e] === node || to[e] === node)
  if (own && (r & 1) === 0) return 0
  const margin = own ? -1 : node >= 0 ? 4 : 1
  const base = e * curvePieces * 4
  const end = base + pieces[e]! * 4
  for (let k = base; k < end; k += 4) {
    if (
      segmentHits(
        lines[k]!,
        lines[k + 1]!,
        lines[k + 2]!,
        lines[k + 3]!,
        cx[r]!,
        cy[r]!,
        hw[r]! + margin,
        hh[r]! + margin,
      )
    ) {
      if (node < 0) return price.lineThroughLabel
      if (own) return price.lineThroughOwnName
      return (r & 1) === 0 ? price.lineThroughShape : price.lineThroughName
    }
  }
  return 0
}

export function edgesCross(scene: Scene, e: number, f: number): boolean {
  const { lines, pieces } = scene
  const endE = e * curvePieces * 4 + pieces[e]! * 4
  const endF = f * curvePieces * 4 + pieces[f]! * 4
  for (let k = e * curvePieces * 4; k < endE; k += 4)
    for (let l = f * curvePieces * 4; l < endF; l += 4)
      if (
        segmentsCross(
          lines[k]!,
          lines[k + 1]!,
          lines[k + 2]!,
          lines[k + 3]!,
          lines[l]!,
          lines[l + 1]!,
          lines[l + 2]!,
          lines[l + 3]!,
        )
      )
        return true
  return false
}

/** Two relations: a crossing, or a narrow angle where they leave the same node. */
function pairCost(scene: Scene, e: number, f: number): number {
  const { from, to, x, y } = scene
  const a = from[e]!
  const b = to[e]!
  const c = from[f]!
  const d = to[f]!
  const shared = a === c || a === d ? a : b === c || b === d ? b : -1
  if (shared < 0) return edgesCross(scene, e, f) ? price.crossing : 0
  const p = shared === a ? b : a
  const q = shared === c ? d : c
  if (p === q) return 0
  const px = x[p]! - x[shared]!
  const py = y[p]! - y[shared]!
  const qx = x[q]! - x[shared]!
  const qy = y[q]! - y[shared]!
  const cosine = (px * qx + py * qy) / (Math.sqrt((px * px + py * py) * (qx * qx + qy * qy)) || 1)
  return cosine > 0.82 ? (price.narrowAngle * (cosine - 0.82)) / 0.18 : 0
}

/** A relation that is too short for its label, or needlessly long. */
function lengthCost(scene: Scene, e: number): number {
  const { n, from, to, x, y, hw, hh } = scene
  const a = from[e]!
  const b = to[e]!
  const label = 2 * n + e
  if (a === b) return 0
  const dx = Math.abs(x[a]! - x[b]!)
  const dy = Math.abs(y[a]! - y[b]!)
  const length = Math.sqrt(dx * dx + dy * dy) || 1
  // The label covers this much of the line, the shapes that much.
  const covered = Math.min(
    (hw[label]! * length) / (dx || 1e-9),
    (hh[label]! * length) / (dy || 1e-9),
  )
  const wanted = 2 * covered + hw[2 * a]! + hw[2 * b]! + 44
  const ratio = length / wanted
  return ratio < 1
    ? price.short * (1 - ratio) * (1 - ratio) * 4
    : price.long * (ratio - 1) * (ratio - 1)
}

/** Nodes repel each other, so that the picture fills its frame. */
function spreadCost(scene: Scene, i: number, j: number, spacing: number): number {
  const dx = scene.x[i]! - scene.x[j]!
  const dy = scene.y[i]! - scene.y[j]!
  return (price.spread * spacing * spacing) / (dx * dx + dy * dy + 1)
}

function wallCost(scene: Scene, r: number, frame: Frame): number {
  const overX = Math.abs(scene.cx[r]!) + scene.hw[r]! - frame.w / 2
  const overY = Math.abs(scene.cy[r]!) + scene.hh[r]! - frame.h / 2
  return (overX > 0 ? price.wall * (overX + 4) : 0) + (overY > 0 ? price.wall * (overY + 4) : 0)
}

/**
 * All that changes when relation e's label slides: its overlaps and the lines through it; counting
 * stops once `limit` is passed.
 */
export function labelCost(scene: Scene, e: number, frame: Frame, limit = Infinity): number {
  const { n, m, cx, cy, hw, hh, at } = scene
  const label = 2 * n + e
  const off = at[e]! - 0.5
  let cost = wallCost(scene, label, frame) + 30 * off * off
  const x = cx[label]!
  const y = cy[label]!
  const w = hw[label]! + gap
  const h = hh[label]! + gap
  for (let r = 0; r < cx.length; r++) {
    if (Math.abs(cx[r]! - x) >= w + hw[r]! || Math.abs(cy[r]! - y) >= h + hh[r]!) continue
    if (r !== label) cost += overlapCost(scene, label, r)
    if (cost > limit) return cost
  }
  for (let f = 0; f < m; f++) {
    if (!spanMeets(scene, f, x - w, y - h, x + w, y + h)) continue
    cost += lineCost(scene, f, label)
    if (cost > limit) return cost
  }
  return cost
}

function spanMeets(
  { spans }: Scene,
  f: number,
  left: number,
  top: number,
  right: number,
  bottom: number,
): boolean {
  const k = 4 * f
  return spans[k]! < right && spans[k + 2]! > left && spans[k + 1]! < bottom && spans[k + 3]! > top
}

/** All that changes when node i moves; counting stops once `limit` is passed. */
export function nodeCost(
  scene: Scene,
  i: number,
  frame: Frame,
  spacing: number,
  limit = Infinity,
): number {
  const { n, m, incident, cx, cy, hw, hh, spans } = scene
  const shape = 2 * i
  const name = shape + 1
  let cost =
    price.side[scene.side[i]!]! + wallCost(scene, shape, frame) + wallCost(scene, name, frame)
  const left = Math.min(cx[shape]! - hw[shape]!, cx[name]! - hw[name]!) - gap
  const right = Math.max(cx[shape]! + hw[shape]!, cx[name]! + hw[name]!) + gap
  const top = Math.min(cy[shape]! - hh[shape]!, cy[name]! - hh[name]!) - gap
  const bottom = Math.max(cy[shape]! + hh[shape]!, cy[name]! + hh[name]!) + gap
  for (let r = 0; r < cx.length; r++) {
    if (cx[r]! + hw[r]! <= left || cx[r]! - hw[r]! >= right) continue
    if (cy[r]! + hh[r]! <= top || cy[r]! - hh[r]! >= bottom) continue
    if (r < 2 * n && r >> 1 === i) continue
    cost += overlapCost(scene, shape, r) + overlapCost(scene, name, r)
    if (cost > limit) return cost
  }
  for (let j = 0; j < n; j++) if (j !== i) cost += spreadCost(scene, i, j, spacing)
  if (cost > limit) return cost
  for (let f = 0; f < m; f++)
    if (spanMeets(scene, f, left, top, right, bottom))
      cost += lineCost(scene, f, shape) + lineCost(scene, f, name)
  for (const e of incident[i]!) {
    cost += lengthCost(scene, e)
    if (cost > limit) return cost
    cost += labelCost(scene, e, frame, limit - cost)
    if (cost > limit) return cost
    const k = 4 * e
    const l = spans[k]! - gap
    const t = spans[k + 1]! - gap
    const r = spans[k + 2]! + gap
    const b = spans[k + 3]! + gap
    for (let q = 0; q < cx.length; q++) {
      if (cx[q]! + hw[q]! < l || cx[q]! - hw[q]! > r) continue
      if (cy[q]! + hh[q]! < t || cy[q]! - hh[q]! > b) continue
      cost += lineCost(scene, e, q)
    }
    if (cost > limit) return cost
    for (let f = 0; f < m; f++)
      if (f !== e && spanMeets(scene, f, l, t, r, b)) cost += pairCost(scene, e, f)
  }
  return cost
}
