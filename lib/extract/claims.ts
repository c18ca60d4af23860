/** Clauses and nouns read through the frames: typed claims with their words, stance, sources, time and place. */
import type { EntityKind, Stance } from '../schema'
import { type Filler, fillers, ownerFillers, stateReferent } from './arguments'
import { clauseSources, type Source } from './attribution'
import type { ClaimDraft } from './claim-draft'
import { type Clause, readList } from './clauses'
import { addReferent, type Discourse, tie } from './coreference'
import {
  basisNouns,
  compoundFrames,
  type Frame,
  lightVerbs,
  nounFrames,
  partNouns,
  verbFrames,
} from './frames'
import { fold, paperFamilies, roleHeads, stanceOf } from './lexicon'
import type { NounPhrase } from './phrases'
import type { Reading } from './reading'
import { findSetting } from './settings'
import { lower, type Referent, type Span, textOf } from './span'
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
    if (isAdjective(scene, clause)) continue
    if (growsInto(scene, clause)) continue
    revisedAt(scene, clause)
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
    if (!made && madePublic(scene, clause)) continue
    if (!made) otherVerb(scene, clause)
  }
}

/** "made the plan public" */
function madePublic(scene: Scene, clause: Clause): boolean {
  const { tokens } = scene.reading.sentence
  if (
    clause.verb.lemma !== 'make' ||
    !tokens
      .slice(clause.verb.main, clause.verb.main + 9)
      .some((t) => lower(t) === 'public' && t.upos === 'ADJ')
  )
    return false
  const from = fillers(scene.reading, clause.subjects, actorKinds)
  const to = fillers(scene.reading, clause.objects, new Set(['paper']))
  const verdict = clauseStance(scene.reading, clause, scene.clauses)
  if (!from.length || !to.length || verdict.stance === 'none' || verdict.stance === 'denied')
    return false
  return emit(scene, 'published', from, to, clause, verdict.stance, verdict) > 0
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
  let from = firstSlot(scene, clause, frame.from, frame.fromKinds, false)
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
  const source =
    !from.length && frame.fromKinds?.has('other')
      ? frame.from.flatMap((slot) => slotUnits(clause, slot).flatMap((at) => lazyIdea(scene, at)))
      : from
  from = source
  if (frame.called && !isCalled(scene, clause, frame)) return 0
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

/** The idea a verb like "support" is about, when it is named by a noun of its own ("the ban"). */
function ideaAt(scene: Scene, clause: Clause, frame: Frame): Filler[] {
  for (const slot of frame.to) {
    const units = slotUnits(clause, slot)
    const found = units.flatMap((at) => lazyIdea(scene, at))
    if (found.length) return found
    if (slot === 'object' && !units.length) {
      const deed = [...scene.clauses.values()].find(
        (c) =>
          c.governor === clause.at &&
          c.link === 'control' &&
          c.verb.shape === 'gerund' &&
          c.objects.length,
      )
      if (deed && /^(?:backed|rejected)$/.test(frame.relation)) return deedIdea(scene, deed)
    }
  }
  return []
}

const vague = new Set(
  'matter thing way issue question case fact situation time part lot number people person man woman child same side day year reason problem need support effort step role word story answer result change work life place point view right'.split(
    ' ',
  ),
)

/** "the ban on imports": a definite thing nothing names, known by its own words. */
export function lazyIdea(scene: Scene, at: number): Filler[] {
  const { discourse, reading } = scene
  const np = reading.units[at]
  if (np?.type !== 'np' || np.time || np.spans.length || np.name) return []
  const token = reading.sentence.tokens[np.head]!
  if (token.upos !== 'NOUN' || vague.has(fold(token.lemma))) return []
  const article = lower(reading.sentence.tokens[np.from])
  const owned = np.owner?.spans[0]?.referent !== undefined
  const inner = np.inner.some((s) => s.to <= np.head)
  if (!owned && !inner && !/^(?:the|this|these|those|that)$/.test(article)) return []
  let from = np.owner && !owned ? np.owner.to + 1 : np.from
  while (from < np.head && /^(?:DET|PRON)$/.test(reading.sentence.tokens[from]!.upos)) from++
  const words = textOf(discourse.text, reading.sentence, from, np.to)
  const of = reading.units[at + 1]
  const complement =
    of?.type === 'prep' &&
    /^(?:of|on|for|against|to|over)$/.test(of.word) &&
    reading.units[at + 2]?.type === 'np' &&
    !(reading.units[at + 2] as NounPhrase).time
      ? (reading.units[at + 2] as NounPhrase)
      : undefined
  const name =
    complement && !inner && !owned
      ? textOf(discourse.text, reading.sentence, from, complement.to)
      : words
  return [
    {
      referent: idea(scene, np.from, np.to, np.head, name, words, fold(token.lemma), np.spans),
      at,
    },
  ]
}

/** "favoured changing the flag" */
function deedIdea(scene: Scene, deed: Clause): Filler[] {
  const { discourse, reading } = scene
  const last = reading.units[deed.objects.at(-1)!]!
  const words = textOf(discourse.text, reading.sentence, deed.verb.from, last.to)
  return [
    {
      referent: idea(scene, deed.verb.from, last.to, deed.verb.main, words, words, deed.verb.lemma),
      at: deed.objects.at(-1)!,
    },
  ]
}

function idea(
  scene: Scene,
  from: number,
  to: number,
  head: number,
  name: string,
  words: string,
  noun: string,
  spans?: Span[],
): Referent {
  const { discourse, reading } = scene
  const known = discourse.referents.find(
    (r) => r.kind === 'other' && r.weak && (fold(r.name) === fold(name) || r.forms.has(words)),
  )
  const span: Span = {
    sentence: reading.index,
    from,
    to,
    head,
    form: 'nominal',
    kind: 'other',
    name,
    noun,
  }
  const referent = known ?? addReferent(discourse, span, 'other', name, true)
  tie(span, referent, 'a noun phrase', words)
  spans?.push(span)
  return referent
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
      row.some((u) => u.type === 'quote' || u.type === 'adjective')
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

/** "is critical of the attacks", "are opposed to the plan" */
const adjectiveFrames: ReadonlyMap<string, { relation: string; prep: RegExp }> = new Map([
  ['critical', { relation: 'rejected', prep: /^of$/ }],
  ['dismissive', { relation: 'rejected', prep: /^of$/ }],
  ['scornful', { relation: 'rejected', prep: /^of$/ }],
  ['opposed', { relation: 'rejected', prep: /^to$/ }],
  ['supportive', { relation: 'backed', prep: /^of$/ }],
  ['favor', { relation: 'backed', prep: /^of$/ }],
])

function isAdjective(scene: Scene, clause: Clause): boolean {
  if (!clause.verb.copula) return false
  const { units } = scene.reading
  let k = clause.at + 1
  while (units[k]?.type === 'adverb') k++
  const unit = units[k]
  let frame = unit?.type === 'adjective' ? adjectiveFrames.get(unit.word) : undefined
  let prep = frame ? clause.preps.find((p) => frame!.prep.test(p.word)) : undefined
  for (const p of clause.preps) {
    if (/^in (?:favou?r|support) of$/.test(p.word))
      [frame, prep] = [{ relation: 'backed', prep: /./ }, p]
    if (p.word === 'against' && unit?.type === 'prep')
      [frame, prep] = [{ relation: 'rejected', prep: /./ }, p]
  }
  if (!frame || !prep) return false
  const from = fillers(scene.reading, clause.subjects, actorKinds)
  let to = fillers(scene.reading, prep.args, undefined).filter((f) => f.referent.kind !== 'place')
  if (!to.length) to = prep.args.flatMap((at) => lazyIdea(scene, at))
  const verdict = clauseStance(scene.reading, clause, scene.clauses)
  if (!from.length || !to.length || verdict.stance === 'none') return false
  emit(scene, frame.relation, from, to, clause, verdict.stance, verdict)
  return true
}

/** "a 20-point plan that later expanded": into what, the report's main paper says. */
function growsInto(scene: Scene, clause: Clause): boolean {
  if (
    !/^(?:expand|grow|evolve)$/.test(clause.verb.lemma) ||
    clause.verb.passive ||
    clause.objects.length ||
    clause.preps.length ||
    clause.verb.negated
  )
    return false
  const from = fillers(scene.reading, clause.subjects, new Set(['paper']))[0]
  if (!from) return false
  const main = scene.discourse.referents
    .filter(
      (r) =>
        r.kind === 'paper' &&
        r !== from.referent &&
        r.noun === from.referent.noun &&
        r.spans.length >= 3 &&
        r.spans[0]!.sentence <= scene.reading.index,
    )
    .sort((a, b) => b.spans.length - a.spans.length)[0]
  if (!main) return false
  const np = scene.reading.units[from.at] as NounPhrase
  const doubt = scene.reading.sentence.tokens
    .slice(np.from, np.to)
    .some(
      (t) =>
        stanceOf.plannedAdjectives.has(fold(t.text)) || stanceOf.hedgeAdjectives.has(fold(t.text)),
    )
  const verdict = clauseStance(scene.reading, clause, scene.clauses)
  if (verdict.stance === 'none' || verdict.stance === 'denied') return false
  // the report does not say into which paper: at most a hedged claim
  push(
    scene,
    'shaped',
    from,
    { referent: main, at: clause.at },
    clause,
    doubt || verdict.stance === 'asserted' ? 'hedged' : verdict.stance,
    verdict,
  )
  return true
}

/** "nine points were removed during negotiations between A and B": those at the table revised. */
function revisedAt(scene: Scene, clause: Clause): void {
  if (
    !clause.verb.passive ||
    clause.subjects.length ||
    !(verbFrames.get(clause.verb.lemma) ?? []).some((f) => f.relation === 'revised')
  )
    return
  const at = clause.preps.find(
    (p) =>
      /^(?:during|in|at)$/.test(p.word) &&
      p.args.some(
        (k) =>
          nounFrames.get(
            fold(
              scene.reading.sentence.tokens[(scene.reading.units[k] as NounPhrase).head]?.lemma ??
                '',
            ),
          )?.[0]?.mutual,
      ),
  )
  if (!at) return
  const sides = nounSides(scene.reading, at.args[0]!)
  const parties = fillers(
    scene.reading,
    [...(sides.get('between') ?? []), ...(sides.get('with') ?? [])],
    actorKinds,
  )
  const papers = new Set<EntityKind>(['paper'])
  let to = fillers(scene.reading, clause.objects, papers, true)
  const object = scene.reading.units[clause.objects[0] ?? -1]
  if (
    !to.length &&
    object?.type === 'np' &&
    partNouns.has(fold(scene.reading.sentence.tokens[object.head]?.lemma ?? ''))
  ) {
    const recent = scene.discourse.trail
      .filter(
        (t) =>
          t.referent.kind === 'paper' &&
          t.sentence < scene.reading.index &&
          t.sentence >= scene.reading.index - 2,
      )
      .at(-1)
    if (recent) to = [{ referent: recent.referent, at: clause.objects[0]! }]
  }
  if (!parties.length || !to.length) return
  const verdict = clauseStance(scene.reading, clause, scene.clauses)
  if (verdict.stance === 'none' || verdict.stance === 'denied') return
  emit(scene, 'revised', parties, to, clause, verdict.stance, verdict)
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
  // ", as did the embassies"
  const { units } = scene.reading
  const as = units.findIndex(
    (u, k) =>
      k > clause.at &&
      (u.type === 'sub' || u.type === 'prep') &&
      u.word === 'as' &&
      units[k + 1]?.type === 'vg' &&
      (units[k + 1] as { lemma: string }).lemma === 'do',
  )
  if (as > 0 && units[as + 2]?.type === 'np') {
    for (const filler of fillers(scene.reading, readList(units, as + 2).items, actorKinds))
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
  const span: Span = {
    sentence: reading.index,
    from,
    to,
    head: clause.verb.main,
    form: 'nominal',
    kind: 'event',
    name: noun,
    noun,
  }
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
const faceless = new Set(
  'reporter journalist reporters journalists media audience press people'.split(' '),
)

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
    /^(?:say|tell|report|add|note|believe|think|know|want|include|involve|let|refer|list|have|be|do|get|make|take|give|see|follow|come|go|hold|offer)$/.test(
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
      // "with researchers from Oxford": "from" tells of the researchers
      const held = reading.units[k - 1]
      const people =
        k > at + 1 &&
        held?.type === 'np' &&
        held.spans.some((s) => /^(?:person|group)$/.test(s.referent?.kind ?? s.kind))
      if (people && /^(?:of|from|for|in|at)$/.test(unit.word)) {
        k = Math.max(readList(reading.units, k + 1).end, k + 2)
        continue
      }
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
  const company = light && /^(?:receive|get|obtain)$/.test(holder?.verb.lemma ?? '')
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
    // "got counsel from Witkoff": who got it is whom it went to
    if (light && holder && !to.length && /^(?:receive|get|obtain)$/.test(holder.verb.lemma))
      to = fillers(reading, holder.subjects, frame.toKinds)
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

/** "a World Health Organisation report": the institution in front wrote it. */
export function claimLeads(scene: Scene): void {
  const { reading } = scene
  reading.units.forEach((unit, at) => {
    const paper = unit.type === 'np' && !unit.name ? unit.spans[0]?.referent : undefined
    if (unit.type !== 'np' || paper?.kind !== 'paper') return
    const noun = fold(reading.sentence.tokens[unit.head]?.lemma ?? '')
    if (
      !/^(?:report|study|recommendation|survey|poll|memo|memorandum|analysis|resolution|guideline|assessment|review|statement|audit|ruling)$/.test(
        noun,
      )
    )
      return
    const lead = unit.inner.find((s) => s.to === unit.head && s.referent?.kind === 'organization')
    if (!lead?.referent || lead.referent === paper) return
    scene.drafts.push({
      relation: 'authored',
      from: lead.referent,
      to: paper,
      ...quote(scene, [at]),
      stance: 'asserted',
      sources: [],
      deniedBy: [],
      sentence: reading.index,
    })
  })
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

/** "denied that he had": what he is said to have done, just before. */
function deniesEllipsis(scene: Scene, clause: Clause): boolean {
  const { units } = scene.reading
  const [that, who, verb, end] = [1, 2, 3, 4].map((k) => units[clause.at + k])
  if (
    clause.verb.lemma !== 'deny' ||
    that?.type !== 'sub' ||
    who?.type !== 'np' ||
    verb?.type !== 'vg' ||
    !verb.copula ||
    (end && end.type !== 'stop' && end.type !== 'comma')
  )
    return false
  const doer = who.spans[0]?.referent
  const denier = fillers(scene.reading, clause.subjects, actorKinds).map((f) => f.referent)
  const target = scene.drafts
    .filter(
      (d) =>
        d.from === doer && d.relation !== 'holds_role' && d.sentence >= scene.reading.index - 1,
    )
    .at(-1)
  if (!target || !denier.length) return false
  target.deniedBy.push(...denier.filter((r) => !target.deniedBy.includes(r)))
  target.stance = 'contested'
  return true
}

/** "…, though the White House denied this characterization": the denial goes to what it denies. */
export function attachDenials(scene: Scene): void {
  for (const clause of scene.clauses.values()) {
    if (!/^(?:deny|dispute|reject|refute|dismiss)$/.test(clause.verb.lemma) || clause.verb.negated)
      continue
    if (deniesEllipsis(scene, clause)) continue
    const object = clause.objects[0]
    const np = object === undefined ? undefined : scene.reading.units[object]
    if (np?.type !== 'np') continue
    const head = fold(scene.reading.sentence.tokens[np.head]?.lemma ?? '')
    const first = lower(scene.reading.sentence.tokens[np.from])
    const named =
      /^(?:charge|claim|accusation|allegation|assertion)$/.test(head) && clause.link === 'relative'
    const points =
      named ||
      (/^(?:this|that|the|it)$/.test(first) &&
        /^(?:characterization|characterisation|description|claim|account|allegation|accusation|report|assertion|statement|it|that|this|charge|suggestion|version)$/.test(
          head,
        ))
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
    if (target.relation !== 'accused') target.stance = 'contested'
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

/** "the revised framework" after "the plan underwent revisions": the plan shaped what became of it. */
export function claimRevisions(discourse: Discourse, readings: readonly Reading[]): ClaimDraft[] {
  const drafts: ClaimDraft[] = []
  for (const paper of discourse.referents) {
    const note = paper.notes.find((n) => n.startsWith('revision-of:'))
    const earlier = note ? discourse.referents[Number(note.split(':')[1])] : undefined
    const span = paper.spans[0]
    if (!earlier || !span) continue
    const base = {
      relation: 'shaped',
      from: earlier,
      to: paper,
      stance: 'asserted' as const,
      sources: [],
      deniedBy: [],
    }
    // the sentence that tells of the revision proves more than the word "revised"
    const told = readings.find(
      (r) =>
        r.index <= span.sentence &&
        r.units.some(
          (u) =>
            u.type === 'np' &&
            /^(?:revision|amendment|change|overhaul)$/.test(fold(r.sentence.tokens[u.head]!.lemma)),
        ) &&
        r.units.some((u) => u.type === 'np' && u.spans.some((s) => s.referent === earlier)),
    )
    const { tokens } = (told ?? readings[span.sentence]!).sentence
    const bounds = told ? [0, tokens.length - 1] : [span.from, span.to - 1]
    drafts.push({
      ...base,
      start: tokens[bounds[0]!]!.start,
      end: tokens[bounds[1]!]!.end,
      sentence: span.sentence,
    })
  }
  return drafts
}
