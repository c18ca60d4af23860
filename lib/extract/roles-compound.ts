/** Bodies that only stand in front of an office: “foreign ministry spokesman”, “election commission head”, “committee chair”. */
import { tracesIn } from './coreference-recent'
import { addReferent, tie } from './discourse'
import { fold, genericOrgs, roleHeads } from './lexicon'
import type { Scene } from './scene'
import { isCapital, lower, newSpan, type Referent, type Span, textOf } from './span'

/** Bodies that their words alone tell from others: there are many companies, but one foreign ministry in a report. */
const telling =
  /^(?:ministry|department|commission|committee|council|union|court|police|army|agency|treasury|embassy|parliament|bank|authority|board|inspectorate|directorate|ombudsman|navy|tribunal|federation|association)$/

const loose =
  /^(?:former|then|current|acting|interim|retired|senior|top|newly|appointed|outgoing|incoming|deputy|the|a|an)$/

/** How many sentences back "the committee" may have been named. */
const reach = 8

/**
 * The body that tokens `from` to `to` name in front of an office, and where its words end: one spoken of before, or
 * one that its words tell. Nothing for "company spokesman" where no company was named.
 */
export function compoundSeat(
  scene: Scene,
  from: number,
  to: number,
): { seat: Referent; end: number } | undefined {
  const { discourse, reading } = scene
  const { tokens } = reading.sentence
  while (from < to && loose.test(lower(tokens[from]))) from++
  let head = -1
  for (let k = from; k < to - 1; k++) if (genericOrgs.has(fold(tokens[k]!.lemma))) head = k
  const office = tokens.slice(head + 1, to)
  if (head < 0 || !office.some((t) => roleHeads.has(fold(t.lemma)) || roleHeads.has(lower(t))))
    return undefined
  // "Norcare board chairman": the board is Norcare's, a name reads elsewhere
  if (tokens.slice(from, head + 1).some((t, k) => isCapital(t) && (k > 0 || from > 0)))
    return undefined
  const words = lowered(textOf(discourse.text, reading.sentence, from, head + 1))
  const noun = fold(tokens[head]!.lemma)
  const span: Span = newSpan({
    sentence: reading.index,
    from,
    to: head + 1,
    head,
    form: 'nominal',
    kind: 'organization',
    name: words,
    noun,
    modifiers: tokens.slice(from, head).map(lower),
    article: 'the',
  })
  const fits = (r: Referent) => {
    const called = fold(r.name).split(' ')
    return r.kind === 'organization' && [...span.modifiers!, noun].every((w) => called.includes(w))
  }
  const known =
    discourse.referents.find((r) => r.kind === 'organization' && fold(r.name) === fold(words)) ??
    tracesIn(discourse, reading.index - reach, reading.index).findLast((t) => fits(t.referent))
      ?.referent
  // "Asked whether Ghana agreed, X, a foreign ministry spokesman,": hardly of a ministry spoken of further up
  if (
    noun === 'ministry' &&
    known?.weak &&
    !known.spans.some((s) => Math.abs(s.sentence - reading.index) <= 1) &&
    tracesIn(discourse, reading.index).some((t) => t.referent.kind === 'government')
  )
    return undefined
  if (!known && !(telling.test(noun) && head > from)) return undefined
  const seat = known ?? addReferent(discourse, span, 'organization', words, true)
  tie(span, seat, known ? `the ${words} named before` : 'a noun phrase', known ? '' : words)
  return { seat, end: head + 1 }
}

/** "Foreign ministry spokesman X" at the beginning of a sentence */
const lowered = (words: string) => words[0]!.toLowerCase() + words.slice(1)
