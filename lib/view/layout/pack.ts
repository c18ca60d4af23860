/** Pieces that no relation joins, set beside each other like words on lines. */
import type { Layout, Rect } from './layout'
import { emptyLayout, measureBounds } from './read-layout'

const gap = 36

/** Packs layouts into one whose width to height is near `aspect`; the largest piece comes first. */
export function packLayouts(pieces: readonly Layout[], aspect: number): Layout {
  const sorted = [...pieces].sort((a, b) => area(b.bounds) - area(a.bounds))
  const total = sorted.reduce((sum, { bounds }) => sum + (bounds.w + gap) * (bounds.h + gap), 0)
  const width = Math.max(sorted[0]?.bounds.w ?? 0, Math.sqrt(total * aspect))
  const packed = emptyLayout()
  let [x, y, row] = [0, 0, 0]
  for (const piece of sorted) {
    const { bounds } = piece
    if (x > 0 && x + bounds.w > width) [x, y, row] = [0, y + row + gap, 0]
    place(packed, piece, x - bounds.x + bounds.w / 2, y - bounds.y + bounds.h / 2)
    x += bounds.w + gap
    row = Math.max(row, bounds.h)
  }
  const { x: dx, y: dy } = measureBounds(packed)
  const centred = emptyLayout()
  place(centred, packed, -dx, -dy)
  return { ...centred, bounds: measureBounds(centred) }
}

const area = ({ w, h }: Rect) => w * h

function place(into: Layout, piece: Layout, dx: number, dy: number): void {
  const move = <P extends { x: number; y: number }>(p: P): P => ({
    ...p,
    x: Math.round((p.x + dx) * 100) / 100,
    y: Math.round((p.y + dy) * 100) / 100,
  })
  for (const [id, p] of Object.entries(piece.positions)) into.positions[id] = move(p)
  for (const [id, label] of Object.entries(piece.labels)) into.labels[id] = move(label)
  for (const [id, { from, to, control }] of Object.entries(piece.curves))
    into.curves[id] = { from: move(from), to: move(to), ...(control && { control: move(control) }) }
  Object.assign(into.boxes, piece.boxes)
}
