/** From the lines of a printed page back to paragraphs. */

/** A line of print: y grows upwards, lengths in points. */
export type PrintedLine = { text: string; x: number; right: number; y: number; size: number }

/** Paragraphs with a blank line between them; running heads and page numbers left out. */
export function joinPages(pages: PrintedLine[][]): string {
  const cleaned = dropRunningLines(pages)
  const words = new Set(
    cleaned.flat().flatMap((line) => line.text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? []),
  )
  let text = ''
  let before: PrintedLine | undefined
  for (const lines of cleaned) {
    const spacing = usualSpacing(lines)
    for (const [i, line] of lines.entries()) {
      const next = line.text.replace(/\s+/g, ' ').trim()
      const isNew =
        before && (i === 0 ? endsSentence(text) : startsParagraph(before, line, spacing, lines))
      if (!before) text = next
      else text = isNew ? `${text}\n\n${next}` : joinLine(text, next, words)
      before = line
    }
  }
  return text
}

const endsSentence = (text: string) => /[.!?:][”"’')\]]*$/.test(text)

function startsParagraph(
  before: PrintedLine,
  line: PrintedLine,
  spacing: number,
  lines: PrintedLine[],
): boolean {
  const step = before.y - line.y
  // Upwards is the next column.
  if (step < 0) return endsSentence(before.text.trimEnd())
  if (step > spacing * 1.35) return true
  if (Math.abs(before.size - line.size) > before.size * 0.15) return true
  // A first line set in from the margin, after a sentence that ended.
  const left = Math.min(...lines.map((other) => other.x))
  const right = Math.max(...lines.map((other) => other.right))
  const setIn = line.x - before.x > line.size * 0.8 && line.x - left < line.size * 4
  const short = right - before.right > (right - left) * 0.25
  return endsSentence(before.text.trimEnd()) && (setIn || short)
}

/** `agree-` + `ment` is agreement; `non-` + `paper` keeps its hyphen where the text has "non-paper". */
function joinLine(text: string, next: string, words: Set<string>): string {
  const head = /([\p{L}\p{N}-]+)-$/u.exec(text)?.[1]
  const tail = /^[\p{Ll}][\p{L}-]*/u.exec(next)?.[0]
  if (text.endsWith('\u00ad')) return text.slice(0, -1) + next
  if (!head || !tail) return text.endsWith('-') ? text + next : `${text} ${next}`
  const hyphenated = words.has(`${head}-${tail}`.toLowerCase())
  return (hyphenated ? text : text.slice(0, -1)) + next
}

/** The middle distance between neighbouring lines. */
function usualSpacing(lines: PrintedLine[]): number {
  const steps = lines
    .slice(1)
    .map((line, i) => lines[i]!.y - line.y)
    .filter((step) => step > 0)
    .sort((a, b) => a - b)
  return steps[Math.floor(steps.length / 2)] ?? (lines[0]?.size ?? 12) * 1.2
}

/** Lines that stand at the top or foot of most pages, numbers aside: "Page 3 of 12", a running head. */
function dropRunningLines(pages: PrintedLine[][]): PrintedLine[][] {
  const key = (line: PrintedLine) =>
    `${line.text.replace(/\d+/g, '#').trim()}|${Math.round(line.y)}`
  const ends = (lines: PrintedLine[]) => {
    // On a page with little on it, the outer lines are the text.
    if (lines.length < 6) return new Set<PrintedLine>()
    const byHeight = [...lines].sort((a, b) => b.y - a.y || a.x - b.x)
    return new Set([...byHeight.slice(0, 2), ...byHeight.slice(-2)])
  }
  const counts = new Map<string, number>()
  for (const page of pages) {
    for (const line of ends(page)) counts.set(key(line), (counts.get(key(line)) ?? 0) + 1)
  }
  return pages.map((page) => {
    const outer = ends(page)
    return page.filter((line) => {
      if (!outer.has(line)) return true
      const repeated = pages.length >= 2 && counts.get(key(line))! > pages.length / 2
      const number =
        pages.length > 1 &&
        /^[-–—\s]*(page\s*)?\d{1,4}(\s*(of|\/)\s*\d+)?[-–—\s]*$/i.test(line.text)
      return !repeated && !number
    })
  })
}
