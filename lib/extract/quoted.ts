/** Which words of a report are somebody's own, between quotation marks, over the ends of sentences too. */
import type { Reading } from './reading'
import { touches } from './span'

export type Quoted = {
  /** Number of the quotation that token `at` of sentence `sentence` stands in; 0 outside of all. */
  quoteOf(sentence: number, at: number): number
  /** Where a quotation opens and closes; quotations are numbered from 1 in text order. */
  stretch(quote: number): { from: Place; to: Place }
}

type Place = { sentence: number; token: number }

/** A quotation of a few words is a way of putting it; one of more is somebody speaking. */
const speechFrom = 4
/** A mark that is never closed does not swallow the rest of a report. */
const sentencesKept = 8

export function readQuotes(readings: readonly Reading[]): Quoted {
  const stretches: { from: number; to: number }[] = []
  let open: { at: number; sentence: number; curly: boolean } | undefined
  const order = (sentence: number, token: number) => sentence * 10_000 + token
  for (const { sentence, index } of readings) {
    if (open && (sentence.kind !== 'sentence' || index - open.sentence > sentencesKept))
      open = undefined
    sentence.tokens.forEach((token, i) => {
      // a straight mark that touches the word before it closes; paragraph after paragraph may open one quotation
      const straight = token.text === '"'
      const closes = straight && touches(sentence.tokens[i - 1], token)
      if (straight && closes === !open) return
      if (token.text === '“' || (straight && !open)) {
        open = { at: order(index, i), sentence: index, curly: token.text === '“' }
      } else if (open && (token.text === '”' || (token.text === '"' && !open.curly))) {
        const at = order(index, i)
        if (index > open.sentence || at - open.at > speechFrom)
          stretches.push({ from: open.at, to: at })
        open = undefined
      }
    })
  }
  const place = (order: number): Place => ({
    sentence: Math.floor(order / 10_000),
    token: order % 10_000,
  })
  return {
    stretch(quote) {
      const { from, to } = stretches[quote - 1]!
      return { from: place(from), to: place(to) }
    },
    quoteOf(sentence, at) {
      const here = order(sentence, at)
      let [low, high] = [0, stretches.length - 1]
      while (low <= high) {
        const middle = (low + high) >> 1
        const stretch = stretches[middle]!
        if (here < stretch.from) high = middle - 1
        else if (here > stretch.to) low = middle + 1
        else return middle + 1
      }
      return 0
    },
  }
}
