/** One step of a trace as it stands in the picture: its paper or event, and those who acted in rows. */
import type { Lineage } from '../../query/lineage'
import { moveNode, type Scene } from './scene'
import { bend, fan } from './trace-line'

/** Indices into `sides`. */
const [right, left] = [1, 2]
const rowStep = 34
/** Room for half the actor's shape and, towards the step, for the lines of the rows below. */
const wordsAir = 40

export type Block = { lane: string; rank: number; spine: number; actors: number[] }

/** How far something reaches from the middle of its step. */
export type Reach = { left: number; right: number; top: number; bottom: number }

export function readBlocks(scene: Scene, lineage: Lineage): Block[] {
  const index = new Map(scene.ids.map((id, i) => [id, i]))
  return lineage.steps.flatMap((step): Block[] => {
    const spine = index.get(step.id)
    if (spine === undefined) return []
    const actors = step.actors.flatMap((actor) => index.get(`${step.id}~${actor}`) ?? [])
    return [{ lane: step.spine, rank: step.rank, spine, actors }]
  })
}

/** How far actors stand to the side, so that the words between have room. */
function actorOffset({ hw, incident, edgeTexts }: Scene, { spine, actors }: Block): number {
  const words = actors.flatMap((i) => incident[i]!.map((e) => edgeTexts[e]!.w))
  return hw[2 * spine]! + Math.max(0, ...words) + wordsAir
}

/** The row of each actor, those with several relations taking more room. */
function actorRows({ incident }: Scene, { actors }: Block): number[] {
  const extra = actors.map((i) => Math.max(0, incident[i]!.length - 1) * 0.35)
  let row = 0
  return actors.map((_, i) => {
    row += i === 0 ? extra[0]! : 1 + extra[i - 1]! + extra[i]!
    return row
  })
}

/** Where the first row of actors stands: below the names of all the steps. */
export const firstRow = ({ hh }: Scene, blocks: readonly Block[]) =>
  Math.max(46, ...blocks.map(({ spine }) => hh[2 * spine + 1]! + 28))

/** Above a step they stand higher: their lines bend over its name, a quarter of the way up. */
export const firstRowAbove = ({ hh }: Scene, { spine }: Block) =>
  Math.max(46, 2 * hh[2 * spine + 1]! + 10)

/** The step's own shape and name. */
export function headOf({ hw, hh }: Scene, { spine }: Block): Reach {
  const half = Math.max(hh[2 * spine]!, hh[2 * spine + 1]!)
  const name = hw[2 * spine]! + 2 * hw[2 * spine + 1]! + 4
  return { left: hw[2 * spine]!, right: name, top: half + 8, bottom: half + 4 }
}

/** Where those who acted stand: in rows from the first on, below or above, to the left or right. */
export type Stand = { first: number; down: 1 | -1; side: 1 | -1 }

/** Those who acted, with the words that tie them to the step; undefined when there are none. */
export function feetOf(
  scene: Scene,
  block: Block,
  { first, down, side }: Stand,
  stretch: number,
): Reach | undefined {
  const { hw, hh } = scene
  const { spine, actors } = block
  const last = actorRows(scene, block).at(-1)
  if (last === undefined) return undefined
  const names = Math.max(...actors.map((i) => hw[2 * i]! + 2 * hw[2 * i + 1]! + 4))
  const half = Math.max(...actors.map((i) => Math.max(hh[2 * i]!, hh[2 * i + 1]!)))
  const wide = actorOffset(scene, block) * stretch + names
  const near = -(first * stretch - half - 2)
  const far = (first + last * rowStep) * stretch + half + 4
  const [left, right] = side < 0 ? [wide, hw[2 * spine]!] : [hw[2 * spine]!, wide]
  const [top, bottom] = down > 0 ? [near, far] : [far, near]
  return { left, right, top, bottom }
}

export function placeBlock(
  scene: Scene,
  block: Block,
  start: { x: number; y: number },
  { first, down, side }: Stand,
  stretch: number,
): void {
  moveNode(scene, block.spine, start.x, start.y, right)
  const offset = actorOffset(scene, block) * stretch * side
  const rows = actorRows(scene, block)
  block.actors.forEach((actor, i) => {
    const row = start.y + down * (first + rows[i]! * rowStep) * stretch
    moveNode(scene, actor, start.x + offset, row, side < 0 ? left : right)
    // Level from the actor, where the words stand, then into the step past the other words.
    for (const e of scene.incident[actor]!) {
      const words = Math.abs(offset) - scene.hw[2 * actor]! - scene.hw[2 * scene.n + e]! - 5
      const at = 1 - Math.sqrt(Math.max(0.1, words) / Math.abs(offset))
      const corner = { x: start.x, y: row + scene.bend[e]! * fan }
      bend(scene, e, corner, scene.from[e] === actor ? at : 1 - at)
    }
  })
}
