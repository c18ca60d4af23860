/** Trains the network on treebank sentences. */
import { HashIndex, hashString } from '../hash'
import type { Vectors } from '../models'
import { normalizeForm } from '../normalize-form'
import type { GoldSentence } from '../read-conllu'
import { nameMarks } from '../read-names'
import type { Shape } from '../shape'
import { affixTableRows, normalizeDigits, WordReader } from '../word-features'
import { TrainedTable } from './adam'
import { Average } from './average'
import { FloatNetwork } from './float-network'
import { type Example, Learner, type Learning, type Tables } from './learner'
import { readNameMarks } from './name-marks'
import { Random } from './random'

export type Settings = Learning & {
  affix: number
  hidden: number
  arc: number
  label: number
  epochs: number
  batchWords: number
  rate: number
  warmup: number
  seed: number
  leastWordCount: number
  /** How often a pass meets a sentence with names annotated: these are of the kinds of text read here. */
  namedRounds: number
  /** How much of the weights' moving average stays at each of its steps. */
  averageDecay: number
}

export type Trained = {
  network: FloatNetwork
  reader: WordReader
  tables: Tables
  tagNames: string[]
  labelNames: string[]
  wordKeys: Int32Array
}

/** Weights are averaged after every so many batches: each time takes a while. */
const averageEvery = 8
const workingFloats = 24_000_000
/** Tags rarer than this are slips of the annotators. */
const leastTagCount = 3

/** Names in the order of their ids, leaving out rare ones. */
function listNames(values: Iterable<string>, least: number): string[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .filter(([, n]) => n >= least)
    .map(([value]) => value)
    .sort()
}

/**
 * In: sentences (those with an Entity column teach names too), vectors, settings, what to do after each epoch,
 * and after how many epochs to stop, as a trial. Out: the network with its tables, its weights averaged.
 * The same input gives the same weights, and those of a trial are the full run's after as many epochs.
 */
export function trainNetwork(
  sentences: GoldSentence[],
  vectors: Vectors,
  settings: Settings,
  afterEpoch: (epoch: number, loss: number, trained: Trained) => void,
  stopAfter = settings.epochs,
): Trained {
  const random = new Random(settings.seed)
  const tagNames = listNames(
    sentences.flatMap((s) => s.upos.map((u, i) => `${u}|${s.xpos[i]}`)),
    leastTagCount,
  )
  const labelNames = listNames(
    sentences.flatMap((s) => s.deprels),
    1,
  )
  const wordList = listNames(
    sentences.flatMap((s) =>
      s.forms.map((form) => normalizeDigits(normalizeForm(form).toLowerCase())),
    ),
    settings.leastWordCount,
  )
  const wordKeys = Int32Array.from(wordList, (word) => hashString(word))
  const reader = new WordReader(new HashIndex(vectors.keys), new HashIndex(wordKeys))
  const shape: Shape = {
    vector: vectors.width,
    affix: settings.affix,
    hidden: settings.hidden,
    arc: settings.arc,
    label: settings.label,
    tags: tagNames.length,
    labels: labelNames.length,
    names: nameMarks.length,
  }
  const network = new FloatNetwork(shape, workingFloats)
  const words = new TrainedTable(wordKeys.length + 1, shape.affix)
  const affixes = new TrainedTable(affixTableRows, shape.affix)
  drawWeights(network, random)
  for (const table of [words, affixes])
    for (let i = 0; i < table.weights.length; i++) table.weights[i] = (random.next() - 0.5) * 0.2
  const tables: Tables = {
    vectors: vectors.matrix,
    words: words.weights,
    affixes: affixes.weights,
  }
  const trained: Trained = { network, reader, tables, tagNames, labelNames, wordKeys }
  const learner = new Learner(network, tables, words, affixes, random, settings)
  const examples = sentences.flatMap((sentence) =>
    Array<Example>(sentence.hasEntities ? settings.namedRounds : 1).fill(
      toExample(sentence, trained),
    ),
  )
  const total = settings.epochs * makeBatches(examples, settings.batchWords, random).length
  const average = new Average(
    [network.memory.subarray(0, network.size), words.weights, affixes.weights],
    settings.averageDecay,
  )
  const swap = (): void => {
    average.swap()
    network.packWeights()
  }
  let step = 0
  const last = Math.min(settings.epochs, stopAfter) - 1
  for (let epoch = 0; epoch <= last; epoch++) {
    let loss = 0
    const batches = makeBatches(examples, settings.batchWords, random)
    for (const batch of batches) {
      const progress = Math.min(1, step / total)
      const rate = settings.rate * Math.min(1, (step + 1) / settings.warmup) * (1 - progress)
      loss += learner.learn(batch, rate) / batches.length
      if (++step % averageEvery === 0) average.take()
    }
    swap()
    afterEpoch(epoch, loss, trained)
    if (epoch < last) swap()
  }
  return trained
}

/** Uniform weights after Glorot & Bengio (2010); forget gates start open. */
function drawWeights(network: FloatNetwork, random: Random): void {
  const { memory, shape } = network
  for (const [name, { at, rows, columns }] of Object.entries(network.blocks)) {
    const parts = name.startsWith('in') ? 8 : /^(?:forward|backward)/.test(name) ? 4 : 1
    const bound = Math.sqrt(6 / (rows + columns / parts))
    if (rows > 1)
      for (let i = at; i < at + rows * columns; i++) memory[i] = (random.next() * 2 - 1) * bound
    if (!/^bias[12]$/.test(name)) continue
    for (const side of [0, 4])
      memory.fill(1, at + (side + 1) * shape.hidden, at + (side + 2) * shape.hidden)
  }
}

function toExample(sentence: GoldSentence, trained: Trained): Example {
  const { reader, tagNames, labelNames } = trained
  const n = sentence.forms.length
  const forms = sentence.forms.map(normalizeForm)
  const tagIds = new Map(tagNames.map((name, i) => [name, i]))
  const labelIds = new Map(labelNames.map((name, i) => [name, i]))
  return {
    words: forms.map((form) => reader.read(form)),
    lowered: forms.map((form) => reader.read(form.toLowerCase())),
    titled: forms.map((form) => reader.read(titleCase(form))),
    answers: {
      tags: Int32Array.from(sentence.upos, (u, i) => tagIds.get(`${u}|${sentence.xpos[i]}`) ?? -1),
      heads: Int32Array.from(sentence.heads, (h) => (h < 0 ? n : h)),
      labels: Int32Array.from(sentence.deprels, (name) => labelIds.get(name)!),
      names: sentence.hasEntities ? readNameMarks(sentence) : null,
    },
  }
}

/** A word as in a headline; short ones stay as they are. */
function titleCase(form: string): string {
  return form.length > 3 ? form[0]!.toUpperCase() + form.slice(1) : form
}

/** Sentences of like length together, about batchWords words each; batches in random order. */
function makeBatches(examples: Example[], batchWords: number, random: Random): Example[][] {
  const keyed = examples.map((example) => ({
    example,
    key: example.words.length + random.next() * 4,
  }))
  keyed.sort((a, b) => b.key - a.key)
  const batches: Example[][] = []
  let batch: Example[] = []
  let words = 0
  for (const { example } of keyed) {
    if (words > 0 && words + example.words.length > batchWords) {
      batches.push(batch)
      batch = []
      words = 0
    }
    batch.push(example)
    words += example.words.length
  }
  if (batch.length) batches.push(batch)
  for (const members of batches) members.sort((a, b) => b.words.length - a.words.length)
  random.shuffle(batches)
  return batches
}
