/**
 * Rows of a number for each entity, kept with their index: a search of a large graph that touches
 * little of it need not make and fill them anew.
 */
import { once } from '../graph/once'
import type { PathIndex } from './path-index'

/** What every number of a row is when it is borrowed. */
export const blank = -0x80000000

const shelfOf = once((_: PathIndex): Int32Array[] => [])
const mostKept = 32

export function borrowRow(index: PathIndex): Int32Array {
  return shelfOf(index).pop() ?? new Int32Array(index.ids.length).fill(blank)
}

/** @param touched every entity whose number was set */
export function returnRow(index: PathIndex, row: Int32Array, touched: readonly number[]): void {
  const shelf = shelfOf(index)
  if (shelf.length >= mostKept) return
  for (const spot of touched) row[spot] = blank
  shelf.push(row)
}
