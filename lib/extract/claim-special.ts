/** Wordings that no single verb's frame can hold: “served as a basis for”, “is critical of”, “made the plan public”. */
import type { EntityKind } from '../schema'
import { type Filler, fillers } from './arguments'
import { emit, push } from './claim-emit'
import { lazyIdea } from './claim-ideas'
import type { Clause } from './clause'
import { tracesIn } from './coreference-recent'
import { basisNouns, partNouns } from './frame-words'
import { fold, stanceOf } from './lexicon'
import { nounFrames } from './noun-frames'
import { nounSides } from './noun-sides'
import type { NounPhrase } from './phrase'
import { actorKinds, type Scene } from './scene'
import { lower } from './span'
import { clauseStance } from './stance'
import { verbFrames } from './verb-frames'

/** "made the plan public" */
export function madePublic(scene: Scene, clause: Clause): boolean {
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

export function describesThing(scene: Scene, clause: Clause): boolean {
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
  const head = scene.reading.sentence.tokens[np.head]
  const subject = scene.reading.units[clause.subjects[0] ?? -1]
  // "it is “conceivable” it could win": nothing is described
  if (head?.upos !== 'NOUN' || subject?.type !== 'np' || subject.spans[0]?.form === 'pronoun')
    return false
  const deed = scene.reading.sentence.tokens[np.from]?.xpos === 'VBG'
  if (!governor || !quoted || np.name || deed) return false
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

export function servesAsBasis(scene: Scene, clause: Clause): boolean {
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
  ['present', { relation: 'participated', prep: /^at$/ }],
  ['favor', { relation: 'backed', prep: /^of$/ }],
])

export function isAdjective(scene: Scene, clause: Clause): boolean {
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
    if (p.word === 'against' && unit?.type === 'prep' && unit.word === 'against')
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
export function growsInto(scene: Scene, clause: Clause): boolean {
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
    .some((t) => stanceOf.plannedAdjectives.has(t.folded) || stanceOf.hedgeAdjectives.has(t.folded))
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
export function revisedAt(scene: Scene, clause: Clause): void {
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
    const { discourse, reading } = scene
    const recent = tracesIn(discourse, reading.index - 2, reading.index - 1).findLast(
      (t) => t.referent.kind === 'paper',
    )
    if (recent) to = [{ referent: recent.referent, at: clause.objects[0]! }]
  }
  if (!parties.length || !to.length) return
  const verdict = clauseStance(scene.reading, clause, scene.clauses)
  if (verdict.stance === 'none' || verdict.stance === 'denied') return
  emit(scene, 'revised', parties, to, clause, verdict.stance, verdict)
}
