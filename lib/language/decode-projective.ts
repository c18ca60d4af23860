/** The best tree without crossing arcs (Eisner 1996): nearly all English sentences have none. */

/**
 * In: scores[d * (n + 1) + h] of word d hanging on word h, where h = n is the root; and n, the number of words.
 * Out: the head of each word, n for the root, which exactly one word has. Takes time of n cubed.
 */
export function decodeProjective(scores: Float64Array, n: number): Int32Array {
  const size = n + 1
  const none = Number.NEGATIVE_INFINITY
  // at from * n + to: spans whose head is their first (right) or last (left) word
  const right = new Float64Array(n * n).fill(none)
  const left = new Float64Array(n * n).fill(none)
  const rightArc = new Float64Array(n * n).fill(none)
  const leftArc = new Float64Array(n * n).fill(none)
  const arcSplit = new Int32Array(n * n)
  const rightSplit = new Int32Array(n * n)
  const leftSplit = new Int32Array(n * n)
  for (let i = 0; i < n; i++) right[i * n + i] = left[i * n + i] = 0
  for (let length = 1; length < n; length++)
    for (let i = 0, j = length; j < n; i++, j++) {
      const at = i * n + j
      let best = none
      for (let k = i; k < j; k++) {
        const sum = right[i * n + k]! + left[(k + 1) * n + j]!
        if (sum > best) {
          best = sum
          arcSplit[at] = k
        }
      }
      rightArc[at] = best + scores[j * size + i]!
      leftArc[at] = best + scores[i * size + j]!
      for (let k = i + 1; k <= j; k++) {
        const sum = rightArc[i * n + k]! + right[k * n + j]!
        if (sum > right[at]!) {
          right[at] = sum
          rightSplit[at] = k
        }
      }
      for (let k = i; k < j; k++) {
        const sum = left[i * n + k]! + leftArc[k * n + j]!
        if (sum > left[at]!) {
          left[at] = sum
          leftSplit[at] = k
        }
      }
    }
  let root = 0
  let best = none
  for (let r = 0; r < n; r++) {
    const sum = left[r]! + right[r * n + n - 1]! + scores[r * size + n]!
    if (sum > best) {
      best = sum
      root = r
    }
  }
  const heads = new Int32Array(n)
  heads[root] = n
  // spans still to open: from, to, and whether the head is the last word
  const open: [from: number, to: number, headLast: boolean][] = [
    [0, root, true],
    [root, n - 1, false],
  ]
  for (let span = open.pop(); span; span = open.pop()) {
    const [i, j, headLast] = span
    if (i === j) continue
    const k = headLast ? leftSplit[i * n + j]! : rightSplit[i * n + j]!
    const [from, to] = headLast ? [k, j] : [i, k]
    if (headLast) heads[k] = j
    else heads[k] = i
    open.push(headLast ? [i, k, true] : [k, j, false])
    const split = arcSplit[from * n + to]!
    open.push([from, split, false], [split + 1, to, true])
  }
  return heads
}
