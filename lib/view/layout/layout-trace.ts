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

type TraceDirection = 'right' | 'down'

/**
 * Names and words are broken early, so that a whole line of steps fits a page at full size; earlier
 * still where that makes it fit.
 */
const breaks = [
  { name: 88, words: 92 },
  { name: 80, words: 92 },
  { name: 70, words: 62 },
]
const attempts = [1, 1.06, 1.12, 1.25, 1.4, 1.6, 1.8, 2.1, 2.5, 3]

/** With so many names a picture is not read at once, and must not be waited for either. */
const many = 150

/** What is wider than the room by more than this does not fit whatever is broken. */
const hopeless = 1.35

/** What a trace should fit into: the canvas of a usual window beside the open panel. */
const roomBesidePanel = 1030

type TraceOptions = {
  measure?: Measure
  direction?: TraceDirection
  /** How wide a picture from left to right should be at most, where that can be, in px. */
  width?: number
}

/**
 * Time runs one way: a step of a later rank never stands further left (or higher up). Room is added
 * until nothing covers anything else.
 * @param elements as `traceElements` makes them
 */
export function layoutTrace(
  lineage: Lineage,
  elements: Elements,
  { measure = measureText, direction = 'right', width = roomBesidePanel }: TraceOptions = {},
): Layout {
  let best: Attempt | undefined
  for (const widest of breaks) {
    const made = arrange(lineage, buildScene(elements, measure, widest), direction)
    if (!best || made.cost < best.cost || (made.cost === best.cost && isNarrower(made, best)))
      best = made
    const { w } = best.layout.bounds
    if (direction === 'down' || (best.cost === 0 && w <= width) || w > width * hopeless) break
  }
  return best!.layout
}

type Attempt = { layout: Layout; cost: number }

const isNarrower = (a: Attempt, b: Attempt) => a.layout.bounds.w < b.layout.bounds.w

/** The closest arrangement in which nothing covers anything else, or else the least bad. */
function arrange(lineage: Lineage, scene: Scene, direction: TraceDirection): Attempt {
  const blocks = readBlocks(scene, lineage)
  const place = direction === 'down' ? placeDown : placeRight
  const frame = { w: 1e6, h: 1e6 }
  const pieces = scene.pieces.slice()
  const attempt = (stretch: number) => {
    scene.at.fill(0.5)
    scene.pieces.set(pieces)
    scene.controls.clear()
    place(scene, blocks, stretch)
    slideLabels(scene, frame, 1)
    return 10 * countOverlaps(scene) + countCovered(scene)
  }
  const tried = scene.n > many ? attempts.filter((_, i) => i % 4 === 0) : attempts
  let best = { stretch: 1, cost: Number.POSITIVE_INFINITY }
  for (const stretch of tried) {
    const cost = attempt(stretch)
    if (cost < best.cost) best = { stretch, cost }
    if (cost === 0) return { layout: readLayout(scene), cost }
  }
  return { cost: attempt(best.stretch), layout: readLayout(scene) }
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
