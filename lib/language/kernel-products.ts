/** The two matrix products of `kernel.ts`. */
import {
  add,
  addF,
  addI,
  advance,
  constant,
  dotPairs,
  get,
  larger,
  load,
  loadSplat,
  mulF,
  number,
  pick,
  type Routine,
  repeat,
  set,
  store,
  times,
  toFloat,
} from './assemble'
import { panelParts } from './kernel-packing'

/** Four rows by eight columns at a time: eight sums stay in registers while k runs, and a panel stays in the first cache. */
export function multiplyRoutine(): Routine {
  const [c, cRow, a, aRow, b, m, n, k] = [0, 1, 2, 3, 4, 5, 6, 7]
  const [panel, rows, depth, cell, next] = [8, 9, 10, 11, 12]
  const left = [13, 14, 15, 16]
  const sums = [17, 18, 19, 20, 21, 22, 23, 24]
  const [low, high, value] = [25, 26, 27]
  // one pair of rows of B a turn: the engine puts all loads of a turn first, and more would not stay in registers
  const addPair = [
    ...set(low, load(get(panel), panelParts.columns)),
    ...set(high, load(get(panel), panelParts.columns + 16)),
    ...left.flatMap((row, r) => [
      ...set(value, loadSplat(get(row))),
      ...set(sums[2 * r]!, addI(get(sums[2 * r]!), dotPairs(get(value), get(low)))),
      ...set(sums[2 * r + 1]!, addI(get(sums[2 * r + 1]!), dotPairs(get(value), get(high)))),
    ]),
  ]
  const finish = (sum: number, at: number): number[] => [
    ...set(
      value,
      addF(mulF(toFloat(get(sum)), load(get(b), at)), load(get(b), panelParts.biases + at)),
    ),
    ...store(
      get(cell),
      larger(get(value), mulF(get(value), load(get(b), panelParts.leaks + at))),
      at,
    ),
  ]
  const tile = [
    ...left.flatMap((row) => [...set(row, get(next)), ...advance(next, get(aRow))]),
    ...sums.flatMap((sum) => set(sum, constant(0))),
    ...set(panel, get(b)),
    ...set(depth, get(k)),
    ...repeat(
      depth,
      [
        ...addPair,
        ...left.flatMap((row) => advance(row, number(4))),
        ...advance(panel, number(32)),
      ],
      2,
    ),
    ...left.flatMap((_, r) => [
      ...finish(sums[2 * r]!, 0),
      ...finish(sums[2 * r + 1]!, 16),
      ...advance(cell, get(cRow)),
    ]),
  ]
  const body = repeat(
    n,
    [
      ...set(cell, get(c)),
      ...set(next, get(a)),
      ...set(rows, get(m)),
      ...repeat(rows, tile, 4),
      ...advance(b, add(number(panelParts.columns), times(get(k), number(16)))),
      ...advance(c, number(32)),
    ],
    8,
  )
  return { name: 'multiply', parameters: 8, integers: 9, vectors: 11, body }
}

/** One row against four at a time. */
export function compareRoutine(): Routine {
  const [c, cRow, start, a, aRow, b, bRow, m, n, k] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
  const [cell, columns, depth, left, next, bias] = [10, 11, 12, 13, 14, 15]
  const right = [16, 17, 18, 19]
  const sums = [20, 21, 22, 23]
  const value = 24
  /** The four sums of each of four vectors. */
  const even = (x: number, y: number): number[] =>
    addF(pick(get(x), get(y), [0, 4, 1, 5]), pick(get(x), get(y), [2, 6, 3, 7]))
  const tile = [
    ...right.flatMap((row) => [...set(row, get(next)), ...advance(next, get(bRow))]),
    ...sums.flatMap((sum) => set(sum, constant(0))),
    ...set(left, get(a)),
    ...set(depth, get(k)),
    ...repeat(
      depth,
      [
        ...set(value, load(get(left))),
        ...sums.flatMap((sum, i) => [
          ...set(sum, addF(get(sum), mulF(get(value), load(get(right[i]!))))),
          ...advance(right[i]!, number(16)),
        ]),
        ...advance(left, number(16)),
      ],
      4,
    ),
    ...set(sums[0]!, even(sums[0]!, sums[1]!)),
    ...set(sums[2]!, even(sums[2]!, sums[3]!)),
    ...set(
      value,
      addF(
        pick(get(sums[0]!), get(sums[2]!), [0, 1, 4, 5]),
        pick(get(sums[0]!), get(sums[2]!), [2, 3, 6, 7]),
      ),
    ),
    ...store(get(cell), addF(get(value), load(get(bias)))),
    ...advance(cell, number(16)),
    ...advance(bias, number(16)),
  ]
  const body = repeat(m, [
    ...set(cell, get(c)),
    ...set(bias, get(start)),
    ...set(next, get(b)),
    ...set(columns, get(n)),
    ...repeat(columns, tile, 4),
    ...advance(a, get(aRow)),
    ...advance(c, get(cRow)),
  ])
  return { name: 'compare', parameters: 10, integers: 10, vectors: 5, body }
}
