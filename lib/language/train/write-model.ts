/** A trained network as the bytes of data/models/network.bin: 16-bit weights, 8-bit tables. */
import type { NetworkHeader } from '../models'
import { listBlocks } from '../shape'
import type { Trained } from './train-network'

/** In: a trained network. Out: the file's bytes, before compression; models.ts reads them. */
export function writeNetwork(trained: Trained): Uint8Array<ArrayBuffer> {
  const { network, tables, wordKeys } = trained
  const { shape, memory } = network
  const units = new Int16Array(network.size)
  const scales = listBlocks(shape).map(([name]) => {
    const { at, rows, columns } = network.blocks[name]!
    const scale = largest(memory, at, rows * columns) / 32767 || 1
    for (let i = at; i < at + rows * columns; i++) units[i] = Math.round(memory[i]! / scale)
    return scale
  })
  const header: NetworkHeader = {
    shape,
    tagNames: trained.tagNames,
    labelNames: trained.labelNames,
    words: wordKeys.length,
    scales,
  }
  const text = new TextEncoder().encode(JSON.stringify(header))
  const padded = new Uint8Array(Math.ceil(text.length / 4) * 4).fill(32)
  padded.set(text)
  const parts = [
    new Uint8Array(Uint32Array.of(padded.length).buffer),
    padded,
    new Uint8Array(wordKeys.buffer),
    ...shrinkTable(tables.words, shape.affix),
    ...shrinkTable(tables.affixes, shape.affix),
    new Uint8Array(units.buffer),
  ]
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** Each row's largest number becomes 127 units. */
function shrinkTable(table: Float32Array, width: number): Uint8Array[] {
  const rows = table.length / width
  const scales = new Float32Array(rows)
  const units = new Int8Array(table.length)
  for (let row = 0; row < rows; row++) {
    const scale = largest(table, row * width, width) / 127
    scales[row] = scale
    if (scale > 0)
      for (let i = row * width; i < (row + 1) * width; i++) units[i] = Math.round(table[i]! / scale)
  }
  return [new Uint8Array(scales.buffer), new Uint8Array(units.buffer)]
}

function largest(values: Float32Array, at: number, count: number): number {
  let top = 0
  for (let i = at; i < at + count; i++) top = Math.max(top, Math.abs(values[i]!))
  return top
}
