/**
 * The inner loops of learning as a WebAssembly SIMD module: a matrix product and an LSTM cell in floats,
 * the same on every machine. Reading has loops of its own, in `../kernel.ts`.
 */
import {
  add,
  addF,
  advance,
  assemble,
  constant,
  get,
  instantiate,
  load,
  loadSplat,
  mulF,
  number,
  type Routine,
  repeat,
  set,
  store,
  times,
} from '../assemble'
import { tanh } from '../tanh'

/** A block of memory, seen as floats, with the loops that work on it. All addresses are indices of floats. */
export type FloatKernel = {
  memory: Float32Array
  /**
   * Lays a K x N matrix (row length `stride`) out in panels of eight columns, as `multiply` wants it.
   * N must be a multiple of 8.
   */
  pack(to: number, from: number, stride: number, n: number, k: number): void
  /**
   * C += A B. C is M x N with row length cStride; A's element (i, k) is at a + i * aRow + k * aColumn;
   * B is packed. M must be a multiple of 4, N of 8.
   */
  multiply(
    c: number,
    cStride: number,
    a: number,
    aRow: number,
    aColumn: number,
    b: number,
    m: number,
    n: number,
    k: number,
  ): void
  /**
   * One LSTM step of one row: reads the gates' sums (input, forget, output, candidate: 4 x size) and
   * puts their activations in place; writes the new cell and output. Size must be a multiple of 4.
   */
  step(gates: number, cellBefore: number, cell: number, output: number, size: number): void
}

const packRoutine = (): Routine => {
  const [to, from, stride, n, k, row, rows] = [0, 1, 2, 3, 4, 5, 6]
  const body = repeat(
    n,
    [
      ...set(row, get(from)),
      ...set(rows, get(k)),
      ...repeat(rows, [
        ...store(get(to), load(get(row))),
        ...store(get(to), load(get(row), 16), 16),
        ...advance(to, number(32)),
        ...advance(row, get(stride)),
      ]),
      ...advance(from, number(32)),
    ],
    8,
  )
  return { name: 'pack', parameters: 5, integers: 2, vectors: 0, body }
}

/** Four rows by eight columns at a time: eight sums stay in registers while k runs. */
const multiplyRoutine = (): Routine => {
  const [c, cStride, a, aRow, aColumn, b, m, n, k] = [0, 1, 2, 3, 4, 5, 6, 7, 8]
  const [panel, columns, depth, cell, left] = [9, 10, 11, 12, 13]
  const rowAt = [14, 15, 16]
  const sums = [17, 18, 19, 20, 21, 22, 23, 24]
  const [low, high, value] = [25, 26, 27]
  const cRow = (r: number): number[] =>
    r === 0 ? get(cell) : add(get(cell), times(get(cStride), number(r)))
  const aAt = (r: number): number[] => (r === 0 ? get(left) : add(get(left), get(rowAt[r - 1]!)))
  const rows = [0, 1, 2, 3]
  const body = [
    ...rows.slice(1).flatMap((r) => set(rowAt[r - 1]!, times(get(aRow), number(r)))),
    ...repeat(
      m,
      [
        ...set(panel, get(b)),
        ...set(columns, get(n)),
        ...set(cell, get(c)),
        ...repeat(
          columns,
          [
            ...rows.flatMap((r) => [
              ...set(sums[2 * r]!, load(cRow(r))),
              ...set(sums[2 * r + 1]!, load(cRow(r), 16)),
            ]),
            ...set(left, get(a)),
            ...set(depth, get(k)),
            ...repeat(depth, [
              ...set(low, load(get(panel))),
              ...set(high, load(get(panel), 16)),
              ...rows.flatMap((r) => [
                ...set(value, loadSplat(aAt(r))),
                ...set(sums[2 * r]!, addF(get(sums[2 * r]!), mulF(get(value), get(low)))),
                ...set(sums[2 * r + 1]!, addF(get(sums[2 * r + 1]!), mulF(get(value), get(high)))),
              ]),
              ...advance(panel, number(32)),
              ...advance(left, get(aColumn)),
            ]),
            ...rows.flatMap((r) => [
              ...store(cRow(r), get(sums[2 * r]!)),
              ...store(cRow(r), get(sums[2 * r + 1]!), 16),
            ]),
            ...advance(cell, number(32)),
          ],
          8,
        ),
        ...advance(c, times(get(cStride), number(4))),
        ...advance(a, times(get(aRow), number(4))),
      ],
      4,
    ),
  ]
  return { name: 'multiply', parameters: 9, integers: 8, vectors: 11, body }
}

const stepRoutine = (): Routine => {
  const [gates, before, cell, output, size, width] = [0, 1, 2, 3, 4, 5]
  const [x, square, keep] = [6, 7, 8]
  const gate = (g: number): number[] => add(get(gates), times(get(width), number(g)))
  const half = constant(0.5)
  const sigmoid = (g: number): number[] => [
    ...set(x, mulF(load(gate(g)), half)),
    ...set(keep, addF(mulF(tanh(x, square), half), half)),
    ...store(gate(g), get(keep)),
  ]
  const body = [
    ...set(width, times(get(size), number(4))),
    ...repeat(
      size,
      [
        ...sigmoid(0),
        ...sigmoid(1),
        ...sigmoid(2),
        ...set(x, load(gate(3))),
        ...set(keep, tanh(x, square)),
        ...store(gate(3), get(keep)),
        ...set(x, addF(mulF(load(gate(0)), get(keep)), mulF(load(gate(1)), load(get(before))))),
        ...store(get(cell), get(x)),
        ...set(keep, tanh(x, square)),
        ...store(get(output), mulF(load(gate(2)), get(keep))),
        ...advance(gates, number(16)),
        ...advance(before, number(16)),
        ...advance(cell, number(16)),
        ...advance(output, number(16)),
      ],
      4,
    ),
  ]
  return { name: 'step', parameters: 5, integers: 1, vectors: 3, body }
}

let compiled: WebAssembly.Module | undefined

/** Sets up a block of memory with its loops. In: how many floats it shall hold. */
export function createFloatKernel(floats: number): FloatKernel {
  compiled ??= new WebAssembly.Module(assemble([packRoutine(), multiplyRoutine(), stepRoutine()]))
  const raw = instantiate<Omit<FloatKernel, 'memory'>>(compiled, 4 * floats)
  return {
    memory: new Float32Array(raw.memory),
    pack: (to, from, stride, n, k) => raw.pack(to * 4, from * 4, stride * 4, n, k),
    multiply: (c, cStride, a, aRow, aColumn, b, m, n, k) =>
      raw.multiply(c * 4, cStride * 4, a * 4, aRow * 4, aColumn * 4, b * 4, m, n, k),
    step: (gates, before, cell, output, size) =>
      raw.step(gates * 4, before * 4, cell * 4, output * 4, size),
  }
}
