/** Cuts a run of name words into nation, title and name. */
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
import { pushName, pushNation, pushPlace } from './push-name'
import { lower, type Role, textOf } from './span'

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
  // "chairman of the Audit Committee Ada Lyle": the body, then who chairs it
  const opens = lower(tokens[start - 1]) === 'the' ? start - 2 : start - 1
  if (lower(tokens[opens]) === 'of' && roleHeads.has(lower(tokens[opens - 1])))
    for (let k = start + 1; k < to - 1; k++)
      if (orgHeads.has(lower(tokens[k - 1])) && given(cut, k, to)) {
        pushName(cut, start, k, start)
        cutRun(cut, k, to)
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
  // "Irishman JP Lyle"
  if (/^(?:irish|english|french|welsh|dutch|scots|cornish)(?:man|men|woman|women)$/.test(word))
    return true
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
