/** Timings side by side, and the table they are printed in. */

/** Median and 95th percentile of what a task takes, in milliseconds. */
export type Timing = { median: number; p95: number }

/**
 * Runs tasks in turn, so that a slow moment of the machine hits them alike. Each is given the
 * number of its round; the first round is not counted.
 */
export function measure<K extends string>(
  tasks: Record<K, (round: number) => unknown>,
  rounds: number,
): Record<K, Timing> {
  const names = Object.keys(tasks) as K[]
  const times = new Map<K, number[]>(names.map((name) => [name, []]))
  for (let round = 0; round <= rounds; round++) {
    const order = round % 2 ? names : [...names].reverse()
    for (const name of order) {
      const start = performance.now()
      tasks[name](round)
      const took = performance.now() - start
      if (round > 0) times.get(name)!.push(took)
    }
  }
  return Object.fromEntries(names.map((name) => [name, sum(times.get(name)!)])) as Record<K, Timing>
}

/** Of times in milliseconds. */
export function sum(times: number[]): Timing {
  const sorted = times.sort((a, b) => a - b)
  const at = (part: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!
  return { median: at(0.5), p95: at(0.95) }
}

export const milliseconds = (time: number) =>
  time >= 100 ? time.toFixed(0) : time >= 1 ? time.toFixed(1) : time.toFixed(3)

/** A row of the table: ours, theirs where a peer answers the same, and the ratio of the medians. */
export const timingCells = (
  what: string,
  size: string,
  ours: Timing,
  theirs: Timing | undefined,
  peer: string,
): string[] => [
  what,
  size,
  milliseconds(ours.median),
  milliseconds(ours.p95),
  theirs ? milliseconds(theirs.median) : '–',
  theirs ? milliseconds(theirs.p95) : '–',
  theirs ? `${(ours.median / theirs.median).toFixed(2)}×` : '–',
  peer,
]

/** A row of cells, the first to the left, the others to the right. */
export function printTable(title: string, head: string[], rows: string[][]): void {
  const all = [head, ...rows]
  const widths = head.map((_, i) => Math.max(...all.map((row) => row[i]!.length)))
  const line = (row: string[]) =>
    row.map((cell, i) => (i ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!))).join('  ')
  console.log(`\n${title}`)
  console.log(line(head))
  console.log(widths.map((width) => '─'.repeat(width)).join('  '))
  for (const row of rows) console.log(line(row))
}
