/** he, she, it, they: someone named within two sentences whose type and number agree. */
import { isPlural, listTraces, phrasesBefore, pickTrace } from './antecedent'
import { resolveIt } from './coreference-it'
import { type Discourse, tie } from './discourse'
import { sayVerbs } from './lexicon'
import { genderOf } from './person-gender'
import type { Reading } from './reading'
import type { Referent, Span } from './span'

export function resolvePronoun(discourse: Discourse, reading: Reading, span: Span, at: number) {
  const word = span.noun!
  const one = /^(?:he|him|his|himself)$/.test(word)
    ? 'he'
    : /^(?:she|her|herself)$/.test(word)
      ? 'she'
      : undefined
  const found = one
    ? person(discourse, reading, span, at, one)
    : /^(?:they|them|their|themselves)$/.test(word)
      ? several(discourse, reading, span, at)
      : undefined
  if (one && found) found.gender ??= one
  if (found) tie(span, found, `"${span.name}" after ${found.name}`)
  else if (/^(?:it|its|itself)$/.test(word)) resolveIt(discourse, reading, span, at)
}

function person(
  discourse: Discourse,
  reading: Reading,
  span: Span,
  at: number,
  one: 'he' | 'she',
): Referent | undefined {
  const traces = listTraces(
    discourse,
    reading,
    span,
    (r) => r.kind === 'person' && (genderOf(r) ?? one) === one,
  ).filter((t) => !t.span.modifier || t.span.role)
  // ", he added": who spoke last goes on speaking
  if (speaks(reading, at, span)) {
    const speaker = traces.filter((t) => t.speaks).at(-1)
    if (speaker) return speaker.referent
  }
  return pickTrace(reading, span, at, traces)
}

/** "…", he said. "…", said he. */
function speaks(reading: Reading, at: number, span: Span): boolean {
  if (!/^(?:he|she)$/.test(span.noun!)) return false
  const [before, after] = [reading.units[at - 1], reading.units[at + 1]]
  return (
    (after?.type === 'vg' && sayVerbs.has(after.lemma)) ||
    (before?.type === 'vg' && sayVerbs.has(before.lemma))
  )
}

/** A group, or a body that is spoken of as its people; not where other people stand nearer. */
function several(
  discourse: Discourse,
  reading: Reading,
  span: Span,
  at: number,
): Referent | undefined {
  const quote = discourse.quoted.quoteOf(reading.index, span.from)
  const traces = listTraces(
    discourse,
    reading,
    span,
    (r) => r.kind === 'group' || (r.kind === 'organization' && !r.weak),
  ).filter(
    (t) =>
      !t.span.modifier && (!quote || discourse.quoted.quoteOf(t.sentence, t.span.from) === quote),
  )
  const found = pickTrace(reading, span, at, traces)
  if (!found) return undefined
  const nearest = traces.filter((t) => t.referent === found).at(-1)!
  for (const { np, reading: there } of phrasesBefore(discourse, reading, span)) {
    const own =
      there.index === nearest.sentence && np.from <= nearest.span.from && np.to >= nearest.span.to
    if (own) break
    // others stand between: "officials told residents they": doubt, unless the group was the subject
    if (isPlural(there, np) && !(nearest.subject && found.kind === 'group')) return undefined
  }
  return found
}
