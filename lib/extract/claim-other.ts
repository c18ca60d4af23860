/** Relations no frame types, kept apart with their verb. */
import { type Filler, fillers } from './arguments'
import { push } from './claim-emit'
import type { Clause } from './clause'
import type { Frame } from './frame-table'
import { sayVerbs, weakSayVerbs } from './lexicon'
import { actorKinds, type Scene } from './scene'
import { clauseStance } from './stance'
import { verbFrames } from './verb-frames'

/**
 * A clear relation between two named things that no frame types: kept apart as `other` with its verb. A verb that has
 * frames counts where none of them is for two actors ("defeated Ortega"), one without an object by the phrase behind
 * "with" or "against" ("competes with Iceland").
 */
export function otherVerb(scene: Scene, clause: Clause): void {
  const { lemma } = clause.verb
  if (
    clause.verb.copula ||
    sayVerbs.has(lemma) ||
    weakSayVerbs.has(lemma) ||
    plainVerbs.test(lemma)
  )
    return
  const [first] = clause.objects
  const behind = clause.objects.length
    ? undefined
    : clause.preps.find((p, i) => i === 0 && /^(?:with|against)$/.test(p.word))
  const slot = behind ? behind.word : 'object'
  if (verbFrames.get(lemma)?.some((frame) => frame.to.includes(slot) && betweenActors(frame)))
    return
  const from = fillers(scene.reading, clause.subjects, undefined).filter(behind ? named : solid)
  const to =
    first === undefined
      ? fillers(scene.reading, behind?.args.slice(0, 1) ?? [], undefined).filter(named)
      : fillers(scene.reading, [first], undefined).some(solid)
        ? fillers(scene.reading, clause.objects, undefined).filter(solid)
        : []
  if (!from.length || !to.length || from.length * to.length > 6) return
  if (verbFrames.has(lemma) && !(from.every(named) && to.every(named))) return
  const verdict = clauseStance(scene.reading, clause, scene.clauses)
  if (verdict.stance === 'none' || verdict.stance === 'denied') return
  for (const a of from) {
    for (const b of to) {
      if (push(scene, 'other', a, b, clause, verdict.stance, verdict))
        scene.drafts.at(-1)!.verb = lemma
    }
  }
}

const solid = (f: Filler): boolean => !f.referent.weak && f.referent.kind !== 'place'
const named = (f: Filler): boolean => solid(f) && actorKinds.has(f.referent.kind)

const plainVerbs =
  /^(?:want|include|involve|let|refer|list|have|be|do|get|make|take|give|see|follow|come|go|hold|know|mean|use|keep|find|feature|put|set|bring|leave|turn|remain|become|look|lead|rise|fall|grow|start|begin|continue|seem|appear|happen|need|try|like|love|hate|hear|watch|read|deal|end|agree|disagree|move|allow|enable|cause|prevent|oblige|entitle|place|rank)$/

const betweenActors = (frame: Frame): boolean =>
  [frame.fromKinds, frame.toKinds].every(
    (side) => !side || [...side].some((kind) => actorKinds.has(kind)),
  )
