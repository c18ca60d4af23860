/** Words round a clause that tell how it is put: “neither”, “almost”, “next week”, “unconfirmed reports”. */
import type { Clause } from './clause'
import { fold, stanceOf } from './lexicon'
import type { Unit } from './phrase'
import type { Reading } from './reading'
import { lower } from './span'

export const finiteTag = (reading: Reading, clause: Clause) =>
  reading.sentence.tokens[clause.verb.from]?.xpos ?? ''

export const adjectiveAfter = (reading: Reading, clause: Clause): string => {
  for (let k = clause.at + 1; k < Math.min(reading.units.length, clause.at + 4); k++) {
    const unit = reading.units[k]!
    if (unit.type === 'adjective') return unit.word
  }
  return lower(reading.sentence.tokens[clause.verb.main + 1])
}

/** ", reportedly believe": the adverb stands apart from the verb. */
export function wordNearby(
  units: readonly Unit[],
  at: number,
  words: ReadonlySet<string>,
): boolean {
  for (const k of [at - 1, at - 2, at + 1]) {
    const unit = units[k]
    if (unit?.type === 'adverb' && words.has(unit.word)) return true
    if (k < at && unit?.type === 'np') return false
  }
  return false
}

/** "neither confirmed nor denied", "no longer backs" */
export function neither(reading: Reading, clause: Clause): boolean {
  const { tokens } = reading.sentence
  return tokens
    .slice(Math.max(0, clause.verb.from - 2), clause.verb.main + 1)
    .some(
      (t, i, row) =>
        /^(?:neither|nor)$/.test(lower(t)) || (lower(t) === 'no' && lower(row[i + 1]) === 'longer'),
    )
}

/** "few were told", "no officials met" */
export function noSubject(reading: Reading, clause: Clause): boolean {
  const own = clause.verb.passive ? clause.objects : clause.subjects
  const first = reading.units[own[0] ?? -1]
  if (first && lower(reading.sentence.tokens[first.from - 1]) === 'neither') return true
  return own.some((k) => {
    const unit = reading.units[k]
    return (
      unit?.type === 'np' &&
      /^(?:no|few|neither|nobody|none)$/.test(lower(reading.sentence.tokens[unit.from]))
    )
  })
}

export function conditionAround(units: readonly Unit[], clause: Clause): boolean {
  return (
    clause.link !== 'report' &&
    units.some((u) => u.type === 'sub' && /^(?:if|unless)$/.test(u.word))
  )
}

export const goingTo = (reading: Reading, clause: Clause): boolean => {
  const { tokens } = reading.sentence
  return (
    clause.verb.lemma === 'go' &&
    tokens[clause.verb.main]?.xpos === 'VBG' &&
    tokens[clause.verb.main + 1]?.xpos === 'TO'
  )
}

const inTalksWords = /^(?:talk|negotiation|discussion)$/

/** "is in talks to buy" */
export const inTalks = (reading: Reading, clause: Clause): boolean =>
  clause.preps.some((p) => {
    const np = reading.units[p.args[0] ?? -1]
    return (
      p.word === 'in' &&
      np?.type === 'np' &&
      inTalksWords.test(reading.sentence.tokens[np.head]?.lemma ?? '')
    )
  })

export const almost = (reading: Reading, clause: Clause): boolean =>
  /^(?:almost|nearly)$/.test(lower(reading.sentence.tokens[clause.verb.from - 1]))

/** "according to unconfirmed reports" */
export function rumoured(reading: Reading): boolean {
  const { tokens } = reading.sentence
  return reading.units.some((unit, k) => {
    const np = reading.units[k + 1]
    return (
      unit.type === 'prep' &&
      /^(?:according to|amid)$/.test(unit.word) &&
      np?.type === 'np' &&
      tokens
        .slice(np.from, np.to)
        .some((t) => /^(?:unconfirmed|unverified|conflicting|disputed|rumou?rs?)$/.test(lower(t)))
    )
  })
}

export const holdsPlan = (reading: Reading, clause: Clause): boolean =>
  clause.objects.some((k) => {
    const np = reading.units[k]
    return (
      np?.type === 'np' &&
      stanceOf.plannedNouns.has(fold(reading.sentence.tokens[np.head]?.lemma ?? ''))
    )
  })

/** "when Norway chairs the summit next year" */
export function timetabled(reading: Reading, clause: Clause): boolean {
  if (!/^VB[ZPG]$/.test(finiteTag(reading, clause))) return false
  const { tokens } = reading.sentence
  const behind = tokens.slice(clause.verb.main + 1, clause.verb.main + 14)
  const end = behind.findIndex((t) => /^[,;:.]$/.test(t.text) || /^VB/.test(t.xpos))
  return behind
    .slice(0, end < 0 ? undefined : end)
    .some(
      (t, i, row) =>
        lower(t) === 'tomorrow' ||
        (lower(t) === 'next' &&
          /^(?:week|month|year|summer|spring|autumn|fall|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)$/.test(
            lower(row[i + 1]),
          )),
    )
}

export function prepBefore(units: readonly Unit[], at: number): string {
  for (let k = at - 1; k >= Math.max(0, at - 3); k--) {
    const unit = units[k]!
    if (unit.type === 'prep' || unit.type === 'sub') return unit.word
  }
  return ''
}
