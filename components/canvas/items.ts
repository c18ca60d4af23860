/** A scene as what the canvas is fed: plain data for every node, line and mark. */
import type { Elements, ViewEdge, ViewNode } from '@/lib/view/elements'
import type { Curve, Layout, Point } from '@/lib/view/layout/layout'
import { signOffset, signTable, signWords } from '@/lib/view/signs'
import { relationWidth } from '@/lib/view/theme'

export type Scene = {
  elements: Elements
  layout: Layout
  /** Words on every line. */
  labels: boolean
  selection: readonly string[]
  pinned: readonly string[]
  /** Where entities that were not there before grow out of. */
  origin?: string
  /** The picture is fitted in again when this changes. */
  fitKey: string
  /** Nothing is fitted in smaller than this, as a story is read from its beginning on. */
  least?: number
  /** What is fitted in; everything when left out. */
  part?: Elements
}

export type CanvasItem = {
  group: 'nodes' | 'edges'
  data: { id: string } & Record<string, unknown>
  position?: Point
  classes: string
  grabbable?: boolean
  selectable?: boolean
  pannable?: boolean
}

export function describeItems(scene: Scene): CanvasItem[] {
  const chosen = new Set(scene.selection)
  const pinned = new Set(scene.pinned)
  const { layout, elements } = scene
  const placed = elements.nodes.filter((node) => layout.positions[node.id])
  const known = new Set(placed.map((node) => node.id))
  return [
    ...placed.map((node) => describeNode(node, layout, chosen.has(node.id))),
    ...elements.edges
      .filter((edge) => known.has(edge.from) && known.has(edge.to))
      .map((edge) => describeLine(edge, layout, scene.labels, chosen.has(edge.id))),
    ...placed.flatMap((node) => describeMarks(node, layout, pinned.has(node.id))),
  ]
}

function describeNode(node: ViewNode, layout: Layout, chosen: boolean): CanvasItem {
  const box = layout.boxes[node.id]
  return {
    group: 'nodes',
    data: {
      id: node.id,
      kind: node.kind,
      w: box?.shape.w ?? 12,
      h: box?.shape.h ?? 12,
      text: box?.lines.join('\n') ?? node.label,
      textX: box?.label.x ?? 0,
      textY: box?.label.y ?? 0,
      justify: box?.side === 'right' ? 'left' : box?.side === 'left' ? 'right' : 'center',
    },
    position: { ...layout.positions[node.id]! },
    classes: classList({
      faded: node.faded,
      accent: node.accent,
      chosen,
      [`is-${node.sign}`]: node.sign !== undefined,
    }),
  }
}

function describeLine(
  edge: ViewEdge,
  layout: Layout,
  labels: boolean,
  chosen: boolean,
): CanvasItem {
  const label = layout.labels[edge.id]
  const curve = layout.curves[edge.id]
  const keepLabel = Boolean(labels || edge.accent || chosen)
  const middle = curve && middleOf(curve)
  return {
    group: 'edges',
    data: {
      id: edge.id,
      source: edge.from,
      target: edge.to,
      text: signWords(edge.sign, label?.lines ?? [edge.label]).join('\n'),
      textX: label && middle ? label.x - middle.x : 0,
      textY: label && middle ? label.y - middle.y : 0,
      width: relationWidth(edge.sources) + (edge.accent || chosen ? 0.75 : 0),
      stance: edge.stance,
      directed: edge.directed,
      keepLabel,
      ...(curve && {
        start: endpoint(curve.from, layout.positions[edge.from]!),
        end: endpoint(curve.to, layout.positions[edge.to]!),
        ...(curve.control && bendOf(curve.control, curve.from, curve.to)),
      }),
    },
    classes: classList({
      faded: edge.faded,
      accent: edge.accent,
      chosen,
      labelled: keepLabel && (chosen || !edge.faded || edge.sign === 'fallen'),
      [`is-${edge.sign}`]: edge.sign !== undefined,
    }),
  }
}

/** Small marks on a node's shoulder: hidden neighbours, place in a path, a pin, what became of it. */
function describeMarks(node: ViewNode, layout: Layout, pinned: boolean): CanvasItem[] {
  const box = layout.boxes[node.id]
  const shape = box?.shape ?? { w: 12, h: 12 }
  const sign = signOffset({ shape, side: box?.side ?? 'bottom' })
  const at = layout.positions[node.id]!
  const mark = (name: string, text: string, dx: number, dy: number): CanvasItem => ({
    group: 'nodes',
    data: {
      id: `${name}:${node.id}`,
      of: node.id,
      justify: 'auto',
      textX: 0,
      textY: 0,
      text,
      dx,
      dy,
      w: Math.max(15, 8 + 6 * text.length),
    },
    position: { x: at.x + dx, y: at.y + dy },
    classes: classList({ mark: true, [name]: true, faded: node.faded }),
    grabbable: false,
    selectable: false,
  })
  const [x, y] = [shape.w / 2 + 1, -shape.h / 2 - 1]
  return [
    ...(node.badge ? [mark('badge', `+${node.badge}`, x + 3, y)] : []),
    ...(node.order ? [mark('order', String(node.order), -x, y)] : []),
    ...(pinned ? [mark('pin', '•', -x, -y)] : []),
    ...(node.sign
      ? [mark('sign', signTable[node.sign].mark, sign.x, node.order ? -sign.y : sign.y)]
      : []),
  ]
}

function middleOf({ from, to, control }: Curve): Point {
  const straight = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
  if (!control) return straight
  return { x: (straight.x + control.x) / 2, y: (straight.y + control.y) / 2 }
}

/** Where a line meets a node, seen from the node. */
const endpoint = (at: Point, node: Point): string => `${at.x - node.x}px ${at.y - node.y}px`

/** A control point as the canvas wants it: how far along the line between the ends, and how far off it. */
function bendOf(control: Point, from: Point, to: Point): { bend: number; weight: number } {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy) || 1
  const [px, py] = [control.x - from.x, control.y - from.y]
  return {
    weight: (px * dx + py * dy) / length ** 2,
    bend: (px * -dy + py * dx) / length,
  }
}

const classList = (classes: Record<string, boolean | undefined>): string =>
  Object.entries(classes)
    .filter(([, on]) => on)
    .map(([name]) => name)
    .join(' ')
