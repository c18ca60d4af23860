/**
 * The network that tags, parses and finds names at once: word rows -> two bidirectional LSTM layers
 * (Hochreiter & Schmidhuber 1997) -> tags from both; from the second biaffine scores of heads
 * (Dozat & Manning 2017), labels and name marks. This file has its weights' layout and its forward run.
 */
import { createKernel, type Kernel } from './kernel'

export type Shape = {
  vector: number
  affix: number
  hidden: number
  arc: number
  label: number
  tags: number
  labels: number
  names: number
}

/** A weight matrix or bias row in memory, and where its packed copy is. */
export type Block = { at: number; rows: number; columns: number; packed: number }

const distanceBuckets = 32
const roundUp = (n: number, to: number): number => Math.ceil(n / to) * to

/** Sentences side by side, longest first: row starts[t] + s holds token t of sentence s. */
export type Batch = {
  lengths: number[]
  width: number
  steps: number
  rows: number
  active: number[]
  starts: number[]
}

/**
 * In: sentence lengths, longest first, and whether every step shall have the same number of rows.
 * Learning wants that; else rows stand only where words are, and a few at the end: the kernel works in fours.
 */
export function layOutBatch(lengths: number[], even = false): Batch {
  const width = roundUp(lengths.length, 4)
  const steps = lengths[0] ?? 0
  const active: number[] = []
  const starts: number[] = []
  let rows = 0
  for (let t = 0, count = lengths.length; t < steps; t++) {
    while (lengths[count - 1]! <= t) count--
    active.push(count)
    starts.push(rows)
    rows += even ? width : count
  }
  if (!even) rows = roundUp(rows + 3, 4)
  return { lengths, width, steps, rows, active, starts }
}

/** The blocks of weights, by name, in their order on disk. */
export function listBlocks(shape: Shape): [name: string, rows: number, columns: number][] {
  const { hidden } = shape
  const input = shape.vector + shape.affix
  const layer = (n: number, width: number): [string, number, number][] => [
    [`in${n}`, width, 8 * hidden],
    [`bias${n}`, 1, 8 * hidden],
    [`forward${n}`, hidden, 4 * hidden],
    [`backward${n}`, hidden, 4 * hidden],
  ]
  return [
    ...layer(1, input),
    ...layer(2, 2 * hidden),
    ['tag', 2 * hidden, roundUp(shape.tags, 8)],
    ['tagUpper', 2 * hidden, roundUp(shape.tags, 8)],
    ['tagBias', 1, roundUp(shape.tags, 8)],
    ['heads', 2 * hidden, headColumns(shape)],
    ['headsBias', 1, headColumns(shape)],
    ['arc', shape.arc, shape.arc],
    ['arcBias', 1, shape.arc],
    ['root', 1, shape.arc + shape.label],
    ['distance', 1, distanceBuckets],
    ['label', shape.label, roundUp(shape.labels, 8)],
    ['labelBias', 1, roundUp(shape.labels, 8)],
  ]
}

/** Columns of the layer over the second LSTM: dependent and head for arcs, the same for labels, name marks. */
export function headColumns(shape: Shape): number {
  return 2 * shape.arc + 2 * shape.label + roundUp(shape.names, 8)
}

/** Which of the learnt distance weights an arc from dependent i to head j uses; the root has its own. */
export function bucketDistance(i: number, j: number): number {
  const far = Math.abs(i - j)
  const step =
    far < 6 ? far : far < 8 ? 6 : far < 11 ? 7 : far < 15 ? 8 : far < 20 ? 9 : far < 30 ? 10 : 11
  return j < i ? step : 12 + step
}
export const rootBucket = 31

export type LayerRun = { gates: number; cells: number; out: number }
export type Run = {
  batch: Batch
  first: LayerRun
  second: LayerRun
  tags: number
  heads: number
  queries: number
}

export class Network {
  readonly kernel: Kernel
  readonly memory: Float32Array
  readonly blocks: Record<string, Block> = {}
  /** All weights are the floats from 0 to this. */
  readonly size: number
  readonly input: number
  private readonly zeros: number
  private readonly aside: number
  private start: number
  private next: number

  /** In: the sizes of the layers, and how many floats of working memory to keep for one batch. */
  constructor(
    readonly shape: Shape,
    working: number,
  ) {
    this.input = shape.vector + shape.affix
    let at = 0
    for (const [name, rows, columns] of listBlocks(shape)) {
      this.blocks[name] = { at, rows, columns, packed: 0 }
      at += rows * columns
    }
    this.size = at
    for (const block of Object.values(this.blocks)) {
      block.packed = at
      if (block.rows > 1) at += block.rows * block.columns
    }
    this.zeros = at
    this.aside = at + shape.hidden
    this.start = this.aside + 3 * 4 * shape.hidden
    this.next = this.start
    this.kernel = createKernel(this.start + working)
    this.memory = this.kernel.memory
  }

  /** How many floats of working memory one row of a batch takes. */
  static rowFloats(shape: Shape): number {
    const scores = roundUp(shape.tags, 8) + roundUp(shape.labels, 8) + shape.label
    const inputs = shape.vector + shape.affix
    return inputs + 32 * shape.hidden + headColumns(shape) + shape.arc + scores
  }

  /** Copies the weights into the kernel's order: after loading, and after each change of them. */
  packWeights(): void {
    for (const block of Object.values(this.blocks))
      if (block.rows > 1)
        this.kernel.pack(block.packed, block.at, block.columns, block.columns, block.rows)
  }

  /** Frees the working memory for the next batch. */
  reset(): void {
    this.next = this.start
  }

  /** Keeps what is reserved so far through every reset. */
  keep(): void {
    this.start = this.next
  }

  /** Working memory, filled with zeros, until the next reset. */
  reserve(floats: number): number {
    const at = this.take(floats)
    this.memory.fill(0, at, this.next)
    return at
  }

  /** Gives back the working memory reserved from `at` on. */
  release(at: number): void {
    this.next = at
  }

  /** Working memory with what was there before. */
  private take(floats: number): number {
    const at = this.next
    this.next += roundUp(floats, 4)
    return at
  }

  /**
   * Runs all layers. In: the batch, the inputs of its different words at `x`, how many they are, and which
   * of them stands in each row. What the first layer makes of a word alone is worked out once for each.
   */
  run(batch: Batch, x: number, words: number, wordOf: Int32Array): Run {
    const { hidden } = this.shape
    const width = 8 * hidden
    const alone = this.project('in1', 'bias1', roundUp(words, 4), x, this.input)
    const gates = this.take(batch.rows * width)
    wordOf.forEach((word, row) => {
      const at = alone + word * width
      this.memory.copyWithin(gates + row * width, at, at + width)
    })
    const first = this.runSteps(1, batch, gates)
    const second = this.runLayer(2, batch, first.out, 2 * hidden)
    const tags = this.runTags(batch, first.out, second.out)
    const heads = this.runHeads(batch, second.out)
    return { batch, first, second, tags, heads, queries: this.runQueries(batch, heads) }
  }

  /** Tag scores from the outputs of both LSTM layers. */
  runTags(batch: Batch, lower: number, upper: number): number {
    const width = 2 * this.shape.hidden
    const tags = this.project('tag', 'tagBias', batch.rows, lower, width)
    const { packed, columns, rows } = this.blocks.tagUpper!
    this.kernel.multiply(tags, columns, upper, width, 1, packed, batch.rows, columns, rows)
    return tags
  }

  /** What a word's possible heads are compared with. */
  runQueries(batch: Batch, heads: number): number {
    return this.project('arc', 'arcBias', batch.rows, heads, headColumns(this.shape))
  }

  /** The layer over the second LSTM's output at `x`; its arc columns pass a leaky rectifier. */
  runHeads(batch: Batch, x: number): number {
    const { shape, memory } = this
    const columns = headColumns(shape)
    const heads = this.project('heads', 'headsBias', batch.rows, x, 2 * shape.hidden)
    for (let row = 0; row < batch.rows; row++) {
      const at = heads + row * columns
      for (let c = at; c < at + 2 * shape.arc; c++) if (memory[c]! < 0) memory[c]! *= leak
    }
    return heads
  }

  /** rows x width matrix at x (row length `stride`), times a block, plus its bias. */
  project(name: string, biasName: string, rows: number, x: number, stride: number): number {
    const block = this.blocks[name]!
    const bias = this.blocks[biasName]!.at
    const out = this.take(rows * block.columns)
    for (let row = 0; row < rows; row++)
      this.memory.copyWithin(out + row * block.columns, bias, bias + block.columns)
    this.kernel.multiply(
      out,
      block.columns,
      x,
      stride,
      1,
      block.packed,
      rows,
      block.columns,
      block.rows,
    )
    return out
  }

  /** One bidirectional layer over rows of `width` floats at `x`. */
  runLayer(layer: number, batch: Batch, x: number, width: number): LayerRun {
    return this.runSteps(
      layer,
      batch,
      this.project(`in${layer}`, `bias${layer}`, batch.rows, x, width),
    )
  }

  private runSteps(layer: number, batch: Batch, gates: number): LayerRun {
    const { hidden } = this.shape
    const cells = this.reserve(batch.rows * 2 * hidden)
    const out = this.reserve(batch.rows * 2 * hidden)
    const run = { gates, cells, out }
    for (let t = 0; t < batch.steps; t++) this.runStep(batch, run, layer, t, t - 1, 0)
    for (let t = batch.steps - 1; t >= 0; t--) this.runStep(batch, run, layer, t, t + 1, 1)
    return run
  }

  private runStep(
    batch: Batch,
    run: LayerRun,
    layer: number,
    t: number,
    from: number,
    side: 0 | 1,
  ): void {
    const { hidden } = this.shape
    const count = batch.active[t]!
    const gateWidth = 8 * hidden
    const gates = run.gates + batch.starts[t]! * gateWidth + side * 4 * hidden
    // sentences that were already running at the step before: going backward, longer ones join
    const linked = from < 0 || from >= batch.steps ? 0 : Math.min(count, batch.active[from]!)
    const start = batch.starts[from] ?? 0
    if (linked > 0) {
      const spare = roundUp(linked, 4) - linked
      this.setAside(gates + linked * gateWidth, gateWidth, spare)
      this.kernel.multiply(
        gates,
        gateWidth,
        run.out + start * 2 * hidden + side * hidden,
        2 * hidden,
        1,
        this.blocks[side === 0 ? `forward${layer}` : `backward${layer}`]!.packed,
        linked + spare,
        4 * hidden,
        hidden,
      )
      this.bringBack(gates + linked * gateWidth, gateWidth, spare)
    }
    for (let s = 0; s < count; s++) {
      const at = (batch.starts[t]! + s) * 2 * hidden + side * hidden
      const before = s < linked ? run.cells + (start + s) * 2 * hidden + side * hidden : this.zeros
      this.kernel.step(gates + s * gateWidth, before, run.cells + at, run.out + at, hidden)
    }
  }

  /** Keeps the gates of up to three rows that the kernel, which works in fours, would spoil. */
  private setAside(from: number, stride: number, rows: number): void {
    const size = 4 * this.shape.hidden
    for (let row = 0; row < rows; row++) {
      const at = from + row * stride
      this.memory.copyWithin(this.aside + row * size, at, at + size)
    }
  }

  private bringBack(to: number, stride: number, rows: number): void {
    const size = 4 * this.shape.hidden
    for (let row = 0; row < rows; row++) {
      const at = this.aside + row * size
      this.memory.copyWithin(to + row * stride, at, at + size)
    }
  }
}

export const leak = 0.1
