/** Where a network's weights and the matrices of its runs stand in the kernel's memory. Everything is in bytes. */
import { panelBytes } from './kernel-packing'
import { headColumns, listBlocks, roundUp, type Shape } from './shape'

/** No batch has more rows than this: it bounds the working memory. */
export const maxRows = 1024
/** No sentence is longer than this. */
const maxWords = maxRows / 4

/** A place for rows, and the bytes from one to the next. */
export type Matrix = { at: number; row: number }

export type Layout = ReturnType<typeof layOutMemory>

/** In: the layers' sizes, and how many rows the table of learnt words and affixes has. */
export function layOutMemory(shape: Shape, tableRows: number) {
  const { hidden, arc, label } = shape
  const columns = {
    tags: roundUp(shape.tags, 8),
    heads: headColumns(shape),
    labels: roundUp(shape.labels, 8),
  }
  let size = 0
  const place = (bytes: number): number => {
    const at = size
    size = roundUp(size + bytes, 16)
    return at
  }
  const floats = (count: number): number => place(4 * count)
  const panels = (rows: number, width: number): number => place((width / 8) * panelBytes(rows))
  // the loops work on four rows at a time, and may write up to three beyond the last
  const matrix = (row: number, rows = maxRows): Matrix => ({ at: place((rows + 3) * row), row })
  const layer = (width: number) => ({
    width,
    input: panels(width, 8 * hidden),
    sides: [panels(hidden, 4 * hidden), panels(hidden, 4 * hidden)] as const,
  })
  const width = shape.vector + shape.affix
  const largest = Math.max(...listBlocks(shape).map(([, rows, columns]) => rows * columns))
  const places = {
    columns,
    table: place(tableRows * shape.affix),
    scales: floats(tableRows),
    layers: [layer(width), layer(2 * hidden)] as const,
    tag: panels(4 * hidden, columns.tags),
    heads: panels(2 * hidden, columns.heads),
    arc: floats(arc * arc),
    arcBias: floats(arc),
    /** The root as a head, then zeros: heads are compared by fours. */
    root: floats(4 * arc),
    /** The root as a head of arcs, then as a head of labels. */
    rootParts: floats(arc + label),
    distance: floats(32),
    label: floats(label * columns.labels),
    labelBias: floats(columns.labels),
    zeros: floats(maxWords),
    /** Where weights stand on their way to their places. */
    scratch: { units: place(2 * largest), scale: place(4), floats: floats(2 * largest) },
    /** Numbers of the rows that make a word. */
    list: place(64),
    run: {
      words: matrix(2 * width),
      /** What the input of an LSTM layer gives to the gates of both directions. */
      gates: matrix(32 * hidden),
      /** What the step before gives to the gates of one direction, a row a sentence; likewise cells and outputs. */
      recurrent: matrix(16 * hidden),
      cells: matrix(4 * hidden),
      states: matrix(2 * hidden),
      /** Outputs of the first layer, forward and backward, then of the second. */
      outputs: matrix(8 * hidden),
      tags: matrix(4 * columns.tags),
      heads: matrix(4 * columns.heads),
      queries: matrix(4 * arc),
      roots: matrix(16),
      scores: matrix(4 * maxWords, maxWords),
      joined: matrix(4 * label),
      labels: matrix(4 * columns.labels),
    },
  }
  return { ...places, size }
}
