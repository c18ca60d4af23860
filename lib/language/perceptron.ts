/** Multiclass averaged perceptron over hashed features (Collins 2002). */

export type Linear = { rows: number; classes: number; weights: Int8Array | Float32Array }

/** Scores of all classes for hashed features, written into `out`. */
export function scoreClasses(
  model: Linear,
  features: Int32Array,
  count: number,
  out: Float32Array,
): void {
  const { classes, weights } = model
  out.fill(0, 0, classes)
  for (let f = 0; f < count; f++) {
    const base = features[f]! * classes
    for (let c = 0; c < classes; c++) out[c] = out[c]! + weights[base + c]!
  }
}

export class PerceptronTrainer {
  readonly model: Linear
  private readonly totals: Float32Array
  private step = 1
  constructor(rows: number, classes: number) {
    this.model = { rows, classes, weights: new Float32Array(rows * classes) }
    this.totals = new Float32Array(rows * classes)
  }
  tick(): void {
    this.step++
  }
  update(features: Int32Array, count: number, right: number, wrong: number): void {
    const { classes, weights } = this.model
    for (let f = 0; f < count; f++) {
      const base = features[f]! * classes
      weights[base + right]! += 1
      weights[base + wrong]! -= 1
      this.totals[base + right]! += this.step
      this.totals[base + wrong]! -= this.step
    }
  }
  /** Averaged weights, scaled into signed bytes. */
  average(): Linear {
    const { rows, classes, weights } = this.model
    const averaged = new Float32Array(weights.length)
    for (let i = 0; i < weights.length; i++) averaged[i] = weights[i]! - this.totals[i]! / this.step
    const bytes = new Int8Array(weights.length)
    for (let i = 0; i < bytes.length; i++)
      bytes[i] = Math.max(-127, Math.min(127, Math.round(averaged[i]! * 8)))
    return { rows, classes, weights: bytes }
  }
}

/** Mixes a feature's template number with its values into a row. */
export function hashRow(template: number, a: number, b: number, c: number, rows: number): number {
  let h = Math.imul(template + 1, 0x9e3779b1)
  h = Math.imul(h ^ a, 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 15) ^ b, 0xc2b2ae35)
  h = Math.imul(h ^ (h >>> 13) ^ c, 0x27d4eb2f)
  return ((h ^ (h >>> 16)) >>> 0) % rows
}

export function hashString(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h | 0
}
