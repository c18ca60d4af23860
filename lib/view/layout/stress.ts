/**
 * Start positions by stress majorization (Gansner, Koren and North, "Graph drawing by stress
 * majorization", 2004): distances in the picture near distances in the graph.
 */
import type { Point } from './layout'

/** Hops between all pairs, breadth first; -1 where there is no way. */
export function hopDistances(n: number, neighbours: readonly number[][]): Int32Array[] {
  return Array.from({ length: n }, (_, start) => {
    const hops = new Int32Array(n).fill(-1)
    hops[start] = 0
    const queue = [start]
    for (const node of queue)
      for (const next of neighbours[node]!)
        if (hops[next]! < 0) {
          hops[next] = hops[node]! + 1
          queue.push(next)
        }
    return hops
  })
}

/** Moves every point to where its pairs want it, `rounds` times; one hop is one unit. */
export function majorize(points: Point[], hops: readonly Int32Array[], rounds: number): Point[] {
  let current = points
  for (let round = 0; round < rounds; round++) {
    current = current.map((p, i) => {
      let [x, y, weights] = [0, 0, 0]
      for (let j = 0; j < current.length; j++) {
        const d = hops[i]![j]!
        if (d <= 0) continue
        const q = current[j]!
        const weight = 1 / (d * d)
        const [dx, dy] = [p.x - q.x, p.y - q.y]
        const length = Math.sqrt(dx * dx + dy * dy)
        const pull = length > 1e-9 ? d / length : 0
        x += weight * (q.x + dx * pull)
        y += weight * (q.y + dy * pull)
        weights += weight
      }
      return weights === 0 ? p : { x: x / weights, y: y / weights }
    })
  }
  return current
}

/** Turns the points so that their longest spread lies along x. */
export function alignToSpread(points: Point[]): Point[] {
  const [mx, my] = [mean(points.map((p) => p.x)), mean(points.map((p) => p.y))]
  let [xx, xy, yy] = [0, 0, 0]
  for (const { x, y } of points) {
    xx += (x - mx) * (x - mx)
    xy += (x - mx) * (y - my)
    yy += (y - my) * (y - my)
  }
  // The larger eigenvector of the covariance.
  const half = (xx - yy) / 2
  const root = Math.sqrt(half * half + xy * xy)
  const [vx, vy] = half >= 0 ? [half + root, xy] : [xy, root - half]
  const length = Math.sqrt(vx * vx + vy * vy)
  const [c, s] = length > 1e-12 ? [vx / length, vy / length] : [1, 0]
  return points.map(({ x, y }) => ({
    x: (x - mx) * c + (y - my) * s,
    y: (y - my) * c - (x - mx) * s,
  }))
}

const mean = (values: number[]) => values.reduce((sum, v) => sum + v, 0) / (values.length || 1)
