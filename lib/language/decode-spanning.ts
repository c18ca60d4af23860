/** Maximum spanning arborescence (Chu & Liu 1965, Edmonds 1967): arcs may cross. */

/** Taken off every score of the root, so that exactly one word hangs on it. */
const rootPenalty = 1e6

/**
 * In: scores[d * (n + 1) + h] of word d hanging on word h, where h = n is the root; and n, the number of words.
 * Out: the head of each word, n for the root, which exactly one word has. Writes to `scores`.
 * Takes time of n squared for each cycle it opens, few in practice.
 */
export function decodeSpanning(scores: Float64Array, n: number): Int32Array {
  const size = n + 1
  const heads = new Int32Array(size).fill(-1)
  for (let d = 0; d < n; d++) {
    scores[d * size + d] = Number.NEGATIVE_INFINITY
    scores[d * size + n]! -= rootPenalty
    heads[d] = bestHead(scores, size, d)
  }
  const cycle = findCycle(heads, n)
  if (cycle) contract(scores, size, heads, cycle)
  return heads.subarray(0, n)
}

/** The highest score's head of word d in a table of `size` columns. */
export function bestHead(scores: Float64Array, size: number, d: number): number {
  const base = d * size
  let best = size - 1
  for (let h = 0; h < size; h++) if (scores[base + h]! > scores[base + best]!) best = h
  return best
}

/** The words of one cycle among the chosen heads, or null. Words whose head is -1 are the root. */
export function findCycle(heads: Int32Array, root: number): number[] | null {
  const seen = new Int32Array(heads.length)
  seen[root] = -1
  for (let start = 0; start < heads.length; start++) {
    let at = start
    while (at >= 0 && seen[at] === 0) {
      seen[at] = start + 1
      at = heads[at]!
    }
    if (at >= 0 && seen[at] === start + 1) {
      const cycle = [at]
      for (let next = heads[at]!; next !== at; next = heads[next]!) cycle.push(next)
      return cycle
    }
    for (at = start; at >= 0 && seen[at] === start + 1; at = heads[at]!) seen[at] = -1
  }
  return null
}

/** Melts the cycle into one word, solves the smaller table, and opens the cycle where its new head enters. */
function contract(scores: Float64Array, size: number, heads: Int32Array, cycle: number[]): void {
  const inCycle = new Uint8Array(size)
  for (const word of cycle) inCycle[word] = 1
  const outside: number[] = []
  for (let i = 0; i < size; i++) if (!inCycle[i]) outside.push(i)
  // the root is last in every table; the melted cycle goes just before it
  const root = outside.pop()!
  const smaller = outside.length + 2
  const melted = outside.length
  const nodes = [...outside, -1, root]
  const table = new Float64Array(smaller * smaller).fill(Number.NEGATIVE_INFINITY)
  const enters = new Int32Array(smaller)
  const leaves = new Int32Array(smaller)
  for (let x = 0; x < smaller; x++) {
    if (x === melted) continue
    const node = nodes[x]!
    for (let y = 0; y < smaller - 1; y++)
      if (y !== melted && x !== y) table[y * smaller + x] = scores[nodes[y]! * size + node]!
    let best = Number.NEGATIVE_INFINITY
    let bestOut = Number.NEGATIVE_INFINITY
    enters[x] = cycle[0]!
    leaves[x] = cycle[0]!
    for (const word of cycle) {
      const gain = scores[word * size + node]! - scores[word * size + heads[word]!]!
      if (gain > best) {
        best = gain
        enters[x] = word
      }
      if (x < smaller - 1 && scores[node * size + word]! > bestOut) {
        bestOut = scores[node * size + word]!
        leaves[x] = word
      }
    }
    table[melted * smaller + x] = best
    if (x < smaller - 1) table[x * smaller + melted] = bestOut
  }
  const chosen = new Int32Array(smaller).fill(-1)
  for (let d = 0; d < smaller - 1; d++) chosen[d] = bestHead(table, smaller, d)
  const inner = findCycle(chosen, smaller - 1)
  if (inner) contract(table, smaller, chosen, inner)
  for (let d = 0; d < smaller - 1; d++) {
    const head = chosen[d]!
    if (d === melted) heads[enters[head]!] = nodes[head]!
    else heads[nodes[d]!] = head === melted ? leaves[d]! : nodes[head]!
  }
}
