/** One noun phrase, word by word. */
import { groupNouns, honorifics, roleHeads, roleModifiers } from './lexicon'
import { bodyNouns } from './name-context'
import {
  clauseAhead,
  isHyphen,
  isQuote,
  nationStep,
  nounFollows,
  participleInside,
  quoteEnds,
  saysMore,
} from './noun-ahead'
import { type NounPhrase, newPhrase } from './phrase'
import { isCapital, lower, type Span, touches } from './span'
import type { Word } from './word'

const timeWords = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december week month year day morning evening afternoon night weekend today yesterday tomorrow tonight hour hours days weeks months years decade decades spring summer autumn winter quarter minutes moment noon midnight'.split(
    ' ',
  ),
)

export function readSimpleNoun(
  tokens: readonly Word[],
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
    const token = tokens[i] as Word
    const span = nameFrom.get(i)
    if (span) {
      // two names in a row make one phrase only as "Kremlin aide Yuri Ushakov"
      const previous = lower(tokens[i - 1])
      if (head >= 0 && span.kind === 'person' && !demonyms.has(span)) {
        const title =
          roleHeads.has(previous) ||
          roleModifiers.has(previous) ||
          honorifics.has(previous) ||
          inner.at(-1)?.to === i ||
          isHyphen(tokens[i - 1]) ||
          groupNouns.has(previous)
        const personBefore = inner.at(-1)?.to === i && inner.at(-1)?.kind === 'person'
        if ((!title && !isQuote(tokens[i - 1])) || personBefore || time) break
      }
      if (head >= 0 && time) break
      // "terms Kyiv had rejected": a clause without its "that"
      if (
        head >= 0 &&
        !inner.length &&
        clauseAhead(tokens, span.to) &&
        !isQuote(tokens[i - 1]) &&
        !(span.kind === 'person' && roleHeads.has(previous)) &&
        // "the consultancy Rocha & Lemos found"
        !(span.kind === 'organization' && bodyNouns.has(previous))
      )
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
      const next = tokens[i + 1] as Word
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
            ? newPhrase(start, i + 1, i, inner)
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
        if (head >= 0 && (!opened || saysMore(tokens, i))) break
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
        timeWords.has(token.folded) &&
        !(token.folded === 'quarter' && lower(tokens[i + 1]) === 'of')
      if (head >= 0 && isTime && !time && /^(?:NOUN|PROPN)$/.test(tokens[i - 1]?.upos ?? '')) break
      if (name && name.kind === 'person' && isCapital(token) && roleHeads.has(token.folded)) break
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
  const phrase = newPhrase(start, i, head, inner)
  if (name && name.to - 1 === head) phrase.name = name
  if (time) phrase.time = true
  return phrase
}
