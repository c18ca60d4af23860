/**
 * Who does what to whom in a row of phrases: the subject, objects and prepositional phrases of each verb group,
 * over passives, control ("directed Witkoff to meet Putin"), coordination and relative clauses.
 */
import { fold, sayVerbs, weakSayVerbs } from './lexicon'
import type { NounPhrase, Unit, VerbGroup } from './phrases'
import type { Reading } from './reading'

/** A prepositional phrase: the word, and the units of its noun phrases. */
export type Prep = { word: string; at: number; args: number[] }

export type Clause = {
  /** Unit of the verb group. */
  at: number
  verb: VerbGroup
  /** Units of noun phrases. Passive clauses have the one who acts in `subjects` and the patient in `objects`. */
  subjects: number[]
  objects: number[]
  preps: Prep[]
  particle?: string
  /** Unit of the verb group or noun phrase this clause hangs on, and how. */
  governor?: number
  link?: 'control' | 'report' | 'participle' | 'relative' | 'prep' | 'conjunct'
  /** The word that opens the clause: "if", "while". */
  opener?: string
  /** Units of the complement after a copula. */
  complement?: number
}

const objectControl = new Set(
  'direct order ask urge tell force allow lead assign send appoint invite persuade convince pressure press push call want expect help enable get cause prompt instruct encourage advise warn command task authorize authorise require compel dispatch empower permit lobby beg implore challenge remind teach train tip hire recruit pay nominate choose select elect commission charge trust mandate oblige nudge'.split(
    ' ',
  ),
)
const subjectControl = new Set('promise threaten vow pledge offer agree refuse decline'.split(' '))
const accusing =
  /^(?:accuse|suspect|convict|blame|charge|prevent|stop|ban|bar|keep|dissuade|discourage|acquit)$/
const particles = new Set(
  'forward down up out off back over away aside together apart in on through along'.split(' '),
)

export function readClauses(reading: Reading): Clause[] {
  const { units } = reading
  const clauses = new Map<number, Clause>()
  units.forEach((unit, at) => {
    if (unit.type !== 'vg') return
    // "avoided X but pointed to Y": after "but", a past tense that looks like a participle
    const joined = units[back(units, at - 1)]
    const sibling = [...clauses.values()].at(-1)
    if (
      unit.shape === 'participle' &&
      joined?.type === 'cc' &&
      sibling?.verb.shape === 'finite' &&
      !sibling.verb.passive &&
      !(units[at + 1]?.type === 'prep' && (units[at + 1] as { word: string }).word === 'by')
    ) {
      unit.shape = 'finite'
      unit.passive = false
    }
    clauses.set(at, readClause(reading, at, unit, clauses))
  })
  shareObjects(units, clauses)
  return [...clauses.values()]
}

const isNp = (unit: Unit | undefined): unit is NounPhrase => unit?.type === 'np'
const usable = (unit: Unit | undefined): unit is NounPhrase => isNp(unit) && !unit.time

function readClause(
  reading: Reading,
  at: number,
  verb: VerbGroup,
  clauses: ReadonlyMap<number, Clause>,
): Clause {
  const { units } = reading
  const clause: Clause = { at, verb, subjects: [], objects: [], preps: [] }
  const subject = findSubject(reading, at, verb, clauses, clause)
  readRight(reading, at, clause)
  if (verb.passive) {
    clause.objects.push(...subject.filter((s) => !clause.objects.includes(s)))
    const by = clause.preps.find((p) => p.word === 'by')
    clause.subjects = by?.args ?? []
    // "was forced to", "was told that": the patient also acts below
  } else {
    clause.subjects = subject
  }
  if (clause.governor === undefined && verb.shape === 'finite') {
    const report = reportingGovernor(units, at, clauses)
    if (report !== undefined) {
      clause.governor = report
      clause.link = 'report'
    }
  }
  return clause
}

/** Skips adverbs and quotation marks to the left. */
function back(units: readonly Unit[], i: number): number {
  let k = i
  while (k >= 0 && /^(?:adverb|quote)$/.test(units[k]!.type)) k--
  return k
}

function findSubject(
  reading: Reading,
  at: number,
  verb: VerbGroup,
  clauses: ReadonlyMap<number, Clause>,
  clause: Clause,
): number[] {
  const { units } = reading
  const left = back(units, at - 1)
  const before = units[left]
  if (verb.shape === 'infinitive') return controlSubject(units, at, clauses, clause)
  if (before?.type === 'rel') {
    clause.link = 'relative'
    return relativeAntecedent(units, left, clauses, clause)
  }
  if (before?.type === 'cc') {
    const sibling = conjunctOf(units, left, verb, clauses)
    if (sibling) {
      clause.governor = sibling.governor
      clause.link = sibling.link ?? 'conjunct'
      clause.opener = sibling.opener
      if (verb.passive) return sibling.verb.passive ? sibling.objects : sibling.subjects
      return sibling.verb.passive ? sibling.objects : sibling.subjects
    }
  }
  if (verb.shape === 'gerund' || verb.shape === 'participle')
    return participleSubject(units, at, left, verb, clauses, clause)
  return finiteSubject(reading, at, left, clauses, clause)
}

/** "directed Witkoff to meet", "the assignment of Witkoff to meet", "agreed to meet", "Trump's plan to meet" */
function controlSubject(
  units: readonly Unit[],
  at: number,
  clauses: ReadonlyMap<number, Clause>,
  clause: Clause,
): number[] {
  clause.link = 'control'
  let k = back(units, at - 1)
  const conjunct = units[k]
  if (conjunct?.type === 'cc' || conjunct?.type === 'comma') {
    for (let j = k - 1; j >= 0; j--) {
      const sibling = clauses.get(j)
      if (sibling?.verb.shape === 'infinitive') {
        clause.governor = sibling.governor
        return sibling.verb.passive ? sibling.objects : sibling.subjects
      }
      if (sibling?.verb.shape === 'finite') break
    }
  }
  while (k >= 0) {
    const unit = units[k]!
    if (unit.type === 'vg') {
      const governor = clauses.get(k)!
      clause.governor = k
      const own = governor.verb.passive ? governor.objects : governor.subjects
      if (governor.verb.passive) return governor.objects
      const objects = governor.objects
      const onWhom = governor.preps.find(
        (p) =>
          /^(?:on|upon|for|with)$/.test(p.word) &&
          /^(?:call|rely|press|push|plead|arrange|appeal|urge|wait)$/.test(governor.verb.lemma),
      )
      if (objectControl.has(governor.verb.lemma) && !subjectControl.has(governor.verb.lemma)) {
        if (onWhom) return onWhom.args
        if (objects.length) return objects
      }
      return own
    }
    if (isNp(unit) && k === back(units, at - 1)) {
      // is the phrase right before "to" the object of a verb, or a noun that governs?
      const previous = units[k - 1]
      if (previous?.type === 'prep' && previous.word === 'of' && isNp(units[k - 2])) {
        clause.governor = k - 2
        return listStart(units, k)
      }
      if (
        previous?.type === 'prep' &&
        (previous.word === 'by' || previous.word === 'from' || previous.word === 'for') &&
        isNp(units[k - 2])
      ) {
        clause.governor = k - 2
        return listStart(units, k)
      }
    }
    if (unit.type === 'stop' || unit.type === 'sub' || unit.type === 'rel') break
    k--
  }
  return []
}

/** All members of the list that ends at np `k`. */
function listStart(units: readonly Unit[], k: number): number[] {
  for (let start = Math.max(0, k - 12); start < k; start++) {
    if (!usable(units[start])) continue
    const list = readList(units, start)
    if (list.items.includes(k) && list.items.length > 1) return list.items
  }
  return [k]
}

function relativeAntecedent(
  units: readonly Unit[],
  rel: number,
  clauses: ReadonlyMap<number, Clause>,
  clause: Clause,
): number[] {
  let k = rel - 1
  while (k >= 0 && /^(?:comma|quote|adverb|adjective|prep)$/.test(units[k]!.type)) k--
  const unit = units[k]
  if (!isNp(unit)) return []
  void clauses
  clause.governor = undefined
  if (kindAt(units, k) === 'place' && units[k - 1]?.type === 'prep' && isNp(units[k - 2])) k -= 2
  // "the head of the fund, who met": a person is who, a thing is which
  const word = (units[rel] as { word: string }).word
  if (
    /^(?:who|whom)$/.test(word) &&
    unit.spans[0] &&
    !/^(?:person|group)$/.test(unit.spans[0].referent?.kind ?? unit.spans[0].kind)
  ) {
    for (let j = k - 1; j >= Math.max(0, k - 6); j--) {
      const other = units[j]
      if (other?.type === 'vg') break
      if (
        isNp(other) &&
        other.spans.some((s) => /^(?:person|group)$/.test(s.referent?.kind ?? s.kind))
      )
        return [j]
    }
    return []
  }
  return units[k - 1]?.type === 'cc' || units[k - 1]?.type === 'comma' ? [k] : [k]
}

/** "and insisted": the verb before that it goes along with. */
function conjunctOf(
  units: readonly Unit[],
  cc: number,
  verb: VerbGroup,
  clauses: ReadonlyMap<number, Clause>,
): Clause | undefined {
  for (let k = cc - 1; k >= 0; k--) {
    const sibling = clauses.get(k)
    if (sibling) {
      if (sibling.verb.shape === verb.shape) return sibling
      if (verb.shape === 'finite' && sibling.verb.shape !== 'finite') continue
      // "to modify or remove": the second has lost its "to"
      if (verb.shape === 'participle' && sibling.verb.passive) return sibling
      if (sibling.verb.shape === 'infinitive' && verb.shape === 'finite') continue
      return undefined
    }
    if (units[k]!.type === 'stop') return undefined
  }
  return undefined
}

function participleSubject(
  units: readonly Unit[],
  at: number,
  left: number,
  verb: VerbGroup,
  clauses: ReadonlyMap<number, Clause>,
  clause: Clause,
): number[] {
  clause.link = 'participle'
  const before = units[left]
  const main = nearestClause(units, left, clauses, (c) => c.verb.shape === 'finite')
  if (before?.type === 'prep' || before?.type === 'sub') {
    clause.link = 'prep'
    const noun = units[left - 1]
    const blamed = main && accusing.test(main.verb.lemma)
    clause.governor = isNp(noun) && !blamed ? left - 1 : main?.at
    // "accused X of lying": X lies
    if (main && accusing.test(main.verb.lemma)) return main.objects
    if (isNp(noun) && noun.owner && noun.owner.spans.length) return []
    return main ? (main.verb.passive ? main.objects : main.subjects) : []
  }
  if (before?.type === 'vg') {
    const governor = clauses.get(left)
    clause.governor = left
    clause.link = 'control'
    return governor ? (governor.verb.passive ? governor.objects : governor.subjects) : []
  }
  if (isNp(before)) {
    // "made him sign", "a document outlining": the phrase right before
    const governing = units[left - 1]?.type === 'vg' ? clauses.get(left - 1) : undefined
    if (governing && /^(?:see|hear|watch|catch|find|leave|keep)$/.test(governing.verb.lemma))
      clause.governor = governing.at
    if (!before.time) return nearbyHead(units, left, verb)
    return nearbyHead(units, left - 1, verb)
  }
  if (before?.type === 'comma') {
    const nearest = back(units, left - 1)
    const near = units[nearest]
    if (verb.shape === 'participle') {
      const closed = commaAfter(units, at)
      const subject = main ? (main.verb.passive ? main.objects : main.subjects) : []
      if (
        !closed &&
        subject.length &&
        subject.some((s) => kindAt(units, s) === 'paper') &&
        !(isNp(near) && kindAt(units, nearest) === 'paper' && near.spans[0]?.article === 'a')
      )
        return subject
      if (isNp(near)) return nearbyHead(units, nearest, verb)
      return subject
    }
    // ", threatening to": the main clause's subject; "X, citing Y, said": X
    const closed = commaAfter(units, at)
    if (
      main &&
      !(
        closed &&
        isNp(near) &&
        nearest < left &&
        main.at < nearest &&
        units[nearest + 1] === units[left] &&
        clauses.size === 0
      )
    ) {
      clause.governor = main.at
      return main.verb.passive ? main.objects : main.subjects
    }
    if (isNp(near)) return [nearest]
  }
  if (left < 0) {
    // "Speaking in Kyiv, Starmer said": the subject after the comma
    const comma = units.findIndex((u, i) => i > at && u.type === 'comma')
    for (let k = comma + 1; comma > 0 && k < Math.min(units.length, comma + 4); k++)
      if (usable(units[k])) return [k]
  }
  return []
}

/** The head that a participle after "A of B" describes: B, unless only A can be what the verb asks. */
function nearbyHead(units: readonly Unit[], at: number, verb: VerbGroup): number[] {
  let k = at
  while (k >= 0 && isNp(units[k]) && (units[k] as NounPhrase).time) {
    k--
    if (units[k]?.type === 'prep') k--
  }
  if (!isNp(units[k])) return []
  const paperVerb =
    /^(?:publish|report|write|draft|submit|present|sign|release|leak|share|send|author|base|release|back|propose|approve|pass)$/.test(
      verb.lemma,
    )
  if (paperVerb && kindAt(units, k) !== 'paper' && units[k - 1]?.type === 'prep') {
    for (let j = k - 2; j >= Math.max(0, k - 5); j--)
      if (isNp(units[j]) && kindAt(units, j) === 'paper') return [j]
  }
  return [k]
}

const kindAt = (units: readonly Unit[], at: number): string | undefined => {
  const unit = units[at]
  return isNp(unit) ? (unit.spans[0]?.referent?.kind ?? unit.spans[0]?.kind) : undefined
}

function commaAfter(units: readonly Unit[], at: number): boolean {
  for (let k = at + 1; k < units.length; k++) {
    const type = units[k]!.type
    if (type === 'stop') return false
    if (type === 'comma') return units.slice(k + 1).some((u) => u.type === 'vg')
    if (type === 'vg') return false
  }
  return false
}

function nearestClause(
  units: readonly Unit[],
  from: number,
  clauses: ReadonlyMap<number, Clause>,
  fits: (c: Clause) => boolean,
): Clause | undefined {
  for (let k = from; k >= 0; k--) {
    if (units[k]!.type === 'stop') return undefined
    const clause = clauses.get(k)
    if (clause && fits(clause)) return clause
  }
  return undefined
}

/**
 * Leftmost phrase of the clause that hangs on no preposition. The clause opens after "that", "while", a full stop,
 * or after the verb before it; relative clauses between commas are stepped over.
 */
function finiteSubject(
  reading: Reading,
  at: number,
  left: number,
  clauses: ReadonlyMap<number, Clause>,
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
      if (rel !== undefined && between(units, k, at, (u) => u.type === 'comma')) {
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
    units[subject - 1]!.type === 'np'
  ) {
    clause.link = 'relative'
    clause.objects.push(subject - 1)
  }
  const opener = units[open - 1]
  if (clause.link === 'relative' && opener?.type === 'rel' && opener.word !== 'whose') {
    let j = open - 2
    while (j >= 0 && /^(?:comma|quote|prep)$/.test(units[j]!.type)) j--
    // "the force in Sydney, which the Church describes": not the place but what is there
    if (kindAt(units, j) === 'place' && units[j - 1]?.type === 'prep' && isNp(units[j - 2])) j -= 2
    if (isNp(units[j])) clause.objects.push(j)
  }
  return withCompany(units, items, list.end, at)
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

const memberPreps = /^(?:of|from|at|for|in)$/

/** "A, B of the party, and C": the members of a list that starts at `start`, and the unit behind it. */
export function readList(units: readonly Unit[], start: number): { items: number[]; end: number } {
  const items = [start]
  let end = memberEnd(units, start)
  let sealed: { items: number[]; end: number } = { items: [start], end: start + 1 }
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
      /^(?:and|or|as well as|&)$/.test((units[k] as { word: string }).word)
    ) {
      cc = true
      k++
      if (units[k]?.type === 'adverb') k++
    }
    if (!(comma || cc) || !usable(units[k])) break
    // the phrase opens a clause of its own: ", and Putin said"
    if (opensClause(units, k)) {
      if (!(cc && !comma)) break
      if (units.slice(start, k).some((u) => u.type === 'vg') || items.length > 1) {
        /* the last of the list may be followed by the verb it is subject of */
      }
    }
    const apposed = comma && !cc && describes(units, k)
    if (apposed) {
      const after = memberEnd(units, k)
      if (units[after]?.type === 'comma' || units[after]?.type === 'cc') {
        end = after
        continue
      }
      break
    }
    items.push(k)
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

function opensClause(units: readonly Unit[], k: number): boolean {
  let j = k + 1
  while (units[j]?.type === 'adverb') j++
  const unit = units[j]
  return unit?.type === 'vg' && unit.shape === 'finite'
}

/** "the chief of a fund", "a lawyer": a description of the name before the comma. */
export function describes(units: readonly Unit[], k: number): boolean {
  const np = units[k]
  if (!isNp(np) || np.name) return false
  const span = np.spans[0]
  return span === undefined || span.kind === 'person' || span.article === 'a'
}

/** Objects and prepositional phrases to the right of the verb. */
function readRight(reading: Reading, at: number, clause: Clause): void {
  const { units } = reading
  const { tokens } = reading.sentence
  let k = at + 1
  let objectOpen = !clause.verb.copula
  let first = true
  while (k < units.length) {
    const unit = units[k]!
    if (unit.type === 'adverb' || unit.type === 'quote' || unit.type === 'adjective') {
      if (unit.type === 'adverb' && first && particles.has(unit.word)) clause.particle = unit.word
      k++
      continue
    }
    if (usable(unit)) {
      if (clause.verb.copula && clause.complement === undefined && clause.preps.length === 0) {
        clause.complement = k
        k++
        first = false
        continue
      }
      if (!objectOpen || clause.preps.length) break
      if (
        opensClause(units, k) &&
        (sayVerbs.has(clause.verb.lemma) || weakSayVerbs.has(clause.verb.lemma))
      )
        break
      const list = readList(units, k)
      clause.objects.push(...list.items)
      k = Math.max(list.end, k + 1)
      if (clause.objects.length >= 2 && list.items.length === 1) objectOpen = false
      first = false
      continue
    }
    if (isNp(unit)) {
      k++
      continue
    }
    if (unit.type === 'prep') {
      if (
        first &&
        particles.has(unit.word) &&
        fold(tokens[unit.from]?.deprel ?? '').startsWith('compound')
      )
        clause.particle = unit.word
      const next = unitAfterQuote(units, k + 1)
      // "proposed in a report by the World Bank": the report is by the bank
      const noun = clause.preps.at(-1)?.args.at(-1)
      const written =
        unit.word === 'by' &&
        clause.verb.passive &&
        noun !== undefined &&
        noun === k - 1 &&
        kindAt(units, noun) === 'paper'
      if (written) {
        k = next + 1
        continue
      }
      if (usable(units[next])) {
        const list = readList(units, next)
        clause.preps.push({ word: unit.word, at: k, args: list.items })
        k = Math.max(list.end, next + 1)
        first = false
        continue
      }
      if (units[k + 1]?.type === 'vg' || units[k + 1]?.type === 'sub') break
      k++
      continue
    }
    if (unit.type === 'comma') {
      const next = units[k + 1]
      if (
        next?.type === 'prep' &&
        !/^(?:according to|despite|following|after|before|since|until|as|including)$/.test(
          next.word,
        )
      ) {
        k++
        continue
      }
      break
    }
    if (unit.type === 'cc') {
      const next = units[k + 1]
      if (next?.type === 'prep') {
        k++
        continue
      }
      break
    }
    break
  }
}

function unitAfterQuote(units: readonly Unit[], k: number): number {
  return units[k]?.type === 'quote' ? k + 1 : k
}

/** "to modify or remove the elements": both verbs have the object. */
function shareObjects(units: readonly Unit[], clauses: ReadonlyMap<number, Clause>): void {
  for (const clause of clauses.values()) {
    if (clause.verb.passive || clause.objects.length || clause.preps.length) continue
    const cc = units[clause.at + 1]
    if (cc?.type !== 'cc') continue
    const next = [clause.at + 2, clause.at + 3].map((k) => clauses.get(k)).find((c) => c)
    if (next && next.verb.shape === clause.verb.shape && !next.verb.passive) {
      clause.objects = [...next.objects]
      clause.preps = [...next.preps]
    }
    // "or remove" loses its "to" and looks finite
    else if (next && clause.verb.shape === 'infinitive') {
      clause.objects = [...next.objects]
      clause.preps = [...next.preps]
      next.subjects = clause.subjects
      next.governor = clause.governor
      next.link = 'control'
    }
  }
}

/** The "said (that)" that a finite clause hangs on, to its left. */
function reportingGovernor(
  units: readonly Unit[],
  at: number,
  clauses: ReadonlyMap<number, Clause>,
): number | undefined {
  for (let k = at - 1; k >= 0; k--) {
    const unit = units[k]!
    if (unit.type === 'stop') return undefined
    if (unit.type === 'rel') return undefined
    if (
      unit.type === 'sub' &&
      unit.word !== 'that' &&
      unit.word !== 'whether' &&
      unit.word !== 'how'
    )
      return undefined
    if (unit.type === 'vg') {
      const clause = clauses.get(k)
      if (!clause) return undefined
      if (unit.shape === 'participle') continue
      const says = sayVerbs.has(unit.lemma) || weakSayVerbs.has(unit.lemma)
      const that = units.slice(k + 1, at).some((u) => u.type === 'sub' && u.word === 'that')
      const cut = units.slice(k + 1, at).findIndex((u) => u.type === 'cc')
      if (says && (that || cut < 0)) return k
      // a clause in the same report: "said that A did and B did"
      if (unit.shape === 'finite' && clause.link === 'report' && cut >= 0) return clause.governor
      if (unit.shape === 'finite') return undefined
    }
  }
  return undefined
}
