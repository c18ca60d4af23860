/** The picture as SVG: real text, one group an element, a box measured from everything in it. */
import type { Elements } from '../view/elements'
import { segmentHits } from '../view/layout/geometry'
import type { Curve, Layout, Point, Rect } from '../view/layout/layout'
import { enclose } from '../view/layout/read-layout'
import { measureText, wrapText } from '../view/text-measure'
import { fontStack, type ThemeName, themes } from '../view/theme'
import { drawEdge } from './svg-edge'
import { drawLegend } from './svg-legend'
import { drawNode } from './svg-node'
import { drawText } from './svg-text'
import { escapeXml, number } from './xml'

export type Picture = {
  elements: Elements
  layout: Layout
  theme: ThemeName
  background: 'canvas' | 'transparent'
  /** What the picture shows, in words, for those who do not see it. */
  description: string
  /** Words on the lines: on all, on those of the path, on none. */
  words?: 'all' | 'accent' | 'none'
  /** Set above the picture. */
  title?: string
  legend?: boolean
  /** Set below it, as is the rest. */
  sourceLine?: string
  date?: string
  permalink?: string
}

const margin = 32
const leastWidth = 440
/** Above this many pairs of a text and a line, every text gets its halo unasked. */
const pairLimit = 1_000_000

export function drawSvg(picture: Picture): string {
  const { elements, layout, words = 'all' } = picture
  const theme = themes[picture.theme]
  const nodes = elements.nodes.filter((node) => Object.hasOwn(layout.positions, node.id))
  const edges = elements.edges.filter((edge) => Object.hasOwn(layout.curves, edge.id))
  const named = new Map(nodes.map((node) => [node.id, node.label]))
  const worded = (accent?: boolean) => words === 'all' || (words === 'accent' && accent)
  const drawn = edges.map((edge) => ({
    edge,
    curve: layout.curves[edge.id]!,
    label: edge.label !== '' && worded(edge.accent) ? layout.labels[edge.id] : undefined,
  }))
  const rects = [
    ...nodes.map((node) => nodeRect(layout, node.id)),
    ...drawn.flatMap(({ label }) => label ?? []),
    ...drawn.flatMap(({ curve }) => spanOf(curve)),
  ]
  const ink = enclose(rects)
  const width = Math.max(leastWidth, Math.ceil(ink.w)) + 2 * margin
  const inner = width - 2 * margin
  const left = Math.round(ink.x - ink.w / 2 - (inner - ink.w) / 2 - margin)
  const crossed = findCrossed(
    drawn.map(({ curve }) => curve),
    nodes.length + edges.length,
  )
  const head = drawHead(picture, left + margin, inner)
  const top = Math.floor(ink.y - ink.h / 2) - margin - head.height
  const below = Math.ceil(ink.y + ink.h / 2) + (picture.legend ? 28 : 0)
  const legend = picture.legend
    ? drawLegend(elements, theme, left + margin, below, inner)
    : { svg: '', height: 0 }
  const foot = drawFoot(picture, left + margin, below + legend.height, inner)
  const height = below + legend.height + foot.height + margin - top
  // A line that runs behind another's words is drawn before it.
  const relations = drawn
    .map((parts) => ({ ...parts, haloed: parts.label ? crossed(parts.label, parts.curve) : false }))
    .sort((a, b) => Number(a.haloed) - Number(b.haloed))
    .map(({ edge, ...parts }) =>
      drawEdge({
        edge,
        ...parts,
        theme,
        ends: [named.get(edge.from) ?? edge.from, named.get(edge.to) ?? edge.to],
      }),
    )
  const shapes = nodes.map((node) => {
    const [at, box] = [layout.positions[node.id]!, layout.boxes[node.id]!]
    const name = { ...box.label, x: at.x + box.label.x, y: at.y + box.label.y }
    return drawNode(node, at, box, theme, crossed(name))
  })
  const view = `${number(left)} ${number(top)} ${number(width)} ${number(height)}`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${number(width)}" height="${number(height)}" viewBox="${view}" role="img" aria-labelledby="picture-title picture-description" font-family="${escapeXml(fontStack)}">`,
    `<title id="picture-title">${escapeXml(picture.title ?? 'Evidence graph')}</title>`,
    `<desc id="picture-description">${escapeXml(picture.description)}</desc>`,
    ...(picture.background === 'canvas'
      ? [
          `<rect id="canvas" x="${number(left)}" y="${number(top)}" width="${number(width)}" height="${number(height)}" fill="${theme.canvas}"/>`,
        ]
      : []),
    head.draw(top + margin),
    `<g id="relations">`,
    ...relations,
    '</g>',
    `<g id="nodes">`,
    ...shapes,
    '</g>',
    legend.svg,
    foot.svg,
    '</svg>',
    '',
  ]
    .filter((line, i, all) => line !== '' || i === all.length - 1)
    .join('\n')
}

function nodeRect({ positions, boxes }: Layout, id: string): Rect {
  const [at, box] = [positions[id]!, boxes[id]!]
  // Room for a number or a ring on the shape's shoulder.
  return { x: at.x + box.x, y: at.y + box.y, w: box.w + 16, h: box.h + 16 }
}

function spanOf({ from, to, control }: Curve): Rect[] {
  return curvePieces({ from, to, control }).flatMap(([p, q]) => [
    { ...p, w: 10, h: 10 },
    { ...q, w: 10, h: 10 },
  ])
}

function curvePieces({ from, to, control }: Curve): [Point, Point][] {
  if (!control) return [[from, to]]
  const at = (t: number): Point => ({
    x: (1 - t) * (1 - t) * from.x + 2 * t * (1 - t) * control.x + t * t * to.x,
    y: (1 - t) * (1 - t) * from.y + 2 * t * (1 - t) * control.y + t * t * to.y,
  })
  return [0, 1, 2, 3, 4, 5, 6, 7].map((k) => [at(k / 8), at((k + 1) / 8)])
}

/** Whether a line, other than its own, runs behind a text. */
function findCrossed(curves: readonly Curve[], texts: number) {
  if (curves.length * texts > pairLimit) return () => true
  const pieces = curves.map((curve) => ({ curve, pieces: curvePieces(curve) }))
  return ({ x, y, w, h }: Rect, own?: Curve): boolean =>
    pieces.some(
      (one) =>
        one.curve !== own &&
        one.pieces.some(([p, q]) => segmentHits(p.x, p.y, q.x, q.y, x, y, w / 2 + 1, h / 2)),
    )
}

function drawHead({ title, theme }: Picture, left: number, width: number) {
  if (!title) return { height: 0, draw: () => '' }
  const [size, line] = [20, 26]
  const lines = wrapText(title, width, (text) => measureText(text, size, 'semibold'))
  const height = lines.length * line
  return {
    height: height + 20,
    draw: (top: number) =>
      `<g id="title">${drawText(
        lines,
        { x: left + width / 2, y: top + height / 2, w: width, h: height },
        { size, line, fill: themes[theme].text, weight: 600, anchor: 'start' },
      )}</g>`,
  }
}

function drawFoot(picture: Picture, left: number, top: number, width: number) {
  const { sourceLine, date, permalink } = picture
  const theme = themes[picture.theme]
  const texts = [sourceLine, [date, permalink].filter(Boolean).join(' · ')].filter(
    (text): text is string => Boolean(text),
  )
  if (texts.length === 0) return { svg: '', height: 0 }
  const [size, line] = [10.5, 15]
  const lines = texts.flatMap((text) => breakWords(text, width, size))
  const [rule, gap] = [top + 14, 10]
  const height = lines.length * line
  const svg = [
    `<g id="source"><path d="M${number(left)} ${number(rule)}h${number(width)}" stroke="${theme.rule}" stroke-width="1"/>`,
    drawText(
      lines,
      { x: left + width / 2, y: rule + gap + height / 2, w: width, h: height },
      { size, line, fill: theme.muted, anchor: 'start' },
    ),
    '</g>',
  ].join('')
  return { svg, height: 14 + gap + height }
}

/** Lines that fit; an address without a space is broken where it must be. */
function breakWords(text: string, width: number, size: number): string[] {
  const fits = (line: string) => measureText(line, size) <= width
  return wrapText(text, width, (line) => measureText(line, size)).flatMap((line) => {
    const pieces: string[] = []
    let rest = ''
    for (const letter of line) {
      if (rest !== '' && !fits(rest + letter)) {
        pieces.push(rest)
        rest = ''
      }
      rest += letter
    }
    return [...pieces, rest]
  })
}
