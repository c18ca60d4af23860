/**
 * Which spans of one document name the same thing. Names first (exact, surname, acronym, short form), then in text
 * order the noun phrases and pronouns. What agrees with nothing stays unresolved; each span keeps how it was found.
 */
import { joinNames } from './coreference-name'
import { resolveNominal } from './coreference-nominal'
import { resolvePronoun } from './coreference-pronoun'
import { resolveSet } from './coreference-set'
import { type Discourse, tie } from './discourse'
import { sayVerbs } from './lexicon'
import { mergeHeads } from './merge-heads'
import { readOffices } from './offices'
import { type NounPhrase, newPhrase, type Unit } from './phrase'
import { readQuotes } from './quoted'
import type { Reading } from './reading'
import { newSpan, type Span } from './span'

export function resolveReferents(text: string, readings: readonly Reading[]): Discourse {
  const discourse: Discourse = {
    text,
    readings,
    referents: [],
    papers: [],
    trail: [],
    quoted: readQuotes(readings),
    offices: new Map(),
  }
  joinNames(discourse)
  discourse.offices = readOffices(discourse)
  for (const reading of readings) {
    reading.units.forEach((unit, at) => {
      if (unit.type !== 'np') return
      const owners: NounPhrase[] = []
      for (let np = unit.owner; np; np = np.owner) owners.unshift(np)
      for (const owner of owners) visit(discourse, reading, owner, at, false)
      for (const inner of unit.inner)
        if (inner.referent && inner !== unit.name) leave(discourse, inner, reading, at, false)
      resolveSet(discourse, reading, unit)
      visit(discourse, reading, unit, at, isSubject(reading.units, at))
    })
  }
  mergeHeads(discourse)
  return discourse
}

function visit(
  discourse: Discourse,
  reading: Reading,
  np: NounPhrase,
  at: number,
  subject: boolean,
): void {
  resolveOwner(discourse, reading, np, at)
  for (const span of np.spans) {
    if (np.owner?.spans[0]) span.possessor = np.owner.spans[0]
    if (!span.referent) {
      if (span.form === 'pronoun') resolvePronoun(discourse, reading, span, at)
      else if (span.form === 'nominal' && !apposed(reading, np, span, at))
        resolveNominal(discourse, reading, np, span, at)
    }
    if (span.referent) leave(discourse, span, reading, at, subject)
  }
}

/** "her" in "her mother" owns the phrase like "Paris's" does. */
function resolveOwner(discourse: Discourse, reading: Reading, np: NounPhrase, at: number): void {
  const whose = reading.units[at - 1]
  if (!np.owner && reading.units[at] === np && whose?.type === 'rel' && whose.word === 'whose') {
    // "Brightwater, whose managing director": the director is Brightwater's
    let k = at - 2
    while (k >= 0 && /^(?:comma|quote)$/.test(reading.units[k]!.type)) k--
    const left = reading.units[k]
    if (left?.type === 'np' && left.spans.some((s) => s.referent)) {
      np.owner = newPhrase(
        whose.from,
        whose.to,
        whose.from,
        [],
        left.spans.filter((s) => s.referent),
      )
    }
  }
  if (np.ownerPronoun !== undefined && !np.owner) {
    const token = reading.sentence.tokens[np.ownerPronoun]!
    const span: Span = newSpan({
      sentence: reading.index,
      from: np.ownerPronoun,
      to: np.ownerPronoun + 1,
      head: np.ownerPronoun,
      form: 'pronoun',
      kind: 'other',
      name: token.text,
      noun: token.folded,
    })
    resolvePronoun(discourse, reading, span, at)
    if (span.referent) np.owner = newPhrase(span.from, span.to, span.head, [], [span])
  }
}

/** "Norcare's largest shareholder, X": a person or a body */
const ofEither = (span: Span) =>
  /^(?:shareholder|investor|owner|backer|bidder|buyer|rival|supplier|customer|lender|creditor|sponsor|publisher|maker|partner|donor|predecessor|successor)$/.test(
    span.noun ?? '',
  )

/** "the foreign minister, Sergei Lavrov," and "a man named John Smith": the name that goes with the description. */
function apposed(reading: Reading, np: NounPhrase, span: Span, at: number): boolean {
  const { units } = reading
  if (units[at] !== np || !/^(?:person|organization|group|paper)$/.test(span.kind) || span.plural)
    return false
  // "Ghana's ambassador to the United Nations, Harriet Owusu,"
  let behind = at + 1
  if (span.kind === 'person')
    while (behind < at + 5 && units[behind]?.type === 'prep' && units[behind + 1]?.type === 'np')
      behind += 2
  const verb = units[behind]
  let name: Unit | undefined
  if (
    verb?.type === 'vg' &&
    verb.shape !== 'finite' &&
    /^(?:name|call|label|dub|title|entitle|nickname|identify|know)$/.test(verb.lemma)
  ) {
    name =
      units[behind + 1]?.type === 'prep' || units[behind + 1]?.type === 'quote'
        ? units[behind + 2]
        : units[behind + 1]
  } else if (
    verb?.type === 'vg' &&
    verb.shape === 'gerund' &&
    verb.lemma === 'go' &&
    units[behind + 1]?.type === 'prep'
  ) {
    name = units[behind + 2]
  } else if (verb?.type === 'np' && span.kind === 'organization' && verb.name) {
    // "Aids charity the Moss Trust"
    const opens = reading.sentence.tokens[verb.from]!.folded === 'the'
    name = opens && span.article === 'none' ? verb : undefined
  } else if (verb?.type === 'comma') {
    const close = units[behind + 2]
    // ", said it": nothing is named behind
    if (
      close &&
      close.type !== 'comma' &&
      close.type !== 'stop' &&
      units[behind + 1]?.type !== 'vg'
    )
      return false
    name = units[behind + 1]?.type === 'np' ? units[behind + 1] : undefined
  }
  // "Angela Okafor, the finance minister,"
  const left = units[at - 1]?.type === 'comma' ? units[at - 2] : undefined
  if (
    !name &&
    left?.type === 'np' &&
    (left.name?.referent?.kind === 'person'
      ? span.kind === 'person'
      : left.name?.referent?.kind === 'organization' &&
        span.kind === 'organization' &&
        span.article === 'a') &&
    span.article !== 'possessive'
  )
    name = left
  // "the Olsen family trust" names no Olsen
  const named =
    name?.type === 'np' ? (name.name ?? name.inner.find((s) => s.to === name.to)) : undefined
  const referent = named?.referent
  if (!referent || referent.kind === 'government' || referent.kind === 'place') return false
  if (
    name?.type === 'np' &&
    (name.owner || (verb?.type === 'comma' && referent.kind !== span.kind && !ofEither(span)))
  )
    return false
  tie(span, referent, `${span.name}: ${referent.name}`, '')
  return true
}

function leave(
  discourse: Discourse,
  span: Span,
  reading: Reading,
  unit: number,
  subject: boolean,
): void {
  discourse.trail.push({
    referent: span.referent!,
    sentence: reading.index,
    unit,
    subject,
    speaks: saysHere(reading.units, unit),
    span,
  })
}

/** "Berg said", "said Berg" */
function saysHere(units: readonly Unit[], at: number): boolean {
  const [before, after] = [units[at - 1], units[at + 1]]
  if (before?.type === 'prep') return false
  return (
    says(after) || (says(before) && /^(?:comma|quote|stop)$/.test(units[at + 1]?.type ?? 'stop'))
  )
}

const says = (unit: Unit | undefined): boolean =>
  unit?.type === 'vg' && !unit.passive && sayVerbs.has(unit.lemma)

/** A phrase right before a verb, not behind a preposition. */
function isSubject(units: readonly Unit[], at: number): boolean {
  const before = units[at - 1]
  if (before?.type === 'prep') return false
  // "talks between A and B ended": B no more than A
  if (before?.type === 'cc' && units[at - 2]?.type === 'np' && units[at - 3]?.type === 'prep')
    return false
  // "The office, which advises governments, welcomed"
  if (
    (!before || /^(?:stop|sub|quote)$/.test(before.type)) &&
    units[at + 1]?.type === 'comma' &&
    units[at + 2]?.type === 'rel'
  )
    return true
  for (let k = at + 1; k < units.length; k++) {
    const unit = units[k]!
    if (unit.type === 'vg') return unit.shape === 'finite'
    if (unit.type === 'adverb') continue
    // over "of senators", "in the Senate" and ", along with …,"
    if (unit.type === 'prep' || unit.type === 'np' || unit.type === 'comma' || unit.type === 'cc') {
      if (k - at > 12) return false
      continue
    }
    return false
  }
  return false
}
