/** The pieces a run of name words is cut into: where a nation, a place or a title at its start ends. */
import type { Names } from './found-names'
import {
  compoundTitles,
  countryNamed,
  countryOfDemonym,
  firstNames,
  fold,
  honorifics,
  nationOpenings,
  orgHeads,
  partyNamed,
  places,
  roleHeads,
  roleModifiers,
  titleOpenings,
} from './lexicon'
import { lower, textOf } from './span'
import type { Line } from './word'

export type Cut = { text: string; sentence: Line; index: number; names: Names }

/** Where the country or demonym that starts at `from` ends; `from` if there is none. */
export function nationAt(cut: Cut, from: number, to: number): number {
  const { tokens } = cut.sentence
  const most = nationOpenings.has(lower(tokens[from])) ? 5 : 1
  for (let end = Math.min(to, from + most); end > from; end--) {
    const words = textOf(cut.text, cut.sentence, from, end)
    if (countryNamed(words) || countryOfDemonym(words)) return end
    if (
      end === from + 1 &&
      /^(?:European|Western|African|Asian|Arab|Latin|Kurdish|Jewish|Muslim|Christian|Islamic|Republican|Democratic|Democrat)$/.test(
        tokens[from]!.text,
      ) &&
      (titleAt(cut, end, to) > end ||
        // "Republican Red Harlow"
        (to - end === 2 &&
          firstNames.has(lower(tokens[end])) &&
          !orgHeads.has(lower(tokens[to - 1]))))
    )
      return end
  }
  return from
}

/** Where the town or region that starts at `from` ends; `from` if there is none. */
export function placeAt(cut: Cut, from: number, to: number): number {
  for (let end = Math.min(to, from + 3); end > from; end--) {
    const words = textOf(cut.text, cut.sentence, from, end)
    const key = fold(words)
    if ((places.has(key) || states.has(key)) && !countryNamed(words)) return end
  }
  return from
}

/** Where the party that starts at `from` ends: "Labour MP", "Lib Dem leader"; `from` if there is none. */
export function partyAt(cut: Cut, from: number, to: number): number {
  const { tokens } = cut.sentence
  for (let end = Math.min(to, from + 2); end > from; end--) {
    const words = textOf(cut.text, cut.sentence, from, end)
    if (!partyNamed(words)) continue
    const next = lower(tokens[end])
    return fold(words) !== 'conservative' || partyWords.test(next) || titleAt(cut, end, to) > end
      ? end
      : from
  }
  return from
}

/** What "Conservative" stands before as a party. */
const partyWords =
  /^(?:party|leader|leaders|mp|mps|mep|meps|peer|peers|councillors?|candidates?|spokesman|spokeswoman|chairman|members?|frontbench|frontbencher|frontbenchers|backbench|backbenchers?|deputy|government|manifesto|leadership|campaign|home|foreign|transport|health|education|defence|treasury|local|shadow|work|trade|economic|culture|justice|environment|group|whips?|activists?|supporters|voters|ministers?|policy|plans?|proposals?|conference)$/

/** Short forms in front of an office: "Calif. Gov.", "N.Y. Attorney General". */
const states = new Set(
  'calif tex fla ariz mass mich minn wis wash ill ind okla tenn conn pa va ga nc sc ny nj nm nh nd sd ri wva dc'.split(
    ' ',
  ),
)

/** Where the title that starts at `from` ends: "Special Envoy", "Secretary of the Army", "Mr". */
export function titleAt(cut: Cut, from: number, to: number): number {
  const { tokens } = cut.sentence
  let end = from
  for (;;) {
    let next = end
    const most = titleOpenings.has(lower(tokens[end])) ? 6 : 1
    for (let k = Math.min(to, end + most); k > end; k--) {
      const words = fold(textOf(cut.text, cut.sentence, end, k))
      // "Attorney-General" as well as "Attorney General"
      if (compoundTitles.has(words) || compoundTitles.has(words.replaceAll('-', ' '))) {
        next = k
        break
      }
    }
    if (next === end) {
      let k = end
      while (
        k < to &&
        (roleModifiers.has(lower(tokens[k])) || tokens[k]!.text === '-') &&
        k - end < 4
      )
        k++
      const word = lower(tokens[k])
      if (k < to && roleHeads.has(word)) next = k + 1
      else if (
        end < to &&
        (roleHeads.has(lower(tokens[end])) || honorifics.has(lower(tokens[end])))
      )
        next = end + 1
      // "Major General", "Lieutenant Colonel" come as two heads
    }
    if (next === end) return end
    end = next
    if (end >= to) return end
    // a surname that is also a role word ("Stephen King") never comes first; a lone role before nothing is handled above
  }
}

export const companyOffice =
  /^(?:(?:vice|deputy|acting|interim|executive|non-executive) )?(?:chair|chairman|chairwoman|chief executive(?: officer)?|chief (?:financial|operating|investment|technology|legal) officer|ceo|cfo|coo|cto|managing director|executive director|finance director|co-founder|founder|general counsel|spokesman|spokeswoman|chief economist|head coach|president)$/

/** "Ada Lyle": a given name and one more. */
export const given = (cut: Cut, from: number, to: number): boolean =>
  to - from >= 2 &&
  firstNames.has(lower(cut.sentence.tokens[from])) &&
  !orgHeads.has(lower(cut.sentence.tokens[to - 1]))

/** Those whom a town or district sends: "the Torquay MP". */
export const constituent =
  /^(?:mp|mep|msp|td|tds|mps|ms|am|mla|mayor|councillor|councilman|councilwoman)$/

/** "the Torquay MP", "the Veltrix Chairman": where the office without a name starts; 0 where somebody is named. */
export function holderAt(cut: Cut, start: number, to: number): number {
  const { tokens } = cut.sentence
  if (!/^(?:the|said)$/.test(lower(tokens[start - 1])) || firstNames.has(lower(tokens[start])))
    return 0
  // "the International Court of Justice" is no justice
  for (let k = start + 1; k < to; k++)
    if (!/^(?:of|for|and)$/.test(lower(tokens[k - 1])) && titleAt(cut, k, to) === to) return k
  return 0
}
