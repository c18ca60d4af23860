/** Who was spoken of last that a pronoun may stand for. Doubt between two names nobody. */
import type { Discourse, Trace } from './discourse'
import { sayVerbs } from './lexicon'
import type { NounPhrase, Unit, VerbGroup } from './phrase'
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
  const barred = ownSubject(reading, span)
  // "…", he told: a mark that was never closed reaches too far
  const verb = reading.units.find((u) => u.from === span.to)
  const tells = verb?.type === 'vg' && sayVerbs.has(verb.lemma)
  const voice =
    quote && !tells && /^(?:he|she|him|her|his)$/.test(span.noun!) && voiceOf(discourse, quote)
  if (voice) barred.add(voice)
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
  const beside = possessive && pickBeside(reading, at, traces)
  if (beside) return beside
  for (let back = 0; back <= reach; back++) {
    // "its initial reporting" looks back over its own phrase as well
    const here = traces.filter(
      (t) => t.sentence === reading.index - back && (back > 0 || possessive || t.unit !== at),
    )
    if (here.length) return here.find((t) => t.subject)?.referent ?? here.at(-1)!.referent
  }
  return undefined
}

/** "Altmark and its founder": the one it is named beside. */
function pickBeside(reading: Reading, at: number, traces: readonly Trace[]): Referent | undefined {
  const cc = reading.units[at - 1]
  if (cc?.type !== 'cc' || cc.word !== 'and') return undefined
  return traces.find((t) => t.sentence === reading.index && t.unit === at - 2)?.referent
}

/** "Berg met him": he is not Berg, nor in "Berg met Lund and accused him". "Berg blamed himself" is. */
function ownSubject(reading: Reading, span: Span): Set<Referent> {
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
  const subjects = [subjectOf(units, verb)]
  // "Voss called on Rosk to sack him": he is neither
  const deed = units[verb] as VerbGroup
  if (deed.shape === 'infinitive' && hostile.test(deed.lemma)) {
    const order = units.findLastIndex((u, k) => k < verb && u.type === 'vg')
    if (order >= 0) subjects.push(subjectOf(units, order))
  }
  return new Set(subjects.flatMap((np) => np?.spans.flatMap((s) => s.referent ?? []) ?? []))
}

const hostile =
  /^(?:sack|fire|arrest|dismiss|remove|investigate|punish|discipline|suspend|expel|prosecute|charge|jail|detain|oust|replace|kill|sanction|condemn|denounce|extradite|deport)$/

/** The phrase before a verb; verbs in a row ("met Lund, told him and left") share the first one's. */
function subjectOf(units: readonly Unit[], verb: number): NounPhrase | undefined {
  let k = verb - 1
  while (units[k]?.type === 'adverb') k--
  const joined = units[k]?.type === 'cc' || units[k]?.type === 'comma'
  if (joined) {
    while (units[k]?.type === 'cc' || units[k]?.type === 'comma') k--
    for (; k >= 0; k--) {
      const unit = units[k]!
      if (unit.type === 'vg') return subjectOf(units, k)
      if (unit.type === 'stop' || unit.type === 'sub') return undefined
    }
    return undefined
  }
  for (; k >= 0; k--) {
    const unit = units[k]!
    if (unit.type === 'vg' || unit.type === 'stop' || unit.type === 'sub') return undefined
    if (unit.type === 'np' && units[k - 1]?.type !== 'prep') return unit
  }
  return undefined
}

/** Who says a quotation, by the sentences it opens and closes in: "…," said A. A said: "…" */
function voiceOf(discourse: Discourse, quote: number): Referent | undefined {
  const { from, to } = discourse.quoted.stretch(quote)
  const here = speakersAt(discourse, [from.sentence, to.sentence], quote)
  // A said it was so. "It …": the words that follow are still A's
  const found = here.size ? here : speakersAt(discourse, [from.sentence - 1], quote)
  return found.size === 1 ? [...found][0] : undefined
}

function speakersAt(
  discourse: Discourse,
  sentences: readonly number[],
  quote: number,
): Set<Referent> {
  const found = new Set<Referent>()
  for (const index of new Set(sentences)) {
    const reading = discourse.readings[index]
    reading?.units.forEach((unit, at) => {
      if (unit.type !== 'vg' || !sayVerbs.has(unit.lemma)) return
      if (discourse.quoted.quoteOf(index, unit.main)) return
      for (const near of [reading.units[at - 1], reading.units[at + 1]]) {
        const who = near?.type === 'np' ? near.spans[0]?.referent : undefined
        if (near && who?.kind === 'person' && discourse.quoted.quoteOf(index, near.from) !== quote)
          found.add(who)
      }
    })
  }
  return found
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
  return /^NNP?S$/.test(head.xpos) || /^(?:people|police|both|many|others|some)$/.test(head.folded)
}
