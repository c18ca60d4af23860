/** One step of learning: a batch through the network with dropout, its gradients, and the update. */
import { headColumns, leak } from '../shape'
import { affixCount, vectorScale, type WordRows } from '../word-features'
import { Adam, type TrainedTable } from './adam'
import { Backprop } from './backprop'
import { type FloatNetwork, layOutBatch, type Run } from './float-network'
import { type Answers, backHeads, backLabels, backNames, backTags } from './losses'
import type { Random } from './random'

/** Tables of word vectors: pretrained ones as bytes, learnt ones as floats. */
export type Tables = {
  vectors: Int8Array
  words: Float32Array
  affixes: Float32Array
}

/** A sentence's words, as they are, in lower case and as in a title, and its right answers. */
export type Example = {
  words: WordRows[]
  lowered: WordRows[]
  titled: WordRows[]
  answers: Answers
}

export type Learning = {
  inputDropout: number
  layerDropout: number
  wordDropout: number
  vectorDropout: number
  /** How often a word is shown in lower case, as careless typing has it. */
  lowerShare: number
  /** How often a sentence is shown capitalised like a title. */
  titleShare: number
  /** How much tags and names count beside heads and labels. */
  tagWeight: number
  nameWeight: number
  clip: number
}

export class Learner {
  readonly backprop: Backprop
  private readonly adam: Adam
  constructor(
    readonly network: FloatNetwork,
    readonly tables: Tables,
    readonly words: TrainedTable,
    readonly affixes: TrainedTable,
    private readonly random: Random,
    private readonly learning: Learning,
  ) {
    this.backprop = new Backprop(network)
    this.adam = new Adam(network.size)
    network.packWeights()
    this.backprop.transpose()
  }

  /** Learns from examples, longest first, and returns the loss a word. */
  learn(examples: Example[], rate: number): number {
    const loss = this.computeGradients(examples)
    this.update(rate)
    return loss
  }

  /** Runs the batch both ways; gradients stand in memory and in the tables afterwards. */
  computeGradients(examples: Example[]): number {
    const { network, backprop, learning } = this
    const { shape, memory } = network
    network.reset()
    const batch = layOutBatch(examples.map((e) => e.words.length))
    const answers = examples.map((e) => e.answers)
    const count = batch.lengths.reduce((sum, n) => sum + n, 0)
    const columns = headColumns(shape)
    const width = 2 * shape.hidden

    const shown = examples.map((e) => this.show(e))
    const x = network.reserve(batch.rows * network.input)
    shown.forEach((words, s) => {
      for (let t = 0; t < words.length; t++)
        this.writeWord(words[t]!, x + (t * batch.width + s) * network.input)
    })
    const inputMask = this.makeMask(batch.width * network.input, learning.inputDropout)
    this.mask(x, inputMask, batch.steps)
    const first = network.runLayer(1, batch, x, network.input)
    const middle = network.reserve(batch.rows * width)
    memory.copyWithin(middle, first.out, first.out + batch.rows * width)
    const middleMask = this.makeMask(batch.width * width, learning.layerDropout)
    this.mask(middle, middleMask, batch.steps)
    const second = network.runLayer(2, batch, middle, width)
    const top = network.reserve(batch.rows * width)
    memory.copyWithin(top, second.out, second.out + batch.rows * width)
    const topMask = this.makeMask(batch.width * width, learning.layerDropout)
    this.mask(top, topMask, batch.steps)
    const tags = network.runTags(batch, middle, top)
    const heads = network.runHeads(batch, top)
    const queries = network.runQueries(batch, heads)
    const run: Run = { batch, first, second, tags, heads, queries }

    const weight = 1 / count
    const dQueries = network.reserve(batch.rows * shape.arc)
    const dHeads = network.reserve(batch.rows * columns)
    let loss = backTags(network, run, answers, weight * learning.tagWeight)
    loss += backHeads(backprop, run, answers, weight, dQueries, dHeads)
    loss += backLabels(backprop, run, answers, weight, dHeads)
    loss += backNames(network, run, answers, weight * learning.nameWeight, dHeads)

    backprop.pullThrough('arc', dHeads, columns, dQueries, shape.arc, batch.rows)
    backprop.addWeightGradient('arc', heads, columns, dQueries, shape.arc, batch.rows)
    backprop.addBiasGradient('arcBias', dQueries, batch.rows)
    for (let row = 0; row < batch.rows; row++)
      for (let c = row * columns; c < row * columns + 2 * shape.arc; c++)
        if (memory[heads + c]! < 0) memory[dHeads + c]! *= leak
    backprop.addWeightGradient('heads', top, width, dHeads, columns, batch.rows)
    backprop.addBiasGradient('headsBias', dHeads, batch.rows)
    const dTop = network.reserve(batch.rows * width)
    backprop.pullThrough('heads', dTop, width, dHeads, columns, batch.rows)
    const tagColumns = network.blocks.tag!.columns
    backprop.pullThrough('tagUpper', dTop, width, tags, tagColumns, batch.rows)
    backprop.addWeightGradient('tagUpper', top, width, tags, tagColumns, batch.rows)
    this.mask(dTop, topMask, batch.steps)
    const dMiddle = backprop.backLayer(2, batch, second, middle, width, dTop)
    backprop.pullThrough('tag', dMiddle, width, tags, tagColumns, batch.rows)
    backprop.addWeightGradient('tag', middle, width, tags, tagColumns, batch.rows)
    backprop.addBiasGradient('tagBias', tags, batch.rows)
    this.mask(dMiddle, middleMask, batch.steps)
    const dX = backprop.backLayer(1, batch, first, x, network.input, dMiddle)
    this.mask(dX, inputMask, batch.steps)
    shown.forEach((words, s) => {
      for (let t = 0; t < words.length; t++) {
        const at = dX + (t * batch.width + s) * network.input + shape.vector
        const rows = words[t]!
        this.words.addGradient(rows[1]!, memory, at)
        for (let k = 0; k < affixCount; k++) this.affixes.addGradient(rows[2 + k]!, memory, at)
      }
    })
    return loss / count
  }

  /** Puts one word's vector and the sum of its learnt rows at `at`. */
  private writeWord(rows: WordRows, at: number): void {
    const { tables } = this
    const { memory, shape } = this.network
    const { vector, affix } = shape
    if (rows[0]! >= 0) {
      const from = rows[0]! * vector
      for (let d = 0; d < vector; d++) memory[at + d] = tables.vectors[from + d]! * vectorScale
    }
    const to = at + vector
    const word = rows[1]! * affix
    for (let d = 0; d < affix; d++) memory[to + d] = tables.words[word + d]!
    for (let k = 0; k < affixCount; k++) {
      const from = rows[2 + k]! * affix
      for (let d = 0; d < affix; d++) memory[to + d]! += tables.affixes[from + d]!
    }
  }

  private update(rate: number): void {
    const { network, backprop } = this
    const { memory } = network
    let square = this.words.squaredNorm() + this.affixes.squaredNorm()
    for (let i = backprop.gradients; i < backprop.gradients + network.size; i++)
      square += memory[i]! ** 2
    const norm = Math.sqrt(square)
    const scale = norm > this.learning.clip ? this.learning.clip / norm : 1
    this.adam.tick()
    this.adam.apply(memory, 0, memory, backprop.gradients, network.size, rate, scale)
    this.words.update(rate, scale)
    this.affixes.update(rate, scale)
    network.packWeights()
    backprop.transpose()
  }

  private show(example: Example): WordRows[] {
    const words = this.random.next() < this.learning.titleShare ? example.titled : example.words
    return words.map((word, t) =>
      this.hide(this.random.next() < this.learning.lowerShare ? example.lowered[t]! : word),
    )
  }

  /** Hides the learnt row or the pretrained vector of some words, so that unknown words are learnt too. */
  private hide(word: WordRows): WordRows {
    const { wordDropout, vectorDropout } = this.learning
    const noWord = this.random.next() < wordDropout
    const noVector = this.random.next() < vectorDropout
    if (!noWord && !noVector) return word
    const copy = word.slice()
    if (noWord) copy[1] = 0
    if (noVector) copy[0] = -1
    return copy
  }

  /** One row of factors for a time step; the same for every step of a sentence (Gal & Ghahramani 2016). */
  private makeMask(size: number, share: number): Float32Array {
    const mask = new Float32Array(size)
    for (let i = 0; i < size; i++) mask[i] = this.random.next() < share ? 0 : 1 / (1 - share)
    return mask
  }

  private mask(at: number, mask: Float32Array, steps: number): void {
    const { memory } = this.network
    for (let t = 0; t < steps; t++) {
      const base = at + t * mask.length
      for (let i = 0; i < mask.length; i++) memory[base + i]! *= mask[i]!
    }
  }
}
