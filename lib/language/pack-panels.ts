/** Float weights as the kernel's panels of 16-bit numbers: eight columns side by side, each with a scale of its own. */
import { largestInput, panelBytes } from './kernel'

/** A matrix of `rows` x `columns` floats, its bias, and how many of its first outputs pass a leaky rectifier. */
export type LayerWeights = {
  values: Float32Array
  rows: number
  columns: number
  bias?: Float32Array
  leaking?: { columns: number; leak: number }
}

/** A sum of products never goes beyond 32 bits while a column's weights add up to no more than this. */
const largestColumn = Math.floor((2 ** 31 - 1) / largestInput)
const largestWeight = 32767

/**
 * In: weights, where to put them in a kernel's memory, and how many units of its input make 1.
 * A column's scale is the finest with which no sum can overflow, whatever the input.
 */
export function packPanels(
  memory: ArrayBuffer,
  at: number,
  weights: LayerWeights,
  unitsOfOne: number,
): void {
  const { values, rows, columns, bias, leaking } = weights
  for (let panel = 0; panel < columns / 8; panel++) {
    const start = at + panel * panelBytes(rows)
    const header = new Float32Array(memory, start, 24)
    const packed = new Int16Array(memory, start + 96, 8 * rows)
    for (let i = 0; i < 8; i++) {
      const column = 8 * panel + i
      let largest = 0
      let sum = 0
      for (let row = 0; row < rows; row++) {
        const size = Math.abs(values[row * columns + column]!)
        sum += size
        if (size > largest) largest = size
      }
      // each weight may grow by half a unit when it is rounded
      const units =
        sum > 0 ? Math.min(largestWeight / largest, (largestColumn - rows / 2) / sum) : 1
      for (let row = 0; row < rows; row++)
        packed[8 * (row & ~1) + 2 * i + (row & 1)] = Math.round(
          values[row * columns + column]! * units,
        )
      header[i] = 1 / (units * unitsOfOne)
      header[8 + i] = bias?.[column] ?? 0
      header[16 + i] = leaking && column < leaking.columns ? leaking.leak : 1
    }
  }
}
