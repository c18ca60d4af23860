/** Gradients of the network's layers: the way back through projections and LSTM layers. */
import type { Batch, FloatNetwork, LayerRun } from './float-network'

/** The network's gradients, beside its weights in the same memory, and transposed weights for the way back. */
export class Backprop {
  /** Gradients are the floats from here, in the weights' order. */
  readonly gradients: number
  private readonly transposed: Record<string, number> = {}

  constructor(readonly network: FloatNetwork) {
    this.gradients = network.reserve(network.size)
    for (const [name, block] of Object.entries(network.blocks))
      if (block.rows > 1) this.transposed[name] = network.reserve(block.rows * block.columns)
    network.keep()
  }

  /** Renews the transposed weights, in the kernel's packed order; after every update. */
  transpose(): void {
    const { memory, blocks } = this.network
    for (const [name, to] of Object.entries(this.transposed)) {
      const { at, rows, columns } = blocks[name]!
      let next = to
      for (let panel = 0; panel < rows; panel += 8)
        for (let c = 0; c < columns; c++)
          for (let r = panel; r < panel + 8; r++) memory[next++] = memory[at + r * columns + c]!
    }
  }

  gradientOf(name: string): number {
    return this.gradients + this.network.blocks[name]!.at
  }

  /**
   * Adds a x W^T to `to`, where W is a block: the gradient of the input of a projection.
   * The first `skipped` inputs (a multiple of 8) are left out: nobody asks for theirs.
   */
  pullThrough(
    name: string,
    to: number,
    toStride: number,
    a: number,
    aStride: number,
    rows: number,
    skipped = 0,
  ): void {
    const block = this.network.blocks[name]!
    this.network.kernel.multiply(
      to + skipped,
      toStride,
      a,
      aStride,
      1,
      this.transposed[name]! + skipped * block.columns,
      rows,
      block.rows - skipped,
      block.columns,
    )
  }

  /** Adds x^T d to the block's gradient. */
  addWeightGradient(
    name: string,
    x: number,
    xStride: number,
    d: number,
    dStride: number,
    rows: number,
  ): void {
    if (rows <= 0) return
    const { kernel } = this.network
    const block = this.network.blocks[name]!
    const packed = this.network.reserve(rows * block.columns)
    kernel.pack(packed, d, dStride, block.columns, rows)
    kernel.multiply(
      this.gradientOf(name),
      block.columns,
      x,
      1,
      xStride,
      packed,
      block.rows,
      block.columns,
      rows,
    )
  }

  addBiasGradient(name: string, d: number, rows: number): void {
    const { memory } = this.network
    const { columns } = this.network.blocks[name]!
    const to = this.gradientOf(name)
    for (let row = 0; row < rows; row++)
      for (let c = 0; c < columns; c++) memory[to + c]! += memory[d + row * columns + c]!
  }

  /** Back through one LSTM layer. In: its run, its input, and the gradient of its output (spoilt). Out: the input's gradient, but for the pretrained vectors, which stay as they are. */
  backLayer(
    layer: number,
    batch: Batch,
    run: LayerRun,
    x: number,
    width: number,
    dOut: number,
  ): number {
    const { network } = this
    const { hidden } = network.shape
    const gateWidth = 8 * hidden
    const stepFloats = batch.width * gateWidth
    const dGates = network.reserve(batch.rows * gateWidth)
    const outStep = batch.width * 2 * hidden
    for (const side of [0, 1] as const) {
      const carry = network.reserve(batch.width * hidden)
      const name = side === 0 ? `forward${layer}` : `backward${layer}`
      for (let k = batch.steps - 1; k >= 0; k--) {
        const t = side === 0 ? k : batch.steps - 1 - k
        const from = side === 0 ? t - 1 : t + 1
        this.backStep(batch, run, t, from, side, dOut, dGates, carry)
        if (from < 0 || from >= batch.steps) continue
        const to = dOut + from * outStep + side * hidden
        const count = Math.ceil(batch.active[t]! / 4) * 4
        this.pullThrough(
          name,
          to,
          2 * hidden,
          dGates + t * stepFloats + side * 4 * hidden,
          gateWidth,
          count,
        )
      }
      const rows = (batch.steps - 1) * batch.width
      const later = side === 0 ? 1 : 0
      const outputs = run.out + (1 - later) * outStep + side * hidden
      const gates = dGates + later * stepFloats + side * 4 * hidden
      this.addWeightGradient(name, outputs, 2 * hidden, gates, gateWidth, rows)
    }
    this.addBiasGradient(`bias${layer}`, dGates, batch.rows)
    this.addWeightGradient(`in${layer}`, x, width, dGates, gateWidth, batch.rows)
    const dInput = network.reserve(batch.rows * width)
    const skipped = layer === 1 ? network.shape.vector : 0
    this.pullThrough(`in${layer}`, dInput, width, dGates, gateWidth, batch.rows, skipped)
    return dInput
  }

  private backStep(
    batch: Batch,
    run: LayerRun,
    t: number,
    from: number,
    side: 0 | 1,
    dOut: number,
    dGates: number,
    carry: number,
  ): void {
    const { memory } = this.network
    const { hidden } = this.network.shape
    const linked = from >= 0 && from < batch.steps
    for (let s = 0; s < batch.active[t]!; s++) {
      const row = t * batch.width + s
      const at = row * 2 * hidden + side * hidden
      const gate = run.gates + row * 8 * hidden + side * 4 * hidden
      const dGate = dGates + row * 8 * hidden + side * 4 * hidden
      const before = run.cells + (from * batch.width + s) * 2 * hidden + side * hidden
      for (let k = 0; k < hidden; k++) {
        const i = memory[gate + k]!
        const f = memory[gate + hidden + k]!
        const o = memory[gate + 2 * hidden + k]!
        const g = memory[gate + 3 * hidden + k]!
        const squashed = squash(memory[run.cells + at + k]!)
        const dh = memory[dOut + at + k]!
        const dc = dh * o * (1 - squashed * squashed) + memory[carry + s * hidden + k]!
        const old = linked ? memory[before + k]! : 0
        memory[dGate + k] = dc * g * i * (1 - i)
        memory[dGate + hidden + k] = dc * old * f * (1 - f)
        memory[dGate + 2 * hidden + k] = dh * squashed * o * (1 - o)
        memory[dGate + 3 * hidden + k] = dc * i * (1 - g * g)
        memory[carry + s * hidden + k] = dc * f
      }
    }
  }
}

/** The kernel's tanh, in TypeScript. */
function squash(value: number): number {
  const x = Math.max(-4.97, Math.min(4.97, value))
  const q = x * x
  return (x * (((q + 378) * q + 17325) * q + 135135)) / (((28 * q + 3150) * q + 62370) * q + 135135)
}
