/** Plane geometry of segments and centred rectangles; `hw` and `hh` are half sizes. */

/** Whether two segments cross at one inner point (touching ends do not count). */
export function segmentsCross(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): boolean {
  const c = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
  const d = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax)
  if (c * d >= 0) return false
  const a = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx)
  const b = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx)
  return a * b < 0
}

/**
 * The share of a segment inside a rectangle, as [enter, leave] in 0..1; undefined when it misses.
 * Clipping after Liang and Barsky (1984).
 */
export function clipSegment(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  cx: number,
  cy: number,
  hw: number,
  hh: number,
): [number, number] | undefined {
  const dx = x2 - x1
  const dy = y2 - y1
  let enter = 0
  let leave = 1
  for (let axis = 0; axis < 2; axis++) {
    const d = axis === 0 ? dx : dy
    const low = axis === 0 ? cx - hw - x1 : cy - hh - y1
    const high = axis === 0 ? cx + hw - x1 : cy + hh - y1
    if (d === 0) {
      if (low > 0 || high < 0) return undefined
      continue
    }
    const first = d > 0 ? low / d : high / d
    const last = d > 0 ? high / d : low / d
    if (first > enter) enter = first
    if (last < leave) leave = last
    if (enter >= leave) return undefined
  }
  return [enter, leave]
}

/** Whether a segment runs through a rectangle: the test of `clipSegment` without the answer. */
export function segmentHits(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  cx: number,
  cy: number,
  hw: number,
  hh: number,
): boolean {
  // Separating axes: x, y, and the segment's normal.
  const mx = (x1 + x2) / 2 - cx
  const my = (y1 + y2) / 2 - cy
  const ex = Math.abs(x2 - x1) / 2
  const ey = Math.abs(y2 - y1) / 2
  if (Math.abs(mx) >= hw + ex || Math.abs(my) >= hh + ey) return false
  return Math.abs(mx * (y2 - y1) - my * (x2 - x1)) < 2 * (hw * ey + hh * ex)
}
