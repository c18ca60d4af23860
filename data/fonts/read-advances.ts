/**
 * Reads the advance widths of a TrueType font (cmap format 4 and hmtx, OpenType 1.9), in font
 * units. `npx tsx data/fonts/read-advances.ts` rewrites inter-advances.json from the fonts here.
 */
import { readFileSync, writeFileSync } from 'node:fs'

/** The letters our labels are measured with: Latin, Greek, Cyrillic, punctuation, currency, arrows. */
const ranges: readonly (readonly [first: number, last: number])[] = [
  [0x20, 0x24f],
  [0x370, 0x3ff],
  [0x400, 0x52f],
  [0x1e00, 0x1eff],
  [0x2000, 0x206f],
  [0x20a0, 0x20bf],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
  [0x2260, 0x2265],
]

export function readAdvances(path: string) {
  const file = readFileSync(path)
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const table = (tag: string) => {
    for (let at = 12; at < 12 + view.getUint16(4) * 16; at += 16)
      if (file.toString('latin1', at, at + 4) === tag) return view.getUint32(at + 8)
    throw new Error(`${path} has no ${tag} table`)
  }
  const glyph = readCharacterMap(view, table('cmap'))
  const hmtx = table('hmtx')
  const metrics = view.getUint16(table('hhea') + 34)
  const advance = (code: number) => {
    const id = glyph(code)
    return id === 0 ? -1 : view.getUint16(hmtx + 4 * Math.min(id, metrics - 1))
  }
  return {
    unitsPerEm: view.getUint16(table('head') + 18),
    ranges: ranges.map(([first, last]) => ({
      first,
      advances: Array.from({ length: last - first + 1 }, (_, i) => advance(first + i)),
    })),
  }
}

function readCharacterMap(view: DataView, cmap: number): (code: number) => number {
  const offsets = Array.from({ length: view.getUint16(cmap + 2) }, (_, i) =>
    view.getUint32(cmap + 4 + i * 8 + 4),
  )
  const found = offsets.find((offset) => view.getUint16(cmap + offset) === 4)
  if (found === undefined) throw new Error('no cmap subtable of format 4')
  const at = cmap + found
  const double = view.getUint16(at + 6)
  return (code) => {
    for (let i = 0; i < double; i += 2) {
      if (view.getUint16(at + 14 + i) < code) continue
      const start = view.getUint16(at + 16 + double + i)
      if (start > code) return 0
      const delta = view.getUint16(at + 16 + 2 * double + i)
      const rangeAt = at + 16 + 3 * double + i
      const range = view.getUint16(rangeAt)
      if (range === 0) return (code + delta) & 0xffff
      const id = view.getUint16(rangeAt + range + 2 * (code - start))
      return id === 0 ? 0 : (id + delta) & 0xffff
    }
    return 0
  }
}

if (process.argv[1] === import.meta.filename) {
  const [regular, semibold] = ['regular', 'semibold'].map((weight) =>
    readAdvances(`${import.meta.dirname}/inter-${weight}.ttf`),
  )
  const target = `${import.meta.dirname}/inter-advances.json`
  writeFileSync(target, `${JSON.stringify({ regular, semibold })}\n`)
}
