import { embedFonts } from './embed-fonts'

const frameName = 'print'

/**
 * Opens the browser's own print window on the picture alone, on a page of just its size: saved as
 * PDF there it stays vectors and text, in every script the browser can write.
 */
export async function printPicture(svg: string): Promise<void> {
  const text = await embedFonts(svg)
  document.querySelector(`iframe[name="${frameName}"]`)?.remove()
  const frame = document.createElement('iframe')
  frame.name = frameName
  frame.title = 'The picture on a page of its own'
  // out of sight; a frame that is not displayed would print an empty page
  frame.style.cssText = 'position:fixed;width:1px;height:1px;right:0;bottom:0;border:0;opacity:0'
  frame.setAttribute('aria-hidden', 'true')
  document.body.append(frame)
  const page = frame.contentDocument!
  page.title = document.title
  const picture = page.importNode(
    new DOMParser().parseFromString(text, 'image/svg+xml').documentElement,
    true,
  )
  const [width, height] = ['width', 'height'].map((side) => picture.getAttribute(side))
  const style = page.createElement('style')
  style.textContent =
    `@page{size:${width}px ${height}px;margin:0}` +
    'body{margin:0;print-color-adjust:exact;-webkit-print-color-adjust:exact}svg{display:block}'
  page.head.append(style)
  page.body.append(picture)
  await page.fonts.ready
  frame.contentWindow!.print()
}
