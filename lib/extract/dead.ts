import { roleHeads } from './lexicon'
import { type Referent, type Span } from './span'


export const isRoleNoun = (span: Span | undefined): boolean =>
  span?.noun !== undefined && roleHeads.has(span.noun)

export const sameReferent = (a: Referent | undefined, b: Referent | undefined): boolean =>
  a !== undefined && a === b
