/** What stands right of a verb: objects and prepositional phrases. */
import type { Clause } from './clause'
import { fold, sayVerbs, weakSayVerbs } from './lexicon'
import type { Unit } from './phrase'
import { isNp, kindAt, opensClause, readList, usable } from './phrase-list'
import type { Reading } from './reading'
import { phrasalVerbs } from './verb-frames'

const particles = new Set(
  'forward down up out off back over away aside together apart in on through along'.split(' '),
)

/** Objects and prepositional phrases to the right of the verb. */
export function readRight(reading: Reading, at: number, clause: Clause): void {
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
      // what stands in apposition inside "the killing of their leader, Ida Holm" is no second object
      clause.objects.push(
        ...list.items.filter((item, i) => {
          const np = units[item]
          return i === 0 || np?.type !== 'np' || tokens[np.head]?.deprel !== 'appos'
        }),
      )
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
      // "drew up the plan": the word goes with the verb, the phrase behind is its object
      if (
        first &&
        particles.has(unit.word) &&
        !(clause.verb.lemma === 'call' && unit.word === 'on') &&
        (fold(tokens[unit.from]?.deprel ?? '').startsWith('compound') ||
          phrasalVerbs.has(`${clause.verb.lemma} ${unit.word}`))
      ) {
        clause.particle = unit.word
        k++
        continue
      }
      const next = unitAfterQuote(units, k + 1)
      // "proposed in a report by the World Bank": the report is by the bank
      const noun = clause.preps.at(-1)?.args.at(-1)
      const written =
        unit.word === 'by' &&
        clause.verb.passive &&
        noun !== undefined &&
        noun === k - 1 &&
        /^(?:in|on|of|under)$/.test(clause.preps.at(-1)!.word) &&
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
      // "described as “rash” and “wrong” by"
      const described = units[unitAfterQuote(units, k + 1)]?.type === 'adjective'
      if (next?.type === 'prep' || (described && clause.verb.passive)) {
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
export function shareObjects(units: readonly Unit[], clauses: ReadonlyMap<number, Clause>): void {
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
