/** An office with its seat: “head of a fund”, “the Kremlin’s spokesman”. */
import { quote } from './claim-emit'
import { fold, roleHeads } from './lexicon'
import type { NounPhrase } from './phrase'
import { compoundSeat } from './roles-compound'
import { seatLeftOut, seatOf } from './roles-seat'
import type { Scene } from './scene'
import { lower, type Referent, type Span, textOf } from './span'

export function personOf(np: NounPhrase): Span | undefined {
  return np.name?.referent?.kind === 'person' && np.name.form === 'name' ? np.name : undefined
}

export const stateOffice =
  /\b(?:president|vice-president|minister|premier|chancellor|ambassador|envoy|diplomat|senator|lawmaker|legislator|mp|mep|parliamentarian|congressman|congresswoman|representative|official|spokesman|spokeswoman|spokesperson|secretary|undersecretary|general|admiral|colonel|commander|marshal|chief|head|king|queen|prince|princess|emperor|emir|sultan|monarch|governor|prosecutor|judge|justice|aide|adviser|advisor|negotiator|mediator|delegate|leader|commissioner|attorney|officer|deputy|speaker|dictator|ombudsman|consul|agent|spy|regulator)\b/

/** Reads an office that starts at unit `k`; the unit behind it, or 0 where there is none. */
export function office(
  scene: Scene,
  np: NounPhrase,
  k: number,
  who: Referent,
  quoteFrom: number,
): number {
  const { units, sentence } = scene.reading
  const head = sentence.tokens[np.head]!
  const inside = np.inner.filter((s) => s.to <= np.head)
  if (np.name && !roleHeads.has(head.folded)) return 0
  if (!roleHeads.has(fold(head.lemma)) && !roleHeads.has(head.folded)) return 0
  // an owner is followed by its mark, "its" is not
  const owned = np.owner && np.owner.to + (np.owner.spans[0]?.form === 'pronoun' ? 0 : 1)
  let from = owned ?? np.from
  while (from < np.head && /^(?:DET)$/.test(sentence.tokens[from]!.upos)) from++
  const opens = from
  if (inside.length && !np.owner) from = inside.at(-1)!.to
  const titleOf = (start: number) => bygone(scene, opens, from) + words(scene, start, np.to)
  let title = titleOf(from)
  const body = seatOf(scene, np.owner?.spans[0], title) ?? seatOf(scene, inside.at(-1), title)
  const compound = body ? undefined : compoundSeat(scene, from, np.to)
  const seat = body ?? compound?.seat
  if (compound) title = titleOf(compound.end)
  let end = k + 1
  const prep = units[end]
  let found: Referent | undefined
  let reach = k
  if (
    prep?.type === 'prep' &&
    /^(?:of|for|at|in|with|to|from)$/.test(prep.word) &&
    units[end + 1]?.type === 'np'
  ) {
    const place = units[end + 1] as NounPhrase
    const referent = place.spans[0]?.referent
    if (
      referent &&
      /^(?:organization|government|group)$/.test(referent.kind) &&
      !(
        referent.kind === 'group' &&
        referent.noun !== 'panel' &&
        referent.noun !== 'delegation' &&
        referent.noun !== 'team'
      )
    ) {
      found = referent
      reach = end + 1
    }
    // "the mayor of Leeds"
    if (!seat && referent?.kind === 'place' && /^(?:of|for)$/.test(prep.word)) {
      found = seatOf(scene, place.spans[0], title)
      if (found) reach = end + 1
    }
    if (
      referent?.kind === 'paper' &&
      /^(?:study|project|report|survey|inquiry)$/.test(
        referent.noun ?? fold(referent.name).split(' ').at(-1)!,
      )
    ) {
      found = referent
      reach = end + 1
    }
    if (place.owner?.spans[0]?.referent?.kind === 'organization' && referent?.kind === 'group')
      found = undefined
    // "chairman of the project's panel of twelve", "chief of staff at the ministry"
    if (!found) {
      const further = units[end + 2]
      if (further?.type === 'prep' && units[end + 3]?.type === 'np') {
        const later = (units[end + 3] as NounPhrase).spans[0]?.referent
        if (later && /^(?:organization|government)$/.test(later.kind)) {
          found = later
          reach = end + 3
        }
      }
      const ownerOf = place.owner?.spans[0]?.referent
      if (!found && ownerOf?.kind === 'organization') {
        found = ownerOf
        reach = end + 1
      }
    }
    end += 2
  }
  // "Ghana's ambassador to the United Nations" serves Ghana
  const org =
    (prep?.type === 'prep' && prep.word === 'to' ? (seat ?? found) : (found ?? seat)) ??
    // "the new interior minister, X"
    (end === k + 1 && !np.owner && !inside.length && definite(scene, np)
      ? seatLeftOut(scene, k, np, title, sentence.tokens[from] ? from : np.from)
      : undefined)
  if (!org) return prep?.type === 'prep' ? end : 0
  emit(scene, who, org, title, [quoteFrom, reach])
  return Math.max(end, reach + 1)
}

/** "former " where a word in front of the seat says so: "a former Norwegian minister". */
export function bygone(scene: Scene, from: number, to: number): string {
  const { tokens } = scene.reading.sentence
  const word = tokens
    .slice(from, to)
    .find((t) => /^(?:former|ex|then|onetime|late)$/.test(lower(t)))
  return word ? `${word.text.toLowerCase()} ` : ''
}

const words = (scene: Scene, from: number, to: number): string =>
  textOf(scene.discourse.text, scene.reading.sentence, from, to).replace(/^[-\s]+/, '')

const definite = (scene: Scene, np: NounPhrase): boolean =>
  !/^(?:a|an|one|another)$/.test(lower(scene.reading.sentence.tokens[np.from]))

export function emit(
  scene: Scene,
  who: Referent,
  org: Referent,
  title: string | undefined,
  units: readonly number[],
): void {
  if (who === org) return
  scene.drafts.push({
    relation: 'holds_role',
    from: who,
    to: org,
    ...(title && { title: title.trim() }),
    ...quote(scene, units),
    stance: 'asserted',
    sources: [],
    deniedBy: [],
    sentence: scene.reading.index,
  })
}
