/** The papers and events a thing came from and went into. */
import { reachOf, type Step } from '../graph/adjacency'
import { type CaseGraph, graphCase } from '../graph/build'
import { claimStance } from '../graph/stance'
import { trimmer } from '../graph/without'
import { relationType } from '../ontology'
import type { Claim } from '../schema'
import { claimTime } from './time'

export type SpineOptions = {
  /** Leaves out what is dated after this day; the undated stays. */
  until?: string
  /** Sources that are not to be counted; see withoutSources. */
  without?: string[]
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
  /** Whether the entity is a paper, an event or the target. */
  isSpine(id: string): boolean
  /** The claims of an entity that count, as seen from it. */
  stepsOf(id: string): Step[]
}

// What an event does to a paper that is there already is a step of that paper, not its source.
const acts = new Set(['revised', 'signed', 'backed', 'rejected'])

export function collectSpine(graph: CaseGraph, target: string, options: SpineOptions): Spine {
  const { limit = 60 } = options
  const stepsOf = countedSteps(graph, options)
  const roles: Spine['roles'] = new Map([[target, 'target']])
  const isSpine = (id: string) => {
    const { kind } = graph.getNodeAttribute(id, 'entity')
    return id === target || kind === 'paper' || kind === 'event'
  }
  const feedsOf = (id: string) =>
    stepsOf(id).filter(
      ({ to, claim }) =>
        isSpine(to) &&
        relationType(claim.relation).influence === 'forward' &&
        !acts.has(claim.relation) &&
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
  follow('upstream')
  follow('downstream')

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
  return { roles, feeds: straight, omitted: beyond.size, isSpine, stepsOf }
}

/** Claims that sources still hold, not dated after the end, whatever one end they are seen from. */
function countedSteps(graph: CaseGraph, { until, without = [] }: SpineOptions) {
  const case_ = graphCase(graph)
  const trim = trimmer(case_, without)
  const trimmed = new Map<Claim, Claim | undefined>()
  const counted = (claim: Claim) => {
    if (!trimmed.has(claim)) {
      const left = trim(claim)
      const time = left && until !== undefined && claimTime(left, case_)
      trimmed.set(claim, time && time.start > until! ? undefined : left)
    }
    return trimmed.get(claim)
  }
  return (id: string): Step[] =>
    reachOf(graph)
      .neighbours(id, 'any')
      .flatMap((step) => {
        const claim = counted(step.claim)
        return claim ? [{ ...step, claim }] : []
      })
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
