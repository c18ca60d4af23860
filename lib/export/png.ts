/** A picture as PNG, drawn from its SVG with the fonts we ship (server only). */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Resvg } from '@resvg/resvg-js'
import { checkSize, type PngSize, targetSize } from './png-size'

const fontFiles = [
  'inter-regular.ttf',
  'inter-semibold.ttf',
  'noto-sans-arabic-regular.ttf',
  'noto-sans-arabic-semibold.ttf',
]

/** Beside the sources; beside the working folder once the sources are bundled. */
function fontFolder(): string {
  const beside = resolve(fileURLToPath(import.meta.url), '../../../data/fonts')
  return existsSync(join(beside, fontFiles[0]!)) ? beside : join(process.cwd(), 'data/fonts')
}

/** Scripts the shipped fonts have: Latin, Greek, Cyrillic, Arabic, punctuation, arrows. */
const covered = /^[\n -\u052f\u0600-\u06ff\u1e00-\u1eff\u2000-\u206f\u20a0-\u20bf\u2100-\u22ff]*$/

/**
 * @param svg as `drawSvg` makes it
 * @param size a multiple (1 to 4) or exact pixels
 * @throws AppError invalid_input when no program could draw a picture that large
 */
export function drawPng(svg: string, size: PngSize = { scale: 1 }): Uint8Array<ArrayBuffer> {
  const target = targetSize(svg, size)
  checkSize(target)
  const folder = fontFolder()
  const image = new Resvg(svg, {
    font: {
      fontFiles: fontFiles.map((name) => join(folder, name)),
      // Other scripts are left to whatever fonts the machine has.
      loadSystemFonts: !covered.test(svg),
      defaultFontFamily: 'Inter',
      sansSerifFamily: 'Inter',
    },
    fitTo: { mode: 'width', value: target.width },
    shapeRendering: 2,
    textRendering: 1,
  }).render()
  return new Uint8Array(image.asPng())
}
