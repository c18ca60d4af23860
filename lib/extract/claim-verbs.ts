/** Clauses and nouns read through the frames: typed claims with their words, stance, sources, time and place. */
import type { Stance } from '../schema'
import { type Filler, fillers } from './arguments'
import { echoClaims } from './claim-echo'
import { emit, emitPairs, stanceFor } from './claim-emit'
import { ideaAt, lazyIdea, toldIdea } from './claim-ideas'
import { otherVerb } from './claim-other'
import { claimParties, presentAt } from './claim-parties'
import { declinesComment } from './claim-silence'
import { firstSlot, hasParticle, slotUnits } from './claim-slots'
import {
  describesThing,
  growsInto,
  isAdjective,
  madePublic,
  revisedAt,
  servesAsBasis,
} from './claim-special'
import type { Clause } from './clause'
import { headNoun, requests } from './frame-fit'
import { fitsVerb, otherSense, won } from './frame-sense'
import type { Frame } from './frame-table'
import { readList } from './phrase-list'
import { actorKinds, type Scene } from './scene'
import { lower } from './span'
import { clauseStance, type Verdict } from './stance'
import { tellsNoun } from './telling-noun'
import { verbFrames } from './verb-frames'

export function claimVerbs(scene: Scene): void {
  for (const clause of scene.clauses.values()) {
    if (declinesComment(scene, clause)) continue
    if (describesThing(scene, clause)) continue
    if (servesAsBasis(scene, clause)) continue
    if (isAdjective(scene, clause)) continue
    if (growsInto(scene, clause)) continue
    if (claimParties(scene, clause)) continue
    revisedAt(scene, clause)
    presentAt(scene, clause)
    let made = 0
    const first = scene.drafts.length
    for (const frame of verbFrames.get(clause.verb.lemma) ?? []) {
      if (frame.particle && !hasParticle(scene, clause, frame.particle)) continue
      if (made && frame.relation !== 'presented' && frame.relation !== 'authored') continue
      made += claimVerb(scene, clause, frame)
    }
    if (made) echoClaims(scene, clause, first)
    else if (!madePublic(scene, clause)) otherVerb(scene, clause)
  }
}

/** "dismissed suggestions that it was isolated": what they say is no relation; that they were dismissed is. */
function claimTold(scene: Scene, clause: Clause, frame: Frame, held: number): number {
  const from = firstSlot(scene, clause, frame.from, frame.fromKinds, false)
  const to = toldIdea(scene, held)
  const verdict = clauseStance(scene.reading, clause, scene.clauses)
  if (!from.length || verdict.stance === 'none') return 0
  return emit(scene, frame.relation, from, to, clause, verdict.stance, verdict)
}

function claimVerb(scene: Scene, clause: Clause, frame: Frame): number {
  const { relation } = frame
  if (frame.infinitive !== undefined && frame.infinitive !== leadsTo(scene, clause)) return 0
  // "denied a request" refuses it, "denied the report" calls it untrue
  if (relation === 'denied' || frame.request) {
    const asked = requests.test(headNoun(scene, clause.objects[0]))
    if (asked !== Boolean(frame.request)) return 0
  }
  // "denied allegations that she had met him": the denial goes to what they say
  const held = clause.objects.at(-1)
  if (
    /^(?:denied|rejected|described)$/.test(relation) &&
    held !== undefined &&
    tellsNoun(scene.reading, held)
  ) {
    const told = [...scene.clauses.values()].find((c) => c.link === 'report' && c.governor === held)
    if (told && scene.reading.units[held + 1]?.type === 'sub') {
      const idle = relation === 'rejected' && (told.verb.copula || told.verb.passive)
      return idle ? claimTold(scene, clause, frame, held) : 0
    }
  }
  let from = withoutHeading(scene, firstSlot(scene, clause, frame.from, frame.fromKinds, false))
  let to = firstSlot(
    scene,
    clause,
    frame.to,
    frame.toKinds,
    relation === 'revised' ||
      relation === 'authored' ||
      relation === 'published' ||
      relation === 'presented' ||
      relation === 'signed' ||
      relation === 'shaped' ||
      relation === 'acquired',
  )
  to = withoutHeading(scene, to)
  to = to.filter((f) => fitsVerb(clause, frame, f.referent))
  if (relation === 'revised' && !from.length) return 0
  if (!to.length && frame.toKinds?.has('other')) to = ideaAt(scene, clause, frame)
  const source =
    !from.length && frame.fromKinds?.has('other')
      ? frame.from.flatMap((slot) => slotUnits(clause, slot).flatMap((at) => lazyIdea(scene, at)))
      : from
  from = source.filter((f) => !(relation === 'presented' && won(clause, f.referent)))
  if (otherSense(scene, clause, frame, from)) return 0
  // "A and B accused each other": each does it to the other
  if (!to.length && from.length === 2 && frame.to.includes('object') && eachOther(scene, clause)) {
    const verdict = clauseStance(scene.reading, clause, scene.clauses)
    const stance = stanceFor(scene, relation, verdict, clause)
    if (!stance) return 0
    const [a, b] = [from.slice(0, 1), from.slice(1)]
    const made = emit(scene, relation, a, b, clause, stance.stance, verdict)
    return frame.mutual ? made : made + emit(scene, relation, b, a, clause, stance.stance, verdict)
  }
  // "Envoys from A and B met": A and B did
  if (frame.mutual && !to.length && from.length === 1 && from[0]!.referent.kind === 'group')
    from = membersOf(scene, from[0]!)
  if (frame.mutual && !to.length && from.length > 1) return emitPairs(scene, relation, from, clause)
  if (!from.length || !to.length) return 0
  const verdict = clauseStance(scene.reading, clause, scene.clauses)
  const stance = stanceFor(scene, relation, verdict, clause)
  if (!stance) return 0
  // who a deal is signed with signs it too
  if (relation === 'signed' && stance.relation === undefined) {
    const partners = fillers(scene.reading, slotUnits(clause, 'with'), actorKinds)
    from = [...from, ...partners.filter((p) => !from.some((f) => f.referent === p.referent))]
  }
  if (frame.called) return describe(scene, clause, from, to, stance.stance, verdict)
  return emit(scene, stance.relation ?? relation, from, to, clause, stance.stance, verdict)
}

/** "asked A to sign": a verb behind "to" hangs on this one. */
function leadsTo(scene: Scene, { at, verb }: Clause): boolean {
  const { tokens } = scene.reading.sentence
  for (const c of scene.clauses.values())
    if (
      c.governor === at &&
      c.link === 'control' &&
      c.verb.shape === 'infinitive' &&
      // "told a select committee" is no infinitive, whatever the tagger says
      tokens.slice(Math.max(verb.to, c.verb.from - 2), c.verb.main).some((t) => t.folded === 'to')
    )
      return true
  return false
}

const eachOther = (scene: Scene, clause: Clause): boolean =>
  /^(?:each other|one another)$/.test(
    scene.reading.sentence.tokens
      .slice(clause.verb.to, clause.verb.to + 2)
      .map(lower)
      .join(' '),
  )

function membersOf(scene: Scene, group: Filler): Filler[] {
  const { units } = scene.reading
  const next = units[group.at + 1]
  if (next?.type !== 'prep' || !/^(?:from|of)$/.test(next.word)) return [group]
  const members = fillers(
    scene.reading,
    readList(units, group.at + 2).items,
    new Set(['government', 'organization']),
  )
  return members.length > 1 ? members : [group]
}

/** "The two rebels, A of P and B, had met": the names stand for the group in front of them. */
function withoutHeading(scene: Scene, list: Filler[]): Filler[] {
  const [first, ...rest] = list
  if (
    !first ||
    rest.length < 2 ||
    first.referent.kind !== 'group' ||
    !rest.every((f) => f.referent.kind === 'person')
  )
    return list
  return scene.reading.units[first.at + 1]?.type === 'comma' &&
    !scene.reading.units.slice(first.at + 1, rest[0]!.at).some((u) => u.type === 'cc')
    ? rest
    : list
}

/** The first object is described; the quote runs on to what it is called. */
function describe(
  scene: Scene,
  clause: Clause,
  from: readonly Filler[],
  to: readonly Filler[],
  stance: Stance,
  verdict: Verdict,
): number {
  const first = Math.min(...to.map((f) => f.at))
  const made = emit(
    scene,
    'described',
    from,
    to.filter((f) => f.at === first),
    clause,
    stance,
    verdict,
  )
  const { units, sentence } = scene.reading
  let last = clause.at
  for (let k = Math.max(clause.at, first) + 1; k < units.length; k++) {
    const unit = units[k]!
    if (
      unit.type === 'stop' ||
      unit.type === 'vg' ||
      unit.type === 'rel' ||
      (unit.type === 'sub' && unit.word !== 'as')
    )
      break
    if (unit.type === 'comma' && !(units[k + 1]?.type === 'quote')) break
    last = k
  }
  const end = sentence.tokens[units[last]!.to - 1]!.end
  if (last > clause.at)
    for (const draft of scene.drafts.slice(-made)) draft.end = Math.max(draft.end, end)
  return made
}
