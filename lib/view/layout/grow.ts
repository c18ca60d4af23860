/** New nodes grow out of those that are placed already, which stay where they are. */
import { anneal } from './anneal'
import { type Frame, nodeCost } from './cost'
import { seededRandom } from './random'
import { moveNode, type Scene } from './scene'

/** Eight directions and three distances are tried for each new node. */
const directions = [
  [1, 0],
  [0.71, 0.71],
  [0, 1],
  [-0.71, 0.71],
  [-1, 0],
  [-0.71, -0.71],
  [0, -1],
  [0.71, -0.71],
] as const
const distances = [120, 180, 260]

/** Places the nodes of a scene that are not fixed, nearest to their neighbours first. */
export function grow(scene: Scene, frame: Frame): void {
  const { n, fixed, incident, from, to } = scene
  const placed = new Set([...fixed.keys()].filter((i) => fixed[i]))
  const anchorOf = (i: number) =>
    incident[i]!.map((e) => (from[e] === i ? to[e]! : from[e]!)).find((j) => placed.has(j))
  const waiting = [...scene.ids.keys()].filter((i) => !placed.has(i))
  const fresh = [...waiting]
  // Out of the way until their turn comes.
  for (const i of waiting) moveNode(scene, i, 1e6 + i * 1e4, 1e6, 0)
  const spacing = Math.sqrt((frame.w * frame.h) / n)
  while (waiting.length > 0) {
    const at = waiting.findIndex((i) => anchorOf(i) !== undefined)
    const [i] = waiting.splice(Math.max(at, 0), 1) as [number]
    const anchor = anchorOf(i)
    const [x, y] =
      anchor === undefined ? [0, frame.h / 2 + 60] : [scene.x[anchor]!, scene.y[anchor]!]
    let best = { x: x + distances[0]!, y, cost: Infinity }
    for (const distance of distances)
      for (const [dx, dy] of directions) {
        moveNode(scene, i, x + dx * distance, y + dy * distance, 0)
        const cost = nodeCost(scene, i, frame, spacing)
        if (cost < best.cost) best = { x: scene.x[i]!, y: scene.y[i]!, cost }
      }
    moveNode(scene, i, best.x, best.y, 0)
    placed.add(i)
  }
  if (fresh.length === 0) return
  anneal(scene, {
    frame,
    spacing,
    random: seededRandom(fresh.length),
    moves: Math.min(9000, fresh.length * 500),
    heat: 25,
    reach: spacing,
  })
}
