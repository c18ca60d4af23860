/** Nouns that hold a clause of their own: facts, claims, possibilities. */
import { fold } from './lexicon'
import type { Word } from './word'

export const factNouns = new Set(
  'fact news announcement revelation confirmation disclosure admission acknowledgement acknowledgment discovery finding realisation realization knowledge'.split(
    ' ',
  ),
)
export const claimingNouns = new Set(
  'claim allegation report suggestion accusation rumour rumor assertion charge speculation belief assumption suspicion theory evidence sign indication proof impression view argument contention complaint statement testimony story hint conclusion concern fear'.split(
    ' ',
  ),
)
const possibilities = new Set(
  'hope possibility prospect chance expectation idea notion doubt likelihood risk proposal demand suggestion insistence condition hypothesis guarantee assurance warning threat question'.split(
    ' ',
  ),
)
/** Verbs that call such a clause untrue. */
export const denying =
  /^(?:deny|reject|dismiss|dispute|refute|rebut|contradict|scotch|ridicule|quash)$/

/** Whether a noun may hold a that-clause. */
export function tellsWord(token: Word | undefined): boolean {
  const noun = fold(token?.lemma ?? '')
  return factNouns.has(noun) || claimingNouns.has(noun) || possibilities.has(noun)
}
