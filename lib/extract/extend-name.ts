/** Where a run of name words ends. */
import type { Token } from '../schema'
import {
  bodies,
  compoundTitles,
  countryNamed,
  countryOfDemonym,
  firstNames,
  fold,
  orgHeads,
  outlets,
  places,
  properEventTails,
  roleHeads,
} from './lexicon'
import { calendar, capitalisedFunction } from './name-words'
import { isCapital, lower, touches } from './span'

const relational = new Set(
  'backed led authored based owned born style made run wide held controlled linked affiliated funded sponsored brokered drafted mediated occupied allied aligned friendly speaking supplied trained listed related imposed dominated proposed written designed appointed elected only era leaning bound educated winning wing critic winner'.split(
    ' ',
  ),
)

const corporate =
  /^(?:people|workers?|women|children|nurses|teachers|farmers|lawyers|veterans|writers|journalists|men|patients|consumers|students|citizens|employers|merchants|peoples|prosecutor|king|queen|prince|princess|bishop|governor)$/

export const nameParticles = new Set(
  'de da di do dos del della der den van von vom zu al el la le bin ibn ben y e ter af av'.split(
    ' ',
  ),
)

/** The first token after the run of name words that starts at i. */
export function extendName(
  tokens: readonly Token[],
  i: number,
  vouched: ReadonlySet<string>,
): number {
  let end = i + 1
  while (end < tokens.length) {
    const token = tokens[end] as Token
    const next = tokens[end + 1]
    const word = fold(token.text)
    // "the Telecommunications (Location Records) Bill"
    if (token.text === '(' && isCapital(next)) {
      const close = tokens.findIndex((t, k) => k > end && t.text === ')')
      const tail = close > 0 && close <= end + 7 ? tokens[close + 1] : undefined
      if (
        tail &&
        isCapital(tail) &&
        /^(?:act|bill|law|order|regulations|rules|treaty|code|amendment)$/.test(fold(tail.text))
      ) {
        end = close + 2
        continue
      }
    }
    if (token.text === '-' || token.text === '–') {
      if (!touches(tokens[end - 1], token) || !touches(token, next)) break
      const right = fold(next?.text ?? '')
      // "Leung Kwok-hung": surname, then a given name in two parts
      if (
        end === i + 2 &&
        firstNames.has(lower(tokens[i])) &&
        /^\p{Ll}{2,6}$/u.test(next?.text ?? '') &&
        !relational.has(right)
      ) {
        end += 2
        continue
      }
      if (relational.has(right) || (/^(?:VERB|ADV)$/.test(next?.upos ?? '') && !isCapital(next)))
        break
      const bothNations =
        countryOfDemonym((tokens[end - 1] as Token).text) && countryOfDemonym(next?.text ?? '')
      if (bothNations) break
      const given =
        !isCapital(next) &&
        right.length <= 6 &&
        /^\p{L}+$/u.test(right) &&
        (tokens[end - 1] as Token).upos === 'PROPN'
      if (!isCapital(next) && !given && !/^\d+$/.test(right)) break
      end += 2
      continue
    }
    if (
      isCapital(token) &&
      (!calendar.has(word) ||
        (firstNames.has(word) &&
          isCapital(next) &&
          next?.upos === 'PROPN' &&
          !calendar.has(fold(next.text))))
    ) {
      const surname =
        end === i + 1 && firstNames.has(lower(tokens[i])) && !/^(?:the|a|i)$/.test(word)
      if (capitalisedFunction.has(word) && !/^(?:NNP|NNPS)$/.test(token.xpos) && !surname) break
      end++
      continue
    }
    if (
      /^['’‘]s?$/.test(token.text) &&
      isCapital(next) &&
      (corporate.test(lower(tokens[end - 1])) || /^(?:st|saint)$/.test(lower(tokens[i]))) &&
      headedBody(tokens, end + 1)
    ) {
      end += 2
      continue
    }
    // "Rory O' Neill"
    if (/^['’‘]$/.test(token.text) && (tokens[end - 1] as Token).text === 'O' && isCapital(next)) {
      end += 2
      continue
    }
    // "Winton "Red" Hale": a nickname between the names
    if (
      /^["“]$/.test(token.text) &&
      isCapital(next) &&
      /^["”]$/.test(tokens[end + 2]?.text ?? '') &&
      isCapital(tokens[end + 3]) &&
      touches(token, next) &&
      tokens[end + 3]!.upos === 'PROPN' &&
      tokens[end - 1]!.upos === 'PROPN'
    ) {
      end += 4
      continue
    }
    // "Washington, D.C."
    if (
      token.text === ',' &&
      lower(tokens[end - 1]) === 'washington' &&
      /^d\.?c\.?$/i.test(next?.text ?? '')
    ) {
      end += 2
      break
    }
    // "Batman: The Animated Series"
    if (
      token.text === ':' &&
      i > 0 &&
      touches(tokens[end - 1], token) &&
      isCapital(next) &&
      isCapital(tokens[end + 2]) &&
      /^(?:in|of|game|series|film|novel|play|-|demo)$/.test(lower(tokens[i - 1]))
    ) {
      end += 2
      continue
    }
    if (/^\p{Ll}/u.test(token.text)) {
      if (word === 'rights' && /^human$/.test(lower(tokens[end - 1]))) {
        end++
        continue
      }
      if (
        nameParticles.has(word) &&
        (isCapital(next) ||
          (nameParticles.has(fold(next?.text ?? '')) && isCapital(tokens[end + 2])) ||
          next?.text === '-')
      ) {
        end++
        continue
      }
      const given = firstNames.has(lower(tokens[end - 1]))
      if (vouched.has(word) && end - i < 6 && given) {
        end++
        continue
      }
      // "Foreign Minister sergei Lavrov"
      if (
        firstNames.has(word) &&
        isCapital(next) &&
        next?.upos === 'PROPN' &&
        token.upos !== 'VERB'
      ) {
        end++
        continue
      }
      const joined = joinsParts(tokens, i, end)
      if (joined) {
        end = joined
        continue
      }
      break
    }
    if (token.text === '&' && isCapital(next)) {
      end += 2
      continue
    }
    if (
      /^(?:19|20)\d\d$/.test(token.text) &&
      properEventTails.has(fold((tokens[end - 1] as Token).text))
    ) {
      end++
      continue
    }
    break
  }
  return end
}

/** "People's [Dawn Movement]", "Workers' [Party]": capitals that end in what a body is called. */
function headedBody(tokens: readonly Token[], from: number): boolean {
  let end = from
  while (end < from + 4 && isCapital(tokens[end])) end++
  return end > from && orgHeads.has(lower(tokens[end - 1]))
}

/** Past "of (the) X", "for X", "and X" inside an institution's name; 0 where the words belong to no name. */
function joinsParts(tokens: readonly Token[], start: number, at: number): number {
  const word = fold((tokens[at] as Token).text)
  const words = tokens.slice(start, at).map((t) => fold(t.text))
  const last = words[words.length - 1] as string
  const the = fold(tokens[at + 1]?.text ?? '') === 'the'
  const after = at + (the ? 2 : 1)
  const next = tokens[after]
  if (!isCapital(next)) return 0
  // "the Mail on Sunday"
  if (word === 'on' && /^(?:mail|independent)$/.test(last) && fold(next!.text) === 'sunday')
    return after + 1
  if (calendar.has(fold(next!.text))) return 0
  const institution = words.some((w) => orgHeads.has(w)) || outlets.has(words.join(' '))
  const office = roleHeads.has(last)
  if (word === 'of') {
    if (office)
      return compoundTitles.has(
        [...words.slice(-1), 'of', ...(the ? ['the'] : []), fold(next!.text)].join(' '),
      )
        ? after + 1
        : 0
    const lastIsHead =
      orgHeads.has(last) ||
      /^(?:house|bank|center|centre|chief|speaker|church|republic|kingdom|court|journal|gulf|strait|isle|cape|city|state|association|order|university|college|national bank|comic|corps|knights|sons|daughters|medicine|standards|critics|friends|battle|siege|massacre|treaty|feast|liberation)$/.test(
        last,
      )
    if (the && words.length >= 2 && countryNamed(next!.text)) return 0
    return lastIsHead || (institution && words.includes('for')) ? after + 1 : 0
  }
  if (word === 'for' || word === 'on' || word === 'against')
    return institution && !office && orgHeads.has(last)
      ? after + 1
      : institution && words.includes('of') && word === 'for'
        ? after + 1
        : 0
  if (word === 'and') {
    const outlet = [...words, 'and', fold(next!.text)].join(' ')
    if (outlets.has(outlet) || outlets.has(outlet.replace(/^the /, ''))) return after + 1
    if (
      !the &&
      !institution &&
      words.length === 1 &&
      fold(tokens[start - 1]?.text ?? '') === 'the' &&
      pairedBody(tokens, last, after)
    )
      return after + 1
    if (the || !institution) return 0
    const opened =
      words.some((w) => /^(?:of|for)$/.test(w)) &&
      /^(?:ministry|department|office|committee|commission|centre|center|centers|centres|institutes|service|services|authority|agency|council|institute|school|board|bureau|faculty|college|ministries|secretary|minister|standards)$/.test(
        words.find((w) => orgHeads.has(w)) ?? '',
      )
    const single =
      !isCapital(tokens[after + 1]) || orgHeads.has(fold(tokens[after + 1]?.text ?? ''))
    return opened &&
      single &&
      !orgHeads.has(fold(next!.text)) &&
      !countryNamed(next!.text) &&
      !firstNames.has(fold(next!.text))
      ? after + 1
      : 0
  }
  return 0
}

/** "the Rivers and Coasts Authority", "the Food and Drug Administration": one body with two cares. */
function pairedBody(tokens: readonly Token[], first: string, after: number): boolean {
  if (
    places.has(first) ||
    countryNamed(first) ||
    bodies.has(first) ||
    outlets.has(first) ||
    firstNames.has(first)
  )
    return false
  let end = after
  while (end < tokens.length && isCapital(tokens[end]) && !calendar.has(fold(tokens[end]!.text)))
    end++
  const last = fold(tokens[end - 1]?.text ?? '')
  const care = fold(tokens[after]!.text)
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
