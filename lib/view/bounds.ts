import type { Elements } from './elements'
import type { Layout, Rect } from './layout/layout'

/** What the shown part of a layout takes up, names and labels included. */
export function boundsOf(layout: Layout, { nodes, edges }: Elements): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  const cover = (x: number, y: number, w: number, h: number) => {
    left = Math.min(left, x - w / 2)
    right = Math.max(right, x + w / 2)
    top = Math.min(top, y - h / 2)
    bottom = Math.max(bottom, y + h / 2)
  }
  for (const { id } of nodes) {
    const [at, box] = [layout.positions[id], layout.boxes[id]]
    if (at && box) cover(at.x + box.x, at.y + box.y, box.w, box.h)
  }
  for (const { id } of edges) {
    const label = layout.labels[id]
    if (label) cover(label.x, label.y, label.w, label.h)
  }
  if (left > right) return { x: 0, y: 0, w: 0, h: 0 }
  return { x: (left + right) / 2, y: (top + bottom) / 2, w: right - left, h: bottom - top }
}
