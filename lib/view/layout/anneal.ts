/** Improves a scene by small random moves, a worse one being taken less and less often. */
import { type Frame, labelCost, nodeCost } from './cost'
import { moveNode, type Scene, traceEdge } from './scene'

export type AnnealOptions = {
  frame: Frame
  spacing: number
  random: () => number
  /** Moves tried. */
  moves: number
  /** How much worse a first move may be; 0 takes improvements alone. */
  heat: number
  /** Farthest first move in px. */
  reach: number
}

/** After Dueck and Scheuer, "Threshold accepting" (1990): no exponential, so the same on every engine. */
export function anneal(scene: Scene, options: AnnealOptions): void {
  const { frame, spacing, random, moves } = options
  const movable = [...scene.ids.keys()].filter((i) => !scene.fixed[i])
  if (movable.length === 0 && scene.m === 0) return
  for (let move = 0; move < moves; move++) {
    const left = 1 - move / moves
    const threshold = options.heat * left * left
    const allowed = threshold * random()
    const kind = random()
    if (scene.m > 0 && (kind < 0.16 || movable.length === 0)) {
      const e = Math.floor(random() * scene.m)
      const before = labelCost(scene, e, frame)
      const old = scene.at[e]!
      scene.at[e] = 0.2 + 0.05 * Math.floor(random() * 13)
      traceEdge(scene, e)
      if (labelCost(scene, e, frame, before + allowed) - before >= allowed) {
        scene.at[e] = old
        traceEdge(scene, e)
      }
      continue
    }
    const i = movable[Math.floor(random() * movable.length)]!
    const [x, y, side] = [scene.x[i]!, scene.y[i]!, scene.side[i]!]
    const before = nodeCost(scene, i, frame, spacing)
    if (kind < 0.26) moveNode(scene, i, x, y, Math.floor(random() * 4))
    else if (kind < 0.26 + 0.06 * left && movable.length > 1) {
      const j = movable[Math.floor(random() * movable.length)]!
      if (j === i) continue
      const other = { x: scene.x[j]!, y: scene.y[j]!, side: scene.side[j]! }
      const both = before + nodeCost(scene, j, frame, spacing)
      moveNode(scene, i, other.x, other.y, side)
      moveNode(scene, j, x, y, other.side)
      const after = nodeCost(scene, i, frame, spacing) + nodeCost(scene, j, frame, spacing)
      if (after - both >= allowed) {
        moveNode(scene, i, x, y, side)
        moveNode(scene, j, other.x, other.y, other.side)
      }
      continue
    } else {
      const reach = options.reach * (0.04 + left * left)
      moveNode(
        scene,
        i,
        x + (random() + random() - 1) * reach,
        y + (random() + random() - 1) * reach,
        side,
      )
    }
    const after = nodeCost(scene, i, frame, spacing, before + allowed)
    if (after - before >= allowed) moveNode(scene, i, x, y, side)
  }
}
