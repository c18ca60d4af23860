/** How far something is, on standard error: a line that moves in a terminal, one every ten seconds in a log. */
export type ProgressLine = {
  show(words: string): void
  /** Takes the moving line away, for something that stays. */
  clear(): void
}

const everySoOften = 10_000

export function openProgressLine(stream: NodeJS.WriteStream = process.stderr): ProgressLine {
  let shown = 0
  return {
    show(words) {
      if (stream.isTTY) stream.write(`\r\x1b[K${words}`)
      else if (Date.now() - shown >= everySoOften) stream.write(`${words}\n`)
      else return
      shown = Date.now()
    },
    clear() {
      if (stream.isTTY) stream.write('\r\x1b[K')
    },
  }
}
