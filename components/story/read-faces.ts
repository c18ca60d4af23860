/**
 * The fonts this page is set in, for a page that is to work without it: its own `@font-face` rules
 * as far as the text has letters for them, with the font files inside. What cannot be read is left
 * out, and the reader's own fonts stand in.
 */
export async function readFaces(text: string): Promise<string> {
  const letters = new Set([...text].map((letter) => letter.codePointAt(0)!))
  const rules = [...document.styleSheets].flatMap((sheet) =>
    readable(sheet).flatMap((rule) => (isWanted(rule, letters) ? { rule, sheet } : [])),
  )
  const faces = await Promise.all(
    rules.map(({ rule, sheet }) => embed(rule, sheet.href).catch(() => '')),
  )
  return [...new Set(faces)].join('')
}

/** A sheet of another address keeps its rules to itself. */
function readable(sheet: CSSStyleSheet): CSSFontFaceRule[] {
  try {
    return [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule)
  } catch {
    return []
  }
}

function isWanted({ style }: CSSFontFaceRule, letters: ReadonlySet<number>): boolean {
  if (style.getPropertyValue('font-style') === 'italic') return false
  const ranges = style.getPropertyValue('unicode-range').split(',').map(readRange)
  return [...letters].some((letter) =>
    ranges.some(([first, last]) => letter >= first && letter <= last),
  )
}

/** `U+131`, `U+0-FF`, `U+4??`; everything when there is no range. */
function readRange(range: string): [first: number, last: number] {
  const [from, to] = range.trim().replace(/^U\+/i, '').split('-')
  if (!from) return [0, 0x10ffff]
  const last = to ?? from.replaceAll('?', 'F')
  return [Number.parseInt(from.replaceAll('?', '0'), 16), Number.parseInt(last, 16)]
}

async function embed({ style }: CSSFontFaceRule, base: string | null): Promise<string> {
  const address = /url\(["']?([^"')]+)["']?\)/.exec(style.getPropertyValue('src'))?.[1]
  if (!address) return ''
  const response = await fetch(new URL(address, base ?? document.baseURI))
  if (!response.ok) return ''
  const bytes = new Uint8Array(await response.arrayBuffer())
  let data = ''
  for (const byte of bytes) data += String.fromCharCode(byte)
  const kept = ['font-family', 'font-style', 'font-weight', 'unicode-range'].map(
    (name) => `${name}:${style.getPropertyValue(name)}`,
  )
  return `@font-face{${kept.join(';')};src:url(data:font/woff2;base64,${btoa(data)}) format("woff2")}`
}
