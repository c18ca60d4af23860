/** Nouns that hold a clause: “claims that A met B”, “no evidence that A met B”. */
import type { Stance } from '../schema'
import type { Clause } from './clause'
import { fold } from './lexicon'
import { isNp } from './phrase-list'
import type { Reading } from './reading'
import { lower } from './span'
import { claimingNouns, denying, factNouns, tellsWord } from './telling-words'

const nounAt = (reading: Reading, at: number): string => {
  const np = reading.units[at]
  return isNp(np) ? fold(reading.sentence.tokens[np.head]?.lemma ?? '') : ''
}

/** Whether the phrase’s noun may hold a that-clause. */
export function tellsNoun(reading: Reading, at: number): boolean {
  const np = reading.units[at]
  return isNp(np) && tellsWord(reading.sentence.tokens[np.head])
}

/** How the clause under such a noun is put, by the noun and by the verb above it. */
export function tellingStance(
  reading: Reading,
  at: number,
  clauses: ReadonlyMap<number, Clause>,
): { stance: Stance | 'none'; deniedBy?: number[] } {
  const noun = nounAt(reading, at)
  const np = reading.units[at]
  const holder = [...clauses.values()].find((c) => c.objects.includes(at) || c.complement === at)
  const subject = [...clauses.values()].find((c) => c.subjects.includes(at))
  if (holder && !holder.verb.passive && denying.test(holder.verb.lemma))
    return holder.verb.negated
      ? { stance: 'hedged' }
      : { stance: 'denied', deniedBy: holder.subjects }
  if (holder?.verb.passive && denying.test(holder.verb.lemma))
    return { stance: 'denied', deniedBy: holder.subjects }
  // "the claim that … is false", "no evidence that"
  const first = isNp(np) ? lower(reading.sentence.tokens[np.from]) : ''
  const untrue = reading.units.some(
    (u, k) =>
      k > at &&
      u.type === 'adjective' &&
      /^(?:false|untrue|wrong|baseless|unfounded|groundless|incorrect)$/.test(u.word),
  )
  if (
    untrue ||
    first === 'no' ||
    first === 'little' ||
    holder?.verb.negated ||
    subject?.verb.copula
  )
    return { stance: 'none' }
  if (factNouns.has(noun)) return { stance: 'asserted' }
  return { stance: claimingNouns.has(noun) ? 'hedged' : 'none' }
}
