/**
 * From left to right: a column for each rank, a lane for each paper or event. Lanes that begin
 * later lie lower, so that lines of influence run down to the right, and those who acted in a step
 * stand to the left below it, where no such line passes.
 */
import { type Scene, traceEdge } from './scene'
import {
  type Block,
  feetOf,
  firstRow,
  firstRowAbove,
  headOf,
  placeBlock,
  type Reach,
  type Stand,
} from './trace-block'
import { bend, fan, linksBetween } from './trace-line'

const air = 10

export function placeRight(scene: Scene, blocks: readonly Block[], stretch: number): void {
  const heads = new Map(blocks.map((block) => [block, headOf(scene, block)]))
  const columns = columnCentres(scene, blocks, heads, stretch)
  const { stands, feet } = standFeet(scene, blocks, columns, stretch)
  const parts = (block: Block) =>
    [heads.get(block)!, feet.get(block)].filter((one) => one !== undefined)
  const lanes = [...new Set([...blocks].sort((a, b) => a.rank - b.rank).map(({ lane }) => lane))]
  const placed: { x: number; y: number; part: Reach }[] = []
  let y = 0
  for (const lane of lanes) {
    const members = blocks.filter((block) => block.lane === lane)
    // The lane lies as high as its blocks can, but below the one before.
    for (const block of members) {
      const x = columns.get(block.rank)!
      for (const part of parts(block)) {
        for (const other of placed) {
          if (overlapsAcross(x, part, other.x, other.part)) {
            y = Math.max(y, other.y + other.part.bottom + part.top + air)
          }
        }
      }
    }
    const filled = new Map<number, number>()
    for (const block of members) {
      // Steps of one rank in one lane stand below each other.
      const [x, at] = [columns.get(block.rank)!, filled.get(block.rank) ?? y]
      placeBlock(scene, block, { x, y: at }, stands.get(block)!, stretch)
      for (const part of parts(block)) placed.push({ x, y: at, part })
      const bottom = Math.max(...parts(block).map((part) => part.bottom))
      filled.set(block.rank, at + bottom + heads.get(block)!.top + air)
    }
    y += 56 * stretch
  }
  bendLinks(scene, blocks, heads)
}

const overlapsAcross = (x: number, part: Reach, otherX: number, other: Reach) =>
  otherX - other.left - air < x + part.right && otherX + other.right + air > x - part.left

/**
 * Those who acted stand to the left below their step; where those of the step before it in its lane
 * are in the way, to the right above it. Of those above, the earlier stand higher, as their lines
 * rise on the left.
 */
function standFeet(
  scene: Scene,
  blocks: readonly Block[],
  columns: ReadonlyMap<number, number>,
  stretch: number,
) {
  const first = firstRow(scene, blocks)
  const stands = new Map<Block, Stand>()
  const feet = new Map<Block, Reach | undefined>()
  const stand = (block: Block, where: Stand) => {
    stands.set(block, where)
    feet.set(block, feetOf(scene, block, where, stretch))
  }
  const inTheWay = (block: Block, others: readonly Block[]) =>
    others.flatMap((other) => {
      const [mine, reach] = [feet.get(block), feet.get(other)]
      return mine &&
        reach &&
        other.lane === block.lane &&
        other.rank !== block.rank &&
        stands.get(other)!.down === stands.get(block)!.down &&
        overlapsAcross(columns.get(block.rank)!, mine, columns.get(other.rank)!, reach)
        ? reach
        : []
    })
  const above = (block: Block, room = 0): Stand => ({
    first: firstRowAbove(scene, block) + room,
    down: -1,
    side: 1,
  })
  const inOrder = [...blocks].sort((a, b) => a.rank - b.rank)
  for (const [i, block] of inOrder.entries()) {
    stand(block, { first, down: 1, side: -1 })
    if (inTheWay(block, inOrder.slice(0, i)).length > 0) stand(block, above(block))
  }
  for (const [i, block] of [...inOrder.entries()].reverse()) {
    if (stands.get(block)!.down > 0) continue
    const near = feet.get(block)?.bottom ?? 0
    const tops = inTheWay(block, inOrder.slice(i + 1)).map(({ top }) => top + near + air)
    stand(block, above(block, Math.max(0, ...tops) / stretch))
  }
  return { stands, feet }
}

/** Each column as far left as its lane, and the words on the lines that lead to it, allow. */
function columnCentres(
  scene: Scene,
  blocks: readonly Block[],
  heads: ReadonlyMap<Block, Reach>,
  stretch: number,
): Map<number, number> {
  const ranks = [...new Set(blocks.map(({ rank }) => rank))].sort((a, b) => a - b)
  const centres = new Map<number, number>()
  for (const rank of ranks) {
    let x = 0
    for (const centre of centres.values()) x = Math.max(x, centre + 70 * stretch)
    for (const block of blocks.filter((one) => one.rank === rank))
      for (const other of blocks) {
        const centre = centres.get(other.rank)
        if (centre === undefined) continue
        const [mine, theirs] = [heads.get(block)!, heads.get(other)!]
        const isSameLane = other.lane === block.lane
        if (isSameLane) x = Math.max(x, centre + theirs.right + mine.left + air)
        for (const e of linksBetween(scene, other.spine, block.spine)) {
          const words = scene.edgeTexts[e]!.w + (isSameLane ? 16 + mine.left : 22)
          x = Math.max(x, centre + theirs.right + words * stretch)
        }
      }
    centres.set(rank, x)
  }
  return centres
}

/** A line to another lane runs level from its step, past its name, then down into the next. */
function bendLinks(scene: Scene, blocks: readonly Block[], heads: ReadonlyMap<Block, Reach>): void {
  for (const a of blocks)
    for (const b of blocks)
      for (const e of linksBetween(scene, a.spine, b.spine)) {
        const [x1, x2] = [scene.x[a.spine]!, scene.x[b.spine]!]
        const width = x2 - x1 || 1
        const free = heads.get(a)!.right
        if (scene.y[a.spine] === scene.y[b.spine]) {
          scene.at[e] = (free + width - heads.get(b)!.left) / 2 / width
          traceEdge(scene, e)
        } else {
          const y = scene.y[a.spine]! + scene.bend[e]! * fan
          bend(scene, e, { x: x2, y }, wordsOnFall(scene, e, width, heads.get(a)!))
        }
      }
}

/**
 * Half way, where the line has left its own step and not yet met the others that fall into the same
 * one; further on when the name of its step is still beside it.
 */
function wordsOnFall(scene: Scene, e: number, width: number, head: Reach): number {
  const [half, high] = [scene.hw[2 * scene.n + e]!, scene.hh[2 * scene.n + e]!]
  const fall = Math.abs(scene.y[scene.to[e]!]! - scene.y[scene.from[e]!]!)
  if (fall / 4 > head.bottom + high || 0.75 * width - half > head.right) return 0.5
  return 1 - Math.sqrt(Math.max(0.04, 1 - (head.right + 6 + half) / width))
}
