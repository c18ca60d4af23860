/** The things of one document, and the order they were spoken of in. */
import type { EntityKind } from '../schema'
import type { Quoted } from './quoted'
import type { Reading } from './reading'
import type { Referent, Span } from './span'

/** A place where a referent was mentioned, for salience. */
export type Trace = {
  referent: Referent
  sentence: number
  unit: number
  subject: boolean
  /** It says something here. */
  speaks: boolean
  span: Span
}

/** By person, the words of each office: "leader", "conservatives". */
export type Offices = Map<Referent, ReadonlySet<string>[]>

export type Discourse = {
  text: string
  readings: readonly Reading[]
  referents: Referent[]
  /** Those of them that are papers. */
  papers: Referent[]
  trail: Trace[]
  quoted: Quoted
  offices: Offices
}

export function addReferent(
  discourse: Discourse,
  span: Span,
  kind: EntityKind,
  name: string,
  weak: boolean,
): Referent {
  const referent: Referent = {
    id: discourse.referents.length,
    kind,
    name,
    forms: new Map(),
    spans: [],
    notes: [],
    modifiers: new Set(span.modifiers ?? []),
    weak,
    noun: span.noun || undefined,
    nation: span.nation || undefined,
    gender: undefined,
  }
  discourse.referents.push(referent)
  if (kind === 'paper') discourse.papers.push(referent)
  return referent
}

export function tie(span: Span, referent: Referent, via: string, form = span.name): void {
  span.referent = referent
  span.via = via
  referent.spans.push(span)
  if (span.form !== 'pronoun' && form) referent.forms.set(form, (referent.forms.get(form) ?? 0) + 1)
}
