/** The papers and events a thing came from and went into. */

import { type CaseGraph, graphCase } from '../graph/build'
import { claimStance } from '../graph/stance'
import { relationType } from '../ontology'
import type { Case, Claim } from '../schema'
import { solveTimes } from './chronology'
import type { Phase } from './lineage-answer'
import { reachOf, type Step } from './reach'

export type SpineOptions = {
  /** Leaves out what is dated after this day; the undated stays. */
  until?: string
  /** Only what fed it, or only what became of it. */
  direction?: 'upstream' | 'downstream'
  /** At most so many papers and events; the rest is counted. 60 when left out. */
  limit?: number
}

type Feed = { from: string; to: string; claims: Claim[] }

export type Spine = {
  /** Every paper and event, with its part. */
  roles: Map<string, 'upstream' | 'target' | 'downstream'>
  /** What fed what. */
  feeds: Feed[]
  /** Papers and events beyond the limit that lead on from those here. */
  omitted: number
  case: Case
  /** How the line of a paper, an event or an actor begins. */
  firstPhase(id: string): Phase
  /** Whether the entity is a paper, an event or the target. */
  isSpine(id: string): boolean
  /** The claims of an entity that count, as seen from it. */
  stepsOf(id: string): readonly Step[]
}

// What an event does to a paper that is there already is a step of that paper, not its source.
const acts = new Set(['revised', 'signed', 'backed', 'rejected'])

export function collectSpine(graph: CaseGraph, target: string, options: SpineOptions): Spine {
  const { limit = 60, direction } = options
  const stepsOf = countedSteps(graph, options)
  const roles: Spine['roles'] = new Map([[target, 'target']])
  const kindOf = (id: string) => graph.getNodeAttribute(id, 'entity').kind
  const isThing = (id: string) => kindOf(id) === 'paper' || kindOf(id) === 'event'
  const isSpine = (id: string) => id === target || isThing(id)
  // To an actor's own story belongs every paper they had a hand in.
  const isActors = (a: string, b: string) => !isThing(target) && (a === target || b === target)
  const feedsOf = (id: string) =>
    stepsOf(id).filter(
      ({ to, claim }) =>
        isSpine(to) &&
        relationType(claim.relation).influence === 'forward' &&
        (!acts.has(claim.relation) || isActors(id, to)) &&
        claimStance(claim) !== 'denied',
    )

  const beyond = new Set<string>()
  const follow = (role: 'upstream' | 'downstream') => {
    let ring = [target]
    while (ring.length > 0) {
      const next: string[] = []
      for (const id of ring) {
        for (const { to, along } of feedsOf(id)) {
          if (along !== (role === 'downstream') || roles.has(to)) continue
          if (roles.size >= limit) beyond.add(to)
          else {
            roles.set(to, role)
            next.push(to)
          }
        }
      }
      ring = next
    }
  }
  if (direction !== 'downstream') follow('upstream')
  if (direction !== 'upstream') follow('downstream')

  const feeds = new Map<string, Feed>()
  for (const id of roles.keys()) {
    for (const { to, claim, along } of feedsOf(id)) {
      if (!along || !roles.has(to)) continue
      const key = JSON.stringify([id, to])
      const feed = feeds.get(key)
      if (feed) feed.claims.push(claim)
      else feeds.set(key, { from: id, to, claims: [claim] })
    }
  }
  const straight = breakCircles([...feeds.values()], target)
  const firstPhase = (id: string): Phase =>
    kindOf(id) === 'event' ? 'held' : kindOf(id) === 'paper' ? 'made' : 'influenced'
  const omitted = beyond.size
  const case_ = graphCase(graph)
  return { roles, feeds: straight, omitted, case: case_, firstPhase, isSpine, stepsOf }
}

/** The claims of an entity, but for those that must be later than the end. */
function countedSteps(graph: CaseGraph, { until }: SpineOptions) {
  const reach = reachOf(graph)
  if (until === undefined) return (id: string) => reach.neighbours(id, 'any')
  const { of } = solveTimes(graphCase(graph))
  const isOver = (claim: Claim) => (of(claim.id).start ?? '') > until
  return (id: string): readonly Step[] =>
    reach.neighbours(id, 'any').filter(({ claim }) => !isOver(claim))
}

/** Two papers that are each said to have shaped the other: what closes a circle gives no order. */
function breakCircles(feeds: Feed[], target: string): Feed[] {
  const into = new Map<string, Feed[]>()
  for (const feed of feeds) into.set(feed.to, [...(into.get(feed.to) ?? []), feed])
  const open = new Set<string>()
  const done = new Set<string>()
  const circular = new Set<Feed>()
  const visit = (id: string) => {
    open.add(id)
    for (const feed of into.get(id) ?? []) {
      if (open.has(feed.from)) circular.add(feed)
      else if (!done.has(feed.from)) visit(feed.from)
    }
    open.delete(id)
    done.add(id)
  }
  for (const id of [target, ...feeds.map((feed) => feed.to)]) if (!done.has(id)) visit(id)
  return feeds.filter((feed) => !circular.has(feed))
}

/** Lanes that hang together without the target are one branch; the target's own line is 0. */
export function branchesOf({ roles, feeds }: Spine, target: string): Map<string, number> {
  const branches = new Map<string, number>()
  for (const start of roles.keys()) {
    if (branches.has(start)) continue
    const number = start === target ? 0 : Math.max(0, ...branches.values()) + 1
    let ring = [start]
    while (ring.length > 0) {
      for (const id of ring) branches.set(id, number)
      if (start === target) break
      const near = ring.flatMap((id) =>
        feeds.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : [])),
      )
      ring = [...new Set(near)].filter((id) => id !== target && !branches.has(id))
    }
  }
  return branches
}
