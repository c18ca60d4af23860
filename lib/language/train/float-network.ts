/**
 * The network as it is learnt: the layers of `../network.ts` in floats, with what the way back asks for kept.
 * This file has its weights' layout and its forward run.
 */
import { headColumns, leak, listBlocks, roundUp, type Shape } from '../shape'
import { createFloatKernel, type FloatKernel } from './float-kernel'

/** A weight matrix or bias row in memory, and where its packed copy is. */
export type Block = { at: number; rows: number; columns: number; packed: number }

/** Sentences side by side, longest first: row t * width + s holds token t of sentence s; `active` are so long. */
export type Batch = {
  lengths: number[]
  width: number
  steps: number
  rows: number
  active: number[]
}

/** In: sentence lengths, longest first. */
export function layOutBatch(lengths: number[]): Batch {
  const width = roundUp(lengths.length, 4)
  const steps = lengths[0] ?? 0
  const active = Array.from({ length: steps }, (_, t) => lengths.filter((n) => n > t).length)
  return { lengths, width, steps, rows: steps * width, active }
}

export type LayerRun = { gates: number; cells: number; out: number }
export type Run = {
  batch: Batch
  first: LayerRun
  second: LayerRun
  tags: number
  heads: number
  queries: number
}

export class FloatNetwork {
  readonly kernel: FloatKernel
  readonly memory: Float32Array
  readonly blocks: Record<string, Block> = {}
  /** All weights are the floats from 0 to this. */
  readonly size: number
  readonly input: number
  private readonly zeros: number
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
    this.start = at + shape.hidden
    this.next = this.start
    this.kernel = createFloatKernel(this.start + working)
    this.memory = this.kernel.memory
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

  /** Working memory with what was there before. */
  private take(floats: number): number {
    const at = this.next
    this.next += roundUp(floats, 4)
    return at
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
    const { hidden } = this.shape
    const gates = this.project(`in${layer}`, `bias${layer}`, batch.rows, x, width)
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
    const gates = run.gates + t * batch.width * gateWidth + side * 4 * hidden
    const linked = from >= 0 && from < batch.steps
    const start = from * batch.width * 2 * hidden + side * hidden
    // sentences that were not running at the step before have zeros there
    if (linked)
      this.kernel.multiply(
        gates,
        gateWidth,
        run.out + start,
        2 * hidden,
        1,
        this.blocks[side === 0 ? `forward${layer}` : `backward${layer}`]!.packed,
        roundUp(count, 4),
        4 * hidden,
        hidden,
      )
    for (let s = 0; s < count; s++) {
      const at = (t * batch.width + s) * 2 * hidden + side * hidden
      const before = linked ? run.cells + start + s * 2 * hidden : this.zeros
      this.kernel.step(gates + s * gateWidth, before, run.cells + at, run.out + at, hidden)
    }
  }
}
