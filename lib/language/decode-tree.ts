/** The best tree for a table of head scores. */
import { decodeProjective } from './decode-projective'
import { bestHead, decodeSpanning, findCycle } from './decode-spanning'

/** Beyond this many words, crossing arcs are allowed: the projective search takes time of n cubed. */
const longestProjective = 128

/**
 * In: scores[d * (n + 1) + h] of word d hanging on word h, where h = n is the root; and n, the number of words.
 * Out: the head of each word, n for the root, which exactly one word has. Writes to `scores`.
 */
export function decodeTree(scores: Float64Array, n: number): Int32Array {
  const size = n + 1
  const heads = new Int32Array(size).fill(-1)
  let roots = 0
  for (let d = 0; d < n; d++) {
    scores[d * size + d] = Number.NEGATIVE_INFINITY
    heads[d] = bestHead(scores, size, d)
    if (heads[d] === n) roots++
  }
  // most often each word's best head makes a tree at once
  const isTree = roots === 1 && !findCycle(heads, n)
  const projective = n <= longestProjective
  if (isTree && (!projective || !crosses(heads, n))) return heads.subarray(0, n)
  return projective ? decodeProjective(scores, n) : decodeSpanning(scores, n)
}

/** Whether two arcs cross; the root's arcs do not count. */
function crosses(heads: Int32Array, n: number): boolean {
  for (let i = 0; i < n; i++) {
    if (heads[i] === n) continue
    const low = Math.min(i, heads[i]!)
    const high = Math.max(i, heads[i]!)
    for (let j = low + 1; j < high; j++) if (heads[j]! < low || heads[j]! > high) return true
  }
  return false
}
