/**
 * Names in a sentence: runs of capitalised words, cut where a title, a nation or a possessive ends one
 * name and starts the next, with a first guess of what each names.
 */
import { cutRun } from './cut-name'
import { extendName } from './extend-name'
import type { Names } from './found-names'
import {
  bodies,
  compoundTitles,
  countryNamed,
  countryOfDemonym,
  firstNames,
  genericOrgs,
  groupNouns,
  honorifics,
  orgHeads,
  outletOpenings,
  outlets,
  partyNamed,
  places,
  roleHeads,
  roleModifiers,
} from './lexicon'
import { nameAfterOffice } from './long-title'
import { spelledOut } from './name-letters'
import { calendar, capitalisedFunction, shoutedWords } from './name-words'
import { pushName } from './push-name'
import { isCapital, lower, textOf, touches } from './span'
import type { Line, Word } from './word'

/** Names seen with a capital inside sentences anywhere in the document: they vouch for lower-cased and sentence-first ones. */
export function collectCapitalised(sentences: readonly Line[]): Set<string> {
  const seen = new Set<string>()
  for (const sentence of sentences) {
    if (sentence.kind !== 'sentence') continue
    sentence.tokens.forEach((token, i) => {
      const name = isCapital(token) && /^(?:NNP|NNPS)$/.test(token.xpos)
      if (name && (i > 0 || !capitalisedFunction.has(token.folded))) seen.add(token.folded)
    })
  }
  return seen
}

export function findNames(
  text: string,
  sentence: Line,
  index: number,
  vouched: ReadonlySet<string>,
): Names {
  const { tokens } = sentence
  const names: Names = { spans: [], demonyms: [] }
  const spelled = spelledOut(tokens)
  let i = 0
  while (i < tokens.length) {
    const full = spelled.get(i)
    if (full) {
      pushName({ text, sentence, index, names }, i, full, i)
      i = full
      continue
    }
    const named = nameAfterOffice(tokens, i)
    if (named) {
      const end = extendName(tokens, named, vouched)
      const words = textOf(text, sentence, i, named)
      pushName({ text, sentence, index, names }, named, end, i, { words, from: i, to: named })
      i = end
      continue
    }
    // "Senator X (D-NY)": a party and a state, nobody's name
    if (
      tokens[i + 1]?.text === '-' &&
      /^[DR]$/.test(tokens[i]!.text) &&
      /^[(,]$/.test(tokens[i - 1]?.text ?? '')
    ) {
      i += 3
      continue
    }
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

function startsName(tokens: readonly Word[], i: number, vouched: ReadonlySet<string>): boolean {
  const token = tokens[i] as Word
  return token.capital ? opensName(tokens, i, vouched) : startsSmall(tokens, i, vouched)
}

/** "May Berg", "Sunday Mercury": day or month, and yet part of a name. */
function onlyCalendar(word: string, next: Word | undefined): boolean {
  if (!calendar.has(word)) return false
  if (!next?.capital) return true
  if (firstNames.has(word) && next.upos === 'PROPN' && !calendar.has(next.folded)) return false
  return !(/^(?:sunday|saturday)$/.test(word) && dayPaper.test(next.folded))
}

/** A name without a capital, "sergei Lavrov", "in washington", "al-Berg", or one behind a number, "6th Battalion". */
function startsSmall(tokens: readonly Word[], i: number, vouched: ReadonlySet<string>): boolean {
  const token = tokens[i] as Word
  const word = token.folded
  const next = tokens[i + 1]
  if (next?.capital) {
    if (/^\d+(?:st|nd|rd|th)$/.test(word))
      return (
        next.upos === 'PROPN' &&
        !calendar.has(next.folded) &&
        !roleHeads.has(next.folded) &&
        !/^(?:century|district|street|avenue|amendment)$/.test(next.folded)
      )
    // "la Repubblica"
    if (
      outletOpenings.has(word) &&
      outlets.has(`${word} ${next.folded}`) &&
      !onlyCalendar(word, next)
    )
      return true
  }
  if (next?.text === '-' && /^(?:al|el|as|an|ar|ash|ad)$/.test(word))
    return isCapital(tokens[i + 2]) && touches(token, next) && touches(next, tokens[i + 2])
  if (token.text.length < 3 || (token.text !== word && token.text !== token.text.toLowerCase()))
    return /^\p{Ll}\p{Lu}/u.test(token.text) && !calendar.has(word)
  const given = firstNames.has(word)
  const known = vouched.has(word)
  // most words end here
  if (!given && !known && token.upos !== 'PROPN') return false
  if (onlyCalendar(word, next)) return false
  if (
    given &&
    next?.capital &&
    next.upos === 'PROPN' &&
    !/^(?:VERB|AUX|ADP|DET|ADJ|NOUN)$/.test(token.upos)
  )
    return true
  const neighbour = isCapital(tokens[i - 1]) || (given && isCapital(next))
  if (known && neighbour && token.upos === 'PROPN') return true
  return (
    (known || token.upos === 'PROPN') &&
    /^(?:in|at|from|to)$/.test(lower(tokens[i - 1])) &&
    places.has(word)
  )
}

function opensName(tokens: readonly Word[], i: number, vouched: ReadonlySet<string>): boolean {
  const token = tokens[i] as Word
  const word = token.folded
  const next = tokens[i + 1]
  if (onlyCalendar(word, next)) return false
  if (shoutedWords.has(word) && token.text === token.text.toUpperCase() && !isCapital(next))
    return false
  if (/^(?:Ph\.?D|M\.?Sc|B\.?Sc|M\.?A|B\.?A|Jr|Sr)\.?$/.test(token.text)) return false
  if (word === 'new' && !isCapital(next)) return false
  // "Oil company Petrovia": the first word of a sentence, not of a name
  if (
    i === 0 &&
    orgHeads.has(word) &&
    !isCapital(next) &&
    !outlets.has(word) &&
    !bodies.has(word) &&
    (!vouched.has(word) || roleHeads.has(lower(next)))
  )
    return false
  // "told MPs": many of a kind, no name
  if (/^\p{Lu}+s$/u.test(token.text) && groupNouns.has(word)) return false
  if (/^[IVXLC]{2,}$/.test(token.text) && !isCapital(next)) return false
  if (tokens[i + 1]?.text === '$') return false
  const dash = tokens[i - 1]?.text === '-' && !touches(tokens[i - 1], token)
  const first = i === 0 || dash || /^["“”'‘([:—–]$/.test((tokens[i - 1] as Word).text)
  if (capitalisedFunction.has(word)) {
    // "AS Heagle"
    if (/^\p{Lu}{2}$/u.test(token.text) && !first && isCapital(next) && next!.upos === 'PROPN')
      return true
    // "The Hague", "The Globe and Mail"
    return word === 'the' && !first && isCapital(next) && (next as Word).upos === 'PROPN'
  }
  if (!first) return !/^(?:PRP|DT|IN|CC|WP|WRB|MD)/.test(token.xpos) || vouched.has(word)
  // "Transport spokeswoman Ada Lyle": an office that opens a sentence
  if (
    (roleModifiers.has(word) || genericOrgs.has(word)) &&
    !bodies.has(word) &&
    !(partyNamed(token.text) && word !== 'green') &&
    next &&
    /^\p{Ll}/u.test(next.text) &&
    (roleHeads.has(next.folded) || roleModifiers.has(next.folded))
  )
    return false
  // "BoE", "MoD"
  if (/^\p{Lu}\p{Ll}?\p{Lu}/u.test(token.text)) return true
  if (token.upos === 'PROPN') return true
  // "Paddle Norway rejected": news gives no orders
  const after = tokens[i + 2]
  if (
    /^(?:NN|VB|VBP)$/.test(token.xpos) &&
    isCapital(next) &&
    countryNamed(next!.text) &&
    (/^(?:VERB|AUX)$/.test(after?.upos ?? '') || after?.xpos === 'POS')
  )
    return true
  if (word.endsWith('ing') && isCapital(next) && namedBody.test(next!.folded)) return true
  return (
    vouched.has(word) ||
    countryNamed(token.text) !== undefined ||
    countryOfDemonym(token.text) !== undefined ||
    places.has(word) ||
    (firstNames.has(word) && isCapital(next)) ||
    outlets.has(word) ||
    bodies.has(word) ||
    partyNamed(token.text) !== undefined ||
    (roleHeads.has(word) &&
      (isCapital(next) ||
        officeAhead(tokens, i) ||
        (next?.text === '-' && isCapital(tokens[i + 2])))) ||
    (isCapital(next) &&
      next!.upos === 'PROPN' &&
      (roleModifiers.has(word) ||
        honorifics.has(word) ||
        word === 'white' ||
        (token.upos === 'ADJ' && orgHeads.has(next!.folded) && !leadingAdjective.test(word))))
  )
}

/** "the Sunday Mercury" */
const dayPaper =
  /^(?:times|telegraph|mirror|mail|express|post|herald|mercury|independent|tribune|star|sun|world|people|standard|news|life|business)$/

/** "Fostering Network", "Planning Council": an -ing word that opens a body's name. */
const namedBody =
  /^(?:network|trust|foundation|association|society|agency|council|federation|institute|commission|authority|inspectorate|partnership|studios|alliance)$/

/** "Southern Mobile", but "Many Democrats" */
const leadingAdjective =
  /^(?:many|most|more|some|several|few|other|such|senior|former|top|new|old|big|local|foreign|rival|moderate|hardline|conservative|liberal|progressive|angry|dissident|leading|major|minor|various|certain|current|recent|late|early|last|next|first|second|all|both|only|own|same|smaller|larger|private|public)$/

/** "Secretary of the Army Dan Driscoll" at a sentence's start. */
const officeAhead = (tokens: readonly Word[], i: number): boolean =>
  [3, 4, 5].some((n) =>
    compoundTitles.has(
      tokens
        .slice(i, i + n)
        .map((t) => t.folded)
        .join(' '),
    ),
  )
