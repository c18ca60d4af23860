/** Lines of a trace: bent at a chosen corner. */
import type { Point } from './layout'
import { curvePieces, type Scene, traceEdge } from './scene'

/** Several relations of one pair part at their corners, by this many times what parts straight ones. */
export const fan = 1.7

/** @param at where on the line its words stand, 0 to 1 */
export function bend(scene: Scene, e: number, corner: Point, at: number): void {
  scene.pieces[e] = curvePieces
  scene.controls.set(e, corner)
  scene.at[e] = at
  traceEdge(scene, e)
}

export const linksBetween = (
  { incident, from: starts, to: ends }: Scene,
  from: number,
  to: number,
) => incident[from]!.filter((e) => starts[e] === from && ends[e] === to)
