/** Who acts in a participle or gerund: “the plan drafted by”, “threatening to”, “accused A of lying”. */
import type { Clause } from './clause'
import { fold, sayVerbs, stanceOf } from './lexicon'
import type { NounPhrase, Unit, VerbGroup } from './phrase'
import { back, isNp, kindAt, usable } from './phrase-list'
import type { Reading } from './reading'

const actors = /^(?:person|organization|government|group)$/

const speaks =
  /^(?:say|tell|add|call|accuse|describe|warn|insist|argue|claim|cite|urge|note|blame|point|stress|declare|state|promise|vow|pledge|explain)$/

const accusing =
  /^(?:accuse|suspect|convict|blame|charge|prevent|stop|ban|bar|keep|dissuade|discourage|acquit)$/

/** "denied taking", "admitted meeting": who says so is who does it. */
const ownsDeed =
  /^(?:deny|admit|acknowledge|recall|report|describe|confirm|concede|suggest|regret)$/

export function participleSubject(
  tokens: Reading['sentence']['tokens'],
  units: readonly Unit[],
  at: number,
  left: number,
  verb: VerbGroup,
  clauses: ReadonlyMap<number, Clause>,
  clause: Clause,
): number[] {
  clause.link = 'participle'
  const before = units[left]
  let main = nearestClause(units, left, clauses, (c) => c.verb.shape === 'finite')
  // "he denied that activists had forced it, telling a paper": who denied tells
  const above = main?.governor === undefined ? undefined : clauses.get(main.governor)
  if (
    above &&
    main?.link === 'report' &&
    before?.type === 'comma' &&
    verb.shape === 'gerund' &&
    speaks.test(verb.lemma)
  )
    main = above
  if (before?.type === 'prep' || before?.type === 'sub') {
    clause.link = 'prep'
    const noun = units[left - 1]
    const blamed = main && accusing.test(main.verb.lemma)
    clause.governor = isNp(noun) && !blamed ? left - 1 : main?.at
    // "accused X of lying": X lies
    if (main && accusing.test(main.verb.lemma)) return main.objects
    // "criticised A for signing", "pressured A into signing": A signs
    const word = (before as { word: string }).word
    if (main?.objects.includes(left - 1) && actors.test(kindAt(units, left - 1) ?? '')) {
      if (/^(?:for|into|over|from|against)$/.test(word)) {
        clause.governor = main.at
        return main.objects
      }
    }
    // "After meeting A, B said": who says so met
    if (!main && left === 0) {
      const subject = subjectAhead(units, at)
      const ahead = units.findIndex(
        (u, i) => i > (subject ?? units.length) && u.type === 'vg' && u.shape === 'finite',
      )
      if (subject === undefined || ahead < 0 || (units[ahead] as VerbGroup).passive) return []
      clause.governor = ahead
      return [subject]
    }
    if (isNp(noun) && noun.owner?.spans.length) return []
    // "misgivings about plans for keeping A": nobody says whose plans
    const head = isNp(noun) ? fold(tokens[noun.head]?.lemma ?? '') : ''
    if (stanceOf.plannedNouns.has(head) && units[left - 2]?.type === 'prep') return []
    return main ? (main.verb.passive ? main.objects : main.subjects) : []
  }
  if (before?.type === 'vg') {
    const governor = clauses.get(left)
    // "said reopening the line would help": the deed is the next verb's subject, nobody's yet
    if (
      verb.shape === 'gerund' &&
      sayVerbs.has((before as VerbGroup).lemma) &&
      !ownsDeed.test((before as VerbGroup).lemma)
    )
      return []
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
      before.name?.referent &&
      actors.test(before.name.referent.kind) &&
      units[left - 1]?.type === 'prep' &&
      // "with A saying", "by A helping" tell what A does; "about A entering" only speaks of it
      (before.name.referent.kind === 'person' ||
        !/^(?:with|by|among)$/.test((units[left - 1] as { word: string }).word))
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
  // "Speaking in Kyiv, Starmer said": the subject after the comma
  const ahead = left < 0 ? subjectAhead(units, at) : undefined
  return ahead === undefined ? [] : [ahead]
}

function subjectAhead(units: readonly Unit[], at: number): number | undefined {
  const comma = units.findIndex((u, i) => i > at && u.type === 'comma')
  for (let k = comma + 1; comma > 0 && k < Math.min(units.length, comma + 4); k++)
    if (usable(units[k])) return k
  return undefined
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
