/** What the short forms of a report say of a full name, and the other way round. */
import type { EntityKind } from '../schema'
import { firstNames, orgHeads, places } from './lexicon'
import type { Votes } from './name-votes'

/**
 * People are taken up by the last word of their name, bodies by the first: "Karimkulov" later on makes "Sherzod
 * Karimkulov" somebody, "Altmark" makes "Altmark Commodities" a body. `votes` by name key; changed in place.
 */
export function weighShortForms(votes: Votes): void {
  for (const [key, v] of votes) {
    const words = key.split(' ')
    if (words.length < 2 || words.length > 3 || /[&.]/.test(key)) continue
    if (words.some((w) => orgHeads.has(w) || joining.test(w)) || (v.government ?? 0) > 0) continue
    const [first, last] = [words[0]!, words.at(-1)!]
    const byFirst = votes.has(first)
    const byLast = votes.has(last)
    if (byLast && !byFirst && !places.has(last)) v.person = (v.person ?? 0) + 2.5
    else if (byFirst && !byLast && !firstNames.has(first) && top(v) !== 'place')
      v.organization = (v.organization ?? 0) + 3.2
  }
}

const joining = /^(?:of|the|and|for|on|in)$/

/**
 * Short forms follow the full name's kind: where "Kovarna Group" is a body by its own words, a bare "Kovarna" is one too,
 * unless it is a place or a person's name. `votes` by name key; changed in place.
 */
export function shareKinds(votes: Votes, isPlace: (key: string) => boolean): void {
  const full = [...votes].filter(
    ([key, v]) => key.includes(' ') && (v.organization ?? 0) >= 3 && top(v) === 'organization',
  )
  for (const [key, v] of votes) {
    // "Robert Kiln" stays somebody beside a "Robert Kiln Party"; "Jade Harbour" is no harbour beside "Jade Harbour Capital"
    if (key.includes(' ') && firstNames.has(key.split(' ')[0]!) && top(v) === 'person') continue
    if (key.length < 3 || isPlace(key) || top(v) === 'organization' || top(v) === 'government')
      continue
    for (const [long, strong] of full) {
      if (!long.startsWith(`${key} `)) continue
      const rest = long.slice(key.length + 1).split(' ')
      // "Trump Organization" makes no company of "Trump" where a person is known by that name
      if (
        (v.person ?? 0) >= 6 * (1 + Math.log2(1 + (strong.organization ?? 0) / 5)) ||
        /^(?:of|for)$/.test(rest[0]!)
      )
        continue
      v.organization = Math.max(v.organization ?? 0, ...Object.values(v)) + 3
    }
  }
}

const top = (v: Partial<Record<EntityKind, number>>): string | undefined =>
  Object.entries(v).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0]
