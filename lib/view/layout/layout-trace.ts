/** A lineage as a picture: from left to right, or from top to bottom where there is little width. */
import type { Lineage } from '../../query/lineage'
import type { Elements } from '../elements'
import { type Measure, measureText } from '../text-measure'
import { lineCost } from './cost'
import type { Layout } from './layout'
import { readLayout } from './read-layout'
import { buildScene, type Scene } from './scene'
import { countOverlaps, slideLabels } from './settle'
import { readBlocks } from './trace-block'
import { placeDown } from './trace-down'
import { placeRight } from './trace-right'

export type TraceDirection = 'right' | 'down'

/** Names and words are broken early, so that a whole line of steps fits a page at full size. */
const widest = { name: 88, words: 92 }
const attempts = [1, 1.12, 1.25, 1.4, 1.6, 1.8, 2.1, 2.5, 3]

/** With so many names a picture is not read at once, and must not be waited for either. */
const many = 150

/**
 * Time runs one way: a step of a later rank never stands further left (or higher up). Room is added
 * until nothing covers anything else.
 * @param elements as `traceElements` makes them
 */
export function layoutTrace(
  lineage: Lineage,
  elements: Elements,
  options: { measure?: Measure; direction?: TraceDirection } = {},
): Layout {
  const scene = buildScene(elements, options.measure ?? measureText, widest)
  const blocks = readBlocks(scene, lineage)
  const place = options.direction === 'down' ? placeDown : placeRight
  const frame = { w: 1e6, h: 1e6 }
  const pieces = scene.pieces.slice()
  const attempt = (stretch: number) => {
    scene.at.fill(0.5)
    scene.pieces.set(pieces)
    scene.controls.clear()
    place(scene, blocks, stretch)
    slideLabels(scene, frame)
    return 10 * countOverlaps(scene) + countCovered(scene)
  }
  const tried = scene.n > many ? attempts.filter((_, i) => i % 4 === 0) : attempts
  let best = { stretch: 1, cost: Number.POSITIVE_INFINITY }
  for (const stretch of tried) {
    const cost = attempt(stretch)
    if (cost < best.cost) best = { stretch, cost }
    if (cost === 0) return readLayout(scene)
  }
  attempt(best.stretch)
  return readLayout(scene)
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
