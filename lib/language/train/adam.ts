/** Adam (Kingma & Ba 2015), for the dense weights and, row by row, for the tables of word vectors. */

const decay1 = 0.9
const decay2 = 0.98
const tiny = 1e-8

export class Adam {
  private readonly mean: Float32Array
  private readonly square: Float32Array
  private step = 0
  constructor(size: number) {
    this.mean = new Float32Array(size)
    this.square = new Float32Array(size)
  }

  /** Starts the next update; call it once before `apply`. */
  tick(): void {
    this.step++
  }

  /** Moves weights[from..from + count) against the gradients, which it clears. */
  apply(
    weights: Float32Array,
    from: number,
    gradients: Float32Array,
    gradientsFrom: number,
    count: number,
    rate: number,
    scale: number,
  ): void {
    const correction = Math.sqrt(1 - decay2 ** this.step) / (1 - decay1 ** this.step)
    const stepRate = rate * correction
    const { mean, square } = this
    for (let i = 0; i < count; i++) {
      const g = gradients[gradientsFrom + i]! * scale
      gradients[gradientsFrom + i] = 0
      const m = decay1 * mean[from + i]! + (1 - decay1) * g
      const v = decay2 * square[from + i]! + (1 - decay2) * g * g
      mean[from + i] = m
      square[from + i] = v
      weights[from + i]! -= (stepRate * m) / (Math.sqrt(v) + tiny)
    }
  }
}

/** A table of rows of which a batch touches few. */
export class TrainedTable {
  readonly weights: Float32Array
  readonly gradients: Float32Array
  private readonly touched = new Set<number>()
  private readonly adam: Adam
  constructor(
    rows: number,
    readonly width: number,
  ) {
    this.weights = new Float32Array(rows * width)
    this.gradients = new Float32Array(rows * width)
    this.adam = new Adam(rows * width)
  }
  addGradient(row: number, from: Float32Array, at: number): void {
    this.touched.add(row)
    const base = row * this.width
    for (let d = 0; d < this.width; d++) this.gradients[base + d]! += from[at + d]!
  }
  squaredNorm(): number {
    let sum = 0
    for (const row of this.touched)
      for (let i = row * this.width; i < (row + 1) * this.width; i++) sum += this.gradients[i]! ** 2
    return sum
  }
  update(rate: number, scale: number): void {
    this.adam.tick()
    for (const row of this.touched) {
      const base = row * this.width
      this.adam.apply(this.weights, base, this.gradients, base, this.width, rate, scale)
    }
    this.touched.clear()
  }
}
