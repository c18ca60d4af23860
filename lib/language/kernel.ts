/**
 * The two inner loops of the network as a WebAssembly SIMD module, assembled here byte by byte:
 * a matrix product and an LSTM cell. Four floats a step make them several times as fast as
 * plain TypeScript, and their result is the same on every machine.
 */

/** A block of memory, seen as floats, with the loops that work on it. All addresses are indices of floats. */
export type Kernel = {
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

const i32 = 0x7f
const v128 = 0x7b
const pageFloats = 16384

const unsigned = (value: number): number[] =>
  value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)]
const signed = (value: number): number[] => {
  const rest = value >> 7
  const low = value & 127
  return (rest === 0 && low < 64) || (rest === -1 && low >= 64)
    ? [low]
    : [low | 128, ...signed(rest)]
}
const sized = (bytes: number[]): number[] => [...unsigned(bytes.length), ...bytes]
const list = (items: number[][]): number[] => [...unsigned(items.length), ...items.flat()]
const name = (text: string): number[] => sized([...text].map((char) => char.charCodeAt(0)))

const get = (local: number): number[] => [0x20, local]
const set = (local: number): number[] => [0x21, local]
const number = (value: number): number[] => [0x41, ...signed(value)]
const add = (x: number[], y: number[]): number[] => [...x, ...y, 0x6a]
const times = (x: number[], y: number[]): number[] => [...x, ...y, 0x6c]
const advance = (local: number, by: number[]): number[] => [...add(get(local), by), ...set(local)]
const load = (address: number[], offset = 0): number[] => [
  ...address,
  0xfd,
  0,
  2,
  ...unsigned(offset),
]
const loadSplat = (address: number[]): number[] => [...address, 0xfd, 9, 2, 0]
const store = (address: number[], value: number[], offset = 0): number[] => [
  ...address,
  ...value,
  0xfd,
  11,
  2,
  ...unsigned(offset),
]
const vector =
  (code: number) =>
  (x: number[], y: number[]): number[] => [...x, ...y, 0xfd, ...unsigned(code)]
const addF = vector(0xe4)
const mulF = vector(0xe6)
const divF = vector(0xe7)
const minF = vector(0xe8)
const maxF = vector(0xe9)
const constant = (value: number): number[] => {
  const bytes = [...new Uint8Array(Float32Array.of(value, value, value, value).buffer)]
  return [0xfd, 12, ...bytes]
}
/** Repeats the body while `local`, a count, is not yet 0; the body runs at least once. */
const repeat = (local: number, body: number[], by = 1): number[] => [
  ...[0x03, 0x40],
  ...body,
  ...get(local),
  ...number(-by),
  0x6a,
  0x22,
  local,
  ...[0x0d, 0],
  0x0b,
]

type Routine = {
  name: string
  parameters: number
  integers: number
  vectors: number
  body: number[]
}

const packRoutine = (): Routine => {
  const [to, from, stride, n, k, row, rows] = [0, 1, 2, 3, 4, 5, 6]
  const body = repeat(
    n,
    [
      ...get(from),
      ...set(row),
      ...get(k),
      ...set(rows),
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
    ...rows.slice(1).flatMap((r) => [...times(get(aRow), number(r)), ...set(rowAt[r - 1]!)]),
    ...repeat(
      m,
      [
        ...get(b),
        ...set(panel),
        ...get(n),
        ...set(columns),
        ...get(c),
        ...set(cell),
        ...repeat(
          columns,
          [
            ...rows.flatMap((r) => [
              ...load(cRow(r)),
              ...set(sums[2 * r]!),
              ...load(cRow(r), 16),
              ...set(sums[2 * r + 1]!),
            ]),
            ...get(a),
            ...set(left),
            ...get(k),
            ...set(depth),
            ...repeat(depth, [
              ...load(get(panel)),
              ...set(low),
              ...load(get(panel), 16),
              ...set(high),
              ...rows.flatMap((r) => [
                ...loadSplat(aAt(r)),
                ...set(value),
                ...addF(get(sums[2 * r]!), mulF(get(value), get(low))),
                ...set(sums[2 * r]!),
                ...addF(get(sums[2 * r + 1]!), mulF(get(value), get(high))),
                ...set(sums[2 * r + 1]!),
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

/** tanh as a continued fraction of seventh order, off by less than 0.0002 everywhere. */
const tanh = (x: number, square: number): number[] => {
  const horner = (...c: number[]): number[] =>
    c.slice(1).reduce((sum, next) => addF(mulF(sum, get(square)), constant(next)), constant(c[0]!))
  return [
    ...minF(maxF(get(x), constant(-4.97)), constant(4.97)),
    ...set(x),
    ...mulF(get(x), get(x)),
    ...set(square),
    ...divF(mulF(get(x), horner(1, 378, 17325, 135135)), horner(28, 3150, 62370, 135135)),
  ]
}

const stepRoutine = (): Routine => {
  const [gates, before, cell, output, size, width] = [0, 1, 2, 3, 4, 5]
  const [x, square, keep] = [6, 7, 8]
  const gate = (g: number): number[] => add(get(gates), times(get(width), number(g)))
  const half = constant(0.5)
  const sigmoid = (g: number): number[] => [
    ...mulF(load(gate(g)), half),
    ...set(x),
    ...addF(mulF(tanh(x, square), half), half),
    ...set(keep),
    ...store(gate(g), get(keep)),
  ]
  const body = [
    ...times(get(size), number(4)),
    ...set(width),
    ...repeat(
      size,
      [
        ...sigmoid(0),
        ...sigmoid(1),
        ...sigmoid(2),
        ...load(gate(3)),
        ...set(x),
        ...tanh(x, square),
        ...set(keep),
        ...store(gate(3), get(keep)),
        ...addF(mulF(load(gate(0)), get(keep)), mulF(load(gate(1)), load(get(before)))),
        ...set(x),
        ...store(get(cell), get(x)),
        ...tanh(x, square),
        ...set(keep),
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

function assemble(routines: Routine[]): Uint8Array<ArrayBuffer> {
  const section = (id: number, bytes: number[]): number[] => [id, ...sized(bytes)]
  const code = ({ integers, vectors, body }: Routine): number[] =>
    sized([...list([[integers, i32], ...(vectors ? [[vectors, v128]] : [])]), ...body, 0x0b])
  const types = routines.map((r) => [0x60, ...list(Array(r.parameters).fill([i32])), 0])
  return new Uint8Array([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, list(types)),
    ...section(2, list([[...name('m'), ...name('m'), 2, 0, 1]])),
    ...section(3, list(routines.map((_, i) => [i]))),
    ...section(7, list(routines.map((r, i) => [...name(r.name), 0, i]))),
    ...section(10, list(routines.map(code))),
  ])
}

let compiled: WebAssembly.Module | undefined

/**
 * Sets up a block of memory with its loops.
 * In: how many floats it shall hold. Throws the platform's CompileError where SIMD is not supported.
 */
export function createKernel(floats: number): Kernel {
  compiled ??= new WebAssembly.Module(assemble([packRoutine(), multiplyRoutine(), stepRoutine()]))
  const memory = new WebAssembly.Memory({ initial: Math.max(1, Math.ceil(floats / pageFloats)) })
  const raw = new WebAssembly.Instance(compiled, { m: { m: memory } }).exports as Record<
    'pack' | 'multiply' | 'step',
    (...values: number[]) => void
  >
  return {
    memory: new Float32Array(memory.buffer),
    pack: (to, from, stride, n, k) => raw.pack(to * 4, from * 4, stride * 4, n, k),
    multiply: (c, cStride, a, aRow, aColumn, b, m, n, k) =>
      raw.multiply(c * 4, cStride * 4, a * 4, aRow * 4, aColumn * 4, b * 4, m, n, k),
    step: (gates, before, cell, output, size) =>
      raw.step(gates * 4, before * 4, cell * 4, output * 4, size),
  }
}
