/** Sources on the same matter, to be set side by side: those that disagree first. */
import { evidenceStance } from '../graph/stance'
import type { SourceStance } from '../query/support'
import type { Evidence, Stance } from '../schema'
import { diffWords } from './word-diff'

/** One quote of one source. */
export type Telling = { document: string; stance: Stance; evidence: Evidence }

/** Every quote of every source, in the order of the sources. */
export const listTellings = (sources: readonly SourceStance[]): Telling[] =>
  sources.flatMap(({ document, evidence }) =>
    evidence.map((piece) => ({ document, stance: evidenceStance([piece]), evidence: piece })),
  )

// Of more pairs of quotes, only the first are compared word by word.
const mostPairs = 200

/**
 * Which two to begin with, as places in the list: of different sources, those that put it most
 * differently before those that merely use other words. Undefined where there are not two sources.
 */
export function pickPair(tellings: readonly Telling[]): [number, number] | undefined {
  const pairs = tellings
    .flatMap((one, i) =>
      tellings.flatMap((other, j): [number, number][] =>
        i < j && one.document !== other.document ? [[i, j]] : [],
      ),
    )
    .slice(0, mostPairs)
  const rate = ([i, j]: [number, number]) => {
    const [one, other] = [tellings[i]!, tellings[j]!]
    return distance(one.stance, other.stance) + unlikeness(one.evidence.quote, other.evidence.quote)
  }
  const rated = pairs.map((pair) => ({ pair, rate: rate(pair) }))
  return rated.sort((a, b) => b.rate - a.rate)[0]?.pair
}

const doubt: Record<Stance, number> = {
  asserted: 0,
  hedged: 1,
  planned: 1,
  contested: 2,
  denied: 4,
}

/** 0 where they agree; denied against asserted is the most there is. */
const distance = (a: Stance, b: Stance) => (a === b ? 0 : Math.abs(doubt[a] - doubt[b]) || 0.5)

/** Share of the letters of two quotes that only one of them has, below any difference in stance. */
function unlikeness(a: string, b: string): number {
  const { first, second } = diffWords(a, b)
  const own = [...first, ...second].filter(({ same }) => !same)
  const letters = own.reduce((sum, { text }) => sum + text.length, 0)
  return (0.4 * letters) / Math.max(1, a.length + b.length)
}
