/** Nouns that hold a clause: “claims that A met B”, “no evidence that A met B”. */
import type { Stance, Token } from '../schema'
import type { Clause } from './clause'
import { fold } from './lexicon'
import { isNp } from './phrase-list'
import type { Reading } from './reading'
import { lower } from './span'

const facts = new Set(
  'fact news announcement revelation confirmation disclosure admission acknowledgement acknowledgment discovery finding realisation realization knowledge'.split(
    ' ',
  ),
)
const claims = new Set(
  'claim allegation report suggestion accusation rumour rumor assertion charge speculation belief assumption suspicion theory evidence sign indication proof impression view argument contention complaint statement testimony story hint conclusion concern fear'.split(
    ' ',
  ),
)
const possibilities = new Set(
  'hope possibility prospect chance expectation idea notion doubt likelihood risk proposal demand suggestion insistence condition hypothesis guarantee assurance warning threat question'.split(
    ' ',
  ),
)
const denying = /^(?:deny|reject|dismiss|dispute|refute|rebut|contradict|scotch|ridicule|quash)$/

const nounAt = (reading: Reading, at: number): string => {
  const np = reading.units[at]
  return isNp(np) ? fold(reading.sentence.tokens[np.head]?.lemma ?? '') : ''
}

/** Whether a noun may hold a that-clause. */
export function tellsWord(token: Token | undefined): boolean {
  const noun = fold(token?.lemma ?? '')
  return facts.has(noun) || claims.has(noun) || possibilities.has(noun)
}

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
  if (facts.has(noun)) return { stance: 'asserted' }
  return { stance: claims.has(noun) ? 'hedged' : 'none' }
}
