/** What heads and labels are chosen by, from a forward run in floats. */
import { bucketDistance, headColumns, leak, rootBucket } from '../shape'
import type { FloatNetwork, Run } from './float-network'

/** Scores of each word hanging on each other word, and on the root in the last column. */
export function scoreHeads(network: FloatNetwork, run: Run, s: number): Float64Array {
  const { shape, memory } = network
  const { width, lengths } = run.batch
  const n = lengths[s]!
  const { arc } = shape
  const columns = headColumns(shape)
  const distance = network.blocks.distance!.at
  const root = network.blocks.root!.at
  const scores = new Float64Array(n * (n + 1))
  for (let d = 0; d < n; d++) {
    const query = run.queries + (d * width + s) * arc
    for (let h = 0; h < n; h++) {
      if (h === d) continue
      const key = run.heads + (h * width + s) * columns + arc
      scores[d * (n + 1) + h] =
        dot(memory, query, key, arc) + memory[distance + bucketDistance(d, h)]!
    }
    scores[d * (n + 1) + n] = dot(memory, query, root, arc) + memory[distance + rootBucket]!
  }
  return scores
}

function dot(memory: Float32Array, a: number, b: number, size: number): number {
  let even = 0
  let odd = 0
  for (let i = 0; i < size; i += 4) {
    even += memory[a + i]! * memory[b + i]! + memory[a + i + 1]! * memory[b + i + 1]!
    odd += memory[a + i + 2]! * memory[b + i + 2]! + memory[a + i + 3]! * memory[b + i + 3]!
  }
  return even + odd
}

/** What the label is read from: the word's and its head's part, summed and rectified. */
export function joinLabel(
  network: FloatNetwork,
  run: Run,
  s: number,
  d: number,
  head: number,
  to: number,
): void {
  const { shape, memory } = network
  const { width, lengths } = run.batch
  const columns = headColumns(shape)
  const own = run.heads + (d * width + s) * columns + 2 * shape.arc
  const other =
    head === lengths[s]
      ? network.blocks.root!.at + shape.arc
      : run.heads + (head * width + s) * columns + 2 * shape.arc + shape.label
  for (let k = 0; k < shape.label; k++) {
    const sum = memory[own + k]! + memory[other + k]!
    memory[to + k] = sum > 0 ? sum : sum * leak
  }
}
