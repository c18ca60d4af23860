/** Names of one document that name the same thing: exact, surname, acronym, short form, metonym. */
import type { EntityKind } from '../schema'
import { addReferent, type Discourse, tie } from './discourse'
import {
  bodies,
  countryNamed,
  countryOfCapital,
  countryOfDemonym,
  fold,
  orgHeads,
  outlets,
  places,
  roleHeads,
  sayVerbs,
} from './lexicon'
import { shareKinds } from './name-context'
import { lower, type Referent, type Span } from './span'

type Named = { span: Span; key: string; words: string[] }

export function joinNames(discourse: Discourse): void {
  const all: Named[] = discourse.readings.flatMap((reading) =>
    reading.names.spans.map((span) => {
      const key = nameKey(span.name)
      return { span, key, words: key.split(' ') }
    }),
  )
  const votes = new Map<string, Partial<Record<EntityKind, number>>>()
  for (const { span, key } of all) {
    const sum = votes.get(key) ?? {}
    for (const [kind, weight] of Object.entries(span.votes ?? {}))
      sum[kind as EntityKind] = (sum[kind as EntityKind] ?? 0) + weight
    votes.set(key, sum)
  }
  const surnames = new Set(
    [...votes].flatMap(([key, v]) =>
      best(v) === 'person' && key.includes(' ') ? key.split(' ').slice(-1) : [],
    ),
  )
  shareKinds(votes, (key) => places.has(key) || surnames.has(key) || Boolean(countryNamed(key)))
  const kindOf = (key: string) => best(votes.get(key) ?? {})
  const people = fullNames(all, kindOf)

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
    const state = asState(discourse, named, people)
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

const nameKey = (name: string): string => fold(name).replace(/^the /, '').replace(/'s$/, '')

function register(byKey: Map<string, Referent>, key: string, referent: Referent): Referent {
  byKey.set(key, referent)
  return referent
}

function best(votes: Partial<Record<EntityKind, number>>): EntityKind {
  const ranked = Object.entries(votes).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const [kind, weight] = ranked[0] ?? ['other', 0]
  return weight < 0.7 ? 'other' : (kind as EntityKind)
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

function asState(
  discourse: Discourse,
  named: Named,
  people: ReadonlyMap<string, Set<string>>,
): string | undefined {
  const { span } = named
  const country = countryNamed(span.name)
  if (country && !span.role) return country.name
  // "Korea" where only one of the two is spoken of
  if (!country && !span.role && named.words.length === 1) {
    const longer = new Set(
      discourse.readings.flatMap((r) =>
        r.names.spans.flatMap((s) =>
          s.nation && fold(s.nation).endsWith(` ${named.key}`) ? s.nation : [],
        ),
      ),
    )
    if (longer.size === 1) return [...longer][0]
  }
  const capital = countryOfCapital(span.name)
  if (!capital || people.has(named.key)) return undefined
  if (!acts(discourse, span)) return undefined
  return vouchedCountry(discourse, capital.name) || speaks(discourse, span)
    ? capital.name
    : undefined
}

const toTowns =
  /^(?:reach|enter|hit|strike|destroy|flood|cross|tour|capture|seize|bomb|shell|evacuate|surround|flee|storm|besiege|occupy|liberate|devastate|rock|paralyse|paralyze|engulf|approach|circle|encircle|bombard|batter|blanket|grip)$/

/** A capital acts when it owns a position or is what a verb is about, and no preposition puts something there. */
function acts(discourse: Discourse, span: Span): boolean {
  const { tokens } = discourse.readings[span.sentence]!.sentence
  const before = lower(tokens[span.from - 1])
  const after = tokens[span.to]
  // "reached Oslo", "bombed Kyiv": done to a town
  const deed = tokens[span.from - 1]
  if (deed?.upos === 'VERB' && toTowns.test(deed.lemma)) return false
  const beforeComma = before === ',' && places.has(lower(tokens[span.from - 2]))
  if (
    /^(?:in|at|near|from|outside|around|across|into|through|via|of|for|around|toward|towards|leave|left|visit|visited|leaving|visiting)$/.test(
      before,
    ) ||
    beforeComma
  )
    return false
  if (after && /^(?:['’‘]s?|-)$/.test(after.text)) return true
  if (before === 'to') {
    const verb = tokens.slice(Math.max(0, span.from - 5), span.from - 1).map((t) => t.lemma)
    return !verb.some((lemma) =>
      /^(?:go|travel|fly|come|return|visit|trip|move|head|send|journey|arrive|way|flight|invite|drive)$/.test(
        lemma,
      ),
    )
  }
  if (after && /^(?:VERB|AUX)$/.test(after.upos) && after.lemma !== 'be') return true
  if (after?.upos === 'AUX' || after?.upos === 'ADV')
    return tokens.slice(span.to, span.to + 4).some((t) => t.upos === 'VERB')
  return (
    /^(?:VERB|by|with|between|against|and|on)$/.test(before) ||
    tokens[span.from - 1]?.upos === 'VERB'
  )
}

/** "Seoul said", "pressured Seoul": only a state says or can be pressed. */
function speaks(discourse: Discourse, span: Span): boolean {
  const { tokens } = discourse.readings[span.sentence]!.sentence
  const verb = tokens.slice(span.to, span.to + 3).find((t) => t.upos === 'VERB')
  const before = tokens[span.from - 1]
  return (
    (verb !== undefined && tokens[span.to]?.text !== ',' && sayVerbs.has(verb.lemma)) ||
    (before?.upos === 'VERB' &&
      /^(?:pressure|urge|accuse|condemn|warn|threaten|blame|criticize|criticise|sanction|back|thank|tell|press|support|reassure)$/.test(
        before.lemma,
      ))
  )
}

function vouchedCountry(discourse: Discourse, name: string): boolean {
  return discourse.readings.some(
    ({ names }) =>
      names.spans.some((s) => countryNamed(s.name)?.name === name) ||
      names.demonyms.some((s) => countryOfDemonym(s.name)?.name === name || s.nation === name),
  )
}

function surnameOf(
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

function nearest(referent: Referent, span: Span): number {
  let best = -1
  for (const other of referent.spans) {
    if (
      other.sentence < span.sentence ||
      (other.sentence === span.sentence && other.from < span.from)
    )
      best = Math.max(best, other.sentence * 1000 + other.from)
  }
  return best
}

/** "the Church" for "Church of Scientology", "WHO" for "World Health Organisation", "State Department" for "U.S. State Department". */
function shortForm(discourse: Discourse, named: Named, kind: EntityKind): Referent | undefined {
  const { span, key, words } = named
  const { tokens } = discourse.readings[span.sentence]!.sentence
  if (/^[a-z]{2,7}$/.test(key) && span.name === span.name.toUpperCase()) {
    const bracket = tokens[span.from - 1]?.text === '('
    const named_ = discourse.referents.filter(
      (r) =>
        r.kind !== 'person' &&
        initials(r.name).some(
          (i) => i === key || (key.length >= 3 && i.length === key.length + 1 && i.startsWith(key)),
        ),
    )
    if (named_.length === 1) return named_[0]
    if (bracket) {
      const left = discourse.referents.find((r) =>
        r.spans.some((s) => s.sentence === span.sentence && s.to === span.from - 1),
      )
      if (left && !/^(?:government|place|person)$/.test(left.kind) && !outlets.has(key)) return left
    }
    return undefined
  }
  if (
    kind === 'government' ||
    (words.length === 1 && (outlets.has(key) || bodies.has(key) || places.has(key)))
  )
    return undefined
  const fits = discourse.referents.filter((r) => {
    if (r.kind !== kind && !(kind === 'other' && r.kind !== 'person' && r.kind !== 'government'))
      return false
    const full = nameKey(r.name).split(' ')
    if (full.length <= words.length) return false
    const joined = ` ${full.join(' ')} `
    if (!joined.includes(` ${key} `)) return false
    const starts = full.slice(0, words.length).join(' ') === key
    const nation = countryOfDemonym(full[0]!) ?? countryNamed(r.name.split(' ')[0]!)
    const tail = full.slice(1).join(' ') === key
    if (starts && words.length === 1)
      return (
        orgHeads.has(key) ||
        /^(?:of|for|and)$/.test(full[1] ?? '') ||
        kind === 'event' ||
        !places.has(key)
      )
    if (starts) return true
    if (tail && nation) return true
    // "the Electoral Commission" for "High Electoral Commission", "the Commission" for either
    if (
      joined.endsWith(` ${key} `) &&
      orgHeads.has(words.at(-1)!) &&
      kind === 'organization' &&
      (words.length > 1 || lower(tokens[span.from - 1]) === 'the') &&
      nearest(r, span) >= 0
    )
      return true
    // "Scientology" for "Church of Scientology"
    return (
      full.at(-1) === key &&
      full.includes('of') &&
      !places.has(key) &&
      words.length === 1 &&
      !countryNamed(span.name)
    )
  })
  const distinct = [...new Set(fits)]
  return distinct.length === 1
    ? distinct[0]
    : orgHeads.has(key) || roleHeads.has(key)
      ? distinct.sort((a, b) => nearest(b, span) - nearest(a, span))[0]
      : undefined
}

function initials(name: string): string[] {
  const words = name.split(/[\s-]+/).filter((w) => /^\p{L}/u.test(w))
  const capitals = words.filter((w) => /^\p{Lu}/u.test(w))
  return [words.map((w) => w[0]).join(''), capitals.map((w) => w[0]).join('')]
    .map(fold)
    .filter((s) => s.length > 1)
}

function orderSpans(discourse: Discourse): void {
  for (const referent of discourse.referents)
    referent.spans.sort((a, b) => a.sentence - b.sentence || a.from - b.from)
}
