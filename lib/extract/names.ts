/**
 * Names in a sentence: runs of capitalised words, cut where a title, a nation or a possessive ends one
 * name and starts the next, with a first guess of what each names.
 */
import type { EntityKind, Sentence, Token } from '../schema'
import {
  americanTitles,
  bodies,
  compoundTitles,
  countryNamed,
  countryOfDemonym,
  firstNames,
  fold,
  honorifics,
  orgHeads,
  outlets,
  places,
  properEventTails,
  properPaperTails,
  roleHeads,
  roleModifiers,
} from './lexicon'
import { guessKind } from './name-kind'
import { isCapital, lower, type Role, type Span, textOf, touches } from './span'

export type Names = { spans: Span[]; demonyms: Span[] }

const calendar = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec gmt utc est am pm'.split(
    ' ',
  ),
)
const capitalisedFunction = new Set(
  'i the a an this that these those he she it they we you his her its their our my in on at by for with from to of as and or but nor if when while after before during since despite although though because where who what how why which whose there here then now yet so not no yes also meanwhile however according following under over between among both each every all some many most several other another few more less such only even just still both two three four five six seven eight nine ten asked once never later earlier soon recently today yesterday tomorrow'.split(
    ' ',
  ),
)
const relational = new Set(
  'backed led authored based owned born style made run wide held controlled linked affiliated funded sponsored brokered drafted mediated occupied allied aligned friendly speaking supplied trained listed related imposed dominated proposed written designed appointed elected only era leaning bound educated winning wing critic winner'.split(
    ' ',
  ),
)
const corporate =
  /^(?:people|workers?|women|children|nurses|teachers|farmers|lawyers|veterans|writers|journalists|men|patients|consumers|students|citizens|employers|merchants|peoples|prosecutor|king|queen|bishop|governor)$/
/** Shouted words that name nothing one could meet. */
const shoutedWords = new Set(
  'iq dna rna gdp ceo cfo coo tv ai it vat hiv aids covid covid-19 ok pm mp mps usd eur gbp phd ba ma dj vip faq pdf url sms atm ufo id hq r&d esg ipo vr pc nz'.split(
    ' ',
  ),
)
/** Capitalised at a sentence's start, yet no part of the name: "Senior US officials". */
const leadingWords = new Set(
  'senior former current several many most other various new top late some two three both fellow longtime veteran outgoing incoming ex recent unlike including'.split(
    ' ',
  ),
)
const nameParticles = new Set(
  'de da di do dos del della der den van von vom zu al el la le bin ibn ben y e ter af av'.split(
    ' ',
  ),
)

/** Names seen with a capital inside sentences anywhere in the document: they vouch for lower-cased and sentence-first ones. */
export function collectCapitalised(sentences: readonly Sentence[]): Set<string> {
  const seen = new Set<string>()
  for (const sentence of sentences) {
    if (sentence.kind !== 'sentence') continue
    sentence.tokens.forEach((token, i) => {
      const name = isCapital(token) && (/^(?:NNP|NNPS)$/.test(token.xpos) || (i === 0 && token.upos === 'NOUN' && /^(?:VERB|AUX)$/.test(sentence.tokens[1]?.upos ?? '')))
      if (name && (i > 0 || !capitalisedFunction.has(fold(token.text)))) seen.add(fold(token.text))
    })
  }
  return seen
}

export function findNames(
  text: string,
  sentence: Sentence,
  index: number,
  vouched: ReadonlySet<string>,
): Names {
  const { tokens } = sentence
  const names: Names = { spans: [], demonyms: [] }
  let i = 0
  while (i < tokens.length) {
    if (!startsName(tokens, i, vouched)) {
      i++
      continue
    }
    const end = extendName(tokens, i, vouched)
    cutRun({ text, sentence, index, names }, i, end)
    i = end
  }
  return names
}

function startsName(tokens: readonly Token[], i: number, vouched: ReadonlySet<string>): boolean {
  const token = tokens[i] as Token
  const word = fold(token.text)
  const next = tokens[i + 1]
  if (/^\d+(?:st|nd|rd|th)$/.test(word))
    return (
      isCapital(next) &&
      next!.upos === 'PROPN' &&
      !calendar.has(fold(next!.text)) &&
      !roleHeads.has(fold(next!.text)) &&
      !/^(?:century|district|street|avenue|amendment)$/.test(fold(next!.text))
    )
  const givenMonth = firstNames.has(word) && isCapital(next) && next!.upos === 'PROPN' && !calendar.has(fold(next!.text))
  if (!/\p{L}/u.test(token.text) || (calendar.has(word) && !givenMonth)) return false
  if (!isCapital(token)) {
    if (token.text.length < 3 || token.text !== token.text.toLowerCase())
      return /^\p{Ll}\p{Lu}/u.test(token.text)
    if (/^(?:al|el)$/.test(word)) return next?.text === '-' && isCapital(tokens[i + 2])
    const neighbour = isCapital(tokens[i - 1]) || (isCapital(next) && firstNames.has(word))
    if (
      firstNames.has(word) &&
      isCapital(next) &&
      next?.upos === 'PROPN' &&
      !/^(?:VERB|AUX|ADP|DET|ADJ|NOUN)$/.test(token.upos)
    )
      return true
    if (vouched.has(word) && neighbour && token.upos === 'PROPN') return true
    return (
      (vouched.has(word) || token.upos === 'PROPN') &&
      /^(?:in|at|from|to)$/.test(lower(tokens[i - 1])) &&
      (places.has(word) || isCapitalCity(word))
    )
  }
  if (shoutedWords.has(word) && token.text === token.text.toUpperCase() && !isCapital(next))
    return false
  if (word === 'new' && !isCapital(next)) return false
  if (/^[IVXLC]{2,}$/.test(token.text) && !isCapital(next)) return false
  if (tokens[i + 1]?.text === '$') return false
  const first = i === 0 || /^["“”'‘([:—–]$/.test((tokens[i - 1] as Token).text)
  if (capitalisedFunction.has(word)) {
    // "AS Heagle"
    if (/^\p{Lu}{2}$/u.test(token.text) && !first && isCapital(next) && next!.upos === 'PROPN')
      return true
    // "The Hague", "The Globe and Mail"
    return word === 'the' && !first && isCapital(next) && (next as Token).upos === 'PROPN'
  }
  if (!first) return !/^(?:PRP|DT|IN|CC|WP|WRB|MD)/.test(token.xpos) || vouched.has(word)
  if (token.upos === 'PROPN') return true
  return (
    vouched.has(word) ||
    countryNamed(token.text) !== undefined ||
    countryOfDemonym(token.text) !== undefined ||
    isCapitalCity(word) ||
    (firstNames.has(word) && isCapital(next)) ||
    outlets.has(word) ||
    bodies.has(word) ||
    (roleHeads.has(word) && (isCapital(next) || officeAhead(tokens, i))) ||
    (isCapital(next) &&
      next!.upos === 'PROPN' &&
      (roleModifiers.has(word) || honorifics.has(word) || word === 'white'))
  )
}

/** "Secretary of the Army Dan Driscoll" at a sentence's start. */
const officeAhead = (tokens: readonly Token[], i: number): boolean =>
  [3, 4, 5].some((n) =>
    compoundTitles.has(
      tokens
        .slice(i, i + n)
        .map((t) => fold(t.text))
        .join(' '),
    ),
  )

const isCapitalCity = (word: string): boolean => places.has(word)

/** The first token after the run of name words that starts at i. */
function extendName(tokens: readonly Token[], i: number, vouched: ReadonlySet<string>): number {
  let end = i + 1
  while (end < tokens.length) {
    const token = tokens[end] as Token
    const next = tokens[end + 1]
    const word = fold(token.text)
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
    if (isCapital(token) && (!calendar.has(word) || (firstNames.has(word) && isCapital(next) && next?.upos === 'PROPN' && !calendar.has(fold(next.text))))) {
      const surname =
        end === i + 1 && firstNames.has(lower(tokens[i])) && !/^(?:the|a|i)$/.test(word)
      if (capitalisedFunction.has(word) && !/^(?:NNP|NNPS)$/.test(token.xpos) && !surname) break
      end++
      continue
    }
    if (
      /^['’‘]s?$/.test(token.text) &&
      isCapital(next) &&
      corporate.test(lower(tokens[end - 1])) &&
      orgHeads.has(fold(tokens[end + 1]!.text))
    ) {
      end += 2
      continue
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

/** Past "of (the) X", "for X", "and X" inside an institution's name; 0 where the words belong to no name. */
function joinsParts(tokens: readonly Token[], start: number, at: number): number {
  const word = fold((tokens[at] as Token).text)
  const words = tokens.slice(start, at).map((t) => fold(t.text))
  const last = words[words.length - 1] as string
  const the = fold(tokens[at + 1]?.text ?? '') === 'the'
  const after = at + (the ? 2 : 1)
  const next = tokens[after]
  if (!isCapital(next) || calendar.has(fold(next!.text))) return 0
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
      /^(?:house|bank|center|centre|chief|speaker|church|republic|kingdom|court|journal|gulf|strait|isle|cape|city|state|association|order|university|college|national bank|comic|corps|knights|sons|daughters|medicine|standards|critics|friends)$/.test(
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
    if (the || !institution) return 0
    const opened =
      words.some((w) => /^(?:of|for)$/.test(w)) &&
      /^(?:ministry|department|office|committee|commission|centre|center|institute|school|board|bureau|faculty|college|ministries|secretary|minister|standards)$/.test(
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

type Cut = { text: string; sentence: Sentence; index: number; names: Names }

/** Cuts a run such as "Ukrainian President Volodymyr Zelenskiy" into nation, title and name. */
function cutRun(cut: Cut, from: number, to: number): void {
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
    push(cut, start, to, start)
    return
  }
  const nationEnd = nationAt(cut, start, to)
  if (nationEnd > start && nationEnd < to) {
    const rest = textOf(text, sentence, nationEnd, to)
    const words = tokens.slice(nationEnd, to).map((t) => fold(t.text))
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
    push(cut, start, to, start)
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
    // "President of Russia" is cut at "of"; what follows a title directly is the person
    push(cut, titleEnd, to, start, role)
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
      /^[A-Z]{2,5}$/.test(tokens[k - 1]!.text)
    if (
      inner > k &&
      inner < to &&
      leftIsOrg &&
      !nameParticles.has(lower(tokens[k - 1])) &&
      lower(tokens[k - 1]) !== 'of'
    ) {
      push(cut, start, k, start)
      push(cut, inner, to, k, { words: textOf(text, sentence, k, inner), from: k, to: inner })
      return
    }
  }
  push(cut, start, to, start)
  void names
}

/** A capitalised word in front that is no part of the name: "Senior US", "Nonpartisan Paul Tse". */
function leads(cut: Cut, at: number, to: number): boolean {
  const { tokens } = cut.sentence
  if (at + 1 >= to || countryNamed(textOf(cut.text, cut.sentence, at, Math.min(to, at + 2))))
    return false
  const word = lower(tokens[at])
  const next = lower(tokens[at + 1])
  const nation = nationAt(cut, at + 1, to) > at + 1
  const title = titleAt(cut, at + 1, to) > at + 1
  const given = firstNames.has(next) && at + 2 < to
  if (leadingWords.has(word)) return nation || (word !== 'new' && (title || given))
  return (
    at === 0 &&
    given &&
    to - at >= 3 &&
    !firstNames.has(word) &&
    tokens[at]!.xpos !== 'NNP' &&
    !roleHeads.has(word) &&
    !honorifics.has(word)
  )
}

/** Where the country or demonym that starts at `from` ends; `from` if there is none. */
function nationAt(cut: Cut, from: number, to: number): number {
  const { tokens } = cut.sentence
  for (let end = Math.min(to, from + 5); end > from; end--) {
    const words = textOf(cut.text, cut.sentence, from, end)
    if (countryNamed(words) || countryOfDemonym(words)) return end
    if (
      end === from + 1 &&
      /^(?:European|Western|African|Asian|Arab|Latin|Kurdish|Jewish|Muslim|Christian|Islamic|Tory|Labour|Republican|Democratic|Democrat)$/.test(
        tokens[from]!.text,
      ) &&
      titleAt(cut, end, to) > end
    )
      return end
  }
  return from
}

/** Where the title that starts at `from` ends: "Special Envoy", "Secretary of the Army", "Mr". */
function titleAt(cut: Cut, from: number, to: number): number {
  const { tokens } = cut.sentence
  let end = from
  for (;;) {
    let next = end
    for (let k = Math.min(to, end + 6); k > end; k--) {
      if (compoundTitles.has(fold(textOf(cut.text, cut.sentence, end, k)))) {
        next = k
        break
      }
    }
    if (next === end) {
      let k = end
      while (
        k < to &&
        (roleModifiers.has(lower(tokens[k])) || tokens[k]!.text === '-') &&
        k - end < 4
      )
        k++
      const word = lower(tokens[k])
      if (k < to && roleHeads.has(word)) next = k + 1
      else if (
        end < to &&
        (roleHeads.has(lower(tokens[end])) || honorifics.has(lower(tokens[end])))
      )
        next = end + 1
      // "Major General", "Lieutenant Colonel" come as two heads
    }
    if (next === end) return end
    end = next
    if (end >= to) return end
    // a surname that is also a role word ("Stephen King") never comes first; a lone role before nothing is handled above
  }
}

function pushNation(cut: Cut, from: number, to: number): void {
  const words = textOf(cut.text, cut.sentence, from, to)
  const country = countryNamed(words)
  const base = {
    sentence: cut.index,
    from,
    to,
    head: to - 1,
    form: 'name' as const,
    kind: 'government' as EntityKind,
    name: words,
  }
  if (country) cut.names.spans.push({ ...base, nation: country.name, votes: { government: 5 } })
  else {
    const demonym = countryOfDemonym(words)
    // "the Russians", "a German": people, not the state
    if (demonym) cut.names.demonyms.push({ ...base, nation: demonym.name, name: demonym.name })
  }
}

function push(cut: Cut, from: number, to: number, phraseFrom: number, role?: Role): void {
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
    cut.names.demonyms.push({
      sentence: cut.index,
      from,
      to: end,
      head: end - 1,
      form: 'name',
      kind: 'other',
      name,
      nation: name,
    })
    return
  }
  const country = countryNamed(name)
  if (country && !role) {
    pushNation(cut, from, end)
    return
  }
  const votes = guessKind(cut.text, cut.sentence, from, end, role)
  const kind = (Object.entries(votes).sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'other') as EntityKind
  cut.names.spans.push({
    sentence: cut.index,
    from: phraseFrom,
    to: end,
    head: end - 1,
    form: 'name',
    kind,
    name,
    votes,
    ...(role && { role }),
  })
}

export const isAmerican = (role: string): boolean => americanTitles.has(fold(role))
