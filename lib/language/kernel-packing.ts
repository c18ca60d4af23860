/** How `kernel.ts` gets its 16-bit numbers, and where they stand: panels of eight columns. */
import {
  absF,
  add,
  addF,
  advance,
  constant,
  constantInteger,
  divF,
  get,
  highHalf,
  larger,
  load,
  loadSplat,
  lowHalf,
  mulF,
  narrow,
  number,
  pick,
  type Routine,
  repeat,
  set,
  smaller,
  splat,
  store,
  subI,
  times,
  toFloat,
} from './assemble'

/** Where the parts of a panel stand: eight scales, biases and leaks (1 where there is none), then its columns by pairs of rows. */
export const panelParts = { biases: 32, leaks: 64, columns: 96 }
/** Bytes of a panel. */
export const panelBytes = (rows: number): number => panelParts.columns + 16 * rows

const largestWeight = 32767
const largestSum = 2 ** 31 - 1
const mostRows = 512

// Adding 1.5 * 2^23 to a small float leaves the nearest whole number in its low bits.
const roundingFloat = 12582912
const roundingBits = 0x4b400000
/** The nearest whole number. */
export const round = (x: number[]): number[] =>
  subI(addF(x, constant(roundingFloat)), constantInteger(roundingBits))

export function widenRoutine(): Routine {
  const [to, from, count, scale] = [0, 1, 2, 3]
  const [unit, numbers] = [4, 5]
  const body = [
    ...set(unit, loadSplat(get(scale))),
    ...repeat(
      count,
      [
        ...set(numbers, load(get(from))),
        ...store(get(to), mulF(toFloat(lowHalf(get(numbers))), get(unit))),
        ...store(get(to), mulF(toFloat(highHalf(get(numbers))), get(unit)), 16),
        ...advance(from, number(16)),
        ...advance(to, number(32)),
      ],
      8,
    ),
  ]
  return { name: 'widen', parameters: 4, integers: 0, vectors: 2, body }
}

/** Once through eight columns for their scales, once more to write them. In: how large the other factor can be. */
export function packRoutine(largestInput: number): Routine {
  const [to, from, rows, columns, unitsOfOne] = [0, 1, 2, 3, 4]
  const [left, row, panels, rowBytes] = [5, 6, 7, 8]
  const [sum, largest, units, upper, lower] = [[9, 10], [11, 12], [13, 14], 15, 16] as const
  const halves = [0, 1] as const
  const tiny = constant(1e-9)
  // a weight grows by half a unit at most when it is rounded
  const room = constant(Math.floor(largestSum / largestInput) - mostRows / 2)
  const measure = halves.flatMap((h) => [
    ...set(upper, absF(load(get(row), 16 * h))),
    ...set(sum[h], addF(get(sum[h]), get(upper))),
    ...set(largest[h], larger(get(largest[h]), get(upper))),
  ])
  const rowUnits = narrow(
    ...(halves.map((h) => round(mulF(load(get(row), 16 * h), get(units[h])))) as [
      number[],
      number[],
    ]),
  )
  const panel = [
    ...[...sum, ...largest].flatMap((local) => set(local, tiny)),
    ...set(row, get(from)),
    ...set(left, get(rows)),
    ...repeat(left, [...measure, ...advance(row, get(rowBytes))]),
    ...halves.flatMap((h) => [
      ...set(
        units[h],
        smaller(divF(constant(largestWeight), get(largest[h])), divF(room, get(sum[h]))),
      ),
      ...store(
        get(to),
        divF(constant(1), mulF(get(units[h]), toFloat(splat(get(unitsOfOne))))),
        16 * h,
      ),
    ]),
    ...advance(to, number(panelParts.columns)),
    ...set(row, get(from)),
    ...set(left, get(rows)),
    ...repeat(
      left,
      [
        ...set(upper, rowUnits),
        ...advance(row, get(rowBytes)),
        ...set(lower, rowUnits),
        ...advance(row, get(rowBytes)),
        ...store(get(to), pick(get(upper), get(lower), [0, 8, 1, 9, 2, 10, 3, 11], 2)),
        ...store(get(to), pick(get(upper), get(lower), [4, 12, 5, 13, 6, 14, 7, 15], 2), 16),
        ...advance(to, number(32)),
      ],
      2,
    ),
    ...advance(from, number(32)),
  ]
  const body = [
    ...set(rowBytes, times(get(columns), number(4))),
    ...set(panels, add(get(columns), number(0))),
    ...repeat(panels, panel, 8),
  ]
  return { name: 'pack', parameters: 5, integers: 4, vectors: 8, body }
}
