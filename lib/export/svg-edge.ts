/** A relation as a group: line, arrow where the direction means something, words. */
import { stanceTable } from '../ontology'
import type { ViewEdge } from '../view/elements'
import { clipSegment } from '../view/layout/geometry'
import type { Curve, EdgeLabel, Point, Rect } from '../view/layout/layout'
import { signTable, signWords } from '../view/signs'
import { measureText } from '../view/text-measure'
import { relationWidth, sizes, stanceDash, type Theme } from '../view/theme'
import { lost } from './svg-node'
import { drawText } from './svg-text'
import { escapeXml, number, xmlName } from './xml'

export type EdgeParts = {
  edge: ViewEdge
  curve: Curve
  /** Left out when the picture goes without words on its lines. */
  label?: EdgeLabel
  /** Names of both ends, for the tooltip. */
  ends: readonly [from: string, to: string]
  theme: Theme
  haloed: boolean
}

export function drawEdge({ edge, curve, label: placed, ends, theme, haloed }: EdgeParts): string {
  const label = placed && withSign(edge, placed)
  const colour = edge.accent ? theme.accent : theme.edge
  const width = relationWidth(edge.sources) + (edge.accent ? 0.75 : 0)
  const arrow = edge.directed ? arrowHead(curve, width) : undefined
  const line = arrow ? { ...curve, to: arrow.base } : curve
  const dash = stanceDash(edge.stance).map((part) => number(part * Math.max(1, width / 1.5)))
  const stroke = [
    `fill="none" stroke="${colour}" stroke-width="${number(width)}"`,
    ...(dash.length > 0 ? [`stroke-dasharray="${dash.join(' ')}"`] : []),
    ...(edge.stance === 'planned' ? ['stroke-linecap="round"'] : []),
  ].join(' ')
  const words = stanceTable[edge.stance].label
  const sources = `${edge.sources} ${edge.sources === 1 ? 'source' : 'sources'}`
  const became = edge.sign ? `, ${signTable[edge.sign].words}` : ''
  const title = `${ends[0]} – ${edge.label} – ${ends[1]} (${words}, ${sources}${became})`
  const parts = [
    `<title>${escapeXml(title)}</title>`,
    `<path d="${cutAround(line, label)}" ${stroke}/>`,
    ...(arrow ? [`<polygon points="${arrow.points}" fill="${colour}"/>`] : []),
    ...(label
      ? [
          drawText(label.lines, label, {
            size: sizes.edgeLabel,
            line: sizes.edgeLine,
            fill: edge.accent ? theme.accent : edge.sign ? theme.text : theme.muted,
            ...(haloed && { halo: theme.canvas }),
          }),
        ]
      : []),
  ]
  const data = [
    `data-id="${escapeXml(edge.id)}"`,
    `data-from="${escapeXml(edge.from)}"`,
    `data-to="${escapeXml(edge.to)}"`,
    `data-relation="${escapeXml(edge.relation)}"`,
    `data-stance="${edge.stance}"`,
    `data-sources="${edge.sources}"`,
  ].join(' ')
  const pale = edge.sign && lost.has(edge.sign) ? 0.5 : edge.faded ? 0.18 : 1
  const faded = pale < 1 ? ` opacity="${pale}"` : ''
  return `<g id="${xmlName('r', edge.id)}" class="relation ${edge.stance}" ${data}${faded}>${parts.join('')}</g>`
}

/** Its words stay where they are; what became of it stands before them. */
function withSign({ sign }: ViewEdge, label: EdgeLabel): EdgeLabel {
  if (!sign) return label
  const lines = signWords(sign, label.lines)
  const width = (line: string) => measureText(line, sizes.edgeLabel)
  const [before, after] = [width(label.lines[0] ?? ''), width(lines[0]!)]
  const mark = Math.max(0, after - before)
  const w = Math.max(...lines.map(width)) + 6
  return { ...label, lines, x: label.x - mark / 2, w, h: lines.length * sizes.edgeLine + 1 }
}

function arrowHead({ from, to, control }: Curve, width: number): { points: string; base: Point } {
  const back = control ?? from
  const [dx, dy] = [to.x - back.x, to.y - back.y]
  const length = Math.sqrt(dx * dx + dy * dy) || 1
  const [ux, uy] = [dx / length, dy / length]
  const long = 6 + width * 1.2
  const half = 2.4 + width * 0.75
  const base = { x: to.x - ux * long, y: to.y - uy * long }
  const corner = (s: number) =>
    `${number(base.x - uy * half * s)},${number(base.y + ux * half * s)}`
  return { points: `${number(to.x)},${number(to.y)} ${corner(1)} ${corner(-1)}`, base }
}

/** The line with a gap where its own words stand, so that they need no patch behind them. */
function cutAround({ from, to, control }: Curve, label: Rect | undefined): string {
  const at = ({ x, y }: Point) => `${number(x)} ${number(y)}`
  const whole = `M${at(from)}${control ? `Q${at(control)} ${at(to)}` : `L${at(to)}`}`
  if (!label) return whole
  const half = [label.x, label.y, label.w / 2 + 1, label.h / 2] as const
  const point = (t: number): Point => ({
    x: along(t, from.x, control?.x, to.x),
    y: along(t, from.y, control?.y, to.y),
  })
  const steps = control ? 48 : 1
  let [enter, leave] = [1, 0]
  for (let k = 0; k < steps; k++) {
    const [p, q] = [point(k / steps), point((k + 1) / steps)]
    const clip = clipSegment(p.x, p.y, q.x, q.y, ...half)
    if (!clip) continue
    enter = Math.min(enter, (k + clip[0]) / steps)
    leave = Math.max(leave, (k + clip[1]) / steps)
  }
  if (enter >= leave) return whole
  const piece = (s: number, t: number) =>
    t - s < 0.005
      ? ''
      : control
        ? `M${at(point(s))}Q${at(blossom(from, control, to, s, t))} ${at(point(t))}`
        : `M${at(point(s))}L${at(point(t))}`
  return piece(0, enter) + piece(leave, 1)
}

const along = (t: number, a: number, c: number | undefined, b: number): number =>
  c === undefined ? a + (b - a) * t : (1 - t) * (1 - t) * a + 2 * t * (1 - t) * c + t * t * b

/** The control point of the part of a quadratic curve between s and t. */
function blossom(a: Point, c: Point, b: Point, s: number, t: number): Point {
  const mix = (p: number, q: number, r: number) =>
    (1 - s) * (1 - t) * p + (s * (1 - t) + t * (1 - s)) * q + s * t * r
  return { x: mix(a.x, c.x, b.x), y: mix(a.y, c.y, b.y) }
}
