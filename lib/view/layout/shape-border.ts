/** The outlines of the kinds' shapes: where lines end, and what the picture writers draw. */
import { type EntityShape, entityKindTable } from '../../ontology'
import type { EntityKind } from '../../schema'

/** Corners of a shape of half size 1, clockwise; undefined for ellipses and rectangles. */
export const corners: Partial<Record<EntityShape, readonly (readonly [number, number])[]>> = {
  diamond: [
    [0, -1],
    [1, 0],
    [0, 1],
    [-1, 0],
  ],
  hexagon: hexagon(),
  'round-hexagon': hexagon(),
}

function hexagon(): [number, number][] {
  return [
    [-0.5, -1],
    [0.5, -1],
    [1, 0],
    [0.5, 1],
    [-0.5, 1],
    [-1, 0],
  ]
}

/** Whether a point, seen from the shape's centre, lies inside a shape of that half size. */
export function insideShape(
  kind: EntityKind,
  dx: number,
  dy: number,
  hw: number,
  hh: number,
): boolean {
  const [x, y] = [Math.abs(dx) / hw, Math.abs(dy) / hh]
  switch (entityKindTable[kind].shape) {
    case 'ellipse':
      return x * x + y * y < 1
    case 'diamond':
      return x + y < 1
    case 'hexagon':
    case 'round-hexagon':
      return y < 1 && x + y / 2 < 1
    default:
      return x < 1 && y < 1
  }
}
