/** Where everything stands, for graphs that are meant to be read whole (up to about 120 nodes). */
import type { Elements } from '../elements'
import { type Measure, measureText } from '../text-measure'
import { arrange } from './arrange'
import type { Frame } from './cost'
import type { Layout } from './layout'
import { readLayout } from './read-layout'
import { buildScene, type Scene } from './scene'

export function layoutGraph(
  elements: Elements,
  options: { measure?: Measure; width?: number; height?: number } = {},
): Layout {
  const { measure = measureText, width = 1120, height = 860 } = options
  const scene = buildScene(elements, measure)
  const frame = frameFor(scene, width / height)
  arrange(scene, frame)
  return readLayout(scene)
}

/** Enough room for all boxes with air between, in the aspect ratio asked for. */
function frameFor(scene: Scene, aspect: number): Frame {
  let area = 0
  for (let i = 0; i < scene.n; i++) {
    const [shape, name] = [2 * i, 2 * i + 1]
    const w = 2 * Math.max(scene.hw[shape]!, scene.hw[name]!)
    area += (w + 44) * (2 * (scene.hh[shape]! + scene.hh[name]!) + 44)
  }
  for (let r = 2 * scene.n; r < scene.cx.length; r++)
    area += (2 * scene.hw[r]! + 34) * (2 * scene.hh[r]! + 34)
  area *= 1.6
  const h = Math.sqrt(area / aspect)
  return { w: h * aspect, h }
}
