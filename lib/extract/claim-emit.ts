/** Puts a claim down: ends, stance, the shortest quote that proves it, sources, time and place. */
import type { Stance } from '../schema'
import { type Filler, fillers } from './arguments'
import { clauseSources } from './attribution'
import type { Clause } from './clause'
import { addReferent, tie } from './discourse'
import type { Reading } from './reading'
import { actorKinds, type Scene } from './scene'
import { findSetting } from './settings'
import { newSpan, type Span } from './span'
import { clauseStance, type Verdict } from './stance'

const encounters = new Set([
  'met',
  'spoke',
  'negotiated',
  'signed',
  'participated',
  'presented',
  'backed',
  'advised',
])

/** A refusal to sign rejects; a denial of a fact is its own stance; what claims nothing is no claim. */
export function stanceFor(
  scene: Scene,
  relation: string,
  verdict: Verdict,
  clause: Clause,
): { stance: Stance; relation?: string } | undefined {
  if (verdict.stance === 'none') return undefined
  const governor = clause.governor === undefined ? undefined : scene.clauses.get(clause.governor)
  if (verdict.stance === 'denied') {
    if (
      /^(?:signed|backed)$/.test(relation) &&
      governor &&
      /^(?:refuse|decline|reject)$/.test(governor.verb.lemma)
    ) {
      const above = clauseStance(scene.reading, governor, scene.clauses)
      return above.stance === 'none' || above.stance === 'denied'
        ? undefined
        : { stance: above.stance, relation: 'rejected' }
    }
    if (clause.verb.lemma === 'rule' && clause.particle === 'out') return undefined
    if (!encounters.has(relation) && !clause.verb.negated && !verdict.deniedBy) return undefined
    return { stance: 'denied' }
  }
  if (
    verdict.stance === 'hedged' &&
    /^(?:could|may|might)$/.test(clause.verb.modal ?? '') &&
    !scene.reading.sentence.tokens
      .slice(clause.verb.from, clause.verb.main)
      .some((t) => t.lemma === 'have') &&
    /^(?:met|spoke|negotiated|signed|participated)$/.test(relation)
  )
    return { stance: 'planned' }
  return { stance: verdict.stance }
}

export function emitPairs(
  scene: Scene,
  relation: string,
  list: readonly Filler[],
  clause: Clause,
): number {
  const verdict = clauseStance(scene.reading, clause, scene.clauses)
  const stance = stanceFor(scene, relation, verdict, clause)
  if (!stance) return 0
  if (list.length >= 3 && /^(?:met|spoke|negotiated)$/.test(relation))
    return gatherVerb(scene, relation, list, clause, stance.stance, verdict)
  let made = 0
  for (let i = 0; i < list.length; i++)
    for (let j = i + 1; j < list.length; j++)
      made += push(scene, relation, list[i]!, list[j]!, clause, stance.stance, verdict)
  return made
}

/** "A, B and C met in Miami": a meeting of three is an event, with its participants. */
function gatherVerb(
  scene: Scene,
  relation: string,
  list: readonly Filler[],
  clause: Clause,
  stance: Stance,
  verdict: Verdict,
): number {
  const { discourse, reading } = scene
  const noun = relation === 'met' ? 'meeting' : 'talks'
  const { from, to } = clause.verb
  const span: Span = newSpan({
    sentence: reading.index,
    from,
    to,
    head: clause.verb.main,
    form: 'nominal',
    kind: 'event',
    name: noun,
    noun,
  })
  const event = addReferent(discourse, span, 'event', noun, true)
  tie(span, event, 'those who met', '')
  let made = 0
  for (const party of list)
    if (actorKinds.has(party.referent.kind))
      made += push(
        scene,
        'participated',
        party,
        { referent: event, at: clause.at },
        clause,
        stance,
        verdict,
      )
  return made
}

export function emit(
  scene: Scene,
  relation: string,
  from: readonly Filler[],
  to: readonly Filler[],
  clause: Clause,
  stance: Stance,
  verdict: Verdict,
): number {
  let made = 0
  for (const a of from)
    for (const b of to) made += push(scene, relation, a, b, clause, stance, verdict)
  return made
}

export const actorRelations = new Set([
  'met',
  'spoke',
  'negotiated',
  'advised',
  'directed',
  'pressured',
  'accused',
  'acted_against',
  'acquired',
])

/** A crowd or a journalist is no party to a talk. */
export const faceless = new Set(
  'reporter journalist reporters journalists media audience press people'.split(' '),
)

export function push(
  scene: Scene,
  relation: string,
  a: Filler,
  b: Filler | null,
  clause: Clause,
  stance: Stance,
  verdict: Verdict,
): number {
  if (b && a.referent === b.referent) return 0
  if (
    b &&
    actorRelations.has(relation) &&
    !actorKinds.has(b.referent.kind) &&
    b.referent.kind !== 'other'
  )
    return 0
  if (
    b &&
    /^(?:spoke|met)$/.test(relation) &&
    (faceless.has(b.referent.noun ?? '') || faceless.has(a.referent.noun ?? ''))
  )
    return 0
  const { reading, discourse } = scene
  const units = [clause.at, a.at, ...(b ? [b.at] : [])]
  const governor = clause.governor === undefined ? undefined : scene.clauses.get(clause.governor)
  // a plan's quote shows who plans: "had directed Witkoff to meet Putin"
  if (governor && clause.link === 'control' && stance !== 'asserted') units.push(governor.at)
  // "Neither A nor B signed": the quote of B must not lose "neither"
  if (stance === 'denied' && clause.subjects.includes(a.at)) units.push(clause.subjects[0]!)
  const deniedBy = fillers(reading, verdict.deniedBy ?? [], actorKinds).map((f) => f.referent)
  const said = clauseSources(discourse, reading, clause, scene.clauses).filter(
    ({ referent }) =>
      !(referent?.kind === 'paper' && (referent === b?.referent || referent === a.referent)) &&
      // "Berg said the plan was “a farce”" is Berg's description, not a report of hers
      !(relation === 'described' && referent === a.referent),
  )
  scene.drafts.push({
    relation,
    from: a.referent,
    to: b?.referent ?? null,
    ...quote(scene, units),
    stance,
    // what somebody denies is untrue on their own word
    sources: said.length ? said : deniedBy.map((referent) => ({ referent, words: referent.name })),
    deniedBy,
    ...findSetting(
      discourse.text,
      reading,
      settingFrom(reading, units, clause),
      lastOf(units, clause),
      clause,
    ),
    sentence: reading.index,
  })
  return 1
}

/** A time inside "who took office in July" is not the claim's: past a comma only what follows the verb counts. */
function settingFrom(reading: Reading, units: readonly number[], clause: Clause): number {
  const first = Math.min(...units)
  const inset = reading.units.slice(first, clause.at).some((u) => /^(?:comma|rel|vg)$/.test(u.type))
  return inset ? Math.min(clause.at, Math.max(...units)) : first
}

/** The last unit, over the rest of the lists these belong to: "signed by A and B on Monday". */
function lastOf(units: readonly number[], clause: Clause): number {
  const lists = [clause.subjects, clause.objects, ...clause.preps.map((p) => p.args)]
  const shared = lists.filter((list) => list.some((k) => units.includes(k)))
  return Math.max(...units, ...shared.flat())
}

/** Offsets from the first to the last of the units, without marks at the ends. */
export function quote(scene: Scene, units: readonly number[]): { start: number; end: number } {
  const { tokens } = scene.reading.sentence
  let from = Math.min(...units.map((k) => scene.reading.units[k]!.from))
  let to = Math.max(...units.map((k) => reachOf(scene, k)))
  while (
    from < to &&
    /^[\p{P}\p{S}]$/u.test(tokens[from]!.text) &&
    !/^["“‘'(]$/.test(tokens[from]!.text)
  )
    from++
  while (to > from && /^[,;:.\-–—(“‘]$/u.test(tokens[to - 1]!.text)) to--
  return { start: tokens[from]!.start, end: tokens[to - 1]!.end }
}

/** Where a phrase ends, with the name behind it that it describes: "its chairman, Ida Holm". */
function reachOf(scene: Scene, k: number): number {
  const { units } = scene.reading
  const unit = units[k]!
  if (unit.type !== 'np') return unit.to
  // "the chairman of the bank, Ida Holm"
  const of = units[k + 1]?.type === 'prep' && units[k + 2]?.type === 'np' ? 2 : 0
  const [comma, name] = [units[k + of + 1], units[k + of + 2]]
  const own = unit.spans[0]?.referent
  if (
    !unit.name &&
    own &&
    comma?.type === 'comma' &&
    name?.type === 'np' &&
    name.name?.referent === own
  )
    return name.to
  return Math.max(unit.to, ...unit.spans.map((s) => s.to))
}
