/**
 * From top to bottom, for a narrow screen: a row for each step in its order, those who acted to the
 * right below it, and what leads from step to step as arcs on the left (an arc diagram).
 */
import type { Scene } from './scene'
import { type Block, feetOf, firstRow, headOf, placeBlock } from './trace-block'
import { bend, fan, linksBetween } from './trace-line'

const air = 18
const deepest = 200
/** Below a step in which nobody acted; its arc needs room for its words. */
const shortest = 62

export function placeDown(scene: Scene, blocks: readonly Block[], stretch: number): void {
  const stand = { first: firstRow(scene, blocks), down: 1, side: 1 } as const
  let y = 0
  for (const block of blocks) {
    const head = headOf(scene, block)
    placeBlock(scene, block, { x: 0, y: y + head.top }, stand, stretch)
    const bottom = feetOf(scene, block, stand, stretch)?.bottom ?? head.bottom
    y += head.top + Math.max(shortest, bottom) + air * stretch
  }
  for (const a of blocks)
    for (const b of blocks)
      for (const e of linksBetween(scene, a.spine, b.spine)) {
        const [y1, y2] = [scene.y[a.spine]!, scene.y[b.spine]!]
        const depth = Math.min(deepest, 56 + (y2 - y1) * 0.2) * stretch
        const corner = { x: -depth - Math.abs(scene.bend[e]!) * fan, y: y1 + (y2 - y1) * 0.7 }
        // Arcs into one step lie close at its end, so words stand near the beginning.
        bend(scene, e, corner, 0.3)
      }
}
