/** The key of a picture: kinds and stances it has, what the width of a line says. */
import { entityKindTable, stanceTable } from '../ontology'
import { entityKinds, stances } from '../schema'
import type { Elements } from '../view/elements'
import { type Sign, signTable } from '../view/signs'
import { measureText } from '../view/text-measure'
import { relationWidth, stanceDash, type Theme } from '../view/theme'
import { drawShape, drawSign } from './svg-node'
import { drawText } from './svg-text'
import { escapeXml, number } from './xml'

const size = 11
const row = 20
const symbol = { kind: 14, line: 26 }

type Item = { name: string; width: number; draw(x: number, y: number): string }

/** The key within a width, from a top left corner; `height` is 0 when there is nothing to explain. */
export function drawLegend(
  elements: Elements,
  theme: Theme,
  left: number,
  top: number,
  width: number,
): { svg: string; height: number } {
  const groups = [
    kindItems(elements, theme),
    stanceItems(elements, theme),
    widthItems(elements, theme),
    signItems(elements, theme),
  ]
  let [x, y] = [left, top]
  const parts: string[] = []
  for (const group of groups.filter((items) => items.length > 0)) {
    const whole = group.reduce((sum, item) => sum + item.width + 18, 0)
    // A group that fits on one line is not broken.
    if (x > left && (x + whole > left + width || whole > width)) [x, y] = [left, y + row]
    const drawn: string[] = []
    for (const item of group) {
      if (x > left && x + item.width > left + width) [x, y] = [left, y + row]
      drawn.push(`<g>${item.draw(x, y + row / 2)}</g>`)
      x += item.width + 18
    }
    parts.push(`<g>${drawn.join('')}</g>`)
    x += 14
  }
  if (parts.length === 0) return { svg: '', height: 0 }
  return {
    svg: `<g id="legend"><title>${escapeXml('Key')}</title>${parts.join('')}</g>`,
    height: y + row - top,
  }
}

function words(text: string, x: number, y: number, theme: Theme): string {
  const rect = { x, y, w: 0, h: 0 }
  return drawText([text], rect, { size, line: size, fill: theme.muted, anchor: 'start' })
}

function kindItems({ nodes }: Elements, theme: Theme): Item[] {
  return entityKinds
    .filter((kind) => nodes.some((node) => node.kind === kind))
    .map((kind) => {
      const { label, plural } = entityKindTable[kind]
      const many = nodes.filter((node) => node.kind === kind).length > 1
      const name = many ? plural : label
      const [w, h] = kind === 'paper' ? [9, 12] : kind === 'other' ? [11, 9] : [13, 11.5]
      const round = kind === 'person' ? 12 : w
      return {
        name,
        width: symbol.kind + 6 + measureText(name, size),
        draw: (x, y) =>
          drawShape(kind, { x: x + symbol.kind / 2, y }, round, kind === 'person' ? 12 : h) +
          words(name, x + symbol.kind + 6, y, theme),
      }
    })
}

function stanceItems({ edges }: Elements, theme: Theme): Item[] {
  const present = stances.filter((stance) => edges.some((edge) => edge.stance === stance))
  // One plain line needs no explanation.
  if (present.length === 1 && present[0] === 'asserted') return []
  return present.map((stance) => {
    const { label, mark } = stanceTable[stance]
    const name = mark ? `${label} ${mark}` : label
    return lineItem(name, 1.75, stanceDash(stance).join(' '), stance === 'planned', theme)
  })
}

function widthItems({ edges }: Elements, theme: Theme): Item[] {
  const most = Math.max(0, ...edges.map((edge) => edge.sources))
  if (most < 2) return []
  const steps = [1, 2, 4, 8].filter((sources) => sources <= most || sources === 2)
  return steps.map((sources) => {
    const open = sources === steps.at(-1) && most > sources
    const name = sources === 1 ? '1 source' : `${sources}${open ? ' or more' : ''}`
    const last = sources === steps.at(-1) ? ' independent sources' : ''
    return lineItem(`${name}${last}`, relationWidth(sources), '', false, theme)
  })
}

function lineItem(name: string, width: number, dash: string, round: boolean, theme: Theme): Item {
  return {
    name,
    width: symbol.line + 6 + measureText(name, size),
    draw: (x, y) =>
      `<path d="M${number(x)} ${number(y)}h${symbol.line}" stroke="${theme.edge}" stroke-width="${number(width)}"${dash ? ` stroke-dasharray="${dash}"` : ''}${round ? ' stroke-linecap="round"' : ''} fill="none"/>` +
      words(name, x + symbol.line + 6, y, theme),
  }
}

/** What became of things, where that is marked. */
function signItems({ nodes, edges }: Elements, theme: Theme): Item[] {
  const present = new Set([...nodes, ...edges].flatMap(({ sign }) => sign ?? []))
  return (Object.keys(signTable) as Sign[])
    .filter((sign) => present.has(sign))
    .map((sign) => {
      const name = sentenceCase(signTable[sign].words)
      return {
        name,
        width: symbol.kind + 6 + measureText(name, size),
        draw: (x, y) =>
          drawSign(sign, x + symbol.kind / 2, y, theme) +
          words(name, x + symbol.kind + 6, y, theme),
      }
    })
}

const sentenceCase = (text: string) => `${text[0]!.toUpperCase()}${text.slice(1)}`
