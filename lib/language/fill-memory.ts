/** Puts a network's weights where its kernel wants them. */
import { type Kernel, largestInput, unitsOfWord } from './kernel'
import { panelBytes, panelParts } from './kernel-packing'
import type { Layout } from './lay-out-memory'
import { leak, type Shape } from './shape'

/** Numbers as they are on disk, and the value of one unit. */
type Block = { units: Int16Array; scale: number }

/** Rows of signed bytes, each with the value of its unit. */
type Table = { units: Int8Array; scales: Float32Array }

/** The weights by their blocks' names, and the tables: pretrained vectors, and learnt rows of words and affixes. */
export type Weights = {
  blocks: Record<string, Block>
  vectors: Int8Array
  words: Table
  affixes: Table
}

/** How many units of its input are 1, its bias' block, and how many of its first outputs pass a leaky rectifier. */
type Layer = { unitsOfOne: number; bias: string; leaking: number }

/** In: a kernel, the layout of its memory, the layers' sizes and the weights. */
export function fillMemory(kernel: Kernel, layout: Layout, shape: Shape, weights: Weights): void {
  const { hidden, arc, label } = shape
  const { blocks, words, affixes } = weights
  const { columns, scratch } = layout
  const floats = new Float32Array(kernel.memory)

  /** Puts a block's floats at a place; out: the place after it. */
  const put = (at: number, name: string): number => {
    const { units, scale } = blocks[name]!
    new Int16Array(kernel.memory, scratch.units, units.length).set(units)
    floats[scratch.scale / 4] = scale
    kernel.widen(at, scratch.units, units.length, scratch.scale)
    return at + 4 * units.length
  }
  /** Packs blocks, one under the other. In: their columns, and what makes a layer of them. */
  const pack = (at: number, names: string[], width: number, layer: Partial<Layer> = {}): void => {
    const { unitsOfOne = largestInput, bias, leaking = 0 } = layer
    const rows = (names.reduce(put, scratch.floats) - scratch.floats) / 4 / width
    kernel.pack(at, scratch.floats, rows, width, unitsOfOne)
    if (bias) put(scratch.floats, bias)
    for (let column = 0, panel = at; column < width; column += 8, panel += panelBytes(rows)) {
      const biases = (panel + panelParts.biases) / 4
      const from = scratch.floats / 4 + column
      if (bias) floats.copyWithin(biases, from, from + 8)
      else floats.fill(0, biases, biases + 8)
      const leaks = (panel + panelParts.leaks) / 4
      for (let i = 0; i < 8; i++) floats[leaks + i] = column + i < leaking ? leak : 1
    }
  }
  /** Puts a block's columns one after the other. */
  const putColumns = (at: number, name: string, rows: number, width: number): void => {
    put(scratch.floats, name)
    for (let column = 0, to = at / 4; column < width; column++)
      for (let row = 0; row < rows; row++)
        floats[to++] = floats[scratch.floats / 4 + row * width + column]!
  }

  layout.layers.forEach((layer, i) => {
    const n = i + 1
    const unitsOfOne = i === 0 ? unitsOfWord : largestInput
    pack(layer.input, [`in${n}`], 8 * hidden, { unitsOfOne, bias: `bias${n}` })
    pack(layer.sides[0], [`forward${n}`], 4 * hidden)
    pack(layer.sides[1], [`backward${n}`], 4 * hidden)
  })
  // tags are read from both layers' outputs at once
  pack(layout.tag, ['tag', 'tagUpper'], columns.tags, { bias: 'tagBias' })
  pack(layout.heads, ['heads'], columns.heads, { bias: 'headsBias', leaking: 2 * arc })
  putColumns(layout.arc, 'arc', arc, arc)
  put(layout.arcBias, 'arcBias')
  put(layout.rootParts, 'root')
  floats.copyWithin(layout.root / 4, layout.rootParts / 4, layout.rootParts / 4 + arc)
  put(layout.distance, 'distance')
  putColumns(layout.label, 'label', label, columns.labels)
  put(layout.labelBias, 'labelBias')

  const bytes = new Int8Array(kernel.memory, layout.table)
  bytes.set(words.units)
  bytes.set(affixes.units, words.units.length)
  floats.set(words.scales, layout.scales / 4)
  floats.set(affixes.scales, layout.scales / 4 + words.scales.length)
}
