/** What happened to each paper and event of a lineage, as steps. */
import type { Step } from '../graph/adjacency'
import { relationType } from '../ontology'
import type { Claim } from '../schema'
import type { Spine } from './lineage-spine'

export type Phase = 'made' | 'held' | 'presented' | 'revised'

export type BareStep = {
  id: string
  spine: string
  phase: Phase
  claims: Claim[]
  actors: string[]
}

/**
 * A paper is made (by whom, published, backed), presented, then revised, once for every revision
 * that sources tell apart; an event is held. `made` and `held` are always there, as what ties the
 * step to the others hangs on them.
 */
export function listSteps(id: string, isEvent: boolean, spine: Spine): BareStep[] {
  const deeds = spine.stepsOf(id).filter((step) => isDeed(step, spine))
  const first = isEvent ? 'held' : 'made'
  const ties = spine.feeds.filter((feed) => tiesHere(feed, id, spine)).flatMap((f) => f.claims)
  const of = (phase: Phase) => deeds.filter((step) => phaseOf(step, first) === phase)
  const steps = [makeStep(id, first, `${id}:${first}`, of(first), spine, ties)]
  const presented = of('presented')
  if (presented.length > 0) {
    steps.push(makeStep(id, 'presented', `${id}:presented`, presented, spine))
  }
  groupBySentence(of('revised')).forEach((group, i) => {
    steps.push(makeStep(id, 'revised', `${id}:revised:${i + 1}`, group, spine))
  })
  return steps
}

/** Whoever is at the other end had a hand in it (or made it public) and is no paper or event. */
function isDeed({ to, claim }: Step, spine: Spine): boolean {
  if (relationType(claim.relation).influence === 'none' && claim.relation !== 'published') {
    return false
  }
  return !spine.isSpine(to) || claim.relation === 'revised'
}

function phaseOf({ claim, along }: Step, first: Phase): Phase {
  if (first === 'held') return 'held'
  if (claim.relation === 'presented' && along) return 'presented'
  return claim.relation === 'revised' && !along ? 'revised' : first
}

/** A tie is told where the story has not been yet: of what leads to the target, of what came of it. */
function tiesHere(feed: Spine['feeds'][number], id: string, spine: Spine): boolean {
  if (spine.roles.get(feed.from) === 'upstream') return feed.from === id
  return feed.to === id
}

function makeStep(
  spineId: string,
  phase: Phase,
  id: string,
  deeds: Step[],
  spine: Spine,
  ties: Claim[] = [],
): BareStep {
  const claims = new Set([...deeds.map((step) => step.claim), ...ties])
  const actors = new Set(deeds.map((step) => step.to))
  // An event that revised a paper brings those who took part in it.
  for (const { to, claim } of deeds) {
    if (claim.relation !== 'revised') continue
    for (const step of spine.stepsOf(to)) {
      if (step.claim.relation !== 'participated' || step.along) continue
      claims.add(step.claim)
      actors.add(step.to)
    }
  }
  return { id, spine: spineId, phase, claims: [...claims], actors: [...actors] }
}

/** Deeds told in one breath ("US and Ukrainian officials removed nine points") are one step. */
function groupBySentence(deeds: Step[]): Step[][] {
  const groups: Step[][] = []
  for (const deed of deeds) {
    const same = groups.filter((group) => group.some((other) => overlaps(other.claim, deed.claim)))
    const joined = [...same.flat(), deed]
    for (const group of same) groups.splice(groups.indexOf(group), 1)
    groups.push(joined)
  }
  return groups.sort((a, b) => position(a) - position(b))
}

const position = (group: Step[]) => Math.min(...group.map(({ claim }) => claim.evidence[0]!.start))

const overlaps = (a: Claim, b: Claim) =>
  a.evidence.some((one) =>
    b.evidence.some(
      (other) => one.document === other.document && one.start < other.end && other.start < one.end,
    ),
  )
