/** Word from somebody the report does not name: “reportedly”, “is said to have”, “it is believed that”, “rumours that”. */
import type { Clause } from './clause'
import { fold } from './lexicon'
import { nounSides } from './noun-sides'
import { isNp } from './phrase-list'
import type { Reading } from './reading'
import { type Source, sourcesAt } from './source'
import { wordNearby } from './stance-words'
import { claimingNouns, denying } from './telling-words'

const unnamed: Source = { words: 'unnamed sources' }

const hearsay = new Set('reportedly allegedly purportedly supposedly'.split(' '))
const told =
  /^(?:say|report|allege|claim|believe|think|understand|rumour|rumor|suspect|hear|suggest)$/
/** Nouns whose holder speaks: "a theory that" or "evidence that" is nobody's word. */
const spoken =
  /^(?:claim|allegation|report|suggestion|accusation|rumou?r|assertion|speculation|complaint|statement|story|charge)$/

/** The unnamed of one step: the clause's own "reportedly", or a passive above it that names nobody. */
export function unnamedSources(
  reading: Reading,
  clause: Clause,
  governor: Clause | undefined,
): Source[] {
  const heard =
    clause.verb.adverbs.some((word) => hearsay.has(word)) ||
    wordNearby(reading.units, clause.at, hearsay)
  const passive =
    governor?.verb.passive === true &&
    /^(?:control|report)$/.test(clause.link ?? '') &&
    told.test(governor.verb.lemma) &&
    !governor.subjects.length
  return heard || passive ? [unnamed] : []
}

/** "Berg's claim that", "claims by Berg that": Berg; "rumours that": somebody unnamed; of "denied claims that" nobody. */
export function nounSources(
  text: string,
  reading: Reading,
  at: number,
  clauses: ReadonlyMap<number, Clause>,
): Source[] {
  const np = reading.units[at]
  const denied = [...clauses.values()].some(
    (c) => c.objects.includes(at) && denying.test(c.verb.lemma),
  )
  if (!isNp(np) || denied) return []
  const noun = fold(reading.sentence.tokens[np.head]?.lemma ?? '')
  if (!claimingNouns.has(noun) || !spoken.test(noun)) return []
  const owner = np.owner?.spans.flatMap((s) => s.referent ?? []) ?? []
  if (owner.length) return owner.map((referent) => ({ referent, words: referent.name }))
  const sides = nounSides(reading, at)
  const by = sides.get('by') ?? sides.get('from')
  return by ? sourcesAt(text, reading, by) : [unnamed]
}
