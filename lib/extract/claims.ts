/** Clauses and nouns read through the frames: typed claims with their words, stance, sources, time and place. */
import type { EntityKind, Stance } from '../schema'
import { type Filler, fillers, ownerFillers, stateReferent } from './arguments'
import { clauseSources, type Source } from './attribution'
import type { ClaimDraft } from './claim-draft'
import { type Clause, readList } from './clauses'
import type { Discourse } from './coreference'
import {
  basisNouns,
  compoundFrames,
  type Frame,
  lightVerbs,
  nounFrames,
  verbFrames,
} from './frames'
import { fold, paperFamilies, roleHeads } from './lexicon'
import type { NounPhrase } from './phrases'
import type { Reading } from './reading'
import { findSetting } from './settings'
import { lower, type Referent, type Span } from './span'
import { clauseStance, nounStance, type Verdict } from './stance'

export type Scene = {
  discourse: Discourse
  reading: Reading
  clauses: ReadonlyMap<number, Clause>
  drafts: ClaimDraft[]
}

const actorKinds = new Set<EntityKind>(['person', 'organization', 'government', 'group'])
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

export function claimVerbs(scene: Scene): void {
  for (const clause of scene.clauses.values()) {
    if (declinesComment(scene, clause)) continue
    if (describesThing(scene, clause)) continue
    if (servesAsBasis(scene, clause)) continue
    const frames = verbFrames.get(clause.verb.lemma) ?? []
    let made = 0
    const ordered = [...frames].sort(
      (a, b) => Number(Boolean(b.particle)) - Number(Boolean(a.particle)),
    )
    for (const frame of ordered) {
      if (frame.particle && !hasParticle(scene, clause, frame.particle)) continue
      if (made && frame.relation !== 'presented' && frame.relation !== 'authored') continue
      made += claimVerb(scene, clause, frame)
    }
    if (!made) otherVerb(scene, clause)
  }
}

function hasParticle(scene: Scene, clause: Clause, particle: string): boolean {
  if (clause.particle === particle) return true
  const { tokens } = scene.reading.sentence
  for (let k = clause.verb.main + 1; k < Math.min(tokens.length, clause.verb.main + 5); k++) {
    if (lower(tokens[k]) === particle) return true
    if (tokens[k]!.upos === 'VERB' || tokens[k]!.text === ',') return false
  }
  return false
}

function slotUnits(clause: Clause, slot: string): readonly number[] {
  if (slot === 'subject') return clause.subjects
  if (slot === 'object') return clause.objects
  if (slot === 'complement') return clause.complement === undefined ? [] : [clause.complement]
  return clause.preps.find((p) => p.word === slot)?.args ?? []
}

function firstSlot(
  scene: Scene,
  clause: Clause,
  slots: readonly string[],
  kinds: ReadonlySet<EntityKind> | undefined,
  parts: boolean,
): Filler[] {
  for (const slot of slots) {
    const found = fillers(scene.reading, slotUnits(clause, slot), kinds, parts)
    if (found.length) return found
  }
  return []
}

function claimVerb(scene: Scene, clause: Clause, frame: Frame): number {
  const { relation } = frame
  const followed = [...scene.clauses.values()].some(
    (c) => c.governor === clause.at && c.link === 'control' && c.verb.shape === 'infinitive',
  )
  if (frame.infinitive !== undefined && frame.infinitive !== followed) return 0
  const from = firstSlot(scene, clause, frame.from, frame.fromKinds, false)
  let to = firstSlot(
    scene,
    clause,
    frame.to,
    frame.toKinds,
    relation === 'revised' ||
      relation === 'authored' ||
      relation === 'signed' ||
      relation === 'shaped',
  )
  if (relation === 'revised' && !from.length) return 0
  if (!to.length && frame.toKinds?.has('other')) to = ideaAt(scene, clause, frame)
  if (frame.called && !isCalled(scene, clause, frame)) return 0
  if (frame.mutual && !to.length && from.length > 1) return emitPairs(scene, relation, from, clause)
  if (!from.length || !to.length) return 0
  const verdict = clauseStance(scene.reading, clause, scene.clauses)
  const stance = stanceFor(scene, relation, verdict, clause)
  if (!stance) return 0
  return emit(scene, stance.relation ?? relation, from, to, clause, stance.stance, verdict)
}

/** The idea a verb like "support" is about, when it is named by a noun of its own ("the ban"). */
function ideaAt(scene: Scene, clause: Clause, frame: Frame): Filler[] {
  void scene
  void clause
  void frame
  return []
}

/** A refusal to sign rejects; a denial of a fact is its own stance; what claims nothing is no claim. */
function stanceFor(
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
    if (!encounters.has(relation) && !clause.verb.negated && !verdict.deniedBy) return undefined
    return { stance: 'denied' }
  }
  if (
    verdict.stance === 'hedged' &&
    /^(?:could|may|might)$/.test(clause.verb.modal ?? '') &&
    /^(?:met|spoke|negotiated|signed|participated)$/.test(relation)
  )
    return { stance: 'planned' }
  return { stance: verdict.stance }
}

/** "called it a farce", "described the plan as a wish list" */
function isCalled(scene: Scene, clause: Clause, frame: Frame): boolean {
  void frame
  if (clause.preps.some((p) => p.word === 'as')) return true
  const { units } = scene.reading
  const next = units.slice(clause.at + 1, clause.at + 8)
  const as = next.findIndex((u) => (u.type === 'prep' || u.type === 'sub') && u.word === 'as')
  if (as > 0 && !next.slice(0, as).some((u) => u.type === 'vg')) return true
  if (/^(?:call|dub|label|brand|term|deem|declare|nickname)$/.test(clause.verb.lemma)) {
    if (clause.objects.length >= 2) return true
    const nouns = next.findIndex((u) => u.type === 'vg' || u.type === 'stop')
    const row = nouns < 0 ? next : next.slice(0, nouns)
    return (
      row.filter((u) => u.type === 'np').length >= 2 ||
      row.some((u) => u.type === 'quote' || u.type === 'adjective') ||
      units[clause.at + 1 + row.length]?.type === 'stop'
    )
  }
  return false
}

function describesThing(scene: Scene, clause: Clause): boolean {
  // "the authors say X is “the sleeper issue”": a report whose clause names its subject
  if (
    !clause.verb.copula ||
    clause.verb.lemma !== 'be' ||
    clause.complement === undefined ||
    clause.link !== 'report'
  )
    return false
  if (clause.verb.modal || clause.verb.negated) return false
  const governor = scene.clauses.get(clause.governor!)
  const np = scene.reading.units[clause.complement] as NounPhrase
  const quoted =
    /^["“]$/.test(scene.reading.sentence.tokens[np.from]?.text ?? '') ||
    scene.reading.units[clause.complement - 1]?.type === 'quote'
  if (!governor || !quoted || np.name) return false
  const from = fillers(scene.reading, governor.subjects, actorKinds)
  const to = fillers(scene.reading, clause.subjects, undefined)
  if (!from.length || !to.length) return false
  const verdict = clauseStance(scene.reading, governor, scene.clauses)
  if (verdict.stance === 'none' || verdict.stance === 'denied') return false
  emit(
    scene,
    'described',
    from,
    to,
    { ...clause, subjects: [...governor.subjects, ...clause.subjects] },
    verdict.stance,
    verdict,
  )
  return true
}

function servesAsBasis(scene: Scene, clause: Clause): boolean {
  if (
    clause.verb.lemma !== 'serve' &&
    clause.verb.lemma !== 'form' &&
    clause.verb.lemma !== 'provide' &&
    !clause.verb.copula
  )
    return false
  const units =
    clause.preps.find((p) => p.word === 'as')?.args ??
    (clause.verb.lemma === 'serve'
      ? []
      : clause.complement !== undefined
        ? [clause.complement]
        : clause.objects)
  const noun = units[0]
  if (noun === undefined) return false
  const np = scene.reading.units[noun] as NounPhrase
  if (!basisNouns.has(fold(scene.reading.sentence.tokens[np.head]?.lemma ?? ''))) return false
  const kinds = new Set<EntityKind>(['paper', 'event', ...actorKinds])
  const from = fillers(scene.reading, clause.subjects, kinds)
  // "for the plan", "in crafting the plan"
  let to: Filler[] = []
  for (let k = noun + 1; k < Math.min(scene.reading.units.length, noun + 6) && !to.length; k++) {
    if (scene.reading.units[k]!.type === 'np') to = fillers(scene.reading, [k], new Set(['paper']))
  }
  if (!from.length || !to.length) return false
  const verdict = clauseStance(scene.reading, clause, scene.clauses)
  if (verdict.stance === 'none' || verdict.stance === 'denied') return true
  emit(scene, 'shaped', from, to, clause, verdict.stance, verdict)
  return true
}

function declinesComment(scene: Scene, clause: Clause): boolean {
  const { lemma } = clause.verb
  const { tokens } = scene.reading.sentence
  const tail = tokens
    .slice(clause.verb.main + 1, clause.verb.main + 8)
    .map((t) => fold(t.text))
    .join(' ')
  const declined =
    /^(?:decline|refuse)$/.test(lemma) &&
    !clause.verb.negated &&
    /^(?:to (?:publicly |immediately )?(?:comment|discuss|elaborate|say)|(?:further )?comment|an? interview|requests? for)/.test(
      tail,
    )
  const silent =
    clause.verb.negated &&
    /^(?:respond|reply|return|answer|comment|provide|offer)$/.test(lemma) &&
    /(?:request|comment|email|e-mail|call|message|question|inquir|enquir)/.test(tail) &&
    !/^to (?:the )?(?:attack|threat)/.test(tail)
  const unreachable =
    lemma === 'reach' && clause.verb.passive && clause.verb.negated && /comment/.test(tail)
  if (!declined && !silent && !unreachable) return false
  const subjects = clause.verb.passive ? clause.objects : clause.subjects
  const who = fillers(scene.reading, subjects, actorKinds)
  for (const filler of who) {
    push(scene, 'declined_comment', filler, null, clause, 'asserted', { stance: 'asserted' })
  }
  return who.length > 0
}

function emitPairs(
  scene: Scene,
  relation: string,
  list: readonly Filler[],
  clause: Clause,
): number {
  const verdict = clauseStance(scene.reading, clause, scene.clauses)
  const stance = stanceFor(scene, relation, verdict, clause)
  if (!stance) return 0
  let made = 0
  for (let i = 0; i < list.length; i++)
    for (let j = i + 1; j < list.length; j++)
      made += push(scene, relation, list[i]!, list[j]!, clause, stance.stance, verdict)
  return made
}

function emit(
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

const actorRelations = new Set([
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
const faceless = new Set('reporters journalists media audience press people'.split(' '))

function push(
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
  const setting = findSetting(
    discourse.text,
    reading,
    Math.min(...units),
    Math.max(...units),
    clause,
  )
  scene.drafts.push({
    relation,
    from: a.referent,
    to: b?.referent ?? null,
    ...quote(scene, units),
    stance,
    sources: clauseSources(discourse.text, reading, clause, scene.clauses),
    deniedBy: fillers(reading, verdict.deniedBy ?? [], actorKinds).map((f) => f.referent),
    ...setting,
    sentence: reading.index,
  })
  return 1
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

function reachOf(scene: Scene, k: number): number {
  const unit = scene.reading.units[k]!
  return unit.type === 'np' ? Math.max(unit.to, ...unit.spans.map((s) => s.to)) : unit.to
}

/** A clear relation between two named things that no frame types: kept apart as `other` with its verb. */
function otherVerb(scene: Scene, clause: Clause): void {
  if (
    clause.verb.copula ||
    verbFrames.has(clause.verb.lemma) ||
    /^(?:say|tell|report|add|note|believe|think|know|want|include|involve|have|be|do|get|make|take|give|see|follow|come|go|hold|offer)$/.test(
      clause.verb.lemma,
    )
  )
    return
  const solid = (f: Filler) => !f.referent.weak && f.referent.kind !== 'place'
  const from = fillers(scene.reading, clause.subjects, undefined).filter(solid)
  const to = fillers(scene.reading, clause.objects, undefined).filter(solid)
  if (!from.length || !to.length || from.length * to.length > 6) return
  const verdict = clauseStance(scene.reading, clause, scene.clauses)
  if (verdict.stance === 'none' || verdict.stance === 'denied') return
  for (const a of from) {
    for (const b of to) {
      if (push(scene, 'other', a, b, clause, verdict.stance, verdict))
        scene.drafts.at(-1)!.verb = clause.verb.lemma
    }
  }
}

/** "Russian-authored proposal", "US-backed plan" */
export function claimCompounds(scene: Scene): void {
  const { reading, discourse } = scene
  const { tokens } = reading.sentence
  reading.units.forEach((unit, at) => {
    if (unit.type !== 'np') return
    for (const inner of unit.inner) {
      const frame = /^[-–]$/.test(tokens[inner.to]?.text ?? '')
        ? compoundFrames.get(lower(tokens[inner.to + 1]))
        : undefined
      if (!frame || inner.to + 1 >= unit.head) continue
      const from =
        inner.referent ??
        (inner.nation && inner.kind === 'government'
          ? stateReferent(discourse, inner.nation)
          : undefined)
      const to = unit.spans[0]?.referent ?? unit.name?.referent
      if (!from || !to || from === to) continue
      if (frame.relation === 'authored' && to.kind !== 'paper') continue
      const holder = holderOf(scene, at)
      scene.drafts.push({
        relation: frame.relation,
        from,
        to,
        ...(frame.relation === 'other' && { verb: 'own' }),
        ...quote(scene, [at]),
        stance: 'asserted',
        sources:
          holder && holder.link === 'report'
            ? clauseSources(discourse.text, reading, holder, scene.clauses)
            : [],
        deniedBy: [],
        sentence: reading.index,
      })
    }
  })
}

/** The clause whose subject, object or prepositional phrase the unit is. */
export function holderOf(scene: Scene, at: number): Clause | undefined {
  for (const clause of scene.clauses.values()) {
    if (clause.objects.includes(at) || clause.subjects.includes(at)) return clause
  }
  for (const clause of scene.clauses.values())
    if (clause.preps.some((p) => p.args.includes(at))) return clause
  for (let k = at - 1; k >= 0; k--) {
    const clause = scene.clauses.get(k)
    if (clause) return clause
    if (scene.reading.units[k]!.type === 'stop') break
  }
  return undefined
}

type NounSides = Map<string, number[]>

/** The prepositional phrases behind a noun: "a meeting last month in Miami between A, B and C". */
function nounSides(reading: Reading, at: number): NounSides {
  const sides: NounSides = new Map()
  let k = at + 1
  while (k < reading.units.length) {
    const unit = reading.units[k]!
    if (unit.type === 'np' && unit.time) k++
    else if (unit.type === 'adverb' || unit.type === 'quote') k++
    else if (unit.type === 'prep' && reading.units[k + 1]?.type === 'np') {
      const list = readList(reading.units, k + 1)
      if (!sides.has(unit.word)) sides.set(unit.word, list.items)
      k = Math.max(list.end, k + 2)
    } else break
  }
  return sides
}

export function claimNouns(scene: Scene): void {
  scene.reading.units.forEach((unit, at) => {
    if (unit.type === 'np') claimNoun(scene, unit, at)
  })
}

function claimNoun(scene: Scene, np: NounPhrase, at: number): void {
  const { reading } = scene
  const { tokens } = reading.sentence
  const noun = fold(tokens[np.head]?.lemma ?? '')
  const two = `${lower(tokens[np.head - 1])} ${noun}`
  const frames = nounFrames.get(two) ?? nounFrames.get(noun)
  if (!frames || np.name) return
  const holder = holderOf(scene, at)
  const isObject = holder?.objects.includes(at) ?? false
  const light = holder !== undefined && isObject && lightVerbs.has(holder.verb.lemma)
  const sides = nounSides(reading, at)
  if (light && holder)
    for (const prep of holder.preps) if (!sides.has(prep.word)) sides.set(prep.word, prep.args)
  const company = light && holder?.verb.lemma === 'receive'
  for (const frame of frames) {
    if (frame.particle) continue
    const pick = (
      slots: readonly string[],
      kinds: ReadonlySet<EntityKind> | undefined,
    ): Filler[] => {
      for (const slot of slots) {
        if (slot === 'owner') {
          const owner = ownerFillers(np, at, kinds)
          if (owner.length) return owner
          if (light && holder && !company) {
            const subject = fillers(reading, holder.subjects, kinds)
            if (subject.length) return subject
          }
          const lead = leadName(np, at, kinds)
          if (lead.length) return lead
        } else if (slot === 'self') {
          const self = np.spans
            .flatMap((s) => s.referent ?? [])
            .filter((r) => !kinds || kinds.has(r.kind))
          if (self.length) return self.map((referent) => ({ referent, at }))
        } else {
          const found = fillers(reading, sides.get(slot) ?? [], kinds)
          if (found.length) return found
        }
      }
      return []
    }
    let from = pick(frame.from, frame.fromKinds)
    let to = pick(frame.to, frame.toKinds)
    if (frame.mutual) {
      const all = dedupe([...from, ...to])
      const third = all.length >= 3
      if (third && /^(?:met|spoke|negotiated)$/.test(frame.relation)) {
        gather(scene, np, at, all, holder, light)
        return
      }
      if (
        to.length === 0 ||
        from.length === 0 ||
        from.some((f) => to.some((t) => t.referent === f.referent))
      ) {
        if (all.length !== 2) continue
        from = [all[0]!]
        to = [all[1]!]
      }
    }
    if (!from.length || !to.length) continue
    const verdict = nounStance(reading, at, holder, light, scene.clauses)
    if (verdict.stance === 'none') continue
    let made = 0
    for (const a of from)
      for (const b of to) made += pushNoun(scene, frame.relation, a, b, at, holder, light, verdict)
    if (made) {
      const event = np.spans[0]?.referent
      if (event?.kind === 'event')
        for (const p of dedupe([...from, ...to])) event.notes.push(`party:${p.referent.id}`)
      return
    }
  }
}

/** "US reliance", "the Trump-Putin meeting": a name right before the noun. */
function leadName(
  np: NounPhrase,
  at: number,
  kinds: ReadonlySet<EntityKind> | undefined,
): Filler[] {
  return np.inner
    .filter(
      (s) =>
        s.referent &&
        s.form === 'name' &&
        s.to <= np.head &&
        (s.referent.kind === 'person' || s.referent.kind === 'organization') &&
        (!kinds || kinds.has(s.referent.kind)),
    )
    .map((s) => ({ referent: s.referent!, at }))
}

function dedupe(list: readonly Filler[]): Filler[] {
  return [...new Map(list.map((f) => [f.referent.id, f])).values()]
}

function pushNoun(
  scene: Scene,
  relation: string,
  a: Filler,
  b: Filler,
  at: number,
  holder: Clause | undefined,
  light: boolean,
  verdict: Verdict,
): number {
  if (a.referent === b.referent || verdict.stance === 'none') return 0
  if (
    actorRelations.has(relation) &&
    !(actorKinds.has(a.referent.kind) && actorKinds.has(b.referent.kind))
  )
    return 0
  if (
    /^(?:spoke|met)$/.test(relation) &&
    (faceless.has(b.referent.noun ?? '') || faceless.has(a.referent.noun ?? ''))
  )
    return 0
  const { reading, discourse } = scene
  const units = [at, a.at, b.at]
  if (light && holder) units.push(holder.at)
  scene.drafts.push({
    relation,
    from: a.referent,
    to: b.referent,
    ...quote(scene, units),
    stance: verdict.stance,
    sources: holder ? nounSources(scene, holder, at) : [],
    deniedBy: [],
    ...findSetting(
      discourse.text,
      reading,
      Math.min(at, a.at),
      Math.max(...units),
      light ? holder : undefined,
    ),
    sentence: reading.index,
  })
  return 1
}

/** The clause's sources; who announces a thing is a source of it too. */
function nounSources(scene: Scene, holder: Clause, at: number): Source[] {
  const chain = clauseSources(scene.discourse.text, scene.reading, holder, scene.clauses)
  if (
    holder.objects.includes(at) &&
    /^(?:announce|confirm|report|reveal|disclose|deny|allege|acknowledge|describe)$/.test(
      holder.verb.lemma,
    )
  ) {
    for (const f of fillers(scene.reading, holder.subjects, actorKinds)) {
      if (!chain.some((s) => s.referent === f.referent))
        chain.push({ referent: f.referent, words: f.referent.name })
    }
  }
  return chain
}

/** Three or more parties: an event of its own, with its participants. */
function gather(
  scene: Scene,
  np: NounPhrase,
  at: number,
  parties: readonly Filler[],
  holder: Clause | undefined,
  light: boolean,
): void {
  const event = np.spans[0]?.referent
  if (!event || event.kind !== 'event') return
  const verdict = nounStance(scene.reading, at, holder, light, scene.clauses)
  if (verdict.stance === 'none') return
  for (const party of parties) {
    if (!actorKinds.has(party.referent.kind)) continue
    pushNoun(scene, 'participated', party, { referent: event, at }, at, holder, light, verdict)
  }
}

/** "Trump's book": whoever owns a written work wrote it. */
export function claimOwners(scene: Scene): void {
  const { reading } = scene
  const authored =
    /^(?:report|book|novel|memoir|letter|memo|memorandum|study|article|op-ed|essay|proposal|manifesto|blog post|column|paper|tweet|poem|song|album|biography|autobiography|recommendation)$/
  reading.units.forEach((unit, at) => {
    if (unit.type !== 'np') return
    const span = unit.spans[0]
    const paper = span?.referent ?? undefined
    if (!span || paper?.kind !== 'paper') return
    const noun = fold(span.noun ?? reading.sentence.tokens[unit.head]?.lemma ?? '')
    const named =
      span.form === 'name' && unit.owner !== undefined && paperFamilies(noun).length === 0
    if (!authored.test(noun) && !named) return
    if (/^(?:letter|report)$/.test(noun) && nounSides(reading, at).has('by')) return
    for (const owner of ownerFillers(unit, at, new Set(['person', 'organization', 'group']))) {
      if (named) continue
      scene.drafts.push({
        relation: 'authored',
        from: owner.referent,
        to: paper,
        ...quote(scene, [at]),
        stance: 'asserted',
        sources: [],
        deniedBy: [],
        sentence: reading.index,
      })
    }
  })
}

/** "…, though the White House denied this characterization": the denial goes to what it denies. */
export function attachDenials(scene: Scene): void {
  for (const clause of scene.clauses.values()) {
    if (!/^(?:deny|dispute|reject|refute|dismiss)$/.test(clause.verb.lemma) || clause.verb.negated)
      continue
    const object = clause.objects[0]
    const np = object === undefined ? undefined : scene.reading.units[object]
    if (np?.type !== 'np') continue
    const head = fold(scene.reading.sentence.tokens[np.head]?.lemma ?? '')
    const first = lower(scene.reading.sentence.tokens[np.from])
    const points =
      /^(?:this|that|the|these|those|it)$/.test(first) &&
      /^(?:characterization|characterisation|description|claim|account|allegation|accusation|report|assertion|statement|it|that|this|charge|suggestion|version)$/.test(
        head,
      )
    if (!points) continue
    const denier = fillers(scene.reading, clause.subjects, actorKinds).map((f) => f.referent)
    const wanted = /^(?:characteri[sz]ation|description)$/.test(head) ? 'described' : undefined
    const at = scene.reading.units[clause.at]!.from
    const offset = scene.reading.sentence.tokens[at]!.start
    const target =
      scene.drafts
        .filter(
          (d) =>
            d.sentence === scene.reading.index &&
            d.start < offset &&
            (!wanted || d.relation === wanted),
        )
        .at(-1) ??
      scene.drafts
        .filter(
          (d) =>
            d.sentence === scene.reading.index - 1 &&
            (wanted ? d.relation === wanted : d.sources.length > 0 || d.relation === 'accused'),
        )
        .at(-1)
    if (!target || !denier.length || denier.includes(target.from)) continue
    target.deniedBy.push(...denier.filter((r) => !target.deniedBy.includes(r)))
    target.stance = 'contested'
    scene.drafts = scene.drafts.filter(
      (d) =>
        !(d.relation === 'denied' && d.sentence === scene.reading.index && denier.includes(d.from)),
    )
  }
}

export const isRoleNoun = (span: Span | undefined): boolean =>
  span?.noun !== undefined && roleHeads.has(span.noun)
export const sameReferent = (a: Referent | undefined, b: Referent | undefined): boolean =>
  a !== undefined && a === b
