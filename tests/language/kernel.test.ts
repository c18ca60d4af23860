/** The loops of reading, beside plain arithmetic. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createKernel, largestInput, unitsOfWord } from '../../lib/language/kernel'
import { panelBytes, panelParts } from '../../lib/language/kernel-packing'

describe('the kernel', () => {
  const sizes = fc.record({
    m: fc.integer({ min: 1, max: 3 }).map((n) => 4 * n),
    n: fc.integer({ min: 1, max: 3 }).map((n) => 8 * n),
    k: fc.integer({ min: 1, max: 4 }).map((n) => 8 * n),
    seed: fc.integer(),
  })
  /** A number from -1 to 1 for each place. */
  const draw = (seed: number, i: number): number => Math.sin(seed + 12.9898 * i)
  const [a, b, c, matrix] = [0, 8192, 24576, 32768]
  const kernel = createKernel(65536)
  const floats = new Float32Array(kernel.memory)
  const units = new Int16Array(kernel.memory)

  /** Packs a matrix at `b`; biases and leaks are by column. */
  const pack = (
    values: Float32Array,
    n: number,
    unitsOfOne: number,
    bias: (column: number) => number,
    leak: (column: number) => number,
  ): void => {
    const k = values.length / n
    floats.set(values, matrix / 4)
    kernel.pack(b, matrix, k, n, unitsOfOne)
    for (let column = 0; column < n; column++) {
      const at = (b + (column >> 3) * panelBytes(k)) / 4 + (column & 7)
      floats[at + panelParts.biases / 4] = bias(column)
      floats[at + panelParts.leaks / 4] = leak(column)
    }
  }

  it('makes floats of whole numbers', () => {
    floats[c / 4] = 0.25
    units.set([1, -2, 32767, -32768, 0, 5, 6, 7], a / 2)
    kernel.widen(matrix, a, 8, c)
    expect([...floats.subarray(matrix / 4, matrix / 4 + 8)]).toEqual(
      [1, -2, 32767, -32768, 0, 5, 6, 7].map((value) => value / 4),
    )
  })

  it('multiplies by packed weights, whose outputs may be biased and leak', () => {
    fc.assert(
      fc.property(sizes, ({ m, n, k, seed }) => {
        const values = Float32Array.from({ length: k * n }, (_, i) => draw(seed, i) * 3)
        const bias = (column: number): number => draw(seed + 1, column)
        pack(values, n, 1000, bias, (column) => (column < 5 ? 0.1 : 1))
        for (let i = 0; i < m * k; i++) units[a / 2 + i] = draw(seed + 2, i) * 1000
        kernel.multiply(c, 4 * n, a, 2 * k, b, m, n, k)
        let worst = 0
        for (let i = 0; i < m; i++)
          for (let j = 0; j < n; j++) {
            let sum = bias(j)
            for (let x = 0; x < k; x++)
              sum += (units[a / 2 + i * k + x]! / 1000) * values[x * n + j]!
            const right = j < 5 && sum < 0 ? 0.1 * sum : sum
            worst = Math.max(worst, Math.abs(floats[c / 4 + i * n + j]! - right))
          }
        expect(worst).toBeLessThan(0.001)
      }),
      { numRuns: 20 },
    )
  })

  it.each([
    ['the same weight', () => 7],
    ['one weight that stands out', (row: number) => (row === 3 ? 1000 : 0.001)],
    ['two that stand out', (row: number) => (row === 3 || row === 4 ? -5 : 0)],
    ['weights that round up', (row: number) => (row === 0 ? 100 : 0.3821)],
    ['nothing', () => 0],
  ])('never overflows: columns of %s under the largest inputs', (_, weight) => {
    const [m, n, k] = [4, 8, 512]
    const values = Float32Array.from({ length: k * n }, (_, i) => weight(Math.floor(i / n)))
    pack(
      values,
      n,
      largestInput,
      () => 0,
      () => 1,
    )
    units.fill(largestInput, a / 2, a / 2 + 2 * k)
    units.fill(-largestInput, a / 2 + 2 * k, a / 2 + 4 * k)
    kernel.multiply(c, 4 * n, a, 2 * k, b, m, n, k)
    let sum = 0
    for (let row = 0; row < k; row++) sum += weight(row)
    const found = Array.from(floats.subarray(c / 4, c / 4 + 4 * n), (value, i) =>
      i < 2 * n ? value : -value,
    )
    expect(Math.max(...found.map((value) => Math.abs(value - sum)))).toBeLessThanOrEqual(
      Math.abs(sum) / 500,
    )
  })

  it('compares rows with rows', () => {
    fc.assert(
      fc.property(sizes, ({ m, n, k, seed }) => {
        const start = matrix
        for (let i = 0; i < m * k; i++) floats[a / 4 + i] = draw(seed, i)
        for (let i = 0; i < n * k; i++) floats[b / 4 + i] = draw(seed + 1, i)
        for (let j = 0; j < n; j++) floats[start / 4 + j] = j
        kernel.compare(c, 4 * n, start, a, 4 * k, b, 4 * k, m - 1, n, k)
        let worst = 0
        for (let i = 0; i < m - 1; i++)
          for (let j = 0; j < n; j++) {
            let sum = j
            for (let x = 0; x < k; x++)
              sum += floats[a / 4 + i * k + x]! * floats[b / 4 + j * k + x]!
            worst = Math.max(worst, Math.abs(floats[c / 4 + i * n + j]! - sum))
          }
        expect(worst).toBeLessThan(0.0001)
      }),
      { numRuns: 20 },
    )
  })

  it('adds up rows of bytes, and stops at the largest input', () => {
    const bytes = new Int8Array(kernel.memory)
    const numbers = new Int32Array(kernel.memory)
    const [list, table, scales, to] = [0, 1024, 2048, 4096]
    const width = 16
    for (let i = 0; i < 5 * width; i++) bytes[table + i] = Math.round(127 * draw(1, i))
    floats.set(
      [0.5, 2, 30, 0.01, 100].map((value) => value / unitsOfWord),
      scales / 4,
    )
    numbers.set([3, 1, 2, 1], list / 4)
    kernel.sumRows(to, list, 4, table, scales, width)
    const at = (row: number, d: number): number => bytes[table + row * width + d]!
    for (let d = 0; d < width; d++)
      expect(units[to / 2 + d]).toBe(
        Math.round(0.01 * at(3, d) + 2 * at(1, d) + 30 * at(2, d) + 2 * at(1, d)),
      )
    numbers.set([4, 4], list / 4)
    kernel.sumRows(to, list, 2, table, scales, width)
    for (let d = 0; d < width; d++)
      expect(units[to / 2 + d]).toBe(
        Math.max(-largestInput, Math.min(largestInput, 200 * at(4, d))),
      )
  })

  it('steps an LSTM cell', () => {
    floats.set([0.3, -1, 2, 8, 1, 0, -3, 1, 0, 0.5, 2, -9, 0.1, -0.4, 2, 1], 0)
    floats.set([0.2, 0, 0, 1, 0, 0, 0, 0, 0, 0.5, 0, 0, 0, 0, 1, 0], 16)
    floats.set([0.3, -0.2, 1, 2], 32)
    kernel.step(0, 64, 128, 256, 320, 4)
    const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))
    const cells = [
      sigmoid(1) * 0.3 + sigmoid(0.5) * Math.tanh(0.1),
      sigmoid(0) * -0.2 + sigmoid(-1) * Math.tanh(-0.4),
      sigmoid(-3) * 1 + sigmoid(2) * Math.tanh(3),
      sigmoid(1) * 2 + sigmoid(9) * Math.tanh(1),
    ]
    cells.forEach((cell, i) => {
      const output = sigmoid([0, 1, 2, -9][i]!) * Math.tanh(cell)
      expect(floats[32 + i]).toBeCloseTo(cell, 3)
      expect(units[128 + i]! / largestInput).toBeCloseTo(output, 3)
    })
    expect([...units.subarray(160, 164)]).toEqual([...units.subarray(128, 132)])
  })
})
