/** The pieces a sentence is cut into. */
import type { Span } from './span'

export type NounPhrase = {
  type: 'np'
  from: number
  to: number
  head: number
  /** The name that is the head, where it is one. */
  name?: Span
  /** Names and demonyms inside, in order. */
  inner: Span[]
  /** The phrase before 's. */
  owner?: NounPhrase
  /** "his", "their" */
  ownerPronoun?: number
  /** What the phrase may refer to, filled in later: several for "US and Ukrainian officials". */
  spans: Span[]
  time?: true
}

/** A phrase with all its fields in place: phrases of one shape are read fastest. */
export const newPhrase = (
  from: number,
  to: number,
  head: number,
  inner: Span[],
  spans: Span[] = [],
): NounPhrase => ({
  type: 'np',
  from,
  to,
  head,
  name: undefined,
  inner,
  owner: undefined,
  ownerPronoun: undefined,
  spans,
  time: undefined,
})

export type VerbGroup = {
  type: 'vg'
  from: number
  to: number
  main: number
  lemma: string
  /** finite, to-infinitive, -ing, bare participle */
  shape: 'finite' | 'infinitive' | 'gerund' | 'participle'
  passive: boolean
  negated: boolean
  modal?: string
  adverbs: string[]
  copula?: true
}

export type Mark = {
  type: 'prep' | 'cc' | 'comma' | 'rel' | 'sub' | 'adverb' | 'adjective' | 'quote' | 'stop'
  from: number
  to: number
  word: string
}

export type Unit = NounPhrase | VerbGroup | Mark
