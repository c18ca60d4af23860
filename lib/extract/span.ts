/** A stretch of tokens that may name something, before it is known what it refers to. */
import type { EntityKind } from '../schema'
import type { Line, Word } from './word'

export type Role = {
  /** The role's own words: "Foreign Minister". */
  words: string
  /** First and last token of the role's words. */
  from: number
  to: number
}

export type Span = {
  sentence: number
  /** Tokens from..to (end exclusive) of the whole phrase, and its head word. */
  from: number
  to: number
  head: number
  form: 'name' | 'nominal' | 'pronoun'
  kind: EntityKind
  /** The words an entity could be called by. */
  name: string
  /** Evidence for each kind, for names. */
  votes?: Partial<Record<EntityKind, number>>
  /** Lemma of a nominal's head noun. */
  noun?: string
  /** Folded content modifiers of a nominal: "28-point", "peace", "revised". */
  modifiers?: string[]
  /** Country that a modifier names: "Russian", "US". */
  nation?: string
  /** How a nominal is introduced. */
  article?: 'the' | 'this' | 'a' | 'possessive' | 'none'
  plural?: boolean
  /** Title in front of a person's name. */
  role?: Role
  /** It only modifies a noun: "the Cruise video". */
  modifier?: boolean
  /** Someone whose it is: "Moscow's demands". */
  possessor?: Span
  /** Set by coreference. */
  referent?: Referent
  /** How the referent was found. */
  via?: string
}

/** One thing of one document. */
export type Referent = {
  id: number
  kind: EntityKind
  name: string
  /** Every form, with how often it stands in the text. */
  forms: Map<string, number>
  spans: Span[]
  notes: string[]
  /** Attributes that tell papers apart. */
  noun?: string
  nation?: string
  modifiers: Set<string>
  /** Nothing but a relation makes it worth keeping. */
  weak: boolean
  gender?: 'he' | 'she'
}

/** A span with all its fields in place: spans of one shape are read and filled in several times faster. */
export const newSpan = (given: Span): Span => ({
  sentence: given.sentence,
  from: given.from,
  to: given.to,
  head: given.head,
  form: given.form,
  kind: given.kind,
  name: given.name,
  votes: given.votes,
  noun: given.noun,
  modifiers: given.modifiers,
  nation: given.nation,
  article: given.article,
  plural: given.plural,
  role: given.role,
  modifier: given.modifier,
  possessor: given.possessor,
  referent: given.referent,
  via: given.via,
})

export const textOf = (text: string, sentence: Line, from: number, to: number): string => {
  const first = sentence.tokens[from]
  const last = sentence.tokens[to - 1]
  return first && last && to > from ? text.slice(first.start, last.end) : ''
}

export const lower = (token: Word | undefined): string => (token ? token.folded : '')

export const isCapital = (token: Word | undefined): boolean => token?.capital === true

/** Whether two neighbouring tokens touch, as in "Chung-tai". */
export const touches = (left: Word | undefined, right: Word | undefined): boolean =>
  left !== undefined && right !== undefined && left.end === right.start
