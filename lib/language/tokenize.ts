/**
 * Words, numbers and marks of raw text, in the conventions of UD English EWT and GUM:
 * clitics and hyphens are cut off ("Trump’s" -> Trump ’s, "28-point" -> 28 - point),
 * abbreviations keep their dot. The text is never edited: a token is a pair of offsets.
 */
import { abbreviations, domains, hyphenPrefixes } from './abbreviations'

/** Offsets of tokens: token i is text.slice(bounds[2 * i], bounds[2 * i + 1]), in UTF-16 units. */
export type Bounds = number[]

// Every quantifier is bounded, so that a megabyte without a space is still read in linear time.
const urlPattern = /(?:https?:\/\/|ftp:\/\/|www\.)[^\s<>"“”«»|]{1,2000}/uy
const emailPattern = /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}/uy
const domainPattern = /[a-z0-9-]{1,64}(?:\.[a-z0-9-]{1,64}){0,4}\.([a-z]{2,6})(?![\p{L}\p{N}])/iuy
const handlePattern = /[@#][\p{L}\p{N}_]{1,100}/uy
const initialsPattern = /(?:\p{L}\.){2,8}/uy
const phonePattern = /(?:\d{3}[-.])?\d{3}[-.]\d{4}(?![\p{L}\p{N}-])/uy
const numberPattern =
  /\d{1,3}(?:,\d{3}){1,10}(?!\d)(?:\.\d{1,50})?|\d{1,2}:\d{2}(?::\d{2})?(?!\d)|\d{1,50}(?:\.\d{1,50}){1,5}|\d{1,4}\/\d{1,4}(?:\/\d{2,4})?(?!\d)|\.\d{1,50}|\d{1,50}/uy
const afterNumberPattern = /(?:st|nd|rd|th|s|D|G)(?![\p{L}\p{N}])/uy
const unitPattern = /\p{L}{1,12}(?![\p{L}\p{N}])/uy
const wordPattern = /[\p{L}\p{N}\p{M}_]{1,128}/uy
const innerApostrophePattern = /['’‘ʼ][\p{L}\p{N}\p{M}_]{1,128}/uy
const emoticonPattern = /[:;=]-?[)(DPp](?![\p{L}\p{N}])/uy
const repeatedPattern =
  /\.{2,50}|…{1,50}|[!?]{2,50}|-{2,50}|—{2,50}|–{2,50}|\*{2,50}|={2,50}|_{1,50}|~{2,50}|#{2,50}|''|``/uy
const emojiPattern =
  /(?:\p{RI}\p{RI}|\p{Emoji_Presentation}|\p{Extended_Pictographic})(?:[\uFE0F\u{1F3FB}-\u{1F3FF}]|\u200D\p{Extended_Pictographic}){0,10}/uy
const marksPattern = /\P{M}\p{M}{1,32}/uy
const cliticEnd = /(?:n['’‘]t|['’‘](?:s|re|ve|ll|d|m))$/iu
const spacePattern = /\s/u
const letterPattern = /[\p{L}\p{N}]/u
const contractions: ReadonlyMap<string, number> = new Map(
  Object.entries({
    cannot: 3,
    gonna: 3,
    gotta: 3,
    wanna: 3,
    dont: 2,
    didnt: 3,
    doesnt: 4,
    isnt: 2,
    wont: 2,
    cant: 2,
  }),
)

function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : -1
}

/**
 * Cuts text into tokens. In: any string. Out: offsets, in order, without overlap,
 * covering every character that is not white space exactly once. Never throws; linear time.
 */
export function tokenize(text: string): Bounds {
  const bounds: Bounds = []
  const length = text.length
  let at = 0
  while (at < length) {
    if (spacePattern.test(text[at] as string)) {
      at++
      continue
    }
    at = readToken(text, at, bounds)
  }
  return bounds
}

function readToken(text: string, at: number, bounds: Bounds): number {
  const code = text.charCodeAt(at)
  const glued = at > 0 && letterPattern.test(text[at - 1] as string)
  if (code < 128 && !isAsciiLetter(code)) {
    const end = readAsciiMark(text, at, bounds, glued)
    if (end > at) return end
  } else {
    const end = glued ? -1 : readAddress(text, at)
    if (end > at) return push(bounds, at, end)
    const word = readWord(text, at, bounds)
    if (word > at) return word
  }
  return readMark(text, at, bounds)
}

function push(bounds: Bounds, start: number, end: number): number {
  bounds.push(start, end)
  return end
}

function isAsciiLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
}

/** A web or mail address at this place, without the full stop or bracket that ends the sentence round it. */
function readAddress(text: string, at: number): number {
  const url = matchAt(urlPattern, text, at)
  if (url > at) {
    let end = url
    while (end > at + 1 && '.,;:!?)]}\'"’”…'.includes(text[end - 1] as string)) end--
    return end
  }
  const email = matchAt(emailPattern, text, at)
  if (email > at) return email
  domainPattern.lastIndex = at
  const domain = domainPattern.exec(text)
  return domain && domains.has((domain[1] as string).toLowerCase()) ? domainPattern.lastIndex : -1
}

function readAsciiMark(text: string, at: number, bounds: Bounds, glued: boolean): number {
  const char = text[at] as string
  if (char >= '0' && char <= '9')
    return glued ? push(bounds, at, readNumber(text, at)) : readNumeral(text, at, bounds)
  if (char === '.' && !glued && /\d/.test(text[at + 1] ?? ''))
    return push(bounds, at, readNumber(text, at))
  if (char === '@' || char === '#') {
    const handle = matchAt(handlePattern, text, at)
    if (handle > at && !glued) return push(bounds, at, handle)
  }
  if (char === ':' || char === ';' || char === '=') {
    const face = glued ? -1 : matchAt(emoticonPattern, text, at)
    if (face > at) return push(bounds, at, face)
  }
  if (char === "'") return readClitic(text, at, bounds)
  return -1
}

function readNumber(text: string, at: number): number {
  return Math.max(at + 1, matchAt(numberPattern, text, at))
}

function readNumeral(text: string, at: number, bounds: Bounds): number {
  const address = readAddress(text, at)
  if (address > at) return push(bounds, at, address)
  const phone = matchAt(phonePattern, text, at)
  if (phone > at) return push(bounds, at, phone)
  const end = readNumber(text, at)
  const ordinal = matchAt(afterNumberPattern, text, end)
  if (ordinal > end) return push(bounds, at, ordinal)
  if (matchAt(unitPattern, text, end) > end) return push(bounds, at, end)
  // "F16B2", "3D7": letters and digits mixed are one word
  const mixed = matchAt(wordPattern, text, end)
  return push(bounds, at, Math.max(mixed, end))
}

/** 's, 're, n't and the like where a word has just ended: "Trump" + "’s". */
function readClitic(text: string, at: number, bounds: Bounds): number {
  const end = matchAt(innerApostrophePattern, text, at)
  if (end < 0) return -1
  const piece = text.slice(at, end)
  const glued = at > 0 && letterPattern.test(text[at - 1] as string)
  if (glued && /^['’‘ʼ](?:s|re|ve|ll|d|m)$/iu.test(piece)) return push(bounds, at, end)
  if (!glued && /^['’‘ʼ](?:em|til|cause|\d0s|n)$/iu.test(piece)) return push(bounds, at, end)
  return -1
}

function readWord(text: string, at: number, bounds: Bounds): number {
  const initials = matchAt(initialsPattern, text, at)
  if (initials > at) return push(bounds, at, initials)
  let end = matchAt(wordPattern, text, at)
  if (end < 0) return -1
  const apostrophe = matchAt(innerApostrophePattern, text, end)
  if (apostrophe > end) return readContraction(text, at, end, apostrophe, bounds)
  if (text[end] === '.' && isAbbreviation(text, at, end)) return push(bounds, at, end + 1)
  if (text[end] === '&' && end - at <= 3 && /[A-Z]/.test(text[end + 1] ?? '')) {
    const rest = matchAt(wordPattern, text, end + 1)
    if (rest > end && rest - end <= 4) end = rest
  }
  if (text[end] === '-' && hyphenPrefixes.has(text.slice(at, end).toLowerCase())) {
    const rest = matchAt(wordPattern, text, end + 1)
    if (rest > end + 1) return push(bounds, at, rest)
  }
  const cut = contractions.get(text.slice(at, end).toLowerCase())
  if (cut && end - at <= 6) push(bounds, at, at + cut)
  return push(bounds, cut ? at + cut : at, end)
}

/** "don’t" -> do n’t; "Trump’s" -> Trump ’s; "O’Brien" and "Qur’an" stay whole. */
function readContraction(
  text: string,
  at: number,
  end: number,
  apostrophe: number,
  bounds: Bounds,
): number {
  const whole = text.slice(at, apostrophe)
  const clitic = cliticEnd.exec(whole)
  if (clitic) {
    const cut = apostrophe - clitic[0].length
    if (cut > at) push(bounds, at, cut)
    return push(bounds, Math.max(cut, at), apostrophe)
  }
  if (apostrophe - end > 2 && end - at <= 3) {
    const more = matchAt(innerApostrophePattern, text, apostrophe)
    const tail = more > 0 ? text.slice(apostrophe, more) : ''
    push(bounds, at, apostrophe)
    return /^['’‘](?:s|d|ll)$/iu.test(tail) ? push(bounds, apostrophe, more) : apostrophe
  }
  return push(bounds, at, end)
}

/** Whether the dot after text.slice(at, end) belongs to the word: "Gen.", "J." in a name, "No." before a number. */
function isAbbreviation(text: string, at: number, end: number): boolean {
  const word = text.slice(at, end)
  const next = text[end + 1] ?? ''
  if (end - at === 1)
    return /\p{Lu}/u.test(word) && (next === ' ' || next === '\u00a0' || /\p{Lu}/u.test(next))
  const rule = abbreviations.get(word.toLowerCase())
  if (rule === undefined) return false
  if (rule === 'number') return /^.\s?\d/su.test(text.slice(end, end + 3))
  if (rule === 'capital') return /\p{Lu}/u.test(word[0] as string)
  return true
}

function readMark(text: string, at: number, bounds: Bounds): number {
  const code = text.charCodeAt(at)
  if (code === 0x2019 || code === 0x2018 || code === 0x2bc) {
    const clitic = readClitic(text, at, bounds)
    if (clitic > at) return clitic
  }
  for (const pattern of [repeatedPattern, emojiPattern, marksPattern]) {
    const end = matchAt(pattern, text, at)
    if (end > at) return push(bounds, at, end)
  }
  const point = text.codePointAt(at) as number
  return push(bounds, at, at + (point > 0xffff ? 2 : 1))
}
