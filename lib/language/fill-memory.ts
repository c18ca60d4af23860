/** Puts a network's weights where its kernel wants them. */

import { largestInput } from './kernel'
import type { Layout } from './lay-out-memory'
import { packPanels } from './pack-panels'
import { leak, type Shape } from './shape'
import { vectorScale } from './word-features'

/** Units of a word's row in one unit of a pretrained vector: sums of learnt rows then have room up to 8. */
export const unitsOfVector = 32

/** Rows of signed bytes, each with the value of its unit. */
type Table = { units: Int8Array; scales: Float32Array }

/** The weights by their blocks' names, and the tables: pretrained vectors, and learnt rows of words and affixes. */
export type Weights = {
  blocks: Record<string, Float32Array>
  vectors: Int8Array
  words: Table
  affixes: Table
}

/** In: a kernel's memory, its layout, the layers' sizes and the weights. */
export function fillMemory(
  memory: ArrayBuffer,
  layout: Layout,
  shape: Shape,
  weights: Weights,
): void {
  const { hidden, arc } = shape
  const { blocks, words, affixes } = weights
  const { columns } = layout
  const unitsOfWord = unitsOfVector / vectorScale
  const pack = (
    at: number,
    values: Float32Array,
    width: number,
    unitsOfOne = largestInput,
    bias?: Float32Array,
    leaking?: { columns: number; leak: number },
  ): void =>
    packPanels(
      memory,
      at,
      { values, rows: values.length / width, columns: width, bias, leaking },
      unitsOfOne,
    )
  layout.layers.forEach((layer, i) => {
    const n = i + 1
    pack(
      layer.input,
      blocks[`in${n}`]!,
      8 * hidden,
      i === 0 ? unitsOfWord : largestInput,
      blocks[`bias${n}`],
    )
    pack(layer.sides[0], blocks[`forward${n}`]!, 4 * hidden)
    pack(layer.sides[1], blocks[`backward${n}`]!, 4 * hidden)
  })
  // tags are read from both layers' outputs at once
  const both = new Float32Array(4 * hidden * columns.tags)
  both.set(blocks.tag!)
  both.set(blocks.tagUpper!, blocks.tag!.length)
  pack(layout.tag, both, columns.tags, largestInput, blocks.tagBias)
  pack(layout.heads, blocks.heads!, columns.heads, largestInput, blocks.headsBias, {
    columns: 2 * arc,
    leak,
  })
  const put = (at: number, values: Float32Array): void =>
    new Float32Array(memory, at, values.length).set(values)
  put(layout.arc, transpose(blocks.arc!, arc))
  put(layout.arcBias, blocks.arcBias!)
  put(layout.root, blocks.root!.subarray(0, arc))
  put(layout.rootLabel, blocks.root!.subarray(arc))
  put(layout.distance, blocks.distance!)
  put(layout.label, transpose(blocks.label!, columns.labels))
  put(layout.labelBias, blocks.labelBias!)
  new Int8Array(memory, layout.table, words.units.length).set(words.units)
  new Int8Array(memory, layout.table + words.units.length, affixes.units.length).set(affixes.units)
  const inUnits = (scales: Float32Array): Float32Array => scales.map((scale) => scale * unitsOfWord)
  put(layout.scales, inUnits(words.scales))
  put(layout.scales + 4 * words.scales.length, inUnits(affixes.scales))
}

function transpose(values: Float32Array, columns: number): Float32Array {
  const rows = values.length / columns
  return values.map((_, i) => values[(i % rows) * columns + Math.floor(i / rows)]!)
}
