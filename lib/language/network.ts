/**
 * The network that tags, parses and finds names at once: word rows -> two bidirectional LSTM layers
 * (Hochreiter & Schmidhuber 1997) -> tags from both; from the second biaffine scores of heads
 * (Dozat & Manning 2017), labels and name marks. This is how it reads, in 16-bit whole numbers wherever
 * that saves time; `train/float-network.ts` has the same layers as they are learnt.
 */
import { fillMemory, type Weights } from './fill-memory'
import { createKernel, type Kernel, unitsOfWord } from './kernel'
import { type Layout, layOutMemory, type Matrix } from './lay-out-memory'
import { bucketDistance, leak, rootBucket, roundUp, type Shape } from './shape'
import { affixCount, vectorScale, type WordRows } from './word-features'

/** Units of a word's row in one unit of a pretrained vector. */
const unitsOfVector = Math.round(vectorScale * unitsOfWord)

/**
 * Sentences one after the other, longest first: their lengths, the row of each one's first word, how many
 * rows there are, and which of the batch's different words stands in each.
 */
export type Batch = { lengths: number[]; starts: number[]; rows: number; words: Int32Array }

export class Network {
  private readonly kernel: Kernel
  private readonly layout: Layout
  private readonly floats: Float32Array
  private readonly units: Int16Array
  private readonly numbers: Int32Array
  private readonly vectors: Int8Array
  private readonly wordRows: number

  constructor(
    readonly shape: Shape,
    weights: Weights,
  ) {
    this.wordRows = weights.words.scales.length
    this.layout = layOutMemory(shape, this.wordRows + weights.affixes.scales.length)
    this.kernel = createKernel(this.layout.size)
    const { memory } = this.kernel
    this.floats = new Float32Array(memory)
    this.units = new Int16Array(memory)
    this.numbers = new Int32Array(memory)
    this.vectors = weights.vectors
    fillMemory(this.kernel, this.layout, shape, weights)
  }

  /** Makes the input row of one of a batch's different words. */
  writeWord(word: number, rows: WordRows): void {
    const { kernel, layout, numbers, shape, units, vectors } = this
    const { words } = layout.run
    const at = words.at + word * words.row
    const from = rows[0]! * shape.vector
    if (from < 0) units.fill(0, at / 2, at / 2 + shape.vector)
    else
      for (let d = 0; d < shape.vector; d++) units[at / 2 + d] = vectors[from + d]! * unitsOfVector
    const list = layout.list / 4
    numbers[list] = rows[1]!
    for (let k = 0; k < affixCount; k++) numbers[list + 1 + k] = this.wordRows + rows[2 + k]!
    kernel.sumRows(
      at + 2 * shape.vector,
      layout.list,
      1 + affixCount,
      layout.table,
      layout.scales,
      shape.affix,
    )
  }

  /** Runs all layers but the labels'. In: the batch, and how many different words it has, all written. */
  run(batch: Batch, words: number): void {
    const { layout, shape } = this
    const { hidden, arc } = shape
    const { run, columns } = layout
    const upper = { at: run.outputs.at + 4 * hidden, row: run.outputs.row }
    const rows = roundUp(batch.rows, 4)
    // what the first layer makes of a word alone is worked out once for each
    this.multiply(
      run.gates,
      run.words,
      layout.layers[0].input,
      roundUp(words, 4),
      8 * hidden,
      layout.layers[0].width,
    )
    this.runLayer(0, batch)
    this.multiply(run.gates, run.outputs, layout.layers[1].input, rows, 8 * hidden, 2 * hidden)
    this.runLayer(1, batch)
    this.multiply(run.tags, run.outputs, layout.tag, rows, columns.tags, 4 * hidden)
    this.multiply(run.heads, upper, layout.heads, rows, columns.heads, 2 * hidden)
    this.compare(
      run.queries,
      layout.arcBias,
      run.heads,
      { at: layout.arc, row: 4 * arc },
      batch.rows,
      arc,
      arc,
    )
    this.compare(
      run.roots,
      layout.zeros,
      run.queries,
      { at: layout.root, row: 4 * arc },
      batch.rows,
      4,
      arc,
    )
  }

  /** One bidirectional LSTM layer over the gates' sums. */
  private runLayer(layer: 0 | 1, batch: Batch): void {
    const { kernel, layout, shape } = this
    const { hidden } = shape
    const { gates, recurrent, cells, states, outputs } = layout.run
    const { lengths, starts } = batch
    const count = lengths.length
    for (const side of [0, 1] as const) {
      this.clear(cells, count)
      this.clear(states, count)
      const input = gates.at + side * 16 * hidden
      const output = outputs.at + layer * 4 * hidden + side * 2 * hidden
      const steps = lengths[0] ?? 0
      let active = side === 0 ? count : 0
      for (let step = 0; step < steps; step++) {
        const t = side === 0 ? step : steps - 1 - step
        while (active > 0 && lengths[active - 1]! <= t) active--
        while (active < count && lengths[active]! > t) active++
        const weights = layout.layers[layer].sides[side]
        if (step === 0) this.clear(recurrent, active)
        else this.multiply(recurrent, states, weights, roundUp(active, 4), 4 * hidden, hidden)
        for (let s = 0; s < active; s++) {
          const row = starts[s]! + t
          kernel.step(
            recurrent.at + s * recurrent.row,
            input + (layer === 0 ? batch.words[row]! : row) * gates.row,
            cells.at + s * cells.row,
            states.at + s * states.row,
            output + row * outputs.row,
            hidden,
          )
        }
      }
    }
  }

  /** Index of the highest of a word's tag scores. */
  bestTag(row: number): number {
    const { at, row: bytes } = this.layout.run.tags
    return bestOf(this.floats, (at + row * bytes) / 4, this.shape.tags)
  }

  /** A word's scores of name marks. */
  nameScores(row: number): Float32Array {
    const { shape, layout } = this
    const { at, row: bytes } = layout.run.heads
    const from = (at + row * bytes) / 4 + 2 * shape.arc + 2 * shape.label
    return this.floats.subarray(from, from + shape.names)
  }

  /** Scores of each word of a sentence hanging on each other word, and on the root in the last column. */
  scoreHeads(start: number, n: number): Float64Array {
    const { floats, layout, shape } = this
    const { queries, heads, roots, scores } = layout.run
    const keys = { at: heads.at + start * heads.row + 4 * shape.arc, row: heads.row }
    const from = { at: queries.at + start * queries.row, row: queries.row }
    this.compare(scores, layout.zeros, from, keys, n, roundUp(n, 4), shape.arc)
    const distance = layout.distance / 4
    const all = new Float64Array(n * (n + 1))
    for (let d = 0, next = 0; d < n; d++, next++) {
      const row = (scores.at + d * scores.row) / 4
      for (let h = 0; h < n; h++, next++)
        all[next] = floats[row + h]! + floats[distance + bucketDistance(d, h)]!
      all[next] = floats[(roots.at + (start + d) * roots.row) / 4]! + floats[distance + rootBucket]!
    }
    return all
  }

  /** Puts together what a word's label is read from: its part and its head's, summed and rectified. Head -1 is the root. */
  joinLabel(row: number, head: number): void {
    const { floats, layout, shape } = this
    const { heads, joined } = layout.run
    const parts = heads.at / 4 + 2 * shape.arc
    const own = parts + (row * heads.row) / 4
    const other =
      head < 0 ? layout.rootParts / 4 + shape.arc : parts + (head * heads.row) / 4 + shape.label
    const to = (joined.at + row * joined.row) / 4
    for (let k = 0; k < shape.label; k++) {
      const sum = floats[own + k]! + floats[other + k]!
      floats[to + k] = sum > 0 ? sum : sum * leak
    }
  }

  /** The best label of each row, once all are joined. */
  bestLabels(rows: number): Int32Array {
    const { floats, layout, shape } = this
    const { joined, labels } = layout.run
    const weights = { at: layout.label, row: 4 * shape.label }
    this.compare(
      labels,
      layout.labelBias,
      joined,
      weights,
      rows,
      layout.columns.labels,
      shape.label,
    )
    return Int32Array.from({ length: rows }, (_, row) =>
      bestOf(floats, (labels.at + row * labels.row) / 4, shape.labels),
    )
  }

  private clear({ at, row }: Matrix, rows: number): void {
    this.numbers.fill(0, at / 4, (at + rows * row) / 4)
  }

  private multiply(c: Matrix, a: Matrix, panels: number, m: number, n: number, k: number): void {
    if (m > 0) this.kernel.multiply(c.at, c.row, a.at, a.row, panels, m, n, k)
  }

  private compare(
    c: Matrix,
    start: number,
    a: Matrix,
    b: Matrix,
    m: number,
    n: number,
    k: number,
  ): void {
    if (m > 0) this.kernel.compare(c.at, c.row, start, a.at, a.row, b.at, b.row, m, n, k)
  }
}

function bestOf(scores: Float32Array, at: number, count: number): number {
  let best = 0
  for (let c = 1; c < count; c++) if (scores[at + c]! > scores[at + best]!) best = c
  return best
}
