/** The whole of the language layer over one text, with models already loaded: usable in a browser or a worker. */
import type { Sentence, Token } from '../schema'
import { lemmatize } from './lemmatize'
import type { Models } from './models'
import { normalizeForm } from './normalize-form'
import { parseGreedy } from './parse-greedy'
import { type Line, sortLines } from './sort-lines'
import { splitSentences } from './split-sentences'
import { readShapes, tagGreedy } from './tag-greedy'
import { tokenize } from './tokenize'

/**
 * Tokens, tags, lemmas, trees and line kinds of a text.
 * In: raw text (any string) and models. Out: sentences in order; offsets are UTF-16 units of the text.
 */
export function analyzeWith(text: string, models: Models): Sentence[] {
  const bounds = tokenize(text)
  const firsts = splitSentences(text, bounds)
  const sentences: Sentence[] = []
  const lines: Line[] = []
  for (let s = 0; s < firsts.length; s++) {
    const first = firsts[s]!
    const end = firsts[s + 1] ?? bounds.length / 2
    const words: string[] = []
    for (let i = first; i < end; i++) words.push(text.slice(bounds[2 * i], bounds[2 * i + 1]))
    const start = bounds[2 * first]!
    const stop = bounds[2 * end - 1]!
    lines.push({
      words,
      wholeLine: standsAlone(text, bounds, first, end),
      firstOfText: s === 0,
    })
    sentences.push({
      start,
      end: stop,
      kind: 'sentence',
      tokens: readTokens(words, bounds, first, models),
      names: [],
    })
  }
  const verdicts = sortLines(lines)
  return sentences.map((sentence, s) => ({ ...sentence, ...verdicts[s]! }))
}

function standsAlone(text: string, bounds: readonly number[], first: number, end: number): boolean {
  const before = first === 0 ? '\n' : text.slice(bounds[2 * first - 1], bounds[2 * first])
  const after = 2 * end >= bounds.length ? '\n' : text.slice(bounds[2 * end - 1], bounds[2 * end])
  return /[\n\r]/.test(before) && /[\n\r]/.test(after)
}

function readTokens(
  words: string[],
  bounds: readonly number[],
  first: number,
  models: Models,
): Token[] {
  const forms = words.map(normalizeForm)
  const tags = tagGreedy(models.tagger, forms)
  const tree = parseGreedy(models.parser, models.labelNames.length, readShapes(forms).lower, tags)
  return words.map((word, i) => {
    const [upos, xpos] = models.tagNames[tags[i]!]!.split('|') as [string, string]
    const head = tree.heads[i]!
    return {
      start: bounds[2 * (first + i)]!,
      end: bounds[2 * (first + i) + 1]!,
      text: word,
      lemma: lemmatize(forms[i]!, upos, xpos, models.lemmas),
      upos,
      xpos,
      head: head === words.length ? -1 : head,
      deprel: models.labelNames[tree.labels[i]!]!,
    }
  })
}
