/** Who acts in a finite clause. */
import type { Clause } from './clause'
import { sayVerbs, weakSayVerbs } from './lexicon'
import type { NounPhrase, Unit, VerbGroup } from './phrase'
import { back, isNp, kindAt, readList, usable } from './phrase-list'
import type { Reading } from './reading'

/**
 * Leftmost phrase of the clause that hangs on no preposition. The clause opens after "that", "while", a full stop,
 * or after the verb before it; relative clauses between commas are stepped over.
 */
export function finiteSubject(
  reading: Reading,
  at: number,
  left: number,
  _clauses: ReadonlyMap<number, Clause>,
  clause: Clause,
): number[] {
  const { units } = reading
  let open = 0
  let k = left
  while (k >= 0) {
    const unit = units[k]!
    if (unit.type === 'stop') {
      open = k + 1
      break
    }
    if (unit.type === 'sub') {
      clause.opener = unit.word
      open = k + 1
      break
    }
    if (unit.type === 'rel') {
      // the clause of the relative itself: "terms that Kyiv rejected"
      if (!between(units, k, at, (u) => u.type === 'vg')) {
        clause.link = 'relative'
        open = k + 1
        break
      }
      k--
      continue
    }
    if (unit.type === 'vg' && unit.shape === 'finite') {
      const rel = relativeOpener(units, k)
      // "those who died have sued": the second of two in a row leaves the relative clause
      if (rel !== undefined && (k === at - 1 || between(units, k, at, (u) => u.type === 'comma'))) {
        k = rel - 1
        continue
      }
      const sub = subordinateOpener(units, k)
      if (
        sub !== undefined &&
        sub > 0 &&
        units[sub - 1]?.type === 'comma' &&
        between(units, k, at, (u) => u.type === 'comma') &&
        !usableAfterComma(units, k, at)
      ) {
        // "the minister, when he met them, said"
        k = sub - 1
        continue
      }
      open = afterVerb(units, k, at)
      break
    }
    k--
  }
  if (open === 0) open = behindDateline(units, at)
  // "terms Kyiv had rejected": two phrases in a row, the second is the subject
  const close = back(units, at - 1)
  const zero =
    usable(units[close]) && close === left && usable(units[close - 1]) && close - 1 >= open
  const subject = zero ? close : leftmost(units, open, at)
  if (subject === undefined) {
    // "demands Ukraine rejected" has one; "and said" was handled: nothing to find
    return []
  }
  const list = readList(units, subject)
  const items = list.items.filter((i) => i < at)
  // a relative clause without "that": the phrase before the subject is the object
  if (
    clause.link !== 'relative' &&
    isNp(units[subject - 1]) &&
    !(units[subject - 1] as NounPhrase).time &&
    open <= subject &&
    units[subject - 1]!.type === 'np' &&
    // "told the paper the party would", "Speaking to the board he said": the tree knows it is no relative clause
    !/^(?:root|ccomp|parataxis|conj)$/.test(
      reading.sentence.tokens[(units[at] as VerbGroup).main]?.deprel ?? '',
    ) &&
    // "In a statement it accused"
    !(units[subject - 2]?.type === 'prep' && subject - 2 <= open)
  ) {
    clause.link = 'relative'
    clause.objects.push(subject - 1)
  }
  const opener = units[open - 1]
  if (clause.link === 'relative' && opener?.type === 'rel' && opener.word !== 'whose') {
    let j = open - 2
    while (
      j >= 0 &&
      (/^(?:comma|quote|prep)$/.test(units[j]!.type) ||
        (isNp(units[j]) && (units[j] as NounPhrase).time))
    )
      j--
    // "a compromise circulated by Brazil in 2022, which A dismissed"
    const maker = units[j - 2]
    if (
      units[j - 1]?.type === 'prep' &&
      maker?.type === 'vg' &&
      maker.shape === 'participle' &&
      isNp(units[j - 3]) &&
      kindAt(units, j - 3) === 'paper'
    )
      j -= 3
    // "the force in Sydney, which the Church describes": not the place but what is there
    if (kindAt(units, j) === 'place' && units[j - 1]?.type === 'prep' && isNp(units[j - 2])) j -= 2
    // "the article in which she attacked them": not the article
    const inside = units[open - 2]
    if (isNp(units[j]) && inside?.type === 'prep')
      clause.preps.push({ word: inside.word, at: open - 2, args: [j] })
    else if (isNp(units[j])) clause.objects.push(j)
  }
  return withCompany(units, apposedName(units, items, at), list.end, at)
}

/** "LOME, March 14 - Soldiers seized", "KUALA LUMPUR, Malaysia — The government": the town says nothing. */
function behindDateline(units: readonly Unit[], at: number): number {
  for (let k = 1; k < Math.min(at, 9); k++) {
    const unit = units[k]!
    if (unit.type === 'comma' && /^[-–—]+$/.test(unit.word))
      return kindAt(units, 0) === 'place' || kindAt(units, 0) === 'government' ? k + 1 : 0
    if (!/^(?:np|comma|adverb)$/.test(unit.type)) return 0
  }
  return 0
}

/** "the company's administrator, turnaround expert Ida Holm, sued": the name stands for the office in front of it. */
function apposedName(units: readonly Unit[], items: number[], at: number): number[] {
  const [only, ...more] = items
  if (only === undefined || more.length) return items
  const head = units[only]
  const name = units[only + 2]
  if (!isNp(head) || head.name || head.spans.some((s) => s.referent)) return items
  if (units[only + 1]?.type !== 'comma' || !isNp(name) || !name.name) return items
  return units[only + 3]?.type === 'comma' && only + 3 < at && kindAt(units, only + 2) === 'person'
    ? [only + 2]
    : items
}

const between = (
  units: readonly Unit[],
  a: number,
  b: number,
  fits: (u: Unit) => boolean,
): boolean => units.slice(a + 1, b).some(fits)

function usableAfterComma(units: readonly Unit[], from: number, to: number): boolean {
  const comma = units.findIndex((u, i) => i > from && i < to && u.type === 'comma')
  return (
    comma >= 0 &&
    units.slice(comma + 1, to).some((u, i) => usable(u) && units[comma + i]?.type !== 'prep')
  )
}

function relativeOpener(units: readonly Unit[], verb: number): number | undefined {
  for (let k = verb - 1; k >= 0; k--) {
    const unit = units[k]!
    if (unit.type === 'rel') return k
    if (unit.type === 'sub' && unit.word === 'where') return k
    if (
      unit.type === 'stop' ||
      unit.type === 'sub' ||
      (unit.type === 'vg' && unit.shape === 'finite')
    )
      return undefined
  }
  return undefined
}

function subordinateOpener(units: readonly Unit[], verb: number): number | undefined {
  for (let k = verb - 1; k >= 0; k--) {
    const unit = units[k]!
    if (unit.type === 'sub') return k
    if (unit.type === 'stop' || (unit.type === 'vg' && unit.shape === 'finite')) return undefined
  }
  return undefined
}

/** Where a new clause starts behind a verb: at once after "said", else after the comma or "and" that ends its objects. */
function afterVerb(units: readonly Unit[], verb: number, at: number): number {
  const group = units[verb] as VerbGroup
  const says =
    sayVerbs.has(group.lemma) ||
    weakSayVerbs.has(group.lemma) ||
    /^(?:show|find|make|let|see|mean)$/.test(group.lemma)
  const next = units[verb + 1]
  if (
    says &&
    isNp(next) &&
    !between(units, verb + 1, at, (u) => u.type === 'comma' || u.type === 'cc')
  ) {
    // "told reporters Trump had": the second phrase is the subject
    return isNp(units[verb + 2]) && group.lemma === 'tell' ? verb + 2 : verb + 1
  }
  let last = verb + 1
  for (let k = verb + 1; k < at; k++) {
    const unit = units[k]!
    if (
      (unit.type === 'comma' || unit.type === 'cc') &&
      units.slice(k + 1, at).some((u) => usable(u))
    ) {
      last = k + 1
      if (says || unit.type === 'cc') break
      break
    }
  }
  return last
}

function leftmost(units: readonly Unit[], open: number, at: number): number | undefined {
  let k = open
  // "Speaking in Kyiv, he said": step over the phrase in front
  const first = units.slice(open, at).findIndex((u) => usable(u) || u.type === 'vg')
  if (first >= 0 && units[open + first]!.type === 'vg') {
    const comma = units.findIndex((u, i) => i > open + first && i < at && u.type === 'comma')
    if (comma >= 0) k = comma + 1
  }
  for (; k < at; k++) {
    const unit = units[k]!
    if (!usable(unit)) continue
    const before = units[back(units, k - 1)]
    if (k > open && before?.type === 'prep') {
      // "in Geneva, Rubio": step over the whole list the preposition holds
      const list = readList(units, k)
      if (list.items.length > 1 && list.end < at) k = list.end - 1
      continue
    }
    if (k === open && before?.type === 'prep') continue
    return k
  }
  return undefined
}

/** ", along with the embassies," joins the subject. */
function withCompany(units: readonly Unit[], items: number[], end: number, at: number): number[] {
  for (let k = end; k < at; k++) {
    const unit = units[k]!
    if (
      unit.type === 'prep' &&
      /^(?:along with|together with|alongside|in addition to)$/.test(unit.word) &&
      usable(units[k + 1])
    ) {
      return [...items, ...readList(units, k + 1).items.filter((i) => i < at)]
    }
    if (unit.type === 'cc' && unit.word === 'as well as' && usable(units[k + 1]))
      return [...items, ...readList(units, k + 1).items.filter((i) => i < at)]
    if (unit.type === 'vg') break
  }
  return items
}
