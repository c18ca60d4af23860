/** Who speaks in a quotation: named behind it, before it, or speaking on from the one before. */
import type { Discourse } from './discourse'
import { sayVerbs } from './lexicon'
import type { Unit } from './phrase'
import type { Reading } from './reading'
import { type Source, sourcesAt } from './source'

/** Quotations in a row that one "she said" may speak for. */
const chained = 4

/** Sources of what token `at` says, where it stands between quotation marks. */
export function quoteSources(discourse: Discourse, reading: Reading, at: number): Source[] {
  const first = discourse.quoted.quoteOf(reading.index, at)
  for (let quote = first; quote > 0 && quote > first - chained; quote--) {
    const stretch = discourse.quoted.stretch(quote)
    if (quote < first) {
      const next = discourse.quoted.stretch(quote + 1)
      if (next.from.sentence - stretch.to.sentence > 1) return []
    }
    const speaker = speakerOf(discourse, stretch)
    if (speaker) return sourcesAt(discourse.text, speaker.reading, [speaker.unit])
  }
  return []
}

type Speaker = { reading: Reading; unit: number }

function speakerOf(
  discourse: Discourse,
  { from, to }: ReturnType<Discourse['quoted']['stretch']>,
): Speaker | undefined {
  const last = discourse.readings[to.sentence]!
  const behind = last.units.findIndex((u) => u.from > to.token)
  const after = behind < 0 ? undefined : nextSpeaker(last.units, behind)
  if (after !== undefined) return { reading: last, unit: after }
  const opening = discourse.readings[from.sentence]!
  const open = opening.units.findIndex((u) => u.from >= from.token)
  const before = open <= 0 ? undefined : lastSpeaker(opening.units, open)
  return before === undefined ? undefined : { reading: opening, unit: before }
}

const says = (unit: Unit | undefined): boolean =>
  unit?.type === 'vg' && !unit.passive && unit.shape === 'finite' && sayVerbs.has(unit.lemma)

/** "…," Berg said; "…," said Berg; "…," Berg, the minister, said */
function nextSpeaker(units: readonly Unit[], from: number): number | undefined {
  let noun: number | undefined
  for (let k = from; k < Math.min(units.length, from + 9); k++) {
    const unit = units[k]!
    if (unit.type === 'quote' && k > from) return undefined
    if (unit.type === 'stop' && k > from) return undefined
    if (unit.type === 'np' && !unit.time && units[k - 1]?.type !== 'prep') noun ??= k
    if (unit.type !== 'vg') continue
    if (!says(unit)) return undefined
    if (noun !== undefined) return noun
    return units[k + 1]?.type === 'np' ? k + 1 : undefined
  }
  return undefined
}

/** Berg said: "…"; Berg told Reuters, "…" */
function lastSpeaker(units: readonly Unit[], open: number): number | undefined {
  for (let k = open - 1; k >= Math.max(0, open - 6); k--) {
    const unit = units[k]!
    if (unit.type !== 'vg') continue
    if (!says(unit)) return undefined
    for (let noun = k - 1; noun >= 0; noun--) {
      const left = units[noun]!
      if (left.type === 'vg' || left.type === 'stop') return undefined
      if (left.type === 'np' && !left.time && units[noun - 1]?.type !== 'prep') return noun
    }
    return undefined
  }
  return undefined
}
