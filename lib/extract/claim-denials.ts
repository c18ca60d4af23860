/** Denials go to the claim they deny. */
import { fillers } from './arguments'
import type { Clause } from './clause'
import { fold } from './lexicon'
import { actorKinds, type Scene } from './scene'
import { lower } from './span'
import { neither } from './stance-words'

/** "denied that he had": what he is said to have done, just before. */
function deniesEllipsis(scene: Scene, clause: Clause): boolean {
  const { units } = scene.reading
  const [that, who, verb, end] = [1, 2, 3, 4].map((k) => units[clause.at + k])
  if (
    clause.verb.lemma !== 'deny' ||
    that?.type !== 'sub' ||
    who?.type !== 'np' ||
    verb?.type !== 'vg' ||
    !/^(?:be|have|do)$/.test(verb.lemma) ||
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
    // "urged them to reject it", "neither confirmed nor denied it": nobody has
    if (clause.link === 'control' || neither(scene.reading, clause)) continue
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
