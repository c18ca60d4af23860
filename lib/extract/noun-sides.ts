/** The prepositional phrases behind a noun. */
import { readList } from './phrase-list'
import type { Reading } from './reading'

type NounSides = Map<string, number[]>

/** The prepositional phrases behind a noun: "a meeting last month in Miami between A, B and C". */
export function nounSides(reading: Reading, at: number): NounSides {
  const sides: NounSides = new Map()
  let k = at + 1
  // "the report, by Grace Otieno, criticised": set off by commas
  const [comma, by, whom, close] = [0, 1, 2, 3].map((n) => reading.units[k + n])
  if (
    comma?.type === 'comma' &&
    by?.type === 'prep' &&
    /^(?:by|from)$/.test(by.word) &&
    whom?.type === 'np' &&
    (close?.type === 'comma' || close?.type === 'stop')
  )
    return sides.set(by.word, [at + 3])
  while (k < reading.units.length) {
    const unit = reading.units[k]!
    if (unit.type === 'np' && unit.time) k++
    else if (unit.type === 'quote') k++
    // "closer to", "up to": no phrase of the noun's own
    else if (unit.type === 'adverb' && reading.units[k + 1]?.type !== 'prep') k++
    else if (unit.type === 'prep' && reading.units[k + 1]?.type === 'np') {
      // "with researchers from Oxford": "from" tells of the researchers
      const held = reading.units[k - 1]
      const people =
        k > at + 1 &&
        held?.type === 'np' &&
        held.spans.some((s) => /^(?:person|group)$/.test(s.referent?.kind ?? s.kind))
      if (people && /^(?:of|from|for|in|at)$/.test(unit.word)) {
        k = Math.max(readList(reading.units, k + 1).end, k + 2)
        continue
      }
      // "a memorandum signed at a meeting between": the meeting's own
      const met =
        held?.type === 'np' && held.spans.some((s) => (s.referent?.kind ?? s.kind) === 'event')
      if (k > at + 1 && met && /^(?:between|with)$/.test(unit.word)) break
      const list = readList(reading.units, k + 1)
      if (!sides.has(unit.word)) sides.set(unit.word, list.items)
      k = Math.max(list.end, k + 2)
    } else break
  }
  return sides
}
