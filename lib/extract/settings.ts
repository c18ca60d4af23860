/** When and where, in the source's own words: the time and place phrases of a clause. */
import type { Clause } from './clause'
import { fold } from './lexicon'
import { nounFrames } from './noun-frames'
import type { NounPhrase, Unit } from './phrase'
import { readList } from './phrase-list'
import type { Reading } from './reading'
import { textOf } from './span'
import { finiteTag } from './stance-words'

export type Setting = { when?: string; where?: string }

/**
 * Looks right of the verb (of `first`, for a noun) to the clause's end; then for a time left of the verb, and for a
 * phrase that opens the sentence ("In Geneva this week, …"). What stands in the subject tells of the subject:
 * "embassies in Washington" are no place where they acted.
 */
export function findSetting(
  text: string,
  reading: Reading,
  first: number,
  last: number,
  clause?: Clause,
): Setting {
  const { units } = reading
  const setting: Setting = {}
  const take = (from: number, to: number, places: boolean) => {
    for (let k = from; k < to; k++) {
      const unit = units[k]
      if (unit?.type !== 'np') continue
      if (isTime(text, reading, k))
        setting.when ??= textOf(text, reading.sentence, unit.from, withYear(reading, unit.to))
      else if (places && isPlace(text, reading, k))
        setting.where ??= textOf(text, reading.sentence, unit.from, unit.to).replace(/^the /, '')
    }
  }
  const end = endOf(units, last)
  const verb = clause?.verb.lemma ? clause.at : undefined
  take(verb === undefined ? first : Math.max(first, Math.min(verb, last)), end, true)
  if (verb !== undefined) {
    if (!units.slice(first, verb).some((u) => /^(?:comma|rel|vg)$/.test(u.type)))
      take(first, verb, kindOf(units[first]) === 'event')
    let left = verb - 1
    while (units[left]?.type === 'adverb') left--
    take(left, verb, false)
  }
  // "On Tuesday, officials said that they had met": the day is that of the saying
  if (clause && clause.link !== 'report') {
    const opening = units.findIndex((u) => u.type === 'comma')
    const opens = units[0]?.type === 'prep' || (units[0]?.type === 'np' && units[0].time)
    if (opening > 0 && opening < first && opens && opening <= 6) take(0, opening, true)
    else if (opens && first <= 3) take(0, first, true)
  }
  // "said on Tuesday that they back the plan": where they stand on that day
  if (clause?.link === 'report' && /^VB[PZ]$/.test(finiteTag(reading, clause)))
    take((clause.governor ?? first) + 1, first, false)
  setting.when ??= aftermath(text, reading, verb ?? first, end)
  return setting.when === undefined ? dropWhen(setting) : setting
}

const dropWhen = ({ where }: Setting): Setting => (where === undefined ? {} : { where })

function endOf(units: readonly Unit[], last: number): number {
  let end = last + 1
  while (end < units.length) {
    // "met its chief, Ida Holm, on Monday"
    if (isName(units, end)) end += 3
    else if (ends(units[end]!, units[end + 1]) && !isTown(units, end)) break
    else end++
  }
  // ", last year.": a time between commas
  const [comma, time, close] = [units[end], units[end + 1], units[end + 2]]
  const trailing =
    comma?.type === 'comma' &&
    time?.type === 'np' &&
    time.time &&
    /^(?:comma|stop)$/.test(close?.type ?? 'stop')
  return trailing ? end + 2 : end
}

/** A name between commas, with the clause's own words behind it. */
function isName(units: readonly Unit[], comma: number): boolean {
  const [open, name, close, behind] = [0, 1, 2, 3].map((k) => units[comma + k])
  return (
    open?.type === 'comma' &&
    name?.type === 'np' &&
    name.name !== undefined &&
    close?.type === 'comma' &&
    (behind?.type === 'prep' || (behind?.type === 'np' && behind.time === true))
  )
}

function isTime(text: string, reading: Reading, k: number): boolean {
  const unit = reading.units[k] as NounPhrase
  const before = reading.units[k - 1]
  if (unit.time) return !(before?.type === 'prep' && /^(?:of|for|by)$/.test(before.word))
  return /^(?:mid|early|late)-\p{Lu}/u.test(textOf(text, reading.sentence, unit.from, unit.to))
}

function isPlace(text: string, reading: Reading, k: number): boolean {
  const unit = reading.units[k] as NounPhrase
  const before = reading.units[k - 1]
  if (before?.type !== 'prep' || !/^(?:in|at|near|outside|aboard)$/.test(before.word)) return false
  const kind = unit.spans[0]?.referent?.kind
  if (kind === 'place') return !describes(reading.units[k - 2], /^(?:group|organization|other)$/)
  if (kind === 'government' && before.word === 'in' && unit.name)
    return !describes(reading.units[k - 2], /^(?:group|organization|other|place)$/)
  return before.word === 'at' && seat.test(fold(textOf(text, reading.sentence, unit.from, unit.to)))
}

const kindOf = (unit: Unit | undefined) =>
  unit?.type === 'np' ? (unit.spans[0]?.referent?.kind ?? unit.spans[0]?.kind) : undefined

/** "embassies in Washington", "the war in Norway": the place goes with the noun before it. */
function describes(unit: Unit | undefined, kinds: RegExp): boolean {
  if (unit?.type !== 'np' || unit.name || unit.time) return false
  return kinds.test(kindOf(unit) ?? '') || ongoing.test(unit.spans[0]?.noun ?? '')
}

const ongoing = /^(?:war|conflict|crisis|uprising|campaign|election|offensive|outbreak)$/

/** "shortly after a meeting between A and B": a time told by what happened. */
function aftermath(text: string, reading: Reading, from: number, end: number): string | undefined {
  const { units, sentence } = reading
  for (let k = from; k < end; k++) {
    const [unit, np] = [units[k]!, units[k + 1]]
    if (unit.type !== 'prep' || np?.type !== 'np') continue
    if (!/^(?:after|before|following|during|ahead of)$/.test(unit.word)) continue
    const noun = fold(sentence.tokens[np.head]?.lemma ?? '')
    if (kindOf(np) !== 'event' && !nounFrames.has(noun)) continue
    const lead = units[k - 1]
    const opens = lead?.type === 'adverb' && /^(?:shortly|soon|immediately|just)$/.test(lead.word)
    let to = k + 2
    while (units[to]?.type === 'prep' && units[to + 1]?.type === 'np')
      to = readList(units, to + 1).end
    return textOf(text, sentence, opens ? lead.from : unit.from, units[to - 1]!.to)
  }
  return undefined
}

/** "3 May 2021", "May 3, 2021": past the year. */
function withYear(reading: Reading, to: number): number {
  const { tokens } = reading.sentence
  const year = (k: number) => /^(?:19|20)\d\d$/.test(tokens[k]?.text ?? '')
  if (year(to)) return to + 1
  return tokens[to]?.text === ',' && year(to + 1) ? to + 2 : to
}

/** Bodies that one meets at as at a place. */
const seat =
  /\b(?:white house|kremlin|pentagon|capitol|downing street|palace|embassy|consulate|headquarters|town hall|city hall)$/

/** The commas of "in Lisbon, Portugal, on Monday" */
function isTown(units: readonly Unit[], comma: number): boolean {
  if (units[comma]?.type !== 'comma') return false
  const spot = (k: number) => /^(?:place|government)$/.test(kindOf(units[k]) ?? '')
  const next = units[comma + 2]
  return (
    (spot(comma - 1) && spot(comma + 1) && /^(?:comma|stop|prep)$/.test(next?.type ?? 'stop')) ||
    (spot(comma - 1) &&
      units[comma - 2]?.type === 'comma' &&
      spot(comma - 3) &&
      units[comma + 1]?.type === 'prep')
  )
}

function ends(unit: Unit, next: Unit | undefined): boolean {
  if (unit.type === 'stop' || unit.type === 'sub' || unit.type === 'rel') return true
  if (unit.type === 'vg') return true
  if (unit.type === 'comma') return !(next?.type === 'prep' && /^(?:in|at|on)$/.test(next.word))
  if (unit.type === 'cc') return true
  return unit.type === 'prep' && /^(?:according to|despite|including)$/.test(unit.word)
}
