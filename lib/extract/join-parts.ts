/** Words that join the parts of an institution's name: "of", "for", "and", "at". */
import {
  bodies,
  compoundTitles,
  countryNamed,
  firstNames,
  orgHeads,
  outlets,
  places,
  roleHeads,
} from './lexicon'
import { calendar } from './name-words'
import { isCapital, lower } from './span'
import type { Word } from './word'

/** Past "of (the) X", "for X", "and X" inside an institution's name; 0 where the words belong to no name. */
export function joinsParts(tokens: readonly Word[], start: number, at: number): number {
  const word = (tokens[at] as Word).folded
  const words = tokens.slice(start, at).map((t) => t.folded)
  const last = words[words.length - 1] as string
  const the = lower(tokens[at + 1]) === 'the'
  const after = at + (the ? 2 : 1)
  const next = tokens[after]
  if (!isCapital(next)) return 0
  // "the Mail on Sunday"
  if (word === 'on' && /^(?:mail|independent)$/.test(last) && next!.folded === 'sunday')
    return after + 1
  if (calendar.has(next!.folded)) return 0
  const institution = words.some((w) => orgHeads.has(w)) || outlets.has(words.join(' '))
  const office = roleHeads.has(last)
  if (word === 'of') {
    if (office)
      return compoundTitles.has(
        [...words.slice(-1), 'of', ...(the ? ['the'] : []), next!.folded].join(' '),
      )
        ? after + 1
        : 0
    const lastIsHead =
      orgHeads.has(last) ||
      /^(?:house|bank|center|centre|chief|speaker|church|republic|kingdom|court|journal|gulf|strait|isle|cape|city|state|association|order|university|college|national bank|comic|corps|knights|sons|daughters|medicine|standards|critics|friends|battle|siege|massacre|treaty|feast|liberation|port|tigers|army|front|movement|freedom|league|voice|doctors|reporters)$/.test(
        last,
      )
    if (the && words.length >= 2 && countryNamed(next!.text)) return 0
    return lastIsHead || (institution && words.includes('for')) ? after + 1 : 0
  }
  // "University of North Carolina at Chapel Hill"
  if (word === 'at') return words[0] === 'university' && words[1] === 'of' ? after + 1 : 0
  if (word === 'for' || word === 'on' || word === 'against')
    return institution && !office && orgHeads.has(last)
      ? after + 1
      : institution && words.includes('of') && word === 'for' && words[0] !== 'university'
        ? after + 1
        : 0
  if (word === 'and') {
    const outlet = [...words, 'and', next!.folded].join(' ')
    if (outlets.has(outlet) || outlets.has(outlet.replace(/^the /, ''))) return after + 1
    if (
      !the &&
      !institution &&
      words.length === 1 &&
      lower(tokens[start - 1]) === 'the' &&
      pairedBody(tokens, last, after)
    )
      return after + 1
    if (the || !institution) return 0
    const opened =
      words.some((w) => /^(?:of|for)$/.test(w)) &&
      /^(?:ministry|department|office|committee|commission|centre|center|centers|centres|institutes|service|services|authority|agency|council|institute|school|board|bureau|faculty|college|ministries|secretary|minister|standards)$/.test(
        words.find((w) => orgHeads.has(w)) ?? '',
      )
    const single = !isCapital(tokens[after + 1]) || orgHeads.has(lower(tokens[after + 1]))
    return opened &&
      single &&
      !orgHeads.has(next!.folded) &&
      !countryNamed(next!.text) &&
      !firstNames.has(next!.folded)
      ? after + 1
      : 0
  }
  return 0
}

/** "the Rivers and Coasts Authority", "the Food and Drug Administration": one body with two cares. */
function pairedBody(tokens: readonly Word[], first: string, after: number): boolean {
  if (
    places.has(first) ||
    countryNamed(first) ||
    bodies.has(first) ||
    outlets.has(first) ||
    firstNames.has(first)
  )
    return false
  let end = after
  while (end < tokens.length && isCapital(tokens[end]) && !calendar.has(tokens[end]!.folded)) end++
  const last = lower(tokens[end - 1])
  const care = tokens[after]!.folded
  return (
    end - after >= 2 &&
    end - after <= 3 &&
    /^(?:authority|agency|commission|council|administration|ministry|department|executive|inspectorate|directorate|board|office|committee|institute|association|federation|society|trust|foundation|service|bureau|union|tribunal|bank)$/.test(
      last,
    ) &&
    !orgHeads.has(care) &&
    !places.has(care) &&
    !countryNamed(care)
  )
}
