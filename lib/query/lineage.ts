/** How a thing came about: what fed it, who had a hand in each step, and what became of it. */
import { reachOf } from '../graph/adjacency'
import { type CaseGraph, graphCase } from '../graph/build'
import type { Case, Claim } from '../schema'
import { type Before, isBefore, rankSteps } from './lineage-order'
import { collectSpine, type Spine, type SpineOptions } from './lineage-spine'
import { type BareStep, listSteps, type Phase } from './lineage-steps'
import { requireEntity } from './neighbours'
import type { Interval } from './read-when'
import { claimTime, joinTimes } from './time'

export type LineageStep = {
  id: string
  /** Steps of one rank stand side by side, in the order of the list; 0 is the first. */
  rank: number
  /** The paper or event the step is about. */
  spine: string
  role: 'upstream' | 'target' | 'downstream'
  phase: Phase
  /** The sources' own words for the time, as they have them. */
  when?: string
  /** The same read as days, where it can be. */
  time: Interval | null
  /** What ties the step to the line and who did what in it; empty when only its name is known. */
  claims: Claim[]
  /** Those who acted in it, in the order of the claims. */
  actors: string[]
}

export type Lineage = {
  target: string
  /** In order: by influence, by date, then as the sources tell it. */
  steps: LineageStep[]
  /** Which step leads to which; without claims where it is only the order in one paper's life. */
  links: { from: string; to: string; claims: Claim[] }[]
  /** Every claim of the steps, once. */
  claims: Claim[]
  /** Links whose steps are dated the other way round. */
  conflicts: Before[]
  /** Papers and events further off that were left out. */
  omitted: number
}

/**
 * The lineage of a paper, an event or anything else: papers and events that fed it and that it fed
 * in turn, as far as claims of influence lead, with those who acted in each. Following in time is
 * never taken for influence; no relation is added to what the claims say.
 * @throws AppError not_found
 */
export function traceLineage(
  graph: CaseGraph,
  target: string,
  options: SpineOptions = {},
): Lineage {
  requireEntity(reachOf(graph), target)
  const case_ = graphCase(graph)
  const spine = collectSpine(graph, target, options)
  const bare = [...spine.roles.keys()].flatMap((id) =>
    listSteps(id, graph.getNodeAttribute(id, 'entity').kind === 'event', spine),
  )
  const told = toldAt(case_)
  const steps = bare.map((step) => ({ ...step, ...stepTime(step, case_), told: told(step) }))
  const links = linkSteps(steps, spine)
  const { ranks, conflicts } = rankSteps(steps, links)
  const ordered = steps
    .sort(
      (a, b) =>
        ranks.get(a.id)! - ranks.get(b.id)! ||
        compare(a.time?.end ?? '\uffff', b.time?.end ?? '\uffff') ||
        a.told - b.told ||
        compare(a.id, b.id),
    )
    .map(
      ({ told: _, ...step }): LineageStep => ({
        ...step,
        rank: ranks.get(step.id)!,
        role: roleOf(step, spine),
      }),
    )
  return {
    target,
    steps: ordered,
    links,
    claims: [...new Set(ordered.flatMap((step) => step.claims))],
    conflicts,
    omitted: spine.omitted,
  }
}

type TimedStep = BareStep & { time: Interval | null; told: number }

/** Within one paper's life, and from the end of that life (so far) to what it fed. */
function linkSteps(steps: TimedStep[], spine: Spine): Lineage['links'] {
  const bySpine = new Map<string, TimedStep[]>()
  for (const step of steps) bySpine.set(step.spine, [...(bySpine.get(step.spine) ?? []), step])
  const links: Lineage['links'] = []
  const ends = new Map<string, TimedStep[]>()
  for (const [id, [first, ...rest]] of bySpine) {
    let last = [first!]
    for (const phase of ['presented', 'revised'] as const) {
      const group = rest.filter((step) => step.phase === phase)
      if (group.length === 0) continue
      const before = last
      last = []
      for (const step of group) {
        const from = last.length > 0 && followsInText(step) ? last : before
        links.push(...from.map((one) => ({ from: one.id, to: step.id, claims: [] })))
        last = [...last.filter((one) => !from.includes(one)), step]
      }
    }
    ends.set(id, last)
  }
  for (const { from, to, claims } of spine.feeds) {
    const first = bySpine.get(from)![0]!
    const next = bySpine.get(to)![0]!
    // A paper was shown and changed before it became another, unless dates say otherwise.
    const last = ends.get(from)!.filter((step) => !isBefore(next, step))
    const sources = last.length > 0 ? last : [first]
    links.push(...sources.map((one) => ({ from: one.id, to: next.id, claims })))
  }
  return links
}

/** "Subsequent talks in Geneva": the sentence itself says that it comes after what was told before. */
const followsInText = (step: BareStep) =>
  step.claims.some((claim) =>
    claim.evidence.some((piece) =>
      /\b(subsequent(ly)?|later|then|thereafter|afterwards?|next|further|another|second|finally|eventually)\b/i.test(
        piece.quote,
      ),
    ),
  )

function roleOf(step: BareStep, spine: Spine): LineageStep['role'] {
  const role = spine.roles.get(step.spine)!
  // What was done to the target once it was there is what became of it.
  return role === 'target' && step.phase !== 'made' && step.phase !== 'held' ? 'downstream' : role
}

/** The time of the deeds; that of its becoming public only when there is no other. */
function stepTime(step: BareStep, case_: Case) {
  const others = step.claims.filter((claim) => claim.relation !== 'published')
  return readTimes(others, case_) ?? readTimes(step.claims, case_) ?? { time: null }
}

function readTimes(claims: Claim[], case_: Case) {
  const words = new Set(claims.flatMap((c) => c.evidence.flatMap((piece) => piece.when ?? [])))
  if (words.size === 0) return undefined
  const time = joinTimes(claims.map((claim) => claimTime(claim, case_)))
  return { when: [...words].join('; '), time }
}

/** A step's first place in the sources, documents in the order of their dates. */
function toldAt(case_: Case): (step: BareStep) => number {
  const offsets = placeDocuments(case_)
  const unknown = Number.MAX_SAFE_INTEGER
  return (step) =>
    Math.min(
      unknown,
      ...step.claims.flatMap((claim) =>
        claim.evidence.map(({ document, start }) => (offsets.get(document) ?? unknown) + start),
      ),
    )
}

const offsetsByCase = new WeakMap<Case, Map<string, number>>()

/** Where each document would begin if all stood in one, the oldest first. */
function placeDocuments(case_: Case): Map<string, number> {
  const known = offsetsByCase.get(case_)
  if (known) return known
  const documents = case_.documents
    .map((document, i) => ({ document, i }))
    .sort(
      (a, b) => compare(a.document.publishedAt ?? '', b.document.publishedAt ?? '') || a.i - b.i,
    )
  const offsets = new Map<string, number>()
  let length = 0
  for (const { document } of documents) {
    offsets.set(document.id, length)
    length += document.text.length
  }
  offsetsByCase.set(case_, offsets)
  return offsets
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
