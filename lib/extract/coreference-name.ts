/** Names of one document that name the same thing: exact, surname, acronym, short form, metonym. */
import type { EntityKind } from '../schema'
import { shortForm, spokenLetters } from './coreference-short'
import { asState, readStates } from './coreference-state'
import { namesakeBody, surnameOf } from './coreference-surname'
import { addReferent, type Discourse, tie } from './discourse'
import { countryNamed, countryOfCapital, fold, outlets, partyNamed, places } from './lexicon'
import { shareKinds, weighShortForms } from './name-shorts'
import { kindBy, weighNames } from './name-votes'
import { type Named, nameKey } from './named'
import type { Referent } from './span'

export function joinNames(discourse: Discourse): void {
  const all: Named[] = discourse.readings.flatMap((reading) =>
    reading.names.spans.map((span) => {
      const key = nameKey(span.name)
      return { span, key, words: key.split(' ') }
    }),
  )
  const votes = weighNames(all)
  weighShortForms(votes)
  const surnames = new Set(
    [...votes].flatMap(([key, v]) =>
      kindBy(v) === 'person' && key.includes(' ') ? key.split(' ').slice(-1) : [],
    ),
  )
  shareKinds(votes, (key) => places.has(key) || surnames.has(key) || Boolean(countryNamed(key)))
  const kindOf = (key: string) => kindBy(votes.get(key) ?? {})
  const people = fullNames(all, kindOf)
  const states = readStates(discourse)

  // the longest names first, so that short forms find them
  const order = [...all].sort(
    (a, b) =>
      b.words.length - a.words.length ||
      a.span.sentence - b.span.sentence ||
      a.span.from - b.span.from,
  )
  const byKey = new Map<string, Referent>()
  for (const named of order) {
    const { span, key } = named
    const kind = span.nation && countryNamed(span.name) ? 'government' : kindOf(key)
    const found = byKey.get(`${kind}:${key}`)
    if (found && !(countryOfCapital(span.name) && !countryNamed(span.name))) {
      tie(span, found, 'the same name')
      continue
    }
    const state = asState(discourse, named, people, states)
    if (state) {
      const id = `state:${state}`
      const referent =
        byKey.get(id) ??
        register(byKey, id, addReferent(discourse, span, 'government', state, false))
      tie(
        span,
        referent,
        fold(state) === key ? 'the same name' : `${span.name} stands for ${state}`,
      )
      continue
    }
    const party = span.role ? undefined : partyNamed(span.name)
    if (party) {
      const id = `party:${party}`
      const known = byKey.get(id)
      const referent =
        known ?? register(byKey, id, addReferent(discourse, span, 'organization', party, false))
      if (!known) referent.forms.set(party, 0)
      tie(
        span,
        referent,
        fold(party) === key ? 'the same name' : `${span.name} stands for ${party}`,
      )
      continue
    }
    const namesake = namesakeBody(discourse, named, people)
    if (namesake) {
      tie(span, namesake, `short for ${namesake.name}`)
      continue
    }
    const letters = spokenLetters(discourse, named)
    if (letters) {
      tie(span, letters, `short for ${letters.name}`)
      continue
    }
    const surname =
      kind === 'person' || named.words.length === 1
        ? surnameOf(discourse, named, people, byKey, kind)
        : undefined
    if (surname) {
      tie(span, surname, `surname of ${surname.name}`)
      continue
    }
    const short =
      kind === 'person' || kind === 'place' ? undefined : shortForm(discourse, named, kind)
    if (short) {
      tie(span, short, `short for ${short.name}`)
      if (!byKey.has(`${kind}:${key}`)) byKey.set(`${kind}:${key}`, short)
      continue
    }
    const again = byKey.get(`${kind}:${key}`)
    const referent =
      again ??
      register(
        byKey,
        `${kind}:${key}`,
        addReferent(
          discourse,
          span,
          kind,
          span.name.replace(/^the /i, (the) => (outlets.has(key) ? the : '')),
          false,
        ),
      )
    tie(span, referent, 'a name')
  }
  orderSpans(discourse)
}

function register(byKey: Map<string, Referent>, key: string, referent: Referent): Referent {
  byKey.set(key, referent)
  return referent
}

function fullNames(
  all: readonly Named[],
  kindOf: (key: string) => EntityKind,
): Map<string, Set<string>> {
  const people = new Map<string, Set<string>>()
  for (const { key, words } of all) {
    if (kindOf(key) !== 'person' || words.length < 2) continue
    for (const part of new Set([words.at(-1)!, ...(key.includes('-') ? [words[0]!] : [])])) {
      const keys = people.get(part) ?? new Set()
      keys.add(key)
      people.set(part, keys)
    }
  }
  return people
}

function orderSpans(discourse: Discourse): void {
  for (const referent of discourse.referents)
    referent.spans.sort((a, b) => a.sentence - b.sentence || a.from - b.from)
}
