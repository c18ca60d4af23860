/** Takes the last overlaps out of an arranged scene; what is left over costs room, not legibility. */
import { type Frame, labelCost } from './cost'
import { moveNode, type Scene, traceEdge } from './scene'

const rounds = 80
const places = Array.from({ length: 31 }, (_, i) => 0.5 + (i % 2 ? 1 : -1) * 0.014 * (i + 1))

/** Widens a scene until no two names, shapes or labels overlap. Fixed nodes stay where they are. */
export function settle(scene: Scene, frame: Frame): void {
  for (let round = 0; round < rounds; round++) {
    slideLabels(scene, frame)
    if (!pushApart(scene) && !scene.fixed.some(Boolean) && countOverlaps(scene) === 0) return
    if (countOverlaps(scene) === 0) return
    if (!scene.fixed.some(Boolean)) widen(scene, 1.03)
  }
}

/** Slides each label that is in the way, by more than `bearable`, to the best place along its line. */
export function slideLabels(scene: Scene, frame: Frame, bearable = 40): void {
  for (let e = 0; e < scene.m; e++) {
    let best = scene.at[e]!
    let least = labelCost(scene, e, frame)
    if (least < bearable) continue
    for (const place of places) {
      scene.at[e] = place
      traceEdge(scene, e)
      const cost = labelCost(scene, e, frame, least)
      if (cost < least) [best, least] = [place, cost]
    }
    scene.at[e] = best
    traceEdge(scene, e)
  }
}

/** Moves overlapping nodes apart by the shorter way; says whether any moved. */
function pushApart(scene: Scene): boolean {
  const { n, cx, cy, hw, hh, fixed } = scene
  let moved = false
  for (let a = 0; a < 2 * n; a++)
    for (let b = a + 1; b < cx.length; b++) {
      const i = a >> 1
      const j = b < 2 * n ? b >> 1 : -1
      if (i === j || (j < 0 && isEnd(scene, b - 2 * n, i)) || !overlaps(scene, a, b)) continue
      const [dx, dy] = [cx[a]! - cx[b]!, cy[a]! - cy[b]!]
      const ox = hw[a]! + hw[b]! + 2 - Math.abs(dx)
      const oy = hh[a]! + hh[b]! + 2 - Math.abs(dy)
      // a label gives way only as its ends do, so the node goes all the way
      const [mine, theirs] = fixed[i] ? [0, 1] : j < 0 || fixed[j] ? [1, 0] : [0.5, 0.5]
      const [px, py] = ox < oy ? [dx < 0 ? -ox : ox, 0] : [0, dy < 0 ? -oy : oy]
      if (mine > 0) shift(scene, i, px * mine, py * mine)
      if (theirs > 0 && j >= 0 && !fixed[j]) shift(scene, j, -px * theirs, -py * theirs)
      moved = true
    }
  return moved
}

const isEnd = ({ from, to }: Scene, e: number, i: number) => from[e] === i || to[e] === i

const shift = (scene: Scene, i: number, dx: number, dy: number) =>
  moveNode(scene, i, scene.x[i]! + dx, scene.y[i]! + dy, scene.side[i]!)

function widen(scene: Scene, factor: number): void {
  for (let e = 0; e < scene.m; e++) scene.bend[e]! *= factor
  for (let i = 0; i < scene.n; i++)
    moveNode(scene, i, scene.x[i]! * factor, scene.y[i]! * factor, scene.side[i]!)
}

function overlaps({ cx, cy, hw, hh }: Scene, a: number, b: number): boolean {
  return (
    Math.abs(cx[a]! - cx[b]!) < hw[a]! + hw[b]! + 1 &&
    Math.abs(cy[a]! - cy[b]!) < hh[a]! + hh[b]! + 1
  )
}

export function countOverlaps(scene: Scene): number {
  const { n, cx } = scene
  let count = 0
  for (let a = 0; a < cx.length; a++)
    for (let b = a + 1; b < cx.length; b++) {
      if (a < 2 * n && b < 2 * n && a >> 1 === b >> 1) continue
      if (overlaps(scene, a, b)) count++
    }
  return count
}
