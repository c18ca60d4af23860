import { AppError } from '@/lib/errors'
import { checkSize, type PngSize, targetSize } from '@/lib/export/png-size'
import { embedFonts } from './embed-fonts'

/**
 * The picture as PNG, drawn by the browser from the very SVG.
 * @throws AppError invalid_input when it is too large for a canvas
 */
export async function drawOnCanvas(svg: string, size: PngSize): Promise<Blob> {
  const target = targetSize(svg, size)
  checkSize(target)
  const url = URL.createObjectURL(
    new Blob([await embedFonts(svg)], { type: 'image/svg+xml;charset=utf-8' }),
  )
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = target.width
    canvas.height = target.height
    const context = canvas.getContext('2d')
    if (!context) throw tooLarge(target)
    context.drawImage(image, 0, 0, target.width, target.height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    // browsers answer with nothing when the canvas is beyond their own limit
    if (!blob || blob.size === 0) throw tooLarge(target)
    return blob
  } finally {
    URL.revokeObjectURL(url)
  }
}

const tooLarge = ({ width, height }: { width: number; height: number }) =>
  new AppError(
    'invalid_input',
    `This browser cannot draw a picture of ${width} × ${height} pixels`,
    [
      {
        path: 'size',
        message: 'The canvas stayed empty',
        remedy: 'Choose a smaller size, or SVG, which is sharp at every size.',
      },
    ],
  )
