/** Cuts a run of name words into nation, title and name. */
import type { EntityKind } from '../schema'
import {
  type Cut,
  companyOffice,
  constituent,
  given,
  holderAt,
  nationAt,
  partyAt,
  placeAt,
  titleAt,
} from './cut-parts'
import { nameParticles } from './extend-name'
import {
  bodies,
  countryNamed,
  countryOfDemonym,
  firstNames,
  fold,
  honorifics,
  orgHeads,
  outlets,
  properEventTails,
  properPaperTails,
  roleHeads,
} from './lexicon'
import { guessKind } from './name-kind'
import { lower, newSpan, type Role, type Span, textOf } from './span'

/** Capitalised at a sentence's start, yet no part of the name: "Senior US officials". */
const leadingWords = new Set(
  'senior former current several many most other various new top late some two three both fellow longtime veteran outgoing incoming ex recent unlike including'.split(
    ' ',
  ),
)

const bodyTail =
  /^(?:department|ministry|office|committee|commission|council|court|agency|bureau|authority|board|union|association|federation|directorate|secretariat|institute|foundation|party|bank|service|tribunal|academy|assembly|fund|club|group|network|society|trust)$/

/** Cuts a run such as "Ukrainian President Volodymyr Zelenskiy" into nation, title and name. */
export function cutRun(cut: Cut, from: number, to: number): void {
  const { text, sentence, names } = cut
  const { tokens } = sentence
  let start = from
  while (start < to && (tokens[start]?.text === '-' || leads(cut, start, to))) start++
  if (start >= to) return
  const whole = textOf(text, sentence, start, to)
  if (
    countryNamed(whole) ||
    outlets.has(fold(whole)) ||
    bodies.has(fold(whole)) ||
    (outlets.has(`the ${fold(whole)}`) && !countryOfDemonym(whole))
  ) {
    pushName(cut, start, to, start)
    return
  }
  // "The Prince's Trust", "St George's Hospital"
  if (tokens.slice(start + 1, to - 1).some((t) => /^['’‘]s?$/.test(t.text))) {
    pushName(cut, start, to, start)
    return
  }
  const holder = holderAt(cut, start, to)
  if (holder > start) {
    const seat = textOf(text, sentence, start, holder)
    if (bodies.has(fold(seat)) || countryNamed(seat)) pushName(cut, start, holder, start)
    else if (constituent.test(lower(tokens[to - 1]))) pushPlace(cut, start, holder)
    else cutRun(cut, start, holder)
    return
  }
  // "Louisiana Governor Ada Lyle", "Leeds Mayor Tom Hart": the place, then who holds the office
  const placeEnd = placeAt(cut, start, to)
  if (placeEnd > start && placeEnd < to - 1) {
    const office = titleAt(cut, placeEnd, to)
    if (office > placeEnd && office < to && !bodyTail.test(lower(tokens[to - 1]))) {
      pushName(cut, start, placeEnd, start)
      cutRun(cut, placeEnd, to)
      return
    }
  }
  // "In Baghdad Karim Talal was shot": a comma lost on the way; "Mayor of Leeds Tom Hart"
  const left = lower(tokens[start - 1])
  if (
    placeEnd > start &&
    placeEnd + 2 <= to &&
    (left === 'in' || (left === 'of' && roleHeads.has(lower(tokens[start - 2])))) &&
    firstNames.has(lower(tokens[placeEnd])) &&
    !orgHeads.has(lower(tokens[to - 1]))
  ) {
    pushName(cut, start, placeEnd, start)
    cutRun(cut, placeEnd, to)
    return
  }
  // "Labour MP Ada Lyle", "Lib Dem Tom Hart": the party, then one of its people
  const partyEnd = partyAt(cut, start, to)
  if (
    partyEnd > start &&
    (partyEnd === to ||
      /^(?:mps|meps|msps|ams|tds|lords|councils?)$/.test(lower(tokens[partyEnd])) ||
      titleAt(cut, partyEnd, to) > partyEnd ||
      given(cut, partyEnd, to))
  ) {
    pushName(cut, start, partyEnd, start)
    const members = partyEnd === to - 1 && /^[A-Z]+s$/.test(tokens[partyEnd]!.text)
    if (partyEnd < to && !members) cutRun(cut, partyEnd, to)
    return
  }
  const nationEnd = nationAt(cut, start, to)
  if (nationEnd > start && nationEnd < to) {
    const rest = textOf(text, sentence, nationEnd, to)
    const words = tokens.slice(nationEnd, to).map((t) => t.folded)
    const last = words[words.length - 1] as string
    const title = titleAt(cut, nationEnd, to)
    const institution =
      bodies.has(fold(rest)) ||
      orgHeads.has(words[0] as string) ||
      orgHeads.has(last) ||
      words.some((w, i) => orgHeads.has(w) && words[i + 1] === 'of')
    const eventOrPaper = properEventTails.has(last) || properPaperTails.has(last)
    const personal = firstNames.has(words[0] as string) && words.length >= 2 && !orgHeads.has(last)
    if (
      title > nationEnd ||
      personal ||
      (!institution &&
        !eventOrPaper &&
        countryOfDemonym(textOf(text, sentence, start, nationEnd)) &&
        words.length === 1 &&
        !/^(?:NNP)/.test(tokens[nationEnd]!.xpos))
    ) {
      pushNation(cut, start, nationEnd)
      cutRun(cut, nationEnd, to)
      return
    }
    pushName(cut, start, to, start)
    return
  }
  if (nationEnd === to) {
    pushNation(cut, start, to)
    return
  }
  const titleEnd = titleAt(cut, start, to)
  if (titleEnd > start) {
    const role: Role = { words: textOf(text, sentence, start, titleEnd), from: start, to: titleEnd }
    if (titleEnd === to) return
    // "Justice Department", "Trade Commission": a body, not somebody of that title
    if (
      titleEnd === to - 1 &&
      orgHeads.has(lower(tokens[to - 1])) &&
      bodyTail.test(lower(tokens[to - 1]))
    ) {
      pushName(cut, start, to, start)
      return
    }
    // "President of Russia" is cut at "of"; what follows a title directly is the person
    pushName(cut, titleEnd, to, start, role)
    return
  }
  // an institution, then a title and a person: "State Department Spokesman Ned Price"
  for (let k = start + 1; k < to - 1; k++) {
    const inner = titleAt(cut, k, to)
    const left = fold(textOf(text, sentence, start, k))
    const leftIsOrg =
      bodies.has(left) ||
      outlets.has(left) ||
      orgHeads.has(lower(tokens[k - 1])) ||
      /^[A-Z]{2,5}$/.test(tokens[k - 1]!.text) ||
      // "Penrow Chairwoman Ada Lyle"
      (companyOffice.test(fold(textOf(text, sentence, k, inner))) &&
        !firstNames.has(lower(tokens[start])))
    if (
      inner > k &&
      inner < to &&
      leftIsOrg &&
      !nameParticles.has(lower(tokens[k - 1])) &&
      lower(tokens[k - 1]) !== 'of'
    ) {
      pushName(cut, start, k, start, undefined, { organization: 4 })
      pushName(cut, inner, to, k, { words: textOf(text, sentence, k, inner), from: k, to: inner })
      return
    }
  }
  pushName(cut, start, to, start)
  void names
}

function pushPlace(cut: Cut, from: number, to: number): void {
  const name = textOf(cut.text, cut.sentence, from, to)
  cut.names.spans.push(named(cut, from, to, 'place', name, { place: 5 }))
}

/** A capitalised word in front that is no part of the name: "Senior US", "Nonpartisan Paul Tse". */
function leads(cut: Cut, at: number, to: number): boolean {
  if (at + 1 >= to || !mayLead(cut, at, to)) return false
  return !countryNamed(textOf(cut.text, cut.sentence, at, Math.min(to, at + 2)))
}

function mayLead(cut: Cut, at: number, to: number): boolean {
  const { tokens } = cut.sentence
  const word = lower(tokens[at])
  const called = firstNames.has(lower(tokens[at + 1])) && at + 2 < to
  if (/^(?:former|ex|veteran|longtime|outgoing|incoming|fellow)$/.test(word)) return true
  if (leadingWords.has(word))
    return (
      nationAt(cut, at + 1, to) > at + 1 ||
      (word !== 'new' && (called || titleAt(cut, at + 1, to) > at + 1))
    )
  if (!called || to - at < 3 || firstNames.has(word)) return false
  // "the former Olympian Grace Holt"
  if (/(?:ian|ist|ean)$/.test(word)) return true
  return at === 0 && tokens[at]!.xpos !== 'NNP' && !roleHeads.has(word) && !honorifics.has(word)
}

function pushNation(cut: Cut, from: number, to: number): void {
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
  while (end > from && /^(?:-|&)$/.test(tokens[end - 1]!.text)) end--
  if (end <= from) return
  const name = textOf(cut.text, cut.sentence, from, end)
  if (!/\p{L}/u.test(name)) return
  if (
    /^(?:European|Western|African|Asian|Arab|Arabs|Europeans|Kurdish|Kurds|Jewish|Jews|Muslim|Muslims|Christian|Christians|Islamic|Islamist|Republican|Republicans|Democrat|Democrats|Democratic|Catholic|Nazi|English|Internet|Web|Orthodox|God|Soviet|Communist|Cold)$/.test(
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
  const votes = guessKind(cut.text, cut.sentence, from, end, role)
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
