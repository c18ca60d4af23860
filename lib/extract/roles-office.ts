/** An office with its seat: “head of a fund”, “the Kremlin’s spokesman”. */
import { quote } from './claim-emit'
import { fold, roleHeads } from './lexicon'
import type { NounPhrase } from './phrase'
import { compoundSeat } from './roles-compound'
import { commissionOf, seatLeftOut, seatOf } from './roles-seat'
import type { Scene } from './scene'
import { lower, type Referent, type Span, textOf } from './span'

export function personOf(np: NounPhrase): Span | undefined {
  return np.name?.referent?.kind === 'person' && np.name.form === 'name' ? np.name : undefined
}

export const stateOffice =
  /\b(?:president|vice-president|minister|premier|chancellor|ambassador|envoy|diplomat|senator|lawmaker|legislator|mp|mep|parliamentarian|congressman|congresswoman|representative|official|spokesman|spokeswoman|spokesperson|secretary|undersecretary|general|admiral|colonel|commander|marshal|chief|head|king|queen|prince|princess|emperor|emir|sultan|monarch|governor|prosecutor|judge|justice|aide|adviser|advisor|negotiator|mediator|delegate|leader|commissioner|attorney|officer|deputy|speaker|dictator|ombudsman|consul|agent|spy|regulator|counterpart|predecessor|successor|strongman|whip|treasurer|auditor|statistician|astronaut|soldier|monarch)\b/

/**
 * Reads an office that starts at unit `k`; the unit behind it, or 0 where there is none. `lead` are words of the
 * office in front of it: "curator and ".
 */
export function office(
  scene: Scene,
  np: NounPhrase,
  k: number,
  who: Referent,
  quoteFrom: number,
  lead = '',
): number {
  const { units, sentence } = scene.reading
  if (!isOffice(scene, np)) return 0
  const inside = np.inner.filter((s) => s.to <= np.head)
  // an owner is followed by its mark, "its" is not
  const owned = np.owner && np.owner.to + (np.owner.spans[0]?.form === 'pronoun' ? 0 : 1)
  let from = owned ?? np.from
  while (from < np.head && /^(?:DET)$/.test(sentence.tokens[from]!.upos)) from++
  const opens = from
  if (inside.length && !np.owner) from = inside.at(-1)!.to
  const titleOf = (start: number) => lead + bygone(scene, opens, from) + words(scene, start, np.to)
  let title = titleOf(from)
  const body = seatOf(scene, np.owner?.spans[0], title) ?? seatOf(scene, inside.at(-1), title)
  const compound = body ? undefined : compoundSeat(scene, from, np.to)
  const seat = body ?? compound?.seat
  if (compound) title = titleOf(compound.end)
  // "editor at large at the paper"
  const large = units[k + 1]?.type === 'prep' && words(scene, np.to, np.to + 2) === 'at large'
  if (large) title += ' at large'
  const behind = seatBehind(scene, large ? k + 2 : k, title, seat)
  // "Ghana's ambassador to the United Nations" serves Ghana
  const toward = units[k + 1]?.type === 'prep' && (units[k + 1] as { word: string }).word === 'to'
  const alone = behind.end === k + 1 && units[k + 1]?.type !== 'cc'
  const org =
    (toward ? (seat ?? behind.seat) : (behind.seat ?? seat)) ??
    // "the new interior minister, X"
    (alone && !np.owner && !inside.length && definite(scene, np)
      ? seatLeftOut(scene, k, np, title, from)
      : undefined)
  // "a South African financier": where somebody is from
  if (org?.kind === 'government' && !stateOffice.test(fold(title))) return behind.end
  if (org) {
    emit(scene, who, org, title, [quoteFrom, behind.reach])
    return Math.max(behind.end, behind.reach + 1)
  }
  // "curator and director of exhibits at the museum"
  const next = units[k + 2]
  if (units[k + 1]?.type === 'cc' && next?.type === 'np' && !next.name && !lead)
    return office(scene, next, k + 2, who, quoteFrom, `${words(scene, np.from, next.from)} `)
  return units[k + 1]?.type === 'prep' ? behind.end : 0
}

function isOffice(scene: Scene, np: NounPhrase): boolean {
  const head = scene.reading.sentence.tokens[np.head]!
  const word = head.folded
  return roleHeads.has(word) || (!np.name && roleHeads.has(fold(head.lemma)))
}

/** Where an office sits by what follows it: "of the fund", "for the Kremlin", "of the project's panel of twelve". */
function seatBehind(
  scene: Scene,
  k: number,
  title: string,
  known: Referent | undefined,
): { seat?: Referent; reach: number; end: number } {
  const { units } = scene.reading
  const at = k + 1
  const [prep, place] = [units[at], units[at + 1]]
  if (
    prep?.type !== 'prep' ||
    !/^(?:of|for|at|in|with|to|from)$/.test(prep.word) ||
    place?.type !== 'np'
  )
    return { reach: k, end: at }
  const further = units[at + 2]
  const behind = units[at + 3]
  const later =
    further?.type === 'prep' && behind?.type === 'np' ? behind.spans[0]?.referent : undefined
  const body = (r: Referent | undefined) => /^(?:organization|government)$/.test(r?.kind ?? '')
  const referent = place.spans[0]?.referent
  const owner = place.owner?.spans[0]?.referent
  const end = at + 2
  const near = (seat: Referent) => ({ seat, reach: at + 1, end })
  const far = (seat: Referent) => ({ seat, reach: at + 3, end })
  // "president of the commission of the Nordic Council": by the name of the two
  const named = referent?.weak && (further as { word?: string } | undefined)?.word === 'of'
  if (named && later && body(later) && !later.weak && body(referent)) return far(later)
  if (body(referent)) return near(referent!)
  if (referent?.kind === 'group' && /^(?:panel|delegation|team)$/.test(referent.noun ?? '')) {
    if (owner?.kind !== 'organization') {
      // "the head of the US team"
      const state = referent.noun === 'team' ? seatOf(scene, place.inner[0]) : undefined
      return near(state ?? referent)
    }
  }
  const study = /^(?:study|project|report|survey|inquiry)$/
  if (
    referent?.kind === 'paper' &&
    study.test(referent.noun ?? fold(referent.name).split(' ').at(-1)!)
  )
    return near(referent)
  // "the mayor of Leeds", "the commissioner for health"
  if (!known && /^(?:of|for)$/.test(prep.word)) {
    const seat = referent?.kind === 'place' ? seatOf(scene, place.spans[0], title) : undefined
    const care = fold(words(scene, place.from, place.to))
    const found = seat ?? commissionOf(scene.discourse, `${care} ${title}`)
    if (found) return near(found)
  }
  // "chairman of the project's panel of twelve", "chief of staff at the ministry"
  if (later && body(later)) return far(later)
  if (owner?.kind === 'organization') return near(owner)
  return { reach: k, end }
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
