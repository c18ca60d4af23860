/**
 * A sentence as a row of phrases: noun phrases (with the names inside them), verb groups, prepositions,
 * commas and the like. Tags decide; the tree is asked only where a participle may be an adjective.
 */
import type { Sentence, Token } from '../schema'
import {
  countryNamed,
  countryOfDemonym,
  fold,
  groupNouns,
  roleHeads,
  roleModifiers,
  sayVerbs,
} from './lexicon'
import type { Names } from './names'
import { isCapital, lower, type Span, touches } from './span'

export type NounPhrase = {
  type: 'np'
  from: number
  to: number
  head: number
  /** The name that is the head, where it is one. */
  name?: Span
  /** Names and demonyms inside, in order. */
  inner: Span[]
  /** The phrase before 's. */
  owner?: NounPhrase
  /** "his", "their" */
  ownerPronoun?: number
  /** What the phrase may refer to, filled in later: several for "US and Ukrainian officials". */
  spans: Span[]
  time?: true
}

export type VerbGroup = {
  type: 'vg'
  from: number
  to: number
  main: number
  lemma: string
  /** finite, to-infinitive, -ing, bare participle */
  shape: 'finite' | 'infinitive' | 'gerund' | 'participle'
  passive: boolean
  negated: boolean
  modal?: string
  adverbs: string[]
  copula?: true
}

export type Mark = {
  type: 'prep' | 'cc' | 'comma' | 'rel' | 'sub' | 'adverb' | 'adjective' | 'quote' | 'stop'
  from: number
  to: number
  word: string
}

export type Unit = NounPhrase | VerbGroup | Mark

const multiPrepositions = [
  'according to',
  'along with',
  'together with',
  'as part of',
  'as well as',
  'in addition to',
  'because of',
  'due to',
  'instead of',
  'on behalf of',
  'in front of',
  'ahead of',
  'out of',
  'as of',
  'such as',
  'prior to',
  'rather than',
  'in response to',
  'in favor of',
  'in favour of',
  'in opposition to',
  'in support of',
  'contrary to',
  'subsequent to',
  'apart from',
  'aside from',
  'next to',
  'close to',
  'thanks to',
  'with regard to',
  'in spite of',
  'as a result of',
  'by way of',
  'at the request of',
].map((phrase) => phrase.split(' '))
const timeWords = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december week month year day morning evening afternoon night weekend today yesterday tomorrow tonight hour hours days weeks months years decade decades spring summer autumn winter quarter minutes moment noon midnight'.split(
    ' ',
  ),
)
const subordinators = new Set(
  'that if whether because although though while since unless until when where as before after once how why whereas lest'.split(
    ' ',
  ),
)
const prepositionWords = new Set(
  'including following regarding concerning despite amid among alongside versus via per involving excluding'.split(
    ' ',
  ),
)
const auxiliaryLemmas = new Set(
  'be have do will would can could may might shall should must get'.split(' '),
)

export function readPhrases(sentence: Sentence, names: Names): Unit[] {
  const { tokens } = sentence
  const nameFrom = new Map<number, Span>()
  for (const span of [...names.spans, ...names.demonyms]) nameFrom.set(span.from, span)
  const demonyms = new Set(names.demonyms)
  const units: Unit[] = []
  let i = 0
  while (i < tokens.length) {
    const np = readNoun(tokens, i, nameFrom, demonyms)
    if (np) {
      units.push(np)
      i = np.to
      // an owner was swallowed: its 's stands inside the new phrase
      continue
    }
    const vg = readVerb(tokens, i)
    if (vg) {
      units.push(vg)
      i = vg.to
      continue
    }
    const mark = readMark(tokens, i)
    units.push(mark)
    i = mark.to
  }
  settleShapes(tokens, units)
  return units
}

/**
 * Past tense or participle? The tagger confuses them where a form is both: "…, brought forward by the U.S., appears…"
 * and "the document, initially reported by Reuters, contributed to…". A clause wants one finite verb, and what "by" follows is passive.
 */
function settleShapes(tokens: readonly Token[], units: readonly Unit[]): void {
  let start = 0
  for (let i = 0; i <= units.length; i++) {
    const unit = units[i]
    if (unit && unit.type !== 'sub' && unit.type !== 'stop' && unit.type !== 'rel') continue
    settleClause(tokens, units, start, i)
    start = i + 1
  }
}

function settleClause(
  tokens: readonly Token[],
  units: readonly Unit[],
  start: number,
  end: number,
): void {
  const verbs = units.slice(start, end).filter((u): u is VerbGroup => u.type === 'vg')
  const simple = (v: VerbGroup) =>
    v.to - v.from === 1 + v.adverbs.length && /^VB[ND]$/.test(tokens[v.main]!.xpos)
  const byBehind = (v: VerbGroup) => {
    const at = units.indexOf(v)
    const next = units[at + 1]?.type === 'adverb' ? units[at + 2] : units[at + 1]
    return next?.type === 'prep' && next.word === 'by'
  }
  for (const verb of verbs) {
    const at = units.indexOf(verb)
    const before = units[at - 1]?.type === 'adverb' ? units[at - 2] : units[at - 1]
    if (
      verb.shape === 'finite' &&
      simple(verb) &&
      byBehind(verb) &&
      (before?.type === 'comma' || before?.type === 'np') &&
      verbs.some((v) => v !== verb)
    ) {
      verb.shape = 'participle'
      verb.passive = true
    }
  }
  // "the study published in a journal this week revealed": of two in a row the first is a participle
  const finite = verbs.filter((v) => v.shape === 'finite')
  for (let k = 0; k + 1 < finite.length; k++) {
    const [a, b] = [finite[k]!, finite[k + 1]!]
    const [from, to] = [units.indexOf(a), units.indexOf(b)]
    const between = units.slice(from + 1, to)
    const own = between.some(
      (u, i) =>
        u.type === 'np' &&
        !u.time &&
        between[i - 1]?.type !== 'prep' &&
        !(i > 0 && between[i - 1]?.type === 'cc'),
    )
    const joined = between.some((u) => u.type === 'cc' || u.type === 'quote')
    const after = units[from + 1]
    if (
      simple(a) &&
      !own &&
      !joined &&
      units[from - 1]?.type === 'np' &&
      after?.type === 'prep' &&
      from > start
    ) {
      a.shape = 'participle'
      a.passive = true
    }
  }
  // a report at the end (", ABC News reported") is no verb of this clause
  const reports = (v: VerbGroup) => {
    const at = units.indexOf(v)
    const close = units[at + 1]
    return (
      sayVerbs.has(v.lemma) &&
      units[at - 1]?.type === 'np' &&
      units[at - 2]?.type === 'comma' &&
      (!close || close.type === 'stop')
    )
  }
  if (verbs.some((v) => v.shape === 'finite' && !reports(v))) return
  const opened =
    units[start - 1]?.type === 'rel' &&
    verbs[0] &&
    units.slice(start, units.indexOf(verbs[0])).every((u) => u.type === 'adverb')
  const candidates = verbs.filter((v) => v.shape === 'participle' && simple(v) && !byBehind(v))
  const chosen = opened ? candidates[0] : candidates.at(-1)
  const at = chosen ? units.indexOf(chosen) : -1
  const subject = units.slice(start, at).some((u) => u.type === 'np' && !u.time)
  const prepBefore = units[at - 1]?.type === 'prep'
  if (
    chosen &&
    (subject || opened) &&
    !prepBefore &&
    units.slice(start, end).some((u) => u.type === 'np')
  ) {
    chosen.shape = 'finite'
    chosen.passive = false
  }
}

const isHyphen = (token: Token | undefined) => token?.text === '-' || token?.text === '–'
const isQuote = (token: Token | undefined) =>
  token !== undefined && /^["“”«»]|''|``$/.test(token.text)

function readNoun(
  tokens: readonly Token[],
  start: number,
  nameFrom: ReadonlyMap<number, Span>,
  demonyms: ReadonlySet<Span>,
): NounPhrase | undefined {
  let owner: NounPhrase | undefined
  let ownerPronoun: number | undefined
  let i = start
  const pronoun = tokens[i] as Token
  if (
    /^(?:PRP|EX)$/.test(pronoun.xpos) ||
    (pronoun.upos === 'PRON' &&
      /^(?:NN|DT)$/.test(pronoun.xpos) &&
      !nounFollows(tokens, i + 1, nameFrom))
  ) {
    if (/^(?:WP|WDT|WRB)/.test(pronoun.xpos)) return undefined
    return { type: 'np', from: i, to: i + 1, head: i, inner: [], spans: [] }
  }
  for (;;) {
    const phrase = readSimpleNoun(tokens, i, nameFrom, demonyms)
    if (!phrase) {
      // "Moscow's" with nothing after it
      return owner ? { ...owner, from: start } : undefined
    }
    if (owner) phrase.owner = owner
    const first = tokens[phrase.from] as Token
    if (first.xpos === 'PRP$') ownerPronoun = phrase.from
    if (ownerPronoun !== undefined) phrase.ownerPronoun = ownerPronoun
    const after = tokens[phrase.to]
    if (
      after &&
      (after.xpos === 'POS' ||
        (/^['’‘]s?$/.test(after.text) &&
          (after.upos === 'PART' || touches(tokens[phrase.to - 1], after)))) &&
      after.upos !== 'AUX'
    ) {
      owner = { ...phrase, from: start }
      ownerPronoun = undefined
      i = phrase.to + 1
      if (i >= tokens.length) return { ...phrase, from: start, to: i }
      const rest = readSimpleNoun(tokens, i, nameFrom, demonyms)
      if (!rest) return { ...phrase, from: start, to: phrase.to + 1 }
      continue
    }
    phrase.from = start
    return phrase
  }
}

/** Whether a noun stands ahead, over adjectives and the like. */
function nounFollows(
  tokens: readonly Token[],
  i: number,
  nameFrom: ReadonlyMap<number, Span>,
  afterArticle = false,
): boolean {
  for (let k = i; k < Math.min(tokens.length, i + 6); k++) {
    const token = tokens[k] as Token
    if (nameFrom.has(k) || /^(?:NOUN|PROPN)$/.test(token.upos)) return true
    const more =
      /^(?:ADJ|NUM)$/.test(token.upos) ||
      /^[$€£¥]$/.test(token.text) ||
      isHyphen(token) ||
      isQuote(token) ||
      /^(?:VBN|VBG|RB|RBS|RBR)$/.test(token.xpos) ||
      (afterArticle && token.xpos === 'VBD')
    if (!more) return false
  }
  return false
}

function readSimpleNoun(
  tokens: readonly Token[],
  start: number,
  nameFrom: ReadonlyMap<number, Span>,
  demonyms: ReadonlySet<Span>,
): NounPhrase | undefined {
  const inner: Span[] = []
  let i = start
  let head = -1
  let name: Span | undefined
  let opened = false
  let quoted = false
  let time = false
  while (i < tokens.length) {
    const token = tokens[i] as Token
    const span = nameFrom.get(i)
    if (span) {
      // two names in a row make one phrase only as "Kremlin aide Yuri Ushakov"
      const previous = lower(tokens[i - 1])
      if (head >= 0 && span.kind === 'person' && !demonyms.has(span)) {
        const title =
          roleHeads.has(previous) ||
          roleModifiers.has(previous) ||
          inner.at(-1)?.to === i ||
          isHyphen(tokens[i - 1]) ||
          groupNouns.has(previous)
        const personBefore = inner.at(-1)?.to === i && inner.at(-1)?.kind === 'person'
        if ((!title && !isQuote(tokens[i - 1])) || personBefore || time) break
      }
      if (head >= 0 && time) break
      // "terms Kyiv had rejected": a clause without its "that"
      if (head >= 0 && !inner.length && clauseAhead(tokens, span.to) && !isQuote(tokens[i - 1]))
        break
      inner.push(span)
      head = span.to - 1
      name = demonyms.has(span) ? undefined : span
      i = span.to
      opened = true
      continue
    }
    if (
      isHyphen(token) &&
      opened &&
      touches(tokens[i - 1], token) &&
      touches(token, tokens[i + 1])
    ) {
      const next = tokens[i + 1] as Token
      const linked = nameFrom.get(i + 1)
      if (linked) {
        i++
        continue
      }
      // the compound's last part is the head only if nothing follows: "cease-fire", but "28-point plan"
      const noun = /^(?:NOUN|PROPN)$/.test(next.upos)
      const follows = nounFollows(tokens, i + 2, nameFrom)
      if (!noun && !follows && !/^(?:ADJ|VERB|NUM|ADV)$/.test(next.upos)) break
      if (!noun && !follows) break
      head = noun ? i + 1 : -1
      name = undefined
      i += 2
      continue
    }
    const { upos, xpos } = token
    if (upos === 'DET' || xpos === 'PRP$' || xpos === 'PDT') {
      if (opened && !/^(?:all|both|half|such|quite|what|many|no)$/.test(lower(tokens[i - 1]))) break
      if (/^(?:WDT|WP)/.test(xpos)) break
      if (!nounFollows(tokens, i + 1, nameFrom, true))
        return opened
          ? undefined
          : xpos === 'DT' || upos === 'DET'
            ? { type: 'np', from: start, to: i + 1, head: i, inner, spans: [] }
            : undefined
      opened = true
      i++
      continue
    }
    if (isQuote(token)) {
      const closing = /^[”»]/.test(token.text) || (/^"|''$/.test(token.text) && quoted)
      if (
        !closing &&
        nounFollows(tokens, i + 1, nameFrom) &&
        (head < 0 || inner.length || true) &&
        quoteEnds(tokens, i)
      ) {
        if (head >= 0 && !opened) break
        quoted = true
        opened = true
        if (!name && tokens[i + 1]?.upos !== 'DET') head = -1
        i++
        continue
      }
      if (closing && quoted && opened) {
        quoted = false
        if (head >= 0 && !nounFollows(tokens, i + 1, nameFrom)) {
          i++
          break
        }
        i++
        continue
      }
      break
    }
    // a comma the American way inside closing quotes: “non-paper,” first presented
    if (token.text === ',' && quoted && isQuote(tokens[i + 1])) {
      i += 2
      quoted = false
      break
    }
    if (/^[$€£¥]$/.test(token.text) && tokens[i + 1]?.upos === 'NUM') {
      if (head >= 0) break
      opened = true
      i++
      continue
    }
    if (upos === 'NOUN' || upos === 'PROPN' || upos === 'SYM') {
      const isTime =
        timeWords.has(fold(token.text)) &&
        !(fold(token.text) === 'quarter' && lower(tokens[i + 1]) === 'of')
      if (head >= 0 && isTime && !time && /^(?:NOUN|PROPN)$/.test(tokens[i - 1]?.upos ?? '')) break
      if (name && name.kind === 'person' && isCapital(token) && roleHeads.has(fold(token.text)))
        break
      time = isTime
      head = i
      name = undefined
      opened = true
      i++
      continue
    }
    if (upos === 'NUM' && head >= 0 && name && !isHyphen(tokens[i - 1])) break
    if (upos === 'ADJ' || upos === 'NUM') {
      // "a meeting last month": two phrases
      if (
        head >= 0 &&
        /^(?:last|next|earlier|early|late|later)$/.test(lower(token)) &&
        timeWords.has(lower(tokens[i + 1]))
      )
        break
      // after a noun an adjective opens a new phrase or stands alone
      if (
        head >= 0 &&
        !(nounFollows(tokens, i + 1, nameFrom) && inner.length && inner.at(-1)!.to >= i - 1)
      ) {
        if (
          !(
            head >= 0 &&
            nounFollows(tokens, i + 1, nameFrom) &&
            (isHyphen(tokens[i - 1]) ||
              (!time && upos === 'ADJ' && /^(?:PROPN|NOUN)$/.test(tokens[i - 1]!.upos)))
          )
        )
          break
      }
      if (!opened && !nounFollows(tokens, i + 1, nameFrom) && upos === 'ADJ') return undefined
      opened = true
      i++
      if (upos === 'NUM' && !nounFollows(tokens, i, nameFrom)) {
        head = i - 1
        time = /^(?:19|20)\d\d$/.test(token.text)
        break
      }
      continue
    }
    if (
      upos === 'ADV' &&
      nounFollows(tokens, i + 1, nameFrom) &&
      /^(?:JJ|VBN|VBD|VBG|RB|CD)/.test(tokens[i + 1]?.xpos ?? '') &&
      ((opened && head < 0) ||
        /^(?:most|more|less|fewer|up|nearly|almost|about|around|over|at)$/.test(lower(token)))
    ) {
      opened = true
      i++
      continue
    }
    if (
      /^(?:VBN|VBG|VBD)$/.test(xpos) &&
      nounFollows(tokens, i + 1, nameFrom) &&
      participleInside(tokens, i, opened, head)
    ) {
      opened = true
      i++
      continue
    }
    // "US and Ukrainian officials", "US, European, and Ukrainian officials"
    const step = nationStep(tokens, i)
    if (step && inner.at(-1)?.to === i) {
      i = step
      continue
    }
    // "Russian and Ukrainian diplomatic missions", "legal and political advice"
    if (
      upos === 'CCONJ' &&
      lower(token) === 'and' &&
      head < 0 &&
      opened &&
      tokens[i - 1]!.upos === 'ADJ' &&
      tokens[i + 1]?.upos === 'ADJ' &&
      nounFollows(tokens, i + 2, nameFrom)
    ) {
      i++
      continue
    }
    break
  }
  if (head < 0) return undefined
  return {
    type: 'np',
    from: start,
    to: i,
    head,
    inner,
    spans: [],
    ...(name && name.to - 1 === head && { name }),
    ...(time && { time: true as const }),
  }
}

/** Over "," and "and" between nations that share a noun: the index where the next nation starts, or 0. */
function nationStep(tokens: readonly Token[], i: number): number {
  const here = lower(tokens[i])
  if (here !== ',' && here !== 'and' && here !== 'or') return 0
  const next = here === ',' && /^(?:and|or)$/.test(lower(tokens[i + 1])) ? i + 2 : i + 1
  const word = tokens[next]
  if (!word) return 0
  const nation = (k: number) => {
    const t = tokens[k]?.text ?? ''
    return (
      Boolean(countryOfDemonym(t) ?? countryNamed(t)) ||
      /^(?:European|Western|African|Arab|Kurdish|NATO|EU)$/.test(t)
    )
  }
  if (!nation(next) || !nation(i - 1)) return 0
  let k = next + 1
  let noun = false
  while (k < tokens.length && k < next + 7) {
    const token = tokens[k] as Token
    if (token.upos === 'NOUN') {
      noun = token.xpos === 'NNS' || groupNouns.has(fold(token.text))
      break
    }
    if (token.upos === 'ADJ' || nation(k) || /^(?:,|and|or)$/.test(token.text)) k++
    else break
  }
  return noun ? next : 0
}

const clauseAhead = (tokens: readonly Token[], i: number): boolean =>
  /^(?:VBD|VBZ|VBP|MD)$/.test(tokens[i]?.xpos ?? '') ||
  (tokens[i]?.upos === 'ADV' && /^(?:VBD|VBZ|VBP|MD)$/.test(tokens[i + 1]?.xpos ?? ''))

function quoteEnds(tokens: readonly Token[], i: number): boolean {
  for (let k = i + 1; k < Math.min(tokens.length, i + 9); k++) if (isQuote(tokens[k])) return true
  return false
}

/** A participle before a noun: "the revised framework", "planned meeting"; not "said officials". */
function participleInside(
  tokens: readonly Token[],
  i: number,
  opened: boolean,
  head: number,
): boolean {
  const token = tokens[i] as Token
  if (head >= 0 && !isHyphen(tokens[i - 1])) return false
  if (token.xpos === 'VBD' && !isHyphen(tokens[i - 1])) return opened && head < 0
  if (opened) return true
  return (
    token.deprel === 'amod' &&
    token.head > i &&
    !auxiliaryLemmas.has(tokens[i - 1]?.lemma ?? '') &&
    token.xpos === 'VBN'
  )
}

function readVerb(tokens: readonly Token[], start: number): VerbGroup | undefined {
  let i = start
  const adverbs: string[] = []
  let infinitive = false
  let negated = false
  let modal: string | undefined
  let be = false
  let have = false
  let seen = false
  let finite = false
  const first = tokens[i] as Token
  if (first.xpos === 'TO' || (lower(first) === 'to' && first.upos === 'PART')) {
    let k = i + 1
    while (tokens[k]?.upos === 'ADV' || isNegator(tokens[k])) k++
    if (!/^(?:VERB|AUX)$/.test(tokens[k]?.upos ?? '')) return undefined
    infinitive = true
    i++
  } else if (!/^(?:VERB|AUX)$/.test(first.upos)) {
    // an adverb or "not" that leads a verb group: "not addressing", "privately described"
    if (!isNegator(first)) return undefined
    if (
      !/^(?:VERB|AUX)$/.test(tokens[i + 1]?.upos ?? '') &&
      !(tokens[i + 1]?.xpos === 'TO' && tokens[i + 2]?.upos === 'VERB')
    )
      return undefined
  }
  while (i < tokens.length) {
    const token = tokens[i] as Token
    if (isNegator(token)) {
      negated = true
      i++
      continue
    }
    if (token.xpos === 'TO' && negated && !seen && !infinitive) {
      infinitive = true
      i++
      continue
    }
    if (token.upos === 'ADV') {
      if (!verbAhead(tokens, i)) break
      adverbs.push(fold(token.text))
      i++
      continue
    }
    if (token.text === ',' && seen && adverbParenthesis(tokens, i)) {
      adverbs.push(lower(tokens[i + 1]))
      i += 3
      continue
    }
    if (
      token.upos === 'AUX' ||
      (token.upos === 'VERB' &&
        auxiliaryLemmas.has(token.lemma) &&
        seen === false &&
        auxiliaryUse(tokens, i))
    ) {
      seen = true
      if (token.xpos === 'MD') modal = token.lemma
      if (token.lemma === 'be' || token.lemma === 'get') be = true
      if (token.lemma === 'have') {
        have = true
        be = false
      }
      if (/^(?:VBD|VBZ|VBP|MD)$/.test(token.xpos)) finite = true
      if (!verbAhead(tokens, i + 1)) {
        // copula: "is", "has been"
        return verbGroup(start, i + 1, i, tokens, {
          infinitive,
          negated,
          modal,
          adverbs,
          passive: false,
          finite,
          copula: true,
        })
      }
      i++
      continue
    }
    if (token.upos === 'VERB') {
      const participle = /^(?:VBN|VBD)$/.test(token.xpos)
      const passive = participle && be && (token.xpos === 'VBN' || !have)
      const bare = !seen && !infinitive
      if (/^(?:VBD|VBZ|VBP)$/.test(token.xpos) || seen)
        finite = finite || (!infinitive && (bare || finite))
      const group = verbGroup(start, i + 1, i, tokens, {
        infinitive,
        negated,
        modal,
        adverbs,
        passive,
        finite: finite || (seen && !infinitive && !/^VBG$/.test((tokens[start] as Token).xpos)),
        copula: false,
      })
      return group
    }
    break
  }
  if (!seen) return undefined
  const last = i - 1
  return verbGroup(start, i, last, tokens, {
    infinitive,
    negated,
    modal,
    adverbs,
    passive: false,
    finite,
    copula: true,
  })
}

const isNegator = (token: Token | undefined): boolean =>
  token !== undefined && /^(?:not|n't|n’t|never)$/.test(lower(token))

/** "has, according to" is none; "had, however, met" is one adverb between commas. */
function adverbParenthesis(tokens: readonly Token[], i: number): boolean {
  return (
    tokens[i + 1]?.upos === 'ADV' &&
    tokens[i + 2]?.text === ',' &&
    /^(?:VERB|AUX)$/.test(tokens[i + 3]?.upos ?? '')
  )
}

function auxiliaryUse(tokens: readonly Token[], i: number): boolean {
  return verbAhead(tokens, i + 1) && /^VB[NG]?$/.test(nextVerb(tokens, i + 1)?.xpos ?? '')
}

function nextVerb(tokens: readonly Token[], i: number): Token | undefined {
  let k = i
  while (
    k < tokens.length &&
    (tokens[k]!.upos === 'ADV' || isNegator(tokens[k]) || tokens[k]!.text === ',')
  )
    k++
  return /^(?:VERB|AUX)$/.test(tokens[k]?.upos ?? '') ? tokens[k] : undefined
}

const verbAhead = (tokens: readonly Token[], i: number): boolean => {
  let k = i
  while (
    k < tokens.length &&
    k < i + 5 &&
    (tokens[k]!.upos === 'ADV' ||
      isNegator(tokens[k]) ||
      adverbParenthesis(tokens, k) ||
      (tokens[k]!.text === ',' && adverbParenthesis(tokens, k - 2)))
  )
    k++
  return /^(?:VERB|AUX)$/.test(tokens[k]?.upos ?? '')
}

function verbGroup(
  from: number,
  to: number,
  main: number,
  tokens: readonly Token[],
  features: {
    infinitive: boolean
    negated: boolean
    modal?: string | undefined
    adverbs: string[]
    passive: boolean
    finite: boolean
    copula: boolean
  },
): VerbGroup {
  const token = tokens[main] as Token
  const past =
    token.xpos === 'VBN' &&
    from === main - features.adverbs.length &&
    takesObject(tokens, to, token.lemma)
  const shape = features.infinitive
    ? 'infinitive'
    : features.finite || features.modal || past
      ? 'finite'
      : token.xpos === 'VBG' || (tokens[from] as Token).xpos === 'VBG'
        ? 'gerund'
        : token.xpos === 'VBN'
          ? 'participle'
          : 'finite'
  return {
    type: 'vg',
    from,
    to,
    main,
    lemma: token.lemma,
    shape,
    passive: features.passive || shape === 'participle',
    negated: features.negated,
    ...(features.modal && { modal: features.modal }),
    adverbs: features.adverbs,
    ...(features.copula && { copula: true as const }),
  }
}

/** "outlined Moscow's conditions": a participle with an object of its own is a past tense in disguise. */
function takesObject(tokens: readonly Token[], i: number, lemma: string): boolean {
  if (
    /^(?:give|call|name|dub|award|offer|grant|elect|appoint|label|pay|teach|tell|ask|brand|term|nickname|title|entitle|deny|hand|show)$/.test(
      lemma,
    )
  )
    return false
  const next = tokens[i]
  return (
    next !== undefined &&
    (/^(?:DET|PROPN)$/.test(next.upos) ||
      /^(?:PRP\$|VBG)$/.test(next.xpos) ||
      (/^(?:NOUN|ADJ)$/.test(next.upos) &&
        next.deprel !== 'advmod' &&
        !/^(?:last|early|late|earlier|later|next)$/.test(lower(next)))) &&
    !/^(?:all|both|this|that)$/.test(lower(next))
  )
}

function readMark(tokens: readonly Token[], i: number): Mark {
  const token = tokens[i] as Token
  const word = lower(token)
  const mark = (type: Mark['type'], to = i + 1, name = word): Mark => ({
    type,
    from: i,
    to,
    word: name,
  })
  for (const phrase of multiPrepositions) {
    if (phrase.every((part, k) => lower(tokens[i + k]) === part)) {
      return mark(
        phrase.join(' ') === 'as well as' ? 'cc' : 'prep',
        i + phrase.length,
        phrase.join(' '),
      )
    }
  }
  if (/^[,(]$/.test(token.text) || /^[—–-]+$/.test(token.text)) return mark('comma')
  if (isQuote(token)) return mark('quote')
  if (token.upos === 'PUNCT' || token.upos === 'SYM')
    return mark(/^[;:.!?]$/.test(token.text) ? 'stop' : 'comma')
  if (token.upos === 'CCONJ') return mark('cc')
  if (word === 'what') return mark('sub')
  if (
    /^(?:who|whom|which|whose)$/.test(word) ||
    (word === 'that' && /^(?:WDT|WP)$/.test(token.xpos))
  )
    return mark('rel')
  if (prepositionWords.has(word)) return mark('prep')
  if (
    (token.upos === 'SCONJ' && subordinators.has(word)) ||
    (subordinators.has(word) && token.upos !== 'ADP')
  )
    return mark(
      subordinators.has(word) && !/^(?:as|before|after|since|until)$/.test(word)
        ? 'sub'
        : clauseFollows(tokens, i)
          ? 'sub'
          : 'prep',
    )
  if (token.upos === 'ADP' || token.upos === 'SCONJ' || token.xpos === 'TO' || token.xpos === 'IN')
    return mark(
      /^(?:before|after|since|until|as)$/.test(word) && clauseFollows(tokens, i) ? 'sub' : 'prep',
    )
  if (token.upos === 'ADJ') return mark('adjective')
  if (sayVerbs.has(token.lemma) && token.upos === 'VERB') return mark('adverb')
  return mark('adverb')
}

/** Whether a finite verb comes before the next comma: "after Trump met" against "after a meeting". */
function clauseFollows(tokens: readonly Token[], i: number): boolean {
  for (let k = i + 1; k < Math.min(tokens.length, i + 14); k++) {
    const token = tokens[k] as Token
    if (/^[,;.—]$/.test(token.text)) return false
    if (/^(?:VBD|VBZ|VBP|MD)$/.test(token.xpos))
      return !tokens.slice(i + 1, k).some((t) => /^(?:WDT|WP|WRB)$/.test(t.xpos))
  }
  return false
}
