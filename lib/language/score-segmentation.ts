/** How well our tokens and sentence ends agree with gold ones on raw text. */
import type { GoldSentence } from './read-conllu'
import { splitSentences } from './split-sentences'
import { tokenize } from './tokenize'

/** Share found of what is there (recall) and right of what was said (precision), and their mean. */
export type Agreement = { precision: number; recall: number; f1: number }

/**
 * Rebuilds the raw text of gold sentences, cuts it, and compares spans.
 * Paragraphs are separated by an empty line, as in the documents they came from.
 */
export function scoreSegmentation(gold: GoldSentence[]): {
  tokens: Agreement
  sentences: Agreement
} {
  let text = ''
  const goldTokens = new Set<string>()
  const goldEnds = new Set<number>()
  for (const sentence of gold) {
    let at = text.length
    text += sentence.text
    let end = at
    for (const form of sentence.forms) {
      const start = text.indexOf(form, at)
      if (start < 0) continue
      end = start + form.length
      goldTokens.add(`${start}:${end}`)
      at = end
    }
    goldEnds.add(end)
    text += sentence.gap || ' '
  }
  const bounds = tokenize(text)
  const firsts = splitSentences(text, bounds)
  let right = 0
  for (let i = 0; i < bounds.length; i += 2)
    if (goldTokens.has(`${bounds[i]}:${bounds[i + 1]}`)) right++
  let rightEnds = 0
  for (let s = 0; s < firsts.length; s++) {
    const last = (firsts[s + 1] ?? bounds.length / 2) - 1
    if (goldEnds.has(bounds[2 * last + 1]!)) rightEnds++
  }
  return {
    tokens: agreement(right, bounds.length / 2, goldTokens.size),
    sentences: agreement(rightEnds, firsts.length, goldEnds.size),
  }
}

/** In: how many were right, how many were said, how many there are. */
export function agreement(right: number, said: number, there: number): Agreement {
  const precision = said ? right / said : 0
  const recall = there ? right / there : 0
  return { precision, recall, f1: right ? (2 * precision * recall) / (precision + recall) : 0 }
}
