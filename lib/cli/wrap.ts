/** Text for a terminal: 80 columns, or fewer where the window is narrower. */

export const columns = () => Math.max(40, Math.min(80, process.stdout.columns || 80))

/** Words filled into lines; `indent` spaces before each, `hanging` more before all but the first. */
export function wrap(text: string, indent = 0, hanging = 0): string {
  const width = columns()
  const lines: string[] = []
  let line = ' '.repeat(indent)
  let isEmpty = true
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line)
      line = ' '.repeat(indent + hanging)
      isEmpty = true
    }
    line += isEmpty ? word : ` ${word}`
    isEmpty = false
  }
  return [...lines, line].join('\n')
}

/** For headings; plain where output is not a terminal or NO_COLOR is set. */
export function bold(text: string): string {
  const isPlain = !process.stdout.isTTY || process.env.NO_COLOR
  return isPlain ? text : `\u001b[1m${text}\u001b[22m`
}
