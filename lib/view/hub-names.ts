/** Names where a picture is too small for them: those of the best connected, where there is room. */
import type { Point, Rect } from './layout/layout'
import { measureText } from './text-measure'
import { sizes } from './theme'

/** Names that would be smaller than this on the screen, in px, are left to the hubs. */
export const smallestName = 8
const mostNamed = 60
/** Shapes looked at for a place, the best connected first. */
const mostTried = 600
/** More shapes than this on the screen may be written over. */
const mostSpared = 150

export type NameableShape = {
  id: string
  lines: readonly string[]
  /** On the screen, in px. */
  shape: Rect
  /** What counts most is named first. */
  weight: number
}

export type PlacedName = {
  id: string
  /** The name's middle seen from the shape's, in px on the screen. */
  at: Point
}

/**
 * Names in letters of their usual size for as many shapes on a screen of `width` px as there is
 * room for: no name meets another, nor, unless there are too many, a shape.
 */
export function placeNames(shapes: readonly NameableShape[], width: number): PlacedName[] {
  const candidates = [...shapes]
    .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
    .slice(0, mostTried)
  const taken = shapes.length <= mostSpared ? shapes.map(({ shape }) => shape) : []
  const names: PlacedName[] = []
  for (const { id, lines, shape } of candidates) {
    if (names.length >= mostNamed) break
    const box = nameBoxes(lines, shape, width).find((one) => !taken.some((two) => meets(one, two)))
    if (!box) continue
    taken.push(box)
    names.push({ id, at: { x: box.x - shape.x, y: box.y - shape.y } })
  }
  return names
}

/** The room a name takes, in px. */
export function nameSize(lines: readonly string[]): { w: number; h: number } {
  const widths = lines.map((line) => measureText(line, sizes.nodeLabel, 'semibold'))
  return { w: Math.max(...widths) + 4, h: lines.length * sizes.nodeLine }
}

/** Where a name could stand, best first: below, beside, above; never past the sides of the screen. */
function nameBoxes(lines: readonly string[], shape: Rect, width: number): Rect[] {
  const { w, h } = nameSize(lines)
  const down = (shape.h + h) / 2 + 1
  const aside = (shape.w + w) / 2 + 1
  const inside = Math.min(Math.max(shape.x, w / 2 + 2), width - w / 2 - 2)
  return [
    { x: inside, y: shape.y + down, w, h },
    { x: shape.x + aside, y: shape.y, w, h },
    { x: shape.x - aside, y: shape.y, w, h },
    { x: inside, y: shape.y - down, w, h },
  ].filter((box) => box.x - box.w / 2 >= 0 && box.x + box.w / 2 <= width)
}

/** Of boxes given by their middles. */
const meets = (a: Rect, b: Rect) =>
  Math.abs(a.x - b.x) * 2 < a.w + b.w && Math.abs(a.y - b.y) * 2 < a.h + b.h
