/** When and where, in the source's own words: the time and place phrases of a clause. */
import type { Clause } from './clause'
import { fold } from './lexicon'
import type { Unit } from './phrase'
import type { Reading } from './reading'
import { textOf } from './span'

export type Setting = { when?: string; where?: string }

/** Looks right of `from` to the clause's end, then left for a phrase that opens the sentence ("In Geneva this week, …"). */
export function findSetting(
  text: string,
  reading: Reading,
  first: number,
  last: number,
  clause?: Clause,
): Setting {
  const { units } = reading
  const setting: Setting = {}
  let end = last + 1
  while (end < units.length && !(ends(units[end]!, units[end + 1]) && !isTown(units, end))) end++
  const scan = (from: number, to: number) => {
    for (let k = from; k < to; k++) {
      const unit = units[k]!
      if (unit.type !== 'np') continue
      const before = units[k - 1]
      if (
        unit.time &&
        !setting.when &&
        !(before?.type === 'prep' && /^(?:of|for|by)$/.test(before.word))
      )
        setting.when = textOf(text, reading.sentence, unit.from, withYear(reading, unit.to))
      if (
        !setting.when &&
        /^(?:mid|early|late)-\p{Lu}/u.test(textOf(text, reading.sentence, unit.from, unit.to))
      )
        setting.when = textOf(text, reading.sentence, unit.from, unit.to)
      const kind = unit.spans[0]?.referent?.kind
      if (
        !setting.where &&
        before?.type === 'prep' &&
        /^(?:in|at|near|outside|aboard)$/.test(before.word) &&
        (kind === 'place' ||
          (kind === 'government' && before.word === 'in' && unit.name) ||
          (before.word === 'at' &&
            seat.test(fold(textOf(text, reading.sentence, unit.from, unit.to)))))
      ) {
        setting.where = textOf(text, reading.sentence, unit.from, unit.to).replace(/^the /, '')
      }
    }
  }
  scan(first, end)
  // "On Tuesday, officials said that they had met": the day is that of the saying
  if (clause && clause.link !== 'report') {
    const opening = units.findIndex((u) => u.type === 'comma')
    const opens = units[0]?.type === 'prep' || (units[0]?.type === 'np' && units[0].time)
    if (opening > 0 && opening < first && opens && opening <= 6) scan(0, opening)
    else if (opens && first <= 3) scan(0, first)
  }
  return setting
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
  const spot = (k: number) => {
    const unit = units[k]
    return unit?.type === 'np' && /^(?:place|government)$/.test(unit.spans[0]?.referent?.kind ?? '')
  }
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
