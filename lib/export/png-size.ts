/** How large a PNG will be, and whether a program could draw it at all. */
import { AppError } from '../errors'

export type PngSize = { scale: number } | { width: number }
export type Pixels = { width: number; height: number }

const longestSide = 16_384
const mostPixels = 268_435_456

/** The size a picture's SVG has at 1×, in px. */
export function svgSize(svg: string): Pixels {
  const found = /^<svg [^>]*?\bwidth="([\d.]+)" height="([\d.]+)"/.exec(svg)
  if (!found) throw new AppError('internal', 'svgSize: this is not a picture of ours')
  return { width: Number(found[1]), height: Number(found[2]) }
}

export function targetSize(svg: string, size: PngSize): Pixels {
  const { width, height } = svgSize(svg)
  const factor = 'scale' in size ? size.scale : size.width / width
  return { width: Math.round(width * factor), height: Math.round(height * factor) }
}

/** @throws AppError invalid_input when the picture is beyond what programs can draw */
export function checkSize({ width, height }: Pixels): void {
  if (
    width >= 1 &&
    height >= 1 &&
    Math.max(width, height) <= longestSide &&
    width * height <= mostPixels
  )
    return
  throw new AppError('invalid_input', `A picture of ${width} × ${height} pixels is too large`, [
    {
      path: 'width',
      message: `PNG ends at ${longestSide} pixels a side and ${mostPixels / 2 ** 20} million in all`,
      value: `${width} × ${height}`,
      remedy: 'Choose a smaller size, or SVG, which is sharp at every size.',
    },
  ])
}
