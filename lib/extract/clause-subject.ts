/** Who acts in a clause without a finite verb of its own: control, participles, relatives, conjuncts. */
import type { Clause } from './clause'
import { finiteSubject } from './clause-subject-finite'
import type { NounPhrase, Unit, VerbGroup } from './phrase'
import { back, isNp, kindAt, listStart, usable } from './phrase-list'
import type { Reading } from './reading'

const objectControl = new Set(
  'direct order ask urge tell force allow lead assign send appoint invite persuade convince pressure press push call want expect help enable get cause prompt instruct encourage advise warn command task authorize authorise require compel dispatch empower permit lobby beg implore challenge remind teach train tip hire recruit pay nominate choose select elect commission charge trust mandate oblige nudge'.split(
    ' ',
  ),
)

const subjectControl = new Set('promise threaten vow pledge offer agree refuse decline'.split(' '))

const accusing =
  /^(?:accuse|suspect|convict|blame|charge|prevent|stop|ban|bar|keep|dissuade|discourage|acquit)$/

export function findSubject(
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

function relativeAntecedent(
  units: readonly Unit[],
  rel: number,
  clauses: ReadonlyMap<number, Clause>,
  clause: Clause,
): number[] {
  let k = rel - 1
  while (k >= 0 && /^(?:comma|quote|adverb|adjective|prep)$/.test(units[k]!.type)) k--
  // "X, 61, who ran"
  while (
    isNp(units[k]) &&
    (units[k] as NounPhrase).to - (units[k] as NounPhrase).from === 1 &&
    !units[k - 1]?.type.match(/prep|vg/) &&
    bareNumber(units[k] as NounPhrase) &&
    units[k - 1]?.type === 'comma'
  ) {
    k -= 2
  }
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
    if (isNp(noun) && noun.owner?.spans.length) return []
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
    // "a letter to Marsh criticising the deal": the letter does, or nobody we can name
    if (
      verb.shape === 'gerund' &&
      before.name?.referent?.kind === 'person' &&
      units[left - 1]?.type === 'prep'
    ) {
      return kindAt(units, left - 2) === 'paper' ? [left - 2] : []
    }
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
    /^(?:publish|report|write|draft|submit|present|sign|release|leak|share|send|author|base|release|back|bring|put|disclose|unveil|float|table|circulate|announce|endorse|reveal|sponsor|propose|approve|pass)$/.test(
      verb.lemma,
    )
  // "A bill that would require testing, sponsored by A": the bill, over what is said of it
  if (
    /^(?:sponsor|write|draft|author|table|propose|move|introduce|sign|publish|leak|submit|file|back|commission|endorse|release|present|oppose)$/.test(
      verb.lemma,
    ) &&
    kindAt(units, k) !== 'paper' &&
    units[at + 1]?.type === 'comma' &&
    units[at + 3]?.type === 'prep' &&
    (units[at + 3] as { word: string }).word === 'by'
  ) {
    for (let j = k - 1; j >= Math.max(0, k - 9); j--) {
      if (units[j]!.type === 'stop') break
      if (isNp(units[j]) && kindAt(units, j) === 'paper') return [j]
    }
  }
  if (paperVerb && kindAt(units, k) !== 'paper' && units[k - 1]?.type === 'prep') {
    for (let j = k - 2; j >= Math.max(0, k - 5); j--)
      if (isNp(units[j]) && kindAt(units, j) === 'paper') return [j]
  }
  return [k]
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

const bareNumber = (np: NounPhrase): boolean =>
  !np.name && !np.inner.length && !np.spans.length && np.head === np.from
