/**
 * A lineage from left to right: a column for each rank, a lane for each paper or event. Lanes that
 * begin later lie lower, so that lines of influence run down to the right, and those who acted in a
 * step stand to the left below it, where no such line passes.
 */
import type { Lineage } from '../../query/lineage'
import type { Elements } from '../elements'
import { type Measure, measureText } from '../text-measure'
import { lineCost } from './cost'
import type { Layout, Point } from './layout'
import { readLayout } from './read-layout'
import { buildScene, curvePieces, moveNode, type Scene, traceEdge } from './scene'
import { countOverlaps, slideLabels } from './settle'

/** Indices into `sides`. */
const [right, left] = [1, 2]
const firstActor = 46
const actorStep = 34
const air = 22
/** Several relations of one pair part at their corners, by this many times what parts straight ones. */
const fan = 1.7

type Block = { lane: string; rank: number; spine: number; actors: number[] }
type Extent = { left: number; right: number; up: number; down: number }

/** @param elements as `traceElements` makes them */
export function layoutTrace(
  lineage: Lineage,
  elements: Elements,
  options: { measure?: Measure } = {},
): Layout {
  const scene = buildScene(elements, options.measure ?? measureText)
  const blocks = readBlocks(scene, lineage)
  const frame = { w: 1e6, h: 1e6 }
  const pieces = scene.pieces.slice()
  const attempts = [1, 1.12, 1.25, 1.4, 1.6, 1.8, 2.1, 2.5, 3]
  const attempt = (stretch: number) => {
    scene.at.fill(0.5)
    scene.pieces.set(pieces)
    scene.controls.clear()
    place(scene, blocks, stretch)
    slideLabels(scene, frame)
    return 10 * countOverlaps(scene) + countCovered(scene)
  }
  const costs = attempts.map(attempt)
  attempt(attempts[costs.indexOf(Math.min(...costs))]!)
  return readLayout(scene)
}

function readBlocks(scene: Scene, lineage: Lineage): Block[] {
  const index = new Map(scene.ids.map((id, i) => [id, i]))
  return lineage.steps.flatMap((step): Block[] => {
    const spine = index.get(step.id)
    if (spine === undefined) return []
    const actors = step.actors.flatMap((actor) => index.get(`${step.id}~${actor}`) ?? [])
    return [{ lane: step.spine, rank: step.rank, spine, actors }]
  })
}

/** How far actors stand to the left, so that the words between have room. */
function actorOffset(scene: Scene, { spine, actors }: Block): number {
  const words = actors.flatMap((i) => scene.incident[i]!.map((e) => scene.edgeTexts[e]!.w))
  return scene.hw[2 * spine]! + Math.max(0, ...words) + 34
}

/** The row of each actor, those with several relations taking more room. */
function actorRows(scene: Scene, { actors }: Block): number[] {
  const extra = actors.map((i) => Math.max(0, scene.incident[i]!.length - 1) * 0.35)
  let row = 0
  return actors.map((_, i) => {
    row += i === 0 ? extra[0]! : 1 + extra[i - 1]! + extra[i]!
    return row
  })
}

function measureBlock(scene: Scene, block: Block, stretch: number): Extent {
  const { hw, hh } = scene
  const { spine, actors } = block
  const names = actors.map((i) => 2 * hw[2 * i + 1]! + hw[2 * i]! + 4)
  const half = Math.max(hh[2 * spine]!, hh[2 * spine + 1]!)
  return {
    left:
      actors.length === 0
        ? hw[2 * spine]!
        : actorOffset(scene, block) * stretch + Math.max(...names),
    right: hw[2 * spine]! + 2 * hw[2 * spine + 1]! + 4,
    up: half + 12,
    down:
      actors.length === 0 ? half : (firstActor + (actors.length - 1) * actorStep) * stretch + 20,
  }
}

function place(scene: Scene, blocks: readonly Block[], stretch: number): void {
  const extents = new Map(blocks.map((block) => [block, measureBlock(scene, block, stretch)]))
  const columns = columnCentres(scene, blocks, extents, stretch)
  const lanes = [...new Set([...blocks].sort((a, b) => a.rank - b.rank).map(({ lane }) => lane))]
  const placed: { x: number; y: number; extent: Extent }[] = []
  let y = 0
  for (const lane of lanes) {
    const members = blocks.filter((block) => block.lane === lane)
    const clear = (block: Block, extent: Extent) =>
      placed
        .filter(
          (other) =>
            other.x - other.extent.left - air < columns.get(block.rank)! + extent.right &&
            other.x + other.extent.right + air > columns.get(block.rank)! - extent.left,
        )
        .map((other) => other.y + other.extent.down + extent.up + air)
    // The lane lies as high as its blocks can, but below the one before.
    y = Math.max(y, ...members.flatMap((block) => clear(block, extents.get(block)!)))
    const filled = new Map<number, number>()
    for (const block of members) {
      const extent = extents.get(block)!
      // Steps of one rank in one lane stand below each other.
      const [x, at] = [columns.get(block.rank)!, filled.get(block.rank) ?? y]
      placeBlock(scene, block, x, at, stretch)
      placed.push({ x, y: at, extent })
      filled.set(block.rank, at + extent.down + extent.up + air)
    }
    y += 64 * stretch
  }
  bendLinks(scene, blocks, extents)
}

/** Each column as far left as its lane, and the words on the lines that lead to it, allow. */
function columnCentres(
  scene: Scene,
  blocks: readonly Block[],
  extents: Map<Block, Extent>,
  stretch: number,
): Map<number, number> {
  const ranks = [...new Set(blocks.map(({ rank }) => rank))].sort((a, b) => a - b)
  const centres = new Map<number, number>()
  for (const rank of ranks) {
    let x = 0
    for (const centre of centres.values()) x = Math.max(x, centre + 90 * stretch)
    for (const block of blocks.filter((one) => one.rank === rank))
      for (const other of blocks) {
        const centre = centres.get(other.rank)
        if (centre === undefined) continue
        const [mine, theirs] = [extents.get(block)!, extents.get(other)!]
        if (other.lane === block.lane) x = Math.max(x, centre + theirs.right + mine.left + air)
        for (const e of linksBetween(scene, other.spine, block.spine))
          x = Math.max(x, centre + theirs.right + (scene.edgeTexts[e]!.w + 56) * stretch)
      }
    centres.set(rank, x)
  }
  return centres
}

const linksBetween = (scene: Scene, from: number, to: number): number[] =>
  scene.incident[from]!.filter((e) => scene.from[e] === from && scene.to[e] === to)

/** A line to another lane runs level from its step, past what lies under it, then down into the next. */
function bendLinks(scene: Scene, blocks: readonly Block[], extents: Map<Block, Extent>): void {
  for (const a of blocks)
    for (const b of blocks)
      for (const e of linksBetween(scene, a.spine, b.spine)) {
        const [x1, x2] = [scene.x[a.spine]!, scene.x[b.spine]!]
        const reach = extents.get(a)!.right + 16 + scene.hw[2 * scene.n + e]!
        const share = Math.min(1, Math.max(0.05, (x2 - x1 - reach) / (x2 - x1 || 1)))
        if (scene.y[a.spine] === scene.y[b.spine]) {
          scene.at[e] = (1 - share + 1) / 2
          traceEdge(scene, e)
        } else {
          const y = scene.y[a.spine]! + scene.bend[e]! * fan
          bend(scene, e, { x: x2, y }, 1 - Math.sqrt(share))
        }
      }
}

function placeBlock(scene: Scene, block: Block, x: number, y: number, stretch: number): void {
  moveNode(scene, block.spine, x, y, right)
  const offset = actorOffset(scene, block) * stretch
  const rows = actorRows(scene, block)
  block.actors.forEach((actor, i) => {
    const row = y + (firstActor + rows[i]! * actorStep) * stretch
    moveNode(scene, actor, x - offset, row, left)
    // Level from the actor, where the words stand, then up into the step.
    for (const e of scene.incident[actor]!) {
      const corner = { x, y: row + scene.bend[e]! * fan }
      bend(scene, e, corner, scene.from[e] === actor ? 0.26 : 0.74)
    }
  })
}

function bend(scene: Scene, e: number, corner: Point, at: number): void {
  scene.pieces[e] = curvePieces
  scene.controls.set(e, corner)
  scene.at[e] = at
  traceEdge(scene, e)
}

/** Names and shapes that a line of others runs through. */
function countCovered(scene: Scene): number {
  let count = 0
  for (let e = 0; e < scene.m; e++)
    for (let r = 0; r < scene.cx.length; r++) {
      const [a, b] = [scene.from[e]!, scene.to[e]!]
      if (r < 2 * scene.n && (r >> 1 === a || r >> 1 === b)) continue
      if (lineCost(scene, e, r) > 0) count++
    }
  return count
}
