/** Runs the network over sentences and reads tags, trees and names off its scores. */
import { decodeNames } from './decode-names'
import { decodeTree } from './decode-tree'
import {
  bucketDistance,
  headColumns,
  layOutBatch,
  type Network,
  type Run,
  rootBucket,
} from './network'
import { affixCount, type WordReader } from './word-features'

/** Tables of word vectors: pretrained ones as bytes, learnt ones as floats. */
export type Tables = {
  vectors: Int8Array
  vectorScale: number
  words: Float32Array
  affixes: Float32Array
}

/** Indices into the lists of tags, labels and name marks; head -1 at the root. */
export type Prediction = {
  tags: Int32Array
  heads: Int32Array
  labels: Int32Array
  names: Int32Array
}

/** No batch has more rows than this: it bounds the working memory. */
export const maxRows = 1024

/** In: normalised forms of sentences, none longer than maxRows / 4. Out: a prediction for each, in the same order. */
export function predict(
  network: Network,
  reader: WordReader,
  tables: Tables,
  sentences: readonly string[][],
): Prediction[] {
  const order = sentences
    .map((_, i) => i)
    .sort((a, b) => sentences[b]!.length - sentences[a]!.length || a - b)
  const out: Prediction[] = new Array(sentences.length)
  for (let first = 0, end = 0; first < order.length; first = end) {
    let rows = 0
    while (
      end < order.length &&
      (end === first || rows + sentences[order[end]!]!.length <= maxRows)
    )
      rows += sentences[order[end++]!]!.length
    const members = order.slice(first, end)
    const forms = members.map((i) => sentences[i]!)
    predictBatch(network, reader, tables, forms).forEach((prediction, k) => {
      out[members[k]!] = prediction
    })
  }
  return out
}

function predictBatch(
  network: Network,
  reader: WordReader,
  tables: Tables,
  sentences: string[][],
): Prediction[] {
  network.reset()
  const batch = layOutBatch(sentences.map((forms) => forms.length))
  const known = new Map<string, number>()
  const wordOf = new Int32Array(batch.rows)
  sentences.forEach((forms, s) => {
    forms.forEach((form, t) => {
      const word = known.get(form) ?? known.size
      known.set(form, word)
      wordOf[batch.starts[t]! + s] = word
    })
  })
  const x = network.reserve((known.size + 3) * network.input)
  for (const [form, word] of known)
    writeWord(network, tables, reader.read(form), x + word * network.input)
  const run = network.run(batch, x, known.size, wordOf)
  return sentences.map((_, s) => readPrediction(network, run, s))
}

/** Puts one word's vector and the sum of its learnt rows at `at`. */
export function writeWord(network: Network, tables: Tables, rows: Int32Array, at: number): void {
  const { memory } = network
  const { vector, affix } = network.shape
  if (rows[0]! >= 0) {
    const from = rows[0]! * vector
    for (let d = 0; d < vector; d++) memory[at + d] = tables.vectors[from + d]! * tables.vectorScale
  }
  const to = at + vector
  const word = rows[1]! * affix
  for (let d = 0; d < affix; d++) memory[to + d] = tables.words[word + d]!
  for (let k = 0; k < affixCount; k++) {
    const from = rows[2 + k]! * affix
    for (let d = 0; d < affix; d++) memory[to + d]! += tables.affixes[from + d]!
  }
}

function readPrediction(network: Network, run: Run, s: number): Prediction {
  const { shape, memory } = network
  const { batch } = run
  const n = batch.lengths[s]!
  const tags = new Int32Array(n)
  const tagColumns = network.blocks.tag!.columns
  const columns = headColumns(shape)
  for (let t = 0; t < n; t++) {
    const row = batch.starts[t]! + s
    tags[t] = bestOf(memory, run.tags + row * tagColumns, shape.tags)
  }
  const marks = run.heads + s * columns + 2 * shape.arc + 2 * shape.label
  const names = decodeNames(memory, n, (t) => marks + batch.starts[t]! * columns)
  const heads = n === 0 ? new Int32Array(0) : decodeTree(scoreHeads(network, run, s), n)
  const labels = readLabels(network, run, s, heads)
  for (let t = 0; t < n; t++) if (heads[t] === n) heads[t] = -1
  return { tags, heads, labels, names }
}

function bestOf(memory: Float32Array, at: number, count: number): number {
  let best = 0
  for (let c = 1; c < count; c++) if (memory[at + c]! > memory[at + best]!) best = c
  return best
}

/** Scores of each word hanging on each other word, and on the root in the last column. */
export function scoreHeads(network: Network, run: Run, s: number): Float64Array {
  const { shape, memory } = network
  const { starts, lengths } = run.batch
  const n = lengths[s]!
  const { arc } = shape
  const columns = headColumns(shape)
  const distance = network.blocks.distance!.at
  const root = network.blocks.root!.at
  const scores = new Float64Array(n * (n + 1))
  for (let d = 0; d < n; d++) {
    const query = run.queries + (starts[d]! + s) * arc
    for (let h = 0; h < n; h++) {
      if (h === d) continue
      const key = run.heads + (starts[h]! + s) * columns + arc
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

function readLabels(network: Network, run: Run, s: number, heads: Int32Array): Int32Array {
  const { shape } = network
  const n = heads.length
  const rows = Math.ceil(n / 4) * 4
  const hidden = network.reserve(rows * shape.label)
  for (let d = 0; d < n; d++) joinLabel(network, run, s, d, heads[d]!, hidden + d * shape.label)
  const logits = network.project('label', 'labelBias', rows, hidden, shape.label)
  const columns = network.blocks.label!.columns
  const labels = Int32Array.from(heads, (_, d) =>
    bestOf(network.memory, logits + d * columns, shape.labels),
  )
  network.release(hidden)
  return labels
}

/** What the label is read from: the word's and its head's part, summed and rectified. */
export function joinLabel(
  network: Network,
  run: Run,
  s: number,
  d: number,
  head: number,
  to: number,
): void {
  const { shape, memory } = network
  const { starts, lengths } = run.batch
  const columns = headColumns(shape)
  const own = run.heads + (starts[d]! + s) * columns + 2 * shape.arc
  const other =
    head === lengths[s]
      ? network.blocks.root!.at + shape.arc
      : run.heads + (starts[head]! + s) * columns + 2 * shape.arc + shape.label
  for (let k = 0; k < shape.label; k++) {
    const sum = memory[own + k]! + memory[other + k]!
    memory[to + k] = sum > 0 ? sum : sum * 0.1
  }
}
