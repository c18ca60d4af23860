/** Whose surname, or given name, a name is. */

import type { EntityKind } from '../schema'
import type { Discourse } from './discourse'
import { bodies, countryOfCapital, firstNames, fold, outlets, places } from './lexicon'
import { type Named, nearest } from './named'
import { lower, type Referent } from './span'

/** `people`: full names by surname; `byKey`: who is known so far. */
export function surnameOf(
  discourse: Discourse,
  named: Named,
  people: ReadonlyMap<string, Set<string>>,
  byKey: ReadonlyMap<string, Referent>,
  kind: EntityKind,
): Referent | undefined {
  const { span, words, key } = named
  if (words.length > 1) {
    const fuller = kind === 'person' ? fullerName(named, people) : undefined
    return fuller ? byKey.get(`person:${fuller}`) : undefined
  }
  let keys = [...(people.get(key) ?? [])]
  // "in Joaquim" may well be whom the report calls so
  const somebody = kind === 'person' || (kind === 'place' && firstNames.has(key))
  if (!keys.length && somebody && !countryOfCapital(span.name) && !places.has(key)) {
    // "Rosnah" after "Rosnah Zainuddin", "Gaddafi" after "al-Gaddafi", "Ortega" after "Luis Ortega Vidal"
    keys = onlyBearer(people, (parts) => parts[0] === key)
    if (!keys.length) keys = onlyBearer(people, (parts) => bare(parts.at(-1)!) === bare(key))
    if (!keys.length) keys = onlyBearer(people, (parts) => parts.slice(1).includes(key))
  }
  if (!keys.length) return undefined
  const { tokens } = discourse.readings[span.sentence]!.sentence
  const before = lower(tokens[span.from - 1])
  const settled = outlets.has(key) || bodies.has(key)
  if (
    settled ||
    ((countryOfCapital(span.name) || places.has(key)) &&
      /^(?:in|at|near|from|to|outside)$/.test(before) &&
      !span.role)
  )
    return undefined
  if (kind === 'event' || kind === 'paper') return undefined
  const candidates = keys.flatMap((full) => byKey.get(`person:${full}`) ?? [])
  const named_ = candidates.filter((c) => fold(c.name).split(' ').at(-1) === key)
  const pool = named_.length ? named_ : candidates
  // several bearers: the one named last before this span
  return pool.sort((a, b) => nearest(b, span) - nearest(a, span))[0]
}

/** "al-Gaddafi" is "Gaddafi" as well. */
const bare = (word: string) => word.replace(/^(?:al|el)-/, '')

/** The one full name whose words fit; none where several do. */
function onlyBearer(
  people: ReadonlyMap<string, Set<string>>,
  fits: (parts: readonly string[]) => boolean,
): string[] {
  const found = new Set<string>()
  for (const keys of people.values()) for (const k of keys) if (fits(k.split(' '))) found.add(k)
  return found.size === 1 ? [...found] : []
}

/** "Robert Kennedy" for "Robert F. Kennedy", "bin Hadi" and "Brandão Teles" for who has more names in front. */
function fullerName(
  { key, words }: Named,
  people: ReadonlyMap<string, Set<string>>,
): string | undefined {
  const bearers = [...(people.get(words.at(-1)!) ?? [])].filter((k) => k.length > key.length)
  const behind = bearers.filter((k) => k.endsWith(` ${key}`))
  if (behind.length) return behind.length === 1 ? behind[0] : undefined
  if (words.length !== 2) return undefined
  // "Ms Buchtman" and "Lydia Buchtmann" are left apart
  const around = bearers.filter((k) => {
    const parts = k.split(' ')
    return parts[0] === words[0] && parts.slice(1, -1).every((part) => part.length <= 2)
  })
  return around.length === 1 ? around[0] : undefined
}

/**
 * "Penrow" for "Penrow Foods" in a report that also has Penrows: where people of that name are called "Mr Penrow", or none
 * was named yet, the bare name is the company's.
 */
export function namesakeBody(
  discourse: Discourse,
  named: Named,
  people: ReadonlyMap<string, Set<string>>,
): Referent | undefined {
  const { span, words, key } = named
  const bearers = people.get(key)
  if (words.length > 1 || span.role || !bearers) return undefined
  const bodies_ = discourse.referents.filter(
    (r) => r.kind === 'organization' && fold(r.name).startsWith(`${key} `),
  )
  if (bodies_.length !== 1 || nearest(bodies_[0]!, span) < 0) return undefined
  const polite = discourse.readings.some(({ names }) =>
    names.spans.some((s) => s.role && fold(s.name) === key),
  )
  const known = discourse.referents.some(
    (r) => r.kind === 'person' && fold(r.name).endsWith(` ${key}`) && nearest(r, span) >= 0,
  )
  return polite || !known || bearers.size > 1 ? bodies_[0] : undefined
}
