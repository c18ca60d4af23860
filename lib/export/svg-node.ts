/** A node as a group: shape, name, number on the path. */
import { entityKindTable } from '../ontology'
import type { EntityKind } from '../schema'
import type { ViewNode } from '../view/elements'
import type { NodeBox, Point } from '../view/layout/layout'
import { corners } from '../view/layout/shape-border'
import { type Sign, signOffset, signTable } from '../view/signs'
import { sizes, type Theme } from '../view/theme'
import { drawText } from './svg-text'
import { escapeXml, number, xmlName } from './xml'

export function drawNode(
  node: ViewNode,
  at: Point,
  box: NodeBox,
  theme: Theme,
  haloed: boolean,
): string {
  const { w, h } = box.shape
  const about = [
    entityKindTable[node.kind].label.toLowerCase(),
    ...(node.sign ? [signTable[node.sign].words] : []),
  ]
  const parts = [
    `<title>${escapeXml(`${node.label} (${about.join(', ')})`)}</title>`,
    ...(node.accent ? [outline(node.kind, at, w + 9, h + 9, theme.accent)] : []),
    drawShape(node.kind, at, w, h),
    drawText(
      box.lines,
      { ...box.label, x: at.x + box.label.x, y: at.y + box.label.y, w: box.label.w - 4 },
      {
        size: sizes.nodeLabel,
        line: sizes.nodeLine,
        fill: theme.text,
        weight: 600,
        anchor: box.side === 'right' ? 'start' : box.side === 'left' ? 'end' : 'middle',
        ...(haloed && { halo: theme.canvas }),
      },
    ),
    ...(node.order
      ? [drawOrder(node.order, at.x, at.y + (box.side === 'top' ? 1 : -1) * (h / 2 + 4), theme)]
      : []),
  ]
  const pale = node.sign && lost.has(node.sign) ? 0.4 : node.faded ? 0.22 : 1
  const faded = pale < 1 ? ` opacity="${pale}"` : ''
  const group = `<g id="${xmlName('n', node.id)}" class="node ${node.kind}" data-id="${escapeXml(node.id)}" data-kind="${node.kind}"${faded}>${parts.join('')}</g>`
  if (!node.sign) return group
  // What is pale has its mark in full.
  const off = signOffset(box)
  const y = node.order ? -off.y : off.y
  return group + drawSign(node.sign, at.x + off.x, at.y + y, theme)
}

/** What is no longer there, or no longer stands, is pale but still seen for what it was. */
export const lost: ReadonlySet<Sign> = new Set(['gone', 'fallen'])

/** A small round mark about a point. */
export const drawSign = (sign: Sign, x: number, y: number, theme: Theme): string =>
  `<g class="sign ${sign}"><circle cx="${number(x)}" cy="${number(y)}" r="7.5" fill="${theme.canvas}" stroke="${theme.muted}" stroke-width="1"/>${drawText(
    [signTable[sign].mark],
    { x, y, w: 0, h: 0 },
    { size: 11, line: 11, fill: theme.text, weight: 600 },
  )}</g>`

/** A kind's shape in its colour, w by h px about a point. */
export function drawShape(kind: EntityKind, at: Point, w: number, h: number): string {
  const { colour, double } = entityKindTable[kind]
  if (!double) return `${startShape(kind, at, w, h)} fill="${colour}"${roundJoin(kind, colour)}/>`
  const border = Math.max(1.25, w / 18)
  return (
    `${startShape(kind, at, w - border, h - border)} fill="none" stroke="${colour}" stroke-width="${number(border)}"/>` +
    `${startShape(kind, at, w - 4 * border, h - 4 * border)} fill="${colour}"/>`
  )
}

function outline(kind: EntityKind, at: Point, w: number, h: number, colour: string): string {
  return `${startShape(kind, at, w, h)} fill="none" stroke="${colour}" stroke-width="2.5" stroke-linejoin="round"/>`
}

/** A rounded hexagon is a smaller one with a broad round line in its own colour. */
const roundJoin = (kind: EntityKind, colour: string) =>
  entityKindTable[kind].shape === 'round-hexagon'
    ? ` stroke="${colour}" stroke-width="5" stroke-linejoin="round"`
    : ''

function startShape(kind: EntityKind, { x, y }: Point, w: number, h: number): string {
  const { shape } = entityKindTable[kind]
  if (shape === 'ellipse')
    return `<ellipse cx="${number(x)}" cy="${number(y)}" rx="${number(w / 2)}" ry="${number(h / 2)}"`
  const points = corners[shape]
  if (points) {
    const inset = shape === 'round-hexagon' ? 2.5 : 0
    const at = points.map(
      ([px, py]) => `${number(x + px * (w / 2 - inset))},${number(y + py * (h / 2 - inset))}`,
    )
    return `<polygon points="${at.join(' ')}"`
  }
  const radius = shape === 'round-rectangle' ? Math.min(w, h) * 0.26 : 1
  return `<rect x="${number(x - w / 2)}" y="${number(y - h / 2)}" width="${number(w)}" height="${number(h)}" rx="${number(radius)}"`
}

function drawOrder(order: number, x: number, y: number, theme: Theme): string {
  const text = String(order)
  const radius = text.length > 2 ? 11 : 9
  return (
    `<circle cx="${number(x)}" cy="${number(y)}" r="${radius}" fill="${theme.accent}" stroke="${theme.canvas}" stroke-width="1.5"/>` +
    drawText(
      [text],
      { x, y, w: 0, h: 0 },
      { size: 11, line: 11, fill: theme.onAccent, weight: 600 },
    )
  )
}
