/** Lines of text in a picture: real text, one span a line. */
import type { Rect } from '../view/layout/layout'
import { escapeXml, number } from './xml'

export type TextStyle = {
  size: number
  line: number
  fill: string
  weight?: number
  anchor?: 'start' | 'middle' | 'end'
  /** Drawn around the letters, where a line passes behind them. */
  halo?: string
}

/** Lines within a rectangle, from its top; aligned to its left, middle or right. */
export function drawText(lines: readonly string[], rect: Rect, style: TextStyle): string {
  const { size, line, fill, weight, anchor = 'middle', halo } = style
  const x =
    anchor === 'middle' ? rect.x : anchor === 'start' ? rect.x - rect.w / 2 : rect.x + rect.w / 2
  // Inter's capitals are .727 em high: they stand in the middle of their line.
  const first = rect.y - (lines.length * line) / 2 + line / 2 + size * 0.36
  const attributes = [
    `font-size="${size}"`,
    `fill="${fill}"`,
    ...(weight ? [`font-weight="${weight}"`] : []),
    `text-anchor="${anchor}"`,
    ...(halo
      ? [`stroke="${halo}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`]
      : []),
  ].join(' ')
  if (lines.length === 1)
    return `<text x="${number(x)}" y="${number(first)}" ${attributes}>${escapeXml(lines[0]!)}</text>`
  const spans = lines.map(
    (text, i) =>
      `<tspan x="${number(x)}" y="${number(first + i * line)}">${escapeXml(text)}</tspan>`,
  )
  return `<text ${attributes}>${spans.join('')}</text>`
}
