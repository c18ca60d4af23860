/** What happened to each paper and event of a lineage, in parts that can be told apart. */

import { relationType } from '../ontology'
import type { Claim } from '../schema'
import type { Phase } from './lineage-answer'
import { groupDeeds } from './lineage-deeds'
import type { Spine } from './lineage-spine'
import type { Step } from './reach'

export type BarePart = {
  id: string
  spine: string
  phase: Phase
  claims: Claim[]
  actors: string[]
  /** How many more relations of the paper, event or actor there are than can be told. */
  untold?: number
}

/** Nobody reads more relations of one thing as a story, and no hub may hold the answer up. */
const mostDeeds = 200

/** Those told most often, in their order. */
function keepMostTold(deeds: Step[]): { kept: Step[]; untold: number } {
  const untold = Math.max(0, deeds.length - mostDeeds)
  if (untold === 0) return { kept: deeds, untold }
  const most = deeds
    .map((step, i) => ({ step, i }))
    .sort((a, b) => b.step.claim.evidence.length - a.step.claim.evidence.length || a.i - b.i)
    .slice(0, mostDeeds)
    .sort((a, b) => a.i - b.i)
  return { kept: most.map(({ step }) => step), untold }
}

/**
 * A paper is made, presented, published, backed (or rejected, or signed) and revised, once for
 * every revision that sources tell apart; an event is held; an actor is influenced and acts. The
 * first part is always there, as what ties it to the others hangs on it.
 */
export function listParts(id: string, spine: Spine): BarePart[] {
  const first = spine.firstPhase(id)
  const { kept: deeds, untold } = keepMostTold(
    spine.stepsOf(id).filter((step) => isDeed(step, spine)),
  )
  const ties = spine.feeds.filter((feed) => tiesHere(feed, id, spine)).flatMap((f) => f.claims)
  const of = (phase: Phase) => deeds.filter((step) => phaseOf(step, first) === phase)
  const parts = [makePart(id, first, `${id}:${first}`, of(first), spine, ties)]
  if (untold > 0) parts[0]!.untold = untold
  for (const phase of ['acted', 'presented', 'published', 'backed'] as const) {
    const steps = of(phase)
    if (steps.length > 0) parts.push(makePart(id, phase, `${id}:${phase}`, steps, spine))
  }
  groupDeeds(of('revised'), spine.case).forEach((group, i) => {
    parts.push(makePart(id, 'revised', `${id}:revised:${i + 1}`, group, spine))
  })
  return parts
}

/** Whoever is at the other end had a hand in it (or made it public) and is no paper or event. */
function isDeed({ to, claim }: Step, spine: Spine): boolean {
  if (relationType(claim.relation).influence === 'none' && claim.relation !== 'published') {
    return false
  }
  return !spine.isSpine(to) || claim.relation === 'revised'
}

const acceptances = new Set(['backed', 'rejected', 'signed'])

function phaseOf({ claim, along }: Step, first: Phase): Phase {
  if (first === 'held') return 'held'
  if (first === 'influenced') {
    const { influence } = relationType(claim.relation)
    return along || influence !== 'forward' ? 'acted' : 'influenced'
  }
  if (along) return claim.relation === 'presented' ? 'presented' : first
  if (acceptances.has(claim.relation)) return 'backed'
  return claim.relation === 'published' || claim.relation === 'revised' ? claim.relation : first
}

/** A tie is told where the story has not been yet: of what leads to the target, of what came of it. */
function tiesHere(feed: Spine['feeds'][number], id: string, spine: Spine): boolean {
  if (spine.roles.get(feed.from) === 'upstream') return feed.from === id
  return feed.to === id
}

function makePart(
  spineId: string,
  phase: Phase,
  id: string,
  deeds: Step[],
  spine: Spine,
  ties: Claim[] = [],
): BarePart {
  const claims = new Set([...deeds.map((step) => step.claim), ...ties])
  const actors = new Set(deeds.map((step) => step.to))
  // An event that revised a paper brings those who took part in it.
  for (const { to, claim } of deeds) {
    if (claim.relation !== 'revised') continue
    for (const step of spine.stepsOf(to).slice(0, mostDeeds)) {
      if (step.claim.relation !== 'participated' || step.along) continue
      claims.add(step.claim)
      actors.add(step.to)
    }
  }
  return { id, spine: spineId, phase, claims: [...claims], actors: [...actors] }
}
