/** Runs the network over sentences and reads tags, trees and names off its scores. */
import { decodeNames } from './decode-names'
import { decodeTree } from './decode-tree'
import { maxRows } from './lay-out-memory'
import type { Batch, Network } from './network'
import type { WordReader } from './word-features'

/** Indices into the lists of tags, labels and name marks; head -1 at the root. */
export type Prediction = {
  tags: Int32Array
  heads: Int32Array
  labels: Int32Array
  names: Int32Array
}

/** What sentences are read with. */
export type Reader = { network: Network; reader: WordReader }

/** In: normalised forms of sentences, none longer than maxRows / 4. Out: a prediction for each, in the same order. */
export function predict(models: Reader, sentences: readonly string[][]): Prediction[] {
  const order = sentences
    .map((_, i) => i)
    .sort((a, b) => sentences[b]!.length - sentences[a]!.length || a - b)
  const out: Prediction[] = new Array(sentences.length)
  for (let first = 0, end = 0; first < order.length; first = end) {
    let rows = 0
    while (
      end < order.length &&
      (end === first || rows + sentences[order[end]!]!.length <= maxRows)
    )
      rows += sentences[order[end++]!]!.length
    const members = order.slice(first, end)
    const forms = members.map((i) => sentences[i]!)
    predictBatch(models, forms, rows).forEach((prediction, k) => {
      out[members[k]!] = prediction
    })
  }
  return out
}

function predictBatch(
  { network, reader }: Reader,
  sentences: string[][],
  rows: number,
): Prediction[] {
  const known = new Map<string, number>()
  const batch: Batch = { lengths: [], starts: [], rows, words: new Int32Array(rows) }
  let row = 0
  for (const forms of sentences) {
    batch.lengths.push(forms.length)
    batch.starts.push(row)
    for (const form of forms) {
      let word = known.get(form)
      if (word === undefined) {
        word = known.size
        known.set(form, word)
        network.writeWord(word, reader.read(form))
      }
      batch.words[row++] = word
    }
  }
  network.run(batch, known.size)
  const trees = batch.lengths.map((n, s) => readTree(network, batch.starts[s]!, n))
  const labels = network.bestLabels(rows)
  return trees.map((heads, s) => {
    const n = heads.length
    const start = batch.starts[s]!
    return {
      tags: heads.map((_, t) => network.bestTag(start + t)),
      heads,
      labels: labels.subarray(start, start + n),
      names: decodeNames(n, (t) => network.nameScores(start + t)),
    }
  })
}

/** Heads of a sentence of n words; puts together what their labels are read from. */
function readTree(network: Network, start: number, n: number): Int32Array {
  if (n === 0) return new Int32Array(0)
  const heads = decodeTree(network.scoreHeads(start, n), n)
  for (let t = 0; t < n; t++) {
    if (heads[t] === n) heads[t] = -1
    network.joinLabel(start + t, heads[t]! < 0 ? -1 : start + heads[t]!)
  }
  return heads
}
