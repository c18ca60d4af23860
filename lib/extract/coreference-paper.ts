/** Which paper “the plan”, “this non-paper” or “the draft” takes up. */
import { addReferent, type Discourse, tie } from './discourse'
import { fold, paperFamilies } from './lexicon'
import { overSpans } from './over-spans'
import type { NounPhrase } from './phrase'
import type { Reading } from './reading'
import type { Referent, Span } from './span'

const apart = new Set(
  'revised amended updated modified alternative rival counter competing separate second third another further earlier subsequent new'.split(
    ' ',
  ),
)

const vague = new Set('document documents paper text draft version package'.split(' '))

/** Papers of these sorts are called by their own noun, or by a vague one: no treaty is a bill. */
const ofItsOwn = new Set(
  'treaty convention constitution budget ban policy moratorium code'.split(' '),
)

const numbersOf = (modifiers: Iterable<string>) =>
  [...modifiers].filter((m) =>
    /^(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)[-–]/.test(m),
  )

/** "Amendments proposed by the party": plural, yet of one maker. */
function madeBy(reading: Reading, np: NounPhrase): boolean {
  const at = reading.units.indexOf(np)
  const [verb, by] = [reading.units[at + 1], reading.units[at + 2]]
  const left = reading.units[at - 1]
  // "published emails", "leaking transcripts"
  if (
    left?.type === 'vg' &&
    !left.passive &&
    /^(?:publish|leak|release|print|obtain|post)$/.test(left.lemma)
  )
    return true
  return (
    verb?.type === 'vg' &&
    verb.shape === 'participle' &&
    by?.type === 'prep' &&
    by.word === 'by' &&
    /^(?:propose|table|draft|write|submit|file|introduce|sponsor|author|bring|move|lodge|prepare|sign|publish|release|leak)$/.test(
      verb.lemma,
    )
  )
}

export function resolvePaper(discourse: Discourse, reading: Reading, np: NounPhrase, span: Span) {
  // "numerous documents" are no paper one could follow
  if (
    span.plural &&
    (span.article === 'none' || span.article === 'a') &&
    !np.inner.some((s) => s.kind !== 'government' && s.form === 'name') &&
    !madeBy(reading, np)
  )
    return
  const families = paperFamilies(span.noun!)
  const numbers = numbersOf(span.modifiers!)
  const own =
    span.article === 'possessive' &&
    reading.sentence.tokens.slice(span.from, span.head).some((t) => t.folded === 'own')
  const owner = span.possessor?.referent
  const apposed = apposition(reading, np)
  const same = identified(reading, np)
  if (same && span.article === 'a') return tie(span, same, `said to be what ${same.name} is`)
  if (apposed?.kind === 'paper' && span.article === 'a')
    return tie(span, apposed, `apposition to ${apposed.name}`)
  let top: { referent: Referent; score: number; sameNoun: boolean } | undefined
  const topics = topicsOf(discourse, span)
  const different = setApart(span.modifiers!)
  const content = span.modifiers!.filter(
    (m) =>
      m.length > 3 &&
      !fold(span.noun!).includes(m) &&
      !/^(?:authored|drafted|written|original|informal|diplomatic|russian|american|final|draft|whole|full|latest)/.test(
        m,
      ) &&
      !/^\d/.test(m),
  )
  const mostAlike =
    (numbers.length ? 4 : 0) + (span.nation ? 2 : 0) + Math.min(2, span.modifiers!.length) + 1
  // "its own review" is another one, and so is "a paper", unless a number or a nation tells which
  const isNew = own || (span.article === 'a' && !numbers.length && !span.nation)
  // the last first: most of a thousand drafts cannot fit better than one of them does
  for (const referent of isNew ? [] : discourse.papers.toReversed()) {
    if (!referent.spans.length) continue
    const theirNoun = referent.noun ?? fold(referent.name).split(' ').at(-1)!
    const sameNoun = theirNoun === span.noun
    const gap = span.sentence - lastSentence(referent)
    const salience = 0.3 * Math.min(5, referent.spans.length) - 0.3 * Math.min(gap, 6)
    const most = (sameNoun ? 3 : 0) + mostAlike + salience
    if (top && most < top.score - 0.01) continue
    const theirNumbers = numbers.length ? numbersOf(referent.modifiers) : []
    if (numbers.length && !theirNumbers.length && !sameNoun) continue
    if (Boolean(span.plural) !== Boolean(referent.spans[0]!.plural)) continue
    const theirs = paperFamilies(theirNoun)
    const before = referent.spans.some(
      (s) => s.sentence < span.sentence || (s.sentence === span.sentence && s.from < span.from),
    )
    if (!before) continue
    const shared = families.some((f) => theirs.includes(f))
    if (!shared && !(vague.has(span.noun!) && span.article !== 'a')) continue
    if (numbers.length && theirNumbers.length && numbers[0] !== theirNumbers[0]) continue
    if (span.nation && referent.nation && span.nation !== referent.nation) continue
    if (different && different !== setApart(referent.modifiers)) continue
    if (!sameNoun && isOfItsOwn(span.noun!, referent.noun)) continue
    const sameNumber = numbers.length > 0 && numbers[0] === theirNumbers[0]
    const sameNation = span.nation !== undefined && span.nation === referent.nation
    const sameWords = span.modifiers!.filter(
      (m) => m.length > 3 && referent.modifiers.has(m),
    ).length
    if (
      sameNoun &&
      !sameNumber &&
      !sameNation &&
      !sameWords &&
      isAboutElse(discourse, topics, referent)
    )
      continue
    if (
      span.article === 'a' &&
      !sameNumber &&
      !(
        sameNation &&
        shared &&
        gap <= 30 &&
        /authored|drafted|written|backed/.test([...span.modifiers!].join(' '))
      )
    )
      continue
    if (span.article === 'possessive' && owner && !discourse.referents.some((r) => r === owner))
      continue
    if (span.article === 'none' && !sameNumber && !(sameNoun && sameWords)) continue
    let score =
      (sameNoun ? 3 : 0) +
      (sameNumber ? 4 : 0) +
      (sameNation ? 2 : 0) +
      Math.min(2, sameWords) -
      Math.min(gap, 6) * 0.3 +
      (shared ? 1 : 0) +
      0.3 * Math.min(5, referent.spans.length)
    // a modifier of its own that nothing answers: "peace plan" against "health plan"
    const foreign = span.modifiers!.filter(
      (m) =>
        m.length > 3 &&
        !referent.modifiers.has(m) &&
        !/^(?:authored|drafted|backed|original|informal|diplomatic|russian)/.test(m),
    ).length
    if (foreign && sameNoun && referent.modifiers.size && !sameNumber && !sameNation && !sameWords)
      score -= 2
    if (
      !sameNoun &&
      content.length &&
      [...referent.modifiers].some((m) => m.length > 3 && !/^\d/.test(m)) &&
      !sameWords &&
      !sameNation &&
      !sameNumber
    )
      continue
    if (!sameNoun && gap > 6) continue
    // of two that fit alike, the later one
    if (!top || score > top.score || (score === top.score && referent.id > top.referent.id))
      top = { referent, score, sameNoun }
  }
  if (top && top.score > (span.article === 'this' ? -1 : 0)) {
    for (const m of span.modifiers!) top.referent.modifiers.add(m)
    top.referent.nation ??= span.nation
    const why = top.sameNoun
      ? `the ${span.noun} named before`
      : `"${span.name}" takes up ${top.referent.name}`
    tie(span, top.referent, why)
    return
  }
  const proper = np.inner.some((s) => s.referent && s.kind === 'organization' && s.to <= np.head)
  const referent = addReferent(discourse, span, 'paper', span.name, !proper)
  reviseFrom(discourse, referent, span)
  tie(span, referent, 'a noun phrase')
}

const lastAt = (r: Referent): number => {
  const last = r.spans.at(-1)
  return last ? last.sentence * 1000 + last.from : -1
}

/** "the revised framework" comes of the paper that was talked of before: kept as a note for the claims. */
function reviseFrom(discourse: Discourse, referent: Referent, span: Span): void {
  if (
    !span.modifiers!.some((m) =>
      /^(?:revised|amended|updated|modified|reworked|redrafted)$/.test(m),
    ) ||
    span.article === 'a'
  )
    return
  const earlier = discourse.papers
    .filter(
      (r) =>
        r !== referent &&
        r.spans.length >= 2 &&
        paperFamilies(r.noun ?? '').some((f) => paperFamilies(span.noun!).includes(f)) &&
        (!r.nation || !span.nation || r.nation === span.nation),
    )
    .sort((a, b) => lastAt(b) - lastAt(a) || a.id - b.id)[0]
  if (earlier) referent.notes.push(`revision-of:${earlier.id}`)
}

/** "It was a non-paper": what the subject is said to be. */
function identified(reading: Reading, np: NounPhrase): Referent | undefined {
  const at = reading.units.indexOf(np)
  const verb = reading.units[at - 1]
  const left = reading.units[at - 2]
  const referent =
    verb?.type === 'vg' &&
    verb.copula &&
    verb.lemma === 'be' &&
    !verb.negated &&
    left?.type === 'np'
      ? left.spans[0]?.referent
      : undefined
  return referent?.kind === 'paper' ? referent : undefined
}

/** What stands before the comma: "the non-paper, an informal diplomatic document," */
function apposition(reading: Reading, np: NounPhrase): Referent | undefined {
  const at = reading.units.indexOf(np)
  let k = at - 1
  while (reading.units[k]?.type === 'comma' || reading.units[k]?.type === 'quote') k--
  const left = reading.units[k]
  const comma =
    k < at - 1 || reading.sentence.tokens.slice(np.from - 2, np.from).some((t) => t.text === ',')
  return comma && left?.type === 'np' ? left.spans[0]?.referent : undefined
}

const lastSentence = overSpans(
  () => -1,
  (last, span) => Math.max(last, span.sentence),
)

const isOfItsOwn = (noun: string, other = ''): boolean =>
  ofItsOwn.has(noun) ? !vague.has(other) : ofItsOwn.has(other) && !vague.has(noun)

const anyones =
  /^(?:draft|government|cabinet|opposition|party|reform|compromise|emergency|flagship)$/

/** The nouns before its own: "the [housing] bill". */
const topicsOf = ({ readings }: Discourse, { sentence, from, head }: Span): string[] =>
  readings[sentence]!.sentence.tokens.slice(from, head).flatMap((t) =>
    t.upos === 'NOUN' && t.text.length > 3 && !anyones.test(t.folded) ? [t.folded] : [],
  )

/** "the water bill" is not the housing bill. */
function isAboutElse(discourse: Discourse, topics: readonly string[], referent: Referent): boolean {
  if (!topics.length) return false
  const theirs = topicsSoFar(referent, discourse)
  return theirs.size > 0 && !topics.some((topic) => theirs.has(topic))
}

const topicsSoFar = overSpans<Set<string>, Discourse>(
  () => new Set(),
  (topics, span, discourse) => {
    if (span.form === 'nominal') for (const topic of topicsOf(discourse, span)) topics.add(topic)
    return topics
  },
)

/** The words that tell one paper of a sort from another. */
function setApart(modifiers: Iterable<string>): string {
  let words = ''
  for (const word of modifiers) if (apart.has(word)) words += ` ${word}`
  return words
}
