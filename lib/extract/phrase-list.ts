/** Phrases in a row: “A, B of the party, and C”. */
import type { NounPhrase, Unit } from './phrase'

export const isNp = (unit: Unit | undefined): unit is NounPhrase => unit?.type === 'np'

export const usable = (unit: Unit | undefined): unit is NounPhrase => isNp(unit) && !unit.time

/** Skips adverbs and quotation marks to the left. */
export function back(units: readonly Unit[], i: number): number {
  let k = i
  while (k >= 0 && /^(?:adverb|quote)$/.test(units[k]!.type)) k--
  return k
}

/** All members of the list that ends at np `k`. */
export function listStart(units: readonly Unit[], k: number): number[] {
  for (let start = Math.max(0, k - 12); start < k; start++) {
    if (!usable(units[start])) continue
    const list = readList(units, start)
    if (list.items.includes(k) && list.items.length > 1) return list.items
  }
  return [k]
}

export const kindAt = (units: readonly Unit[], at: number): string | undefined => {
  const unit = units[at]
  return isNp(unit) ? (unit.spans[0]?.referent?.kind ?? unit.spans[0]?.kind) : undefined
}

const memberPreps = /^(?:of|from|at|for|in)$/

/** "A, B of the party, and C": the members of a list that starts at `start`, and the unit behind it. */
export function readList(units: readonly Unit[], start: number): { items: number[]; end: number } {
  const items = [start]
  let end = memberEnd(units, start)
  let sealed: { items: number[]; end: number } = { items: [start], end: start + 1 }
  let apposition = false
  for (let turn = 0; turn < 40; turn++) {
    let k = end
    let comma = false
    let cc = false
    while (k < units.length && (units[k]!.type === 'comma' || units[k]!.type === 'quote')) {
      comma ||= units[k]!.type === 'comma' && (units[k] as { word: string }).word === ','
      k++
    }
    if (
      units[k]?.type === 'cc' &&
      /^(?:and|or|nor|as well as|&)$/.test((units[k] as { word: string }).word)
    ) {
      cc = true
      k++
      if (units[k]?.type === 'adverb') k++
    }
    if (!(comma || cc) || !usable(units[k])) break
    // the phrase opens a clause of its own: ", and Putin said"
    if (opensClause(units, k)) {
      // ", and Putin said" opens a clause; behind "A, head of B," the comma only ends what was said of A
      if (!(cc && (!comma || apposition))) break
    }
    const apposed = comma && !cc && describes(units, k)
    if (apposed) {
      const after = memberEnd(units, k)
      if (units[after]?.type === 'comma' || units[after]?.type === 'cc') {
        end = after
        apposition = true
        continue
      }
      break
    }
    items.push(k)
    apposition = false
    end = memberEnd(units, k)
    if (cc) {
      sealed = { items: [...items], end }
      break
    }
  }
  return sealed
}

/** Behind "B of the party", "B, head of the fund". */
function memberEnd(units: readonly Unit[], k: number): number {
  let end = k + 1
  if (units[end]?.type === 'quote') end++
  const prep = units[end]
  if (prep?.type === 'prep' && memberPreps.test(prep.word) && usable(units[end + 1])) {
    const np = units[k] as NounPhrase
    const institutional = np.spans[0]?.kind === 'person' || prep.word === 'of'
    if (institutional) end += 2
  }
  return end
}

export function opensClause(units: readonly Unit[], k: number): boolean {
  let j = k + 1
  while (units[j]?.type === 'adverb') j++
  const unit = units[j]
  // ", and its secretary, Trish Boland, wrote"
  const verb = units[j + 3]
  if (
    unit?.type === 'comma' &&
    units[j + 1]?.type === 'np' &&
    units[j + 2]?.type === 'comma' &&
    verb?.type === 'vg' &&
    verb.shape === 'finite' &&
    units[k - 1]?.type === 'cc' &&
    units[k - 2]?.type === 'comma'
  )
    return true
  return unit?.type === 'vg' && unit.shape === 'finite'
}

/** "the chief of a fund", "a lawyer": a description of the name before the comma. */
function describes(units: readonly Unit[], k: number): boolean {
  const np = units[k]
  if (!isNp(np) || np.name) return false
  const span = np.spans[0]
  return span === undefined || span.kind === 'person' || span.article === 'a'
}
