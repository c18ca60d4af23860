/** Cross-entropy of tags, heads, labels and names over a batch, and their gradients. */
import { bucketDistance, headColumns, leak, rootBucket } from '../shape'
import type { Backprop } from './backprop'
import type { FloatNetwork, Run } from './float-network'
import { joinLabel, scoreHeads } from './float-scores'

/** A sentence's right answers as indices; -1 where there is none to learn from. Heads: n for the root. */
export type Answers = {
  tags: Int32Array
  heads: Int32Array
  labels: Int32Array
  names: Int32Array | null
}

/** Turns scores into their gradient (softmax minus the right answer, times weight) in place. Out: the loss. */
function backSoftmax(
  memory: Float32Array | Float64Array,
  at: number,
  count: number,
  right: number,
  weight: number,
): number {
  let top = Number.NEGATIVE_INFINITY
  for (let c = 0; c < count; c++) if (memory[at + c]! > top) top = memory[at + c]!
  let sum = 0
  for (let c = 0; c < count; c++) sum += Math.exp(memory[at + c]! - top)
  const loss = Math.log(sum) - (memory[at + right]! - top)
  for (let c = 0; c < count; c++) memory[at + c] = (weight * Math.exp(memory[at + c]! - top)) / sum
  memory[at + right]! -= weight
  return loss
}

/** Tag scores into their gradient. */
export function backTags(
  network: FloatNetwork,
  run: Pick<Run, 'batch' | 'tags'>,
  answers: Answers[],
  weight: number,
): number {
  const { memory, shape } = network
  const { columns } = network.blocks.tag!
  const { batch } = run
  let loss = 0
  for (let t = 0; t < batch.steps; t++)
    for (let s = 0; s < batch.width; s++) {
      const at = run.tags + (t * batch.width + s) * columns
      const right = s < batch.active[t]! ? answers[s]!.tags[t]! : -1
      if (right < 0) memory.fill(0, at, at + columns)
      else {
        loss += backSoftmax(memory, at, shape.tags, right, weight)
        memory.fill(0, at + shape.tags, at + columns)
      }
    }
  return loss
}

/** Gradients of head choices: of the queries into dQueries, of the keys into dHeads. */
export function backHeads(
  backprop: Backprop,
  run: Run,
  answers: Answers[],
  weight: number,
  dQueries: number,
  dHeads: number,
): number {
  const { network } = backprop
  const { memory, shape } = network
  const { batch } = run
  const { arc } = shape
  const columns = headColumns(shape)
  const root = network.blocks.root!.at
  const dRoot = backprop.gradientOf('root')
  const dDistance = backprop.gradientOf('distance')
  let loss = 0
  answers.forEach((answer, s) => {
    const n = batch.lengths[s]!
    const scores = scoreHeads(network, run, s)
    for (let d = 0; d < n; d++) {
      const base = d * (n + 1)
      scores[base + d] = Number.NEGATIVE_INFINITY
      loss += backSoftmax(scores, base, n + 1, answer.heads[d]!, weight)
      const query = (d * batch.width + s) * arc
      for (let h = 0; h <= n; h++) {
        const g = scores[base + h]!
        if (h === d || Math.abs(g) < 1e-7) continue
        const key = (h * batch.width + s) * columns + arc
        const from = h === n ? root : run.heads + key
        const to = h === n ? dRoot : dHeads + key
        memory[dDistance + (h === n ? rootBucket : bucketDistance(d, h))]! += g
        for (let k = 0; k < arc; k++) {
          memory[dQueries + query + k]! += g * memory[from + k]!
          memory[to + k]! += g * memory[run.queries + query + k]!
        }
      }
    }
  })
  return loss
}

/** Gradients of labels, given the right heads. */
export function backLabels(
  backprop: Backprop,
  run: Run,
  answers: Answers[],
  weight: number,
  dHeads: number,
): number {
  const { network } = backprop
  const { memory, shape } = network
  const { batch } = run
  const columns = headColumns(shape)
  const words = batch.lengths.reduce((sum, n) => sum + n, 0)
  const rows = Math.ceil(words / 4) * 4
  const joined = network.reserve(rows * shape.label)
  let next = 0
  answers.forEach((answer, s) => {
    for (let d = 0; d < batch.lengths[s]!; d++)
      joinLabel(network, run, s, d, answer.heads[d]!, joined + next++ * shape.label)
  })
  const scores = network.project('label', 'labelBias', rows, joined, shape.label)
  const labelColumns = network.blocks.label!.columns
  let loss = 0
  next = 0
  answers.forEach((answer, s) => {
    for (let d = 0; d < batch.lengths[s]!; d++, next++) {
      const at = scores + next * labelColumns
      loss += backSoftmax(memory, at, shape.labels, answer.labels[d]!, weight)
      memory.fill(0, at + shape.labels, at + labelColumns)
    }
  })
  memory.fill(0, scores + words * labelColumns, scores + rows * labelColumns)
  backprop.addWeightGradient('label', joined, shape.label, scores, labelColumns, rows)
  backprop.addBiasGradient('labelBias', scores, rows)
  const dJoined = network.reserve(rows * shape.label)
  backprop.pullThrough('label', dJoined, shape.label, scores, labelColumns, rows)
  const dRoot = backprop.gradientOf('root') + shape.arc
  next = 0
  answers.forEach((answer, s) => {
    for (let d = 0; d < batch.lengths[s]!; d++, next++) {
      const own = dHeads + (d * batch.width + s) * columns + 2 * shape.arc
      const h = answer.heads[d]!
      const other =
        h === batch.lengths[s]
          ? dRoot
          : dHeads + (h * batch.width + s) * columns + 2 * shape.arc + shape.label
      for (let k = 0; k < shape.label; k++) {
        const at = next * shape.label + k
        const g = memory[dJoined + at]! * (memory[joined + at]! > 0 ? 1 : leak)
        memory[own + k]! += g
        memory[other + k]! += g
      }
    }
  })
  return loss
}

/** Gradients of name marks; only some sentences have them. */
export function backNames(
  network: FloatNetwork,
  run: Run,
  answers: Answers[],
  weight: number,
  dHeads: number,
): number {
  const { memory, shape } = network
  const { batch } = run
  const columns = headColumns(shape)
  const offset = 2 * shape.arc + 2 * shape.label
  const scores = new Float64Array(shape.names)
  let loss = 0
  answers.forEach((answer, s) => {
    if (!answer.names) return
    for (let t = 0; t < batch.lengths[s]!; t++) {
      const at = (t * batch.width + s) * columns + offset
      for (let c = 0; c < shape.names; c++) scores[c] = memory[run.heads + at + c]!
      loss += backSoftmax(scores, 0, shape.names, answer.names[t]!, weight)
      for (let c = 0; c < shape.names; c++) memory[dHeads + at + c] = scores[c]!
    }
  })
  return loss
}
