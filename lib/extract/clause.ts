/** A verb with who stands round it. */
import type { VerbGroup } from './phrase'

/** A prepositional phrase: the word, and the units of its noun phrases. */
type Prep = { word: string; at: number; args: number[] }

export type Clause = {
  /** Unit of the verb group. */
  at: number
  verb: VerbGroup
  /** Units of noun phrases. Passive clauses have the one who acts in `subjects` and the patient in `objects`. */
  subjects: number[]
  /** Unit whose owner acts: “Berg’s plan to sell”. */
  owned?: number
  objects: number[]
  preps: Prep[]
  particle?: string
  /** Unit of the verb group or noun phrase this clause hangs on, and how. */
  governor?: number
  link?: 'control' | 'report' | 'participle' | 'relative' | 'prep' | 'conjunct'
  /** The word that opens the clause: "if", "while". */
  opener?: string
  /** Units of the complement after a copula. */
  complement?: number
}

/** A clause with all its fields in place, of one shape with all others. */
export const newClause = (at: number, verb: VerbGroup): Clause => ({
  at,
  verb,
  subjects: [],
  owned: undefined,
  objects: [],
  preps: [],
  particle: undefined,
  governor: undefined,
  link: undefined,
  opener: undefined,
  complement: undefined,
})
