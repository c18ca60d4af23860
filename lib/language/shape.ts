/** The sizes of the network's layers, and the order of its weights on disk. */

export type Shape = {
  vector: number
  affix: number
  hidden: number
  arc: number
  label: number
  tags: number
  labels: number
  names: number
}

const distanceBuckets = 32

/** How much of a negative number passes a leaky rectifier. */
export const leak = 0.1

export const roundUp = (n: number, to: number): number => Math.ceil(n / to) * to

/** The blocks of weights, by name, in their order on disk. */
export function listBlocks(shape: Shape): [name: string, rows: number, columns: number][] {
  const { hidden } = shape
  const input = shape.vector + shape.affix
  const layer = (n: number, width: number): [string, number, number][] => [
    [`in${n}`, width, 8 * hidden],
    [`bias${n}`, 1, 8 * hidden],
    [`forward${n}`, hidden, 4 * hidden],
    [`backward${n}`, hidden, 4 * hidden],
  ]
  return [
    ...layer(1, input),
    ...layer(2, 2 * hidden),
    ['tag', 2 * hidden, roundUp(shape.tags, 8)],
    ['tagUpper', 2 * hidden, roundUp(shape.tags, 8)],
    ['tagBias', 1, roundUp(shape.tags, 8)],
    ['heads', 2 * hidden, headColumns(shape)],
    ['headsBias', 1, headColumns(shape)],
    ['arc', shape.arc, shape.arc],
    ['arcBias', 1, shape.arc],
    ['root', 1, shape.arc + shape.label],
    ['distance', 1, distanceBuckets],
    ['label', shape.label, roundUp(shape.labels, 8)],
    ['labelBias', 1, roundUp(shape.labels, 8)],
  ]
}

/** Columns of the layer over the second LSTM: dependent and head for arcs, the same for labels, name marks. */
export function headColumns(shape: Shape): number {
  return 2 * shape.arc + 2 * shape.label + roundUp(shape.names, 8)
}

/** Which of the learnt distance weights an arc from dependent i to head j uses; the root has its own. */
export function bucketDistance(i: number, j: number): number {
  const far = Math.abs(i - j)
  const step =
    far < 6 ? far : far < 8 ? 6 : far < 11 ? 7 : far < 15 ? 8 : far < 20 ? 9 : far < 30 ? 10 : 11
  return j < i ? step : 12 + step
}
export const rootBucket = 31
