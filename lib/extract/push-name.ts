/** Keeps a stretch of tokens as a name, with a first guess of what it names. */
import type { EntityKind } from '../schema'
import type { Cut } from './cut-parts'
import { countryNamed, countryOfDemonym } from './lexicon'
import { guessKind } from './name-kind'
import { lower, newSpan, type Role, type Span, textOf } from './span'

/** What no name ends in. */
const danglers = /^(?:-|&|of|the|for|and)$/
const letters = /^(?:QC|KC|SC|MP|MEP|MSP|TD|OBE|CBE|MBE|KBE|DBE|FRS|Esq\.?)$/

export function pushPlace(cut: Cut, from: number, to: number): void {
  const name = textOf(cut.text, cut.sentence, from, to)
  cut.names.spans.push(named(cut, from, to, 'place', name, { place: 5 }))
}

export function pushNation(cut: Cut, from: number, to: number): void {
  const words = textOf(cut.text, cut.sentence, from, to)
  const country = countryNamed(words)
  if (country) {
    const span = named(cut, from, to, 'government', words, { government: 5 })
    span.nation = country.name
    cut.names.spans.push(span)
    return
  }
  // "the Russians", "a German": people, not the state
  const demonym = countryOfDemonym(words)
  if (demonym) cut.names.demonyms.push(described(cut, from, to, 'government', demonym.name))
}

const named = (
  { index }: Cut,
  from: number,
  to: number,
  kind: EntityKind,
  name: string,
  votes?: Span['votes'],
): Span => newSpan({ sentence: index, from, to, head: to - 1, form: 'name', kind, name, votes })

/** "Russian", "Western": a word that names no one but says of whom. */
function described(cut: Cut, from: number, to: number, kind: EntityKind, nation: string): Span {
  const span = named(cut, from, to, kind, nation)
  span.nation = nation
  return span
}

/** Keeps tokens from..to as one name; `phraseFrom` is where its title starts. */
export function pushName(
  cut: Cut,
  from: number,
  to: number,
  phraseFrom: number,
  role?: Role,
  hints: Partial<Record<EntityKind, number>> = {},
): void {
  const { tokens } = cut.sentence
  let end = to
  while (end > from && danglers.test(tokens[end - 1]!.text)) end--
  // "the Office of the [Deputy Mayor]"
  if (end < to && end - from === 1 && lower(tokens[from]) === 'office') return
  if (end <= from) return
  // "Ada Lyle QC"
  const shown = end - from > 2 && letters.test(tokens[end - 1]!.text) ? end - 1 : end
  const name = textOf(cut.text, cut.sentence, from, shown)
  if (!/\p{L}/u.test(name)) return
  if (
    /^(?:European|Western|African|Asian|Arab|Arabs|Europeans|Kurdish|Kurds|Jewish|Jews|Muslim|Muslims|Christian|Christians|Islamic|Islamist|Republican|Republicans|Democrat|Democrats|Democratic|Catholic|Nazi|English|Internet|Web|Orthodox|God|Soviet|Communist|Cold|Roman Catholic|Sunni Muslim|Shia Muslim|Evangelical Christian|Orthodox Jew|Orthodox Christian)$/.test(
      name,
    ) &&
    !role
  ) {
    cut.names.demonyms.push(described(cut, from, end, 'other', name))
    return
  }
  const country = countryNamed(name)
  if (country && !role) {
    pushNation(cut, from, end)
    return
  }
  const votes = guessKind(cut.text, cut.sentence, from, shown, role)
  for (const [kind, weight] of Object.entries(hints) as [EntityKind, number][])
    votes[kind] = (votes[kind] ?? 0) + weight
  const kind = mostVoted(votes)
  const span = named(cut, phraseFrom, end, kind, name, votes)
  span.role = role
  cut.names.spans.push(span)
}

/** Of equals the one voted for first. */
function mostVoted(votes: Partial<Record<EntityKind, number>>): EntityKind {
  let best: EntityKind = 'other'
  let most = -Infinity
  for (const kind in votes) {
    const weight = votes[kind as EntityKind]!
    if (weight > most) [best, most] = [kind as EntityKind, weight]
  }
  return best
}
