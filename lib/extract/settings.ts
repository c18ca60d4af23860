/** When and where, in the source's own words: the time and place phrases of a clause. */
import type { Clause } from './clause'
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
  while (end < units.length && !ends(units[end]!, units[end + 1])) end++
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
        setting.when = textOf(text, reading.sentence, unit.from, unit.to)
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
        (kind === 'place' || (kind === 'government' && before.word === 'in' && unit.name))
      ) {
        setting.where = textOf(text, reading.sentence, unit.from, unit.to).replace(/^the /, '')
      }
    }
  }
  scan(first, end)
  if (clause) {
    const opening = units.findIndex((u) => u.type === 'comma')
    if (opening > 0 && opening < first && units[0]?.type === 'prep' && opening <= 6)
      scan(0, opening)
    else if (units[0]?.type === 'prep' && first <= 3) scan(0, first)
  }
  return setting
}

function ends(unit: Unit, next: Unit | undefined): boolean {
  if (unit.type === 'stop' || unit.type === 'sub' || unit.type === 'rel') return true
  if (unit.type === 'vg') return true
  if (unit.type === 'comma') return !(next?.type === 'prep' && /^(?:in|at|on)$/.test(next.word))
  if (unit.type === 'cc') return true
  return unit.type === 'prep' && /^(?:according to|despite|including)$/.test(unit.word)
}
