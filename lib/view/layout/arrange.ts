/** The best of several starts, improved until it is worth printing. */
import { anneal } from './anneal'
import { edgesCross, type Frame, labelCost, lineCost, nodeCost } from './cost'
import type { Point } from './layout'
import { seededRandom } from './random'
import { moveNode, type Scene } from './scene'
import { alignToSpread, hopDistances, majorize } from './stress'

const starts = 8
const finalists = 3

/** Places every node of a connected scene about the origin, inside the frame where it can be. */
export function arrange(scene: Scene, frame: Frame, seed = 1): void {
  const { n } = scene
  if (n === 1) {
    load(scene, [{ x: 0, y: 0 }])
    return
  }
  const spacing = Math.sqrt((frame.w * frame.h) / n)
  const candidates = Array.from({ length: starts }, (_, i) => startPoints(scene, frame, seed + i))
    .map((points) => ({ points, cost: roughCost(scene, points) }))
    .sort((a, b) => a.cost - b.cost)
    .slice(0, finalists)
  // A move in a dense picture costs more as well as there are more to make.
  const size = n + scene.m
  const effort = Math.min(1, 60 / size) * Math.min(1, 150 / size) ** 2
  const results = candidates.map(({ points }, i) => {
    load(scene, points)
    const random = seededRandom(seed * 977 + i)
    const moves = Math.round(n * 130 * effort)
    anneal(scene, { frame, spacing, random, moves, heat: 60, reach: spacing * 1.6 })
    return { state: save(scene), cost: totalCost(scene, frame, spacing) }
  })
  results.sort((a, b) => a.cost - b.cost)
  restore(scene, results[0]!.state)
  const random = seededRandom(seed * 31 + 7)
  anneal(scene, {
    frame,
    spacing,
    random,
    moves: Math.round(n * 420 * effort),
    heat: 12,
    reach: spacing * 0.8,
  })
}

function startPoints(scene: Scene, frame: Frame, seed: number): Point[] {
  const random = seededRandom(seed)
  const neighbours = scene.incident.map((edges, i) =>
    edges.map((e) => (scene.from[e] === i ? scene.to[e]! : scene.from[e]!)),
  )
  const scattered = scene.incident.map(() => ({ x: random() * 6, y: random() * 6 }))
  const points = alignToSpread(majorize(scattered, hopDistances(scene.n, neighbours), 40))
  const wide = frame.w >= frame.h
  const turned = points.map(({ x, y }) => (wide ? { x, y } : { x: y, y: x }))
  const reachX = Math.max(...turned.map((p) => Math.abs(p.x)), 1e-6)
  const reachY = Math.max(...turned.map((p) => Math.abs(p.y)), 1e-6)
  return turned.map(({ x, y }) => ({
    x: (x / reachX) * frame.w * 0.42,
    y: (y / reachY) * frame.h * 0.42,
  }))
}

function load(scene: Scene, points: Point[]): void {
  scene.at.fill(0.5)
  points.forEach((point, i) => {
    if (scene.fixed[i]) moveNode(scene, i, scene.x[i]!, scene.y[i]!, scene.side[i]!)
    else moveNode(scene, i, point.x, point.y, 0)
  })
}

/** Crossings, and twice the lines through names. */
function roughCost(scene: Scene, points: Point[]): number {
  load(scene, points)
  let cost = 0
  for (let e = 0; e < scene.m; e++) {
    for (let f = 0; f < e; f++) if (edgesCross(scene, e, f)) cost++
    for (let i = 0; i < scene.n; i++) if (lineCost(scene, e, 2 * i + 1) > 0) cost += 2
  }
  return cost
}

function totalCost(scene: Scene, frame: Frame, spacing: number): number {
  let cost = 0
  for (let i = 0; i < scene.n; i++) cost += nodeCost(scene, i, frame, spacing)
  for (let e = 0; e < scene.m; e++) cost += labelCost(scene, e, frame)
  return cost
}

type State = { x: Float64Array; y: Float64Array; side: Uint8Array; at: Float64Array }

const save = ({ x, y, side, at }: Scene): State => ({
  x: x.slice(),
  y: y.slice(),
  side: side.slice(),
  at: at.slice(),
})

function restore(scene: Scene, { x, y, side, at }: State): void {
  scene.at.set(at)
  for (let i = 0; i < scene.n; i++) moveNode(scene, i, x[i]!, y[i]!, side[i]!)
}
