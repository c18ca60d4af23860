/** The whole of the language layer over one text, with models already loaded: usable in a browser or a worker. */
import type { Sentence, Token } from '../schema'
import { lemmatize } from './lemmatize'
import type { Models } from './models'
import { normalizeForm } from './normalize-form'
import { type Prediction, predict } from './predict'
import { readNames } from './read-names'
import { type Line, sortLines } from './sort-lines'
import { splitSentences } from './split-sentences'
import { type Bounds, tokenize } from './tokenize'

/**
 * Tokens, tags, lemmas, trees, names and line kinds of a text.
 * In: raw text (any string) and models. Out: sentences in order; offsets are UTF-16 units of the text.
 */
export function analyzeWith(text: string, models: Models): Sentence[] {
  const bounds = tokenize(text)
  const firsts = splitSentences(text, bounds)
  const lines = firsts.map((first, s) =>
    readLine(text, bounds, first, firsts[s + 1] ?? bounds.length / 2, s === 0),
  )
  const forms = lines.map((line) => line.words.map(normalizeForm))
  const predictions = predict(models, forms)
  const verdicts = sortLines(lines)
  return lines.map((line, s) => {
    const tokens = joinTokens(line, bounds, firsts[s]!, forms[s]!, predictions[s]!, models)
    const names = readNames(predictions[s]!.names)
    return {
      start: tokens[0]!.start,
      end: tokens[tokens.length - 1]!.end,
      ...verdicts[s]!,
      tokens,
      names,
    }
  })
}

function readLine(
  text: string,
  bounds: Bounds,
  first: number,
  end: number,
  firstOfText: boolean,
): Line {
  const words: string[] = []
  for (let i = first; i < end; i++) words.push(text.slice(bounds[2 * i], bounds[2 * i + 1]))
  const before = text.slice(first === 0 ? 0 : bounds[2 * first - 1], bounds[2 * first])
  const after = text.slice(bounds[2 * end - 1], bounds[2 * end])
  const opens = first === 0 || /[\n\r]/.test(before)
  const closes = 2 * end >= bounds.length || /[\n\r]/.test(after)
  return { words, opens, closes, firstOfText }
}

function joinTokens(
  line: Line,
  bounds: Bounds,
  first: number,
  forms: string[],
  prediction: Prediction,
  models: Models,
): Token[] {
  return line.words.map((text, i) => {
    const [upos, xpos] = models.tagNames[prediction.tags[i]!]!.split('|') as [string, string]
    return {
      start: bounds[2 * (first + i)]!,
      end: bounds[2 * (first + i) + 1]!,
      text,
      lemma: lemmatize(forms[i]!, upos, xpos, models.lemmas),
      upos,
      xpos,
      head: prediction.heads[i]!,
      deprel: models.labelNames[prediction.labels[i]!]!,
    }
  })
}
