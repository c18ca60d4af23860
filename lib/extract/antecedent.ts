/** Who was spoken of last that a pronoun may stand for. Doubt between two names nobody. */
import type { Discourse, Trace } from './discourse'
import { fold, sayVerbs } from './lexicon'
import type { NounPhrase, VerbGroup } from './phrase'
import type { Reading } from './reading'
import type { Referent, Span } from './span'

/** Sentences a pronoun looks back over. */
const reach = 2

/** What a pronoun may stand for, in the order it was spoken of: not the one its own verb already has, nor words of another speaker. */
export function listTraces(
  discourse: Discourse,
  reading: Reading,
  span: Span,
  fits: (r: Referent) => boolean,
): Trace[] {
  const found: Trace[] = []
  const { trail, quoted } = discourse
  const quote = quoted.quoteOf(reading.index, span.from)
  const barred = ownSubject(discourse, reading, span)
  for (let i = trail.length - 1; i >= 0; i--) {
    const trace = trail[i]!
    if (trace.sentence < reading.index - reach) break
    if (trace.sentence === reading.index && trace.span.from >= span.from) continue
    if (barred.has(trace.referent) || !fits(trace.referent)) continue
    if (!quote && quoted.quoteOf(trace.sentence, trace.span.from)) continue
    found.push(trace)
  }
  return found.reverse()
}

/** Of the nearest sentence that has any: the subject, or the only one. */
export function pickTrace(
  reading: Reading,
  span: Span,
  at: number,
  traces: readonly Trace[],
): Referent | undefined {
  const possessive = /^(?:his|her|its|their)$/.test(span.noun!)
  for (let back = 0; back <= reach; back++) {
    // "its initial reporting" looks back over its own phrase as well
    const here = traces.filter(
      (t) => t.sentence === reading.index - back && (back > 0 || possessive || t.unit !== at),
    )
    if (here.length) return here.find((t) => t.subject)?.referent ?? here.at(-1)!.referent
  }
  return undefined
}

/** "Berg met him": he is not Berg. "Berg blamed himself" is. */
function ownSubject(discourse: Discourse, reading: Reading, span: Span): Set<Referent> {
  const none = new Set<Referent>()
  if (!/^(?:him|her|them|it)$/.test(span.noun!)) return none
  const { units } = reading
  const at = units.findIndex((u) => u.type === 'np' && u.from <= span.from && u.to > span.from)
  if (at < 0 || units[at]!.from !== span.from || (units[at] as NounPhrase).to !== span.to)
    return none
  // "Norway said it would sign": it is the subject of the next verb, and may well be Norway
  const next = units[at + 1]?.type === 'adverb' ? units[at + 2] : units[at + 1]
  const told = units[at - 1]
  if (
    told?.type === 'vg' &&
    sayVerbs.has(told.lemma) &&
    next?.type === 'vg' &&
    next.shape === 'finite'
  )
    return none
  let verb = at - 1
  if (units[verb]?.type === 'prep') verb--
  if (units[verb]?.type !== 'vg') return none
  for (let k = verb - 1; k >= 0; k--) {
    const unit = units[k]!
    if (unit.type === 'vg' || unit.type === 'stop' || unit.type === 'sub') return none
    if (unit.type === 'np' && units[k - 1]?.type !== 'prep') {
      void discourse
      return new Set(unit.spans.flatMap((s) => s.referent ?? []))
    }
  }
  return none
}

/** The noun phrases before a pronoun, the nearest first, over this sentence and the one before. */
export function phrasesBefore(
  discourse: Discourse,
  reading: Reading,
  span: Span,
): { np: NounPhrase; reading: Reading; subject: boolean }[] {
  const found: { np: NounPhrase; reading: Reading; subject: boolean }[] = []
  for (const back of [0, 1]) {
    const there = back ? discourse.readings[reading.index - 1] : reading
    if (!there) break
    for (let k = there.units.length - 1; k >= 0; k--) {
      const np = there.units[k]!
      if (np.type !== 'np' || np.time || (!back && np.to > span.from)) continue
      if (np.spans.some((s) => s.form === 'pronoun' && !s.referent)) continue
      found.push({ np, reading: there, subject: opensClause(there, k) })
    }
  }
  return found
}

/** Right before a finite verb, not behind a preposition or a verb. */
function opensClause(reading: Reading, at: number): boolean {
  const before = reading.units[at - 1]
  if (before?.type === 'prep' || before?.type === 'vg') return false
  for (let k = at + 1; k < Math.min(reading.units.length, at + 8); k++) {
    const unit = reading.units[k]!
    if (unit.type === 'vg') return (unit as VerbGroup).shape === 'finite'
    if (!/^(?:adverb|prep|np)$/.test(unit.type)) return false
  }
  return false
}

/** "officials", "the Americans", "Berg and Lund": several. */
export function isPlural(reading: Reading, np: NounPhrase): boolean {
  const head = reading.sentence.tokens[np.head]!
  if (np.spans.length > 1) return true
  return (
    /^NNP?S$/.test(head.xpos) || /^(?:people|police|both|many|others|some)$/.test(fold(head.text))
  )
}
