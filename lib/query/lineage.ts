/** How a thing came about: what fed it, who had a hand in each step, and what became of it. */

import { buildGraph, type CaseGraph, graphCase } from '../graph/build'
import { countSupport } from '../graph/sources'
import { claimStance } from '../graph/stance'
import { type Without, withoutSources } from '../graph/without'
import { type Case, type Claim, stances } from '../schema'
import { bestQuote } from './best-quote'
import { type Placed, solveTimes, type TimeRelation } from './chronology'
import { groupBy } from './group-by'
import type { Lineage, LineageLink, LineageStep } from './lineage-answer'
import { type FoldOptions, foldParts } from './lineage-fold'
import { keepStraight, linkParts, orderLinks, type TimedPart } from './lineage-links'
import { rankSteps } from './lineage-order'
import { branchesOf, collectSpine, type Spine, type SpineOptions } from './lineage-spine'
import { type BarePart, listParts } from './lineage-steps'
import { partTime, toldAt } from './lineage-time'
import { sayStep } from './lineage-words'
import { requireEntity } from './neighbours'
import { reachOf } from './reach'
import { sentenceAround } from './sentence-around'
import { weakestOf } from './support'

export type { Lineage, LineageStep } from './lineage-answer'

export type LineageOptions = SpineOptions & FoldOptions & { without?: Without }

/**
 * The lineage of a paper, an event, an organization or a person: papers and events that fed it and
 * that it fed in turn, as far as claims of influence lead, with those who acted in each. Following
 * in time is never taken for influence; no relation is added to what the claims say.
 * @throws AppError not_found
 */
export function traceLineage(
  whole: CaseGraph,
  target: string,
  options: LineageOptions = {},
): Lineage {
  const graph = options.without ? graphWithout(whole, options.without) : whole
  requireEntity(reachOf(graph), target)
  const case_ = graphCase(graph)
  const chronology = solveTimes(case_)
  const spine = collectSpine(graph, target, options)
  const told = toldAt(case_)
  const parts = [...spine.roles.keys()]
    .flatMap((id) => listParts(id, spine))
    .map((part): TimedPart => ({ ...part, ...partTime(part, case_), told: told(part) }))
  const claimed = linkParts(parts, spine)
  const { ordered, refused } = orderLinks(parts, claimed, chronology.relations)

  const hosts = foldParts(parts, options)
  const members = groupBy(parts, (part) => hosts.get(part.id)!)
  const folded = [...members.values()].map(joinParts(case_))
  const moved = moveLinks(claimed, hosts)
  const { straight, circular } = keepStraight(moved, moveLinks(ordered, hosts))
  const links = moveLinks([...moved, ...straight], hosts)
  const { ranks, conflicts } = rankSteps(folded, links)
  const branches = branchesOf(spine, target)
  const steps = folded
    .sort(
      (a, b) =>
        ranks.get(a.id)! - ranks.get(b.id)! ||
        compare(a.time.end ?? '\uffff', b.time.end ?? '\uffff') ||
        a.told - b.told ||
        compare(a.id, b.id),
    )
    .map(({ told: _, ...step }): LineageStep => {
      const first = parts.find((part) => part.spine === step.spine)!
      return {
        ...step,
        rank: ranks.get(step.id)!,
        role: roleOf(step, spine),
        branch: branches.get(step.spine)!,
        ...(step.id !== first.id && isOpened(step) && { partOf: first.id }),
        parts: members.get(step.id)!.map(({ told: _, spine: __, ...part }) => part),
        doubts: stances.filter(
          (stance) =>
            stance !== 'asserted' && step.claims.some((claim) => claimStance(claim) === stance),
        ),
        sources: countSupport(step.claims, case_),
        ...bestQuote(step.claims),
        after: relationsInto(step, chronology.relations, case_),
        sentence: '',
      }
    })
  const claims = [...new Set(steps.flatMap((step) => step.claims.map(({ id }) => id)))]
  const known = new Map(parts.flatMap((part) => part.claims.map((claim) => [claim.id, claim])))
  const weakest = weakestOf(steps.map(({ sources }) => ({ independent: sources })))
  return {
    target,
    steps: steps.map((step) => ({ ...step, sentence: sayStep(step, steps, case_) })),
    links,
    claims: claims.map((id) => wholeClaim(known.get(id)!, graph)),
    conflicts: [
      ...conflicts,
      ...moveLinks([...refused, ...circular], hosts).map(({ from, to }) => ({ from, to })),
    ],
    ...(weakest !== undefined && { weakest: steps[weakest]!.id }),
    omitted: spine.omitted,
  }
}

/** A claim told in two steps is one claim. */
const wholeClaim = (claim: Claim, graph: CaseGraph): Claim =>
  graph.hasEdge(claim.id) ? graph.getEdgeAttribute(claim.id, 'claim') : claim

const isOpened = ({ phase }: BarePart) =>
  phase === 'published' || phase === 'backed' || phase === 'acted'

/** Several parts as one step: the first gives it its name. */
const joinParts =
  (case_: Case) =>
  (parts: TimedPart[]): TimedPart & { when?: string; time: Placed } => {
    const first = parts[0]!
    const joined = {
      ...first,
      claims: [...new Set(parts.flatMap(({ claims }) => claims))],
      actors: [...new Set(parts.flatMap(({ actors }) => actors))],
      told: Math.min(...parts.map(({ told }) => told)),
    }
    return { ...joined, ...partTime(joined, case_) }
  }

function moveLinks(links: readonly LineageLink[], hosts: ReadonlyMap<string, string>) {
  const moved = new Map<string, LineageLink>()
  for (const link of links) {
    const [from, to] = [hosts.get(link.from)!, hosts.get(link.to)!]
    const key = JSON.stringify([from, to])
    const known = moved.get(key)
    if (from === to) continue
    if (known) {
      const claims = [...new Set([...known.claims, ...link.claims])]
      moved.set(key, { ...known, ...(link.order && { order: link.order }), claims })
    } else moved.set(key, { ...link, from, to })
  }
  return [...moved.values()]
}

function roleOf(step: BarePart, spine: Spine): LineageStep['role'] {
  const role = spine.roles.get(step.spine)!
  // What was done to the target once it was there is what became of it.
  return role === 'target' && (step.phase === 'presented' || step.phase === 'revised')
    ? 'downstream'
    : role
}

/** A claim told in two steps is later in the one whose own sentence says so. */
function relationsInto(
  { claims }: BarePart,
  relations: readonly TimeRelation[],
  case_: Case,
): TimeRelation[] {
  const own = new Map(claims.map((claim) => [claim.id, claim]))
  const isTold = ({ evidence: words, after }: TimeRelation) =>
    own.get(after)?.evidence.some((piece) => {
      const sentence = sentenceAround(piece, case_)
      const end = sentence.start + sentence.text.length
      return piece.document === words.document && words.start < end && words.end > sentence.start
    })
  return relations.filter(
    (relation) => own.has(relation.after) && !own.has(relation.before) && isTold(relation),
  )
}

const graphs = new WeakMap<CaseGraph, { key: string; graph: CaseGraph }>()

/** The last one asked for is kept: a source is switched off and looked at from several sides. */
function graphWithout(graph: CaseGraph, without: Without): CaseGraph {
  const key = JSON.stringify(without)
  const known = graphs.get(graph)
  if (known?.key === key) return known.graph
  const left = withoutSources(graphCase(graph), without)
  const made = left === graphCase(graph) ? graph : buildGraph(left)
  graphs.set(graph, { key, graph: made })
  return made
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
