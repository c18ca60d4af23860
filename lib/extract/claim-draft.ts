/** A claim of one document, before names are joined across documents. */
import type { Stance } from '../schema'
import type { Source } from './source'
import type { Referent } from './span'

export type ClaimDraft = {
  relation: string
  from: Referent
  to: Referent | null
  title?: string
  verb?: string
  /** UTF-16 offsets of the shortest clause that proves it. */
  start: number
  end: number
  stance: Stance
  sources: Source[]
  deniedBy: Referent[]
  when?: string
  where?: string
  /** Sentence, for what later sentences say of it. */
  sentence: number
}

/** A clause or noun phrase that says something, for print. */
export type Proposition = {
  start: number
  end: number
  predicate: string
  subjects: string[]
  objects: string[]
  others: string[]
  stance: Stance | 'none'
  attribution: string[]
}
