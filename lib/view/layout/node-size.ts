/** How large a node's shape is and how its name is broken. */
import type { EntityKind } from '../../schema'
import type { ViewEdge, ViewNode } from '../elements'
import { type Measure, wrapText } from '../text-measure'
import { sizes } from '../theme'

/** Width and height of a kind's shape, as multiples of a person's circle. */
const proportions: Record<EntityKind, readonly [w: number, h: number]> = {
  person: [1, 1],
  organization: [1.12, 0.86],
  government: [1.12, 0.86],
  place: [1.12, 1.12],
  event: [1.2, 1.04],
  paper: [0.84, 1.12],
  group: [1.2, 1.04],
  other: [0.78, 0.66],
}

export function shapeSize(kind: EntityKind, relations: number): { w: number; h: number } {
  const base = Math.min(34, 18 + 4 * Math.sqrt(relations))
  const [w, h] = proportions[kind]
  return { w: Math.round(base * w), h: Math.round(base * h) }
}

export type TextBlock = { lines: string[]; w: number; h: number }

export function nodeText(
  node: ViewNode,
  measure: Measure,
  widest: number = sizes.nodeLabelWidth,
): TextBlock {
  const width = (line: string) => measure(line, sizes.nodeLabel, 'semibold')
  const lines = wrapText(node.label, widest, width)
  return { lines, w: Math.max(...lines.map(width)) + 4, h: lines.length * sizes.nodeLine }
}

export function edgeText(
  edge: ViewEdge,
  measure: Measure,
  widest: number = sizes.edgeLabelWidth,
): TextBlock {
  const width = (line: string) => measure(line, sizes.edgeLabel)
  const lines = wrapText(edge.label, widest, width)
  return { lines, w: Math.max(...lines.map(width)) + 6, h: lines.length * sizes.edgeLine + 1 }
}
