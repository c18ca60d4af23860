/** "the president", "the Torquay MP", "her mother": which person a noun phrase means. */
import { tracesIn } from './coreference-recent'
import { addReferent, type Discourse, tie } from './discourse'
import { fold } from './lexicon'
import { phraseWords } from './offices'
import { genderOf } from './person-gender'
import type { NounPhrase } from './phrase'
import type { Reading } from './reading'
import type { Referent, Span } from './span'

const kin =
  /^(?:mother|father|wife|husband|son|daughter|brother|sister|widow|partner|lawyer|boyfriend|girlfriend|ex-husband|ex-wife)$/

export function resolvePerson(discourse: Discourse, reading: Reading, np: NounPhrase, span: Span) {
  const owner = span.possessor?.referent
  if (kin.test(span.noun!) && !(span.noun === 'lawyer' && owner?.kind !== 'person')) {
    if (owner?.kind === 'person')
      joinWords(discourse, span, `${owner.name.split(' ').at(-1)}'s ${span.name}`)
    return
  }
  // "a United Nations legal adviser", "a Surinamese official": somebody unnamed, yet of a known seat
  if (
    span.article === 'a' &&
    np.inner.some((s) => s.to <= np.head && (s.nation || s.referent?.kind === 'organization'))
  )
    return joinWords(discourse, span, span.name)
  if (span.article !== 'the' && span.article !== 'possessive' && span.article !== 'this') return
  const holders = listHolders(discourse, reading, np, span)
  const known = holders.length > 1 ? spokenOf(discourse, span, holders) : holders[0]
  if (known && known !== owner)
    return tie(span, known, `the ${span.noun} of this report: ${known.name}`, '')
  const name = officeName(reading, np, span)
  if (name && !holders.length) joinWords(discourse, span, name)
}

/** Somebody without a name, by the words alone. */
function joinWords(discourse: Discourse, span: Span, name: string): void {
  const same = discourse.referents.find(
    (r) => r.kind === 'person' && r.weak && fold(r.name) === fold(name),
  )
  tie(
    span,
    same ?? addReferent(discourse, span, 'person', name, true),
    same ? 'the same words' : 'a noun phrase',
    name,
  )
}

/** Who hold the office that a definite phrase names, as the report has it. */
function listHolders(
  discourse: Discourse,
  reading: Reading,
  np: NounPhrase,
  span: Span,
): Referent[] {
  const at = reading.units.indexOf(np)
  const words = at < 0 ? new Set(span.name.split(' ').map(fold)) : phraseWords(reading, at)
  const former = words.has('former')
  const gender = /woman$/.test(span.noun!) ? 'she' : /man$/.test(span.noun!) ? 'he' : undefined
  const fits = (r: Referent): boolean =>
    r.kind === 'person' &&
    !r.weak &&
    (!gender || (genderOf(r) ?? gender) === gender) &&
    (discourse.offices.get(r) ?? []).some(
      (office) =>
        office.has(span.noun!) &&
        (former || !office.has('former')) &&
        [...words].every((w) => office.has(w) || seatedBy(span, w, office)),
    )
  const holders = discourse.referents.filter(fits)
  const before = holders.filter((r) => discourse.trail.some((t) => t.referent === r))
  const unnamed = discourse.referents.filter(
    (r) =>
      r.kind === 'person' &&
      r.weak &&
      r.noun === span.noun &&
      [...words].every((w) =>
        fold(r.name)
          .split(/[\s']+/)
          .includes(w),
      ),
  )
  return before.length ? before : holders.length ? holders : bare(span) ? unnamed : []
}

/** Two presidents in one report: only the one spoken of just now. */
function spokenOf(
  discourse: Discourse,
  span: Span,
  holders: readonly Referent[],
): Referent | undefined {
  const near = new Set(
    tracesIn(discourse, span.sentence - 1, span.sentence)
      .filter((t) => holders.includes(t.referent))
      .map((t) => t.referent),
  )
  return near.size === 1 ? [...near][0] : undefined
}

/** "the mayor" after "the mayor of Leeds" */
const bare = (span: Span) => span.article === 'the' && !span.modifiers!.length && !span.possessor

/** "the Torquay MP" for "Labour MP X": where a member sits is told apart from whom the member is of. */
const seatedBy = (span: Span, word: string, office: ReadonlySet<string>): boolean =>
  /^(?:mp|mep|msp|td|senator|congressman|congresswoman|councillor)$/.test(span.noun!) &&
  /^\p{Lu}/u.test(span.name) &&
  span.name.split(' ').some((w) => fold(w) === word) &&
  office.size <= 3

const offices =
  /^(?:minister|president|chancellor|premier|secretary|commissioner|general|governor|mayor|king|queen|prince|pope|archbishop|bishop|ambassador|envoy|judge|prosecutor|attorney|chief|head|director|chairman|chairwoman|chair|executive|leader|speaker|ombudsman|auditor|treasurer|editor|coroner|sheriff|whip|inspector|negotiator|mediator|rapporteur|monarch|emperor|sultan|emir|mp|mep|senator|counsel|adviser|advisor|commander|taoiseach|justice)$/
/** One at a time wherever a report comes from. */
const sole =
  /^(?:prime minister|chancellor|premier|president|queen|king|pope|attorney general|attorney-general|chief justice|taoiseach|lord chancellor|archbishop|emperor|emir|sultan)$/
const loose =
  /^(?:new|former|late|young|old|first|second|next|previous|same|other|outgoing|incoming|senior|top|two|three|veteran|own|current|then)$/

/** What to call the holder of an office that nobody is named for: "information commissioner", "mayor of Leeds". */
function officeName(reading: Reading, np: NounPhrase, span: Span): string | undefined {
  if (!offices.test(span.noun!) || span.plural) return undefined
  const bare = fold(span.name)
  const owner = span.possessor?.referent
  if (owner)
    return /^(?:organization|government)$/.test(owner.kind)
      ? `${owner.name}'s ${span.name}`
      : undefined
  if (span.article !== 'the') return undefined
  const at = reading.units.indexOf(np)
  const [prep, seat] = [reading.units[at + 1], reading.units[at + 2]]
  const seated = seat?.type === 'np' ? (seat.name ?? seat.spans[0]) : undefined
  if (
    at >= 0 &&
    prep?.type === 'prep' &&
    /^(?:of|for|at)$/.test(prep.word) &&
    seated &&
    /^(?:organization|government|place)$/.test(seated.referent?.kind ?? seated.kind)
  )
    return `${span.name} ${prep.word} ${seated.referent?.name ?? seated.name}`
  const telling = span.modifiers!.filter((m) => !loose.test(m))
  return telling.length || sole.test(bare) ? span.name : undefined
}
