/** Who acts in a clause without a finite verb of its own: control, participles, relatives, conjuncts. */
import type { Clause } from './clause'
import { controlSubject } from './clause-subject-control'
import { finiteSubject } from './clause-subject-finite'
import { participleSubject } from './clause-subject-participle'
import type { NounPhrase, Unit, VerbGroup } from './phrase'
import { back, isNp, kindAt } from './phrase-list'
import type { Reading } from './reading'

export function findSubject(
  reading: Reading,
  at: number,
  verb: VerbGroup,
  clauses: ReadonlyMap<number, Clause>,
  clause: Clause,
): number[] {
  const { units } = reading
  const left = openerBehind(reading, back(units, at - 1))
  const before = units[left]
  if (verb.shape === 'infinitive')
    return controlSubject(reading.sentence.tokens, units, at, clauses, clause)
  if (before?.type === 'rel') {
    clause.link = 'relative'
    return relativeAntecedent(units, left, clause)
  }
  if (before?.type === 'cc') {
    const sibling = conjunctOf(reading.sentence.tokens, units, left, verb, clauses)
    if (sibling) {
      clause.governor = sibling.governor
      clause.link = sibling.link ?? 'conjunct'
      clause.opener = sibling.opener
      if (verb.passive) return sibling.verb.passive ? sibling.objects : sibling.subjects
      return sibling.verb.passive ? sibling.objects : sibling.subjects
    }
  }
  if (verb.shape === 'gerund' || verb.shape === 'participle')
    return participleSubject(reading.sentence.tokens, units, at, left, verb, clauses, clause)
  return finiteSubject(reading, at, left, clauses, clause)
}

/** "which in 2021 blocked", "and on Monday signed", "which both oppose": what opens the clause stands before the time or number. */
function openerBehind({ units, sentence }: Reading, left: number): number {
  let k = left
  const all = units[k]
  if (isNp(all) && /^(?:both|all|each)$/.test(sentence.tokens[all.head]!.folded))
    k = back(units, k - 1)
  while (isNp(units[k]) && (units[k] as NounPhrase).time)
    k = back(units, units[k - 1]?.type === 'prep' ? k - 2 : k - 1)
  return units[k]?.type === 'rel' || units[k]?.type === 'cc' ? k : left
}

function relativeAntecedent(units: readonly Unit[], rel: number, clause: Clause): number[] {
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
  if (kindAt(units, k) === 'place' && units[k - 1]?.type === 'prep' && isNp(units[k - 2])) k -= 2
  const unit = units[k]
  if (!isNp(unit)) return []
  clause.governor = undefined
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
  return [k]
}

const past = (tokens: Reading['sentence']['tokens'], verb: VerbGroup): boolean =>
  verb.shape === 'finite' && !verb.modal && /^VB[DZ]$/.test(tokens[verb.from]?.xpos ?? '')

/** A relative clause, or a report one step back in time. */
const within = (tokens: Reading['sentence']['tokens'], { link, opener, verb }: Clause): boolean =>
  link === 'relative' ||
  opener === 'what' ||
  (link === 'report' && verb.from < verb.main && tokens[verb.from]?.lemma === 'have')

/** "and insisted": the verb before that it goes along with. */
function conjunctOf(
  tokens: Reading['sentence']['tokens'],
  units: readonly Unit[],
  cc: number,
  verb: VerbGroup,
  clauses: ReadonlyMap<number, Clause>,
): Clause | undefined {
  for (let k = cc - 1; k >= 0; k--) {
    const sibling = clauses.get(k)
    if (sibling) {
      // "said A would sell and attacked B": a past tense does not go along with "would"
      if (sibling.verb.shape === 'finite' && sibling.verb.modal && past(tokens, verb)) continue
      // "said she had left, and denied it", "welcomed what he called a farce, but urged": the comma ends what is within
      if (units[cc - 1]?.type === 'comma' && past(tokens, verb) && within(tokens, sibling)) continue
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

const bareNumber = (np: NounPhrase): boolean =>
  !np.name && !np.inner.length && !np.spans.length && np.head === np.from
