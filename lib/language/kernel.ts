/**
 * The inner loops of reading, as a WebAssembly SIMD module. The large products are of 16-bit whole numbers:
 * eight products an instruction, half the memory of floats, and sums that are the same on every machine.
 */
import {
  add,
  addF,
  advance,
  assemble,
  constant,
  get,
  highHalf,
  instantiate,
  larger,
  load,
  loadBytes,
  loadNumber,
  loadSplat,
  lowHalf,
  mulF,
  narrow,
  number,
  type Routine,
  repeat,
  set,
  smaller,
  store,
  storeHalf,
  times,
  toFloat,
} from './assemble'
import { packRoutine, round, widenRoutine } from './kernel-packing'
import { compareRoutine, multiplyRoutine } from './kernel-products'
import { tanh, tanhNumbers } from './tanh'

/** A block of memory with the loops that work on it. Addresses and distances between rows are in bytes. */
export type Kernel = {
  memory: ArrayBuffer
  /**
   * The sum of rows of a table of bytes, as 16-bit numbers, `unitsOfWord` for 1: `list` has the rows' numbers,
   * `scales` the value of one byte of each row of the table. Width must be a multiple of 8.
   */
  sumRows(
    to: number,
    list: number,
    count: number,
    table: number,
    scales: number,
    width: number,
  ): void
  /** Floats from 16-bit numbers times the float at `scale`. Count must be a multiple of 8. */
  widen(to: number, from: number, count: number, scale: number): void
  /**
   * A matrix of floats as panels for `multiply`: eight columns side by side, each with the finest scale with
   * which no sum can overflow; biases and leaks are not written. In: how many units of the other factor are 1.
   * Rows must be even and no more than 512, columns a multiple of 8.
   */
  pack(to: number, from: number, rows: number, columns: number, unitsOfOne: number): void
  /**
   * C = A B: floats from an M x K matrix of 16-bit numbers and packed weights.
   * M must be a multiple of 4, N of 8; K must be even.
   */
  multiply(
    c: number,
    cRow: number,
    a: number,
    aRow: number,
    b: number,
    m: number,
    n: number,
    k: number,
  ): void
  /**
   * C = A B^T: floats throughout, every row of B compared with every row of A, plus `start`, one float a column.
   * N and K must be multiples of 4.
   */
  compare(
    c: number,
    cRow: number,
    start: number,
    a: number,
    aRow: number,
    b: number,
    bRow: number,
    m: number,
    n: number,
    k: number,
  ): void
  /**
   * One LSTM step of one row. In: two rows of floats whose sums are the gates (input, forget, output,
   * candidate: 4 x size), and the cell, renewed in place. The output is written twice, as 16-bit numbers.
   * Size must be a multiple of 4.
   */
  step(
    recurrent: number,
    input: number,
    cell: number,
    output: number,
    copy: number,
    size: number,
  ): void
}

/** 16-bit inputs of a product run from minus this to this: it leaves the sums room. */
export const largestInput = 8191
/** How many units of a word's row are 1: room for sums of learnt rows up to 8. */
export const unitsOfWord = 1016

function sumRowsRoutine(): Routine {
  const [to, list, count, table, scales, width] = [0, 1, 2, 3, 4, 5]
  const [next, left, row, columns] = [6, 7, 8, 9]
  const [low, high, bytes, scale] = [10, 11, 12, 13]
  const unit = (x: number): number[] => {
    const whole = mulF(get(x), constant(unitsOfWord))
    return round(larger(smaller(whole, constant(largestInput)), constant(-largestInput)))
  }
  const body = [
    ...set(columns, get(width)),
    ...repeat(
      columns,
      [
        ...set(low, constant(0)),
        ...set(high, constant(0)),
        ...set(next, get(list)),
        ...set(left, get(count)),
        ...repeat(left, [
          ...set(row, loadNumber(get(next))),
          ...set(bytes, loadBytes(add(get(table), times(get(row), get(width))))),
          ...set(scale, loadSplat(add(get(scales), times(get(row), number(4))))),
          ...set(low, addF(get(low), mulF(toFloat(lowHalf(get(bytes))), get(scale)))),
          ...set(high, addF(get(high), mulF(toFloat(highHalf(get(bytes))), get(scale)))),
          ...advance(next, number(4)),
        ]),
        ...store(get(to), narrow(unit(low), unit(high))),
        ...advance(to, number(16)),
        ...advance(table, number(8)),
      ],
      8,
    ),
  ]
  return { name: 'sumRows', parameters: 6, integers: 4, vectors: 4, body }
}

function stepRoutine(): Routine {
  const [recurrent, input, cell, output, copy, size] = [0, 1, 2, 3, 4, 5]
  const [width, gate, other] = [6, 7, 8]
  const [x, square, enter, forget, open] = [9, 10, 11, 12, 13]
  // named constants stay in registers or on the stack: a constant in the loop is made anew each time
  const values = [...tanhNumbers, 0.5, largestInput]
  const keep = (value: number): number[] => get(14 + values.indexOf(value))
  const sum = (g: number): number[] => [
    ...set(gate, add(get(recurrent), times(get(width), number(g)))),
    ...set(other, add(get(input), times(get(width), number(g)))),
    ...addF(load(get(gate)), load(get(other))),
  ]
  const sigmoid = (to: number, g: number): number[] => [
    ...set(x, mulF(sum(g), keep(0.5))),
    ...set(to, addF(mulF(tanh(x, square, keep), keep(0.5)), keep(0.5))),
  ]
  const body = [
    ...values.flatMap((value, i) => set(14 + i, constant(value))),
    ...set(width, times(get(size), number(4))),
    ...repeat(
      size,
      [
        ...sigmoid(enter, 0),
        ...sigmoid(forget, 1),
        ...sigmoid(open, 2),
        ...set(x, sum(3)),
        ...set(
          x,
          addF(mulF(get(enter), tanh(x, square, keep)), mulF(get(forget), load(get(cell)))),
        ),
        ...store(get(cell), get(x)),
        ...set(x, round(mulF(mulF(get(open), tanh(x, square, keep)), keep(largestInput)))),
        ...storeHalf(get(output), narrow(get(x), get(x))),
        ...storeHalf(get(copy), narrow(get(x), get(x))),
        ...[recurrent, input, cell].flatMap((place) => advance(place, number(16))),
        ...[output, copy].flatMap((place) => advance(place, number(8))),
      ],
      4,
    ),
  ]
  return { name: 'step', parameters: 6, integers: 3, vectors: 5 + values.length, body }
}

let compiled: WebAssembly.Module | undefined

/**
 * Sets up a block of memory with its loops.
 * In: how many bytes it shall hold. Throws the platform's CompileError where SIMD is not supported.
 */
export function createKernel(bytes: number): Kernel {
  compiled ??= new WebAssembly.Module(
    assemble([
      widenRoutine(),
      packRoutine(largestInput),
      sumRowsRoutine(),
      multiplyRoutine(),
      compareRoutine(),
      stepRoutine(),
    ]),
  )
  return instantiate<Omit<Kernel, 'memory'>>(compiled, bytes)
}
