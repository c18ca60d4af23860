/** The geometry of a picture in px, y downwards: one answer for the canvas and every export. */
export type Point = { x: number; y: number }

/** x and y are the centre. */
export type Rect = { x: number; y: number; w: number; h: number }

/** Where a node's name stands, seen from its shape. */
export const sides = ['bottom', 'right', 'left', 'top'] as const
export type Side = (typeof sides)[number]

/** A node's shape and name together; x and y are relative to the node's position. */
export type NodeBox = Rect & {
  /** The shape, centred on the node's position. */
  shape: { w: number; h: number }
  /** The name, x and y relative to the node's position. */
  label: Rect
  lines: string[]
  side: Side
}

/** `at` is the label's place along its line, 0 to 1. */
export type EdgeLabel = Rect & { lines: string[]; at: number }

/** A straight line, or a quadratic curve where there is a control point; ends at the shapes' borders. */
export type Curve = { from: Point; to: Point; control?: Point }

export type Layout = {
  /** Centres of the shapes. */
  positions: Record<string, Point>
  boxes: Record<string, NodeBox>
  labels: Record<string, EdgeLabel>
  curves: Record<string, Curve>
  /** Everything drawn, labels and line widths included; x and y are the centre. */
  bounds: Rect
}
