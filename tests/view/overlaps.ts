import { segmentsCross } from '../../lib/view/layout/geometry'
import type { Curve, Layout, Rect } from '../../lib/view/layout/layout'

/** Every shape, name and label of a layout as a rectangle of the page. */
export function listRects(layout: Layout): { of: string; rect: Rect }[] {
  return [
    ...Object.entries(layout.positions).flatMap(([id, at]) => {
      const { shape, label } = layout.boxes[id]!
      return [
        { of: id, rect: { ...at, ...shape } },
        { of: id, rect: { ...label, x: at.x + label.x, y: at.y + label.y } },
      ]
    }),
    ...Object.entries(layout.labels).map(([id, rect]) => ({ of: `label ${id}`, rect })),
  ]
}

/** Pairs of things that cover each other, a node's own name and shape aside. */
export function listOverlaps(layout: Layout): string[] {
  const rects = listRects(layout)
  return rects.flatMap((a, i) =>
    rects
      .slice(0, i)
      .filter((b) => a.of !== b.of && meet(a.rect, b.rect))
      .map((b) => `${a.of} × ${b.of}`),
  )
}

// coordinates are rounded to hundredths
const meet = (a: Rect, b: Rect) =>
  Math.abs(a.x - b.x) < (a.w + b.w) / 2 - 0.05 && Math.abs(a.y - b.y) < (a.h + b.h) / 2 - 0.05

/** Crossings of straight lines. */
export function countCrossings(curves: readonly Curve[]): number {
  let count = 0
  curves.forEach((a, i) => {
    for (const b of curves.slice(0, i))
      if (segmentsCross(a.from.x, a.from.y, a.to.x, a.to.y, b.from.x, b.from.y, b.to.x, b.to.y))
        count++
  })
  return count
}
