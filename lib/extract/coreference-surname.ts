/** Whose surname, or given name, a name is. */

import type { EntityKind } from '../schema'
import type { Discourse } from './discourse'
import { bodies, countryOfCapital, fold, outlets, places } from './lexicon'
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
    // "Robert Kennedy" joins "Robert F. Kennedy"; "Ms Buchtman" and "Lydia Buchtmann" are left apart
    if (kind !== 'person' || words.length !== 2) return undefined
    // "Brandão Teles" after "Joaquim Brandão Teles"
    const double = [...(people.get(words[1]!) ?? [])].filter((k) => k.endsWith(` ${key}`))
    if (double.length === 1) return byKey.get(`person:${double[0]}`)
    const fuller = [...(people.get(words[1]!) ?? [])].filter((k) => {
      const parts = k.split(' ')
      return (
        parts.length > 2 &&
        parts[0] === words[0] &&
        parts.at(-1) === words[1] &&
        parts.slice(1, -1).every((p) => p.length <= 2)
      )
    })
    return fuller.length === 1 ? byKey.get(`person:${fuller[0]}`) : undefined
  }
  let keys = [...(people.get(key) ?? [])]
  if (!keys.length && kind === 'person' && !countryOfCapital(span.name) && !places.has(key)) {
    // "Rosnah" after "Rosnah Zainuddin": called by the given name, where only one is
    keys = [...new Set([...people.values()].flatMap((set) => [...set]))].filter((k) =>
      k.startsWith(`${key} `),
    )
    if (keys.length !== 1) return undefined
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
