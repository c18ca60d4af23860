/** he, she, it, they: someone named within two sentences whose type and number agree. */
import { isPlural, listTraces, phrasesBefore, pickTrace } from './antecedent'
import { resolveIt } from './coreference-it'
import { type Discourse, tie } from './discourse'
import { fold, roleHeads, sayVerbs } from './lexicon'
import { genderOf } from './person-gender'
import type { NounPhrase } from './phrase'
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
  // what stands in a quotation is a guess too weak to build on
  if (one && found && !discourse.quoted.quoteOf(reading.index, span.from)) found.gender ??= one
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
  const ahead = subjectAhead(reading, span, at, one)
  if (ahead) return ahead
  const found = pickTrace(reading, span, at, traces)
  // ", he added": who spoke last goes on speaking, unless the report has turned to somebody else
  if (speaks(reading, at, span)) {
    const speaker = traces.filter((t) => t.speaks).at(-1)
    const turned = traces.some(
      (t) => t.referent === found && t.subject && t.sentence > (speaker?.sentence ?? 0),
    )
    if (speaker && (!turned || goesOn(reading, at))) return speaker.referent
  }
  if (!found) return undefined
  const nearest = traces.filter((t) => t.referent === found).at(-1)!
  if (nearest.sentence === reading.index && nearest.subject && nearest.speaks) return found
  for (const { np, reading: there } of phrasesBefore(discourse, reading, span)) {
    const own =
      there.index === nearest.sentence && np.from <= nearest.span.from && np.to >= nearest.span.to
    if (own || there.index < nearest.sentence) break
    // "Guerrillas kidnapped a surgeon and his wife": somebody without a name stands nearer
    if (isSomebody(there, np)) return undefined
  }
  return found
}

/** "a surgeon", "the eyewitness": one person, not known by name here. */
function isSomebody(reading: Reading, np: NounPhrase): boolean {
  if (np.name || np.spans.some((s) => s.referent)) return false
  const head = reading.sentence.tokens[np.head]!
  const at = reading.units.indexOf(np)
  const [before, left] = [reading.units[at - 1], reading.units[at - 2]]
  // "Berg, a surgeon,", "Berg is a surgeon", "as a surgeon": what somebody is
  if (before?.type === 'comma' && left?.type === 'np') return false
  if (before?.type === 'vg' && before.copula) return false
  if (before?.type === 'prep' && before.word === 'as') return false
  return (
    head.xpos === 'NN' &&
    (roleHeads.has(fold(head.lemma)) || someone.test(fold(head.lemma))) &&
    // "his wife", "a friend said she" hang on the one who is spoken of
    np.ownerPronoun === undefined &&
    !attached.test(fold(head.lemma))
  )
}

const attached =
  /^(?:friend|relative|colleague|lawyer|attorney|spokesman|spokeswoman|spokesperson|aide|representative|source|neighbou?r|insider)$/
const someone =
  /^(?:man|woman|boy|girl|person|member|eyewitness|resident|victim|prisoner|detainee|passenger|neighbor|neighbour|teenager|student|employee|gunman|attacker|bomber|customer|patient|voter|citizen|native|refugee|migrant|tourist|guest|survivor|rescuer|teen|child|baby|son|daughter|wife|husband|brother|sister|mother|father)$/

/** "In his speech, Berg said": a phrase that opens the sentence looks ahead to its subject. */
function subjectAhead(
  reading: Reading,
  span: Span,
  at: number,
  one: 'he' | 'she',
): Referent | undefined {
  const { units } = reading
  if (!/^(?:his|her)$/.test(span.noun!) || units[0]?.type !== 'prep' || at > 4) return undefined
  if (units.slice(0, at).some((u) => u.type === 'comma' || (u.type === 'np' && u.name)))
    return undefined
  const comma = units.findIndex((u, k) => k > at && u.type === 'comma')
  if (comma < 0 || comma > at + 5 || units.slice(0, comma).some((u) => u.type === 'stop'))
    return undefined
  const subject = units[comma + 1]
  const verb = units[comma + 2]?.type === 'adverb' ? units[comma + 3] : units[comma + 2]
  const who = subject?.type === 'np' ? subject.name?.referent : undefined
  return who?.kind === 'person' &&
    (genderOf(who) ?? one) === one &&
    verb?.type === 'vg' &&
    verb.shape === 'finite'
    ? who
    : undefined
}

/** "…", he said. "…", said he. */
function speaks(reading: Reading, at: number, span: Span): boolean {
  if (!/^(?:he|she)$/.test(span.noun!)) return false
  const [before, after] = [reading.units[at - 1], reading.units[at + 1]]
  return (
    (after?.type === 'vg' && sayVerbs.has(after.lemma)) ||
    // "the minister said he would": he is the subject of the next verb
    (before?.type === 'vg' && sayVerbs.has(before.lemma) && after?.type !== 'vg')
  )
}

const goesOn = (reading: Reading, at: number): boolean => {
  const verb = reading.units[at + 1]
  return verb?.type === 'vg' && /^(?:add|continue|conclude|go)$/.test(verb.lemma)
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
