/** When everything of a case happened, as far as dates and words of order tell. */
import { once } from '../graph/once'
import type { Case, Claim } from '../schema'
import { type Bounds, boundsOf } from './claim-bounds'
import { sayClause } from './clause'
import { type Clash, type Constraint, horizon, isKnown, placeInTime } from './place-in-time'
import { documentOffsets } from './sentence-around'
import { readRelations, type TimeRelation } from './time-relations'

export type { TimeRelation } from './time-relations'

/** First and last day on which it can have been, both included, as far as either is known. */
export type Placed = {
  start?: string
  end?: string
  /** `stated` in its sources' own words for the time; `derived` from other claims or the report's date. */
  source: 'stated' | 'derived' | 'none'
}

/** What cannot all be true of the times of a case. */
type Contradiction = {
  /** Ids of the claims it is about. */
  claims: string[]
  /** The relations among them, the one that was dropped for the placing first. */
  relations: TimeRelation[]
  /** In plain words. */
  message: string
}

export type Chronology = {
  of(claim: string): Placed
  /** Whether sources say so (at one or several removes) or dates do; undefined when nobody knows. */
  before(a: string, b: string): 'stated' | 'dated' | undefined
  /** Relations the placing keeps to. */
  relations: TimeRelation[]
  contradictions: Contradiction[]
  /** All claims, in an order that contradicts no kept relation and no date. */
  order: string[]
}

/**
 * Places every claim of a case as its dates, the dates of its reports and their words of order
 * allow. Where they contradict each other, the weakest relation is dropped for the placing and the
 * smallest set that clashes is reported. Worked out once for a case and remembered.
 */
export const solveTimes = once(solve)

// A day has room for so many things in a row: what is before comes before on the same day too.
const ticks = 4096

function solve(case_: Case): Chronology {
  const live = case_.claims.filter(({ review }) => review !== 'rejected')
  const bounds = live.map((claim) => boundsOf(claim, case_))
  const indexOf = new Map(live.map(({ id }, i) => [id, i]))
  const relations = rankRelations(readRelations(case_), case_)
  const placed = placeInTime(
    bounds.map(({ start, end }) => ({
      first: start === undefined ? -horizon : dayOf(start) * ticks,
      last: end === undefined ? horizon : dayOf(end) * ticks + ticks - 1,
    })),
    relations.map((relation) => constrain(relation, indexOf)),
  )
  const windows = new Map(live.map(({ id }, i) => [id, placed.windows[i]!]))
  const kept = placed.kept.map((i) => relations[i]!)
  const next = new Map<string, string[]>()
  for (const { before, after } of kept) next.set(before, [...(next.get(before) ?? []), after])

  const of = (id: string): Placed => {
    const window = windows.get(id)
    if (!window) return { source: 'none' }
    const start = isKnown(window.first) && dayName(window.first)
    const end = isKnown(window.last) && dayName(window.last)
    const source = bounds[indexOf.get(id)!]!.source
    return {
      ...(start && { start }),
      ...(end && { end }),
      source: source === 'none' && (start || end) ? 'derived' : source,
    }
  }
  const told = firstTold(case_)
  return {
    of,
    before(a, b) {
      if (leads(a, b, next)) return 'stated'
      const [end, start] = [of(a).end, of(b).start]
      return end !== undefined && start !== undefined && end < start ? 'dated' : undefined
    },
    relations: kept,
    contradictions: [
      ...live.flatMap((claim, i) => ownContradiction(claim, bounds[i]!, case_)),
      ...placed.clashes.map((clash) => describeClash(clash, relations, live, bounds, case_)),
    ],
    order: live
      .map(({ id }) => id)
      .sort(
        (a, b) =>
          windows.get(a)!.last - windows.get(b)!.last || told(a) - told(b) || (a < b ? -1 : 1),
      ),
  }
}

const dayOf = (iso: string) => Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000)
const dayName = (moment: number) =>
  new Date(Math.floor(moment / ticks) * 86_400_000).toISOString().slice(0, 10)

function constrain(relation: TimeRelation, indexOf: ReadonlyMap<string, number>): Constraint {
  const { before, after, days } = relation
  const ends = { before: indexOf.get(before)!, after: indexOf.get(after)! }
  if (!days) return { ...ends, least: 1 }
  return { ...ends, least: Math.max(1, days.least * ticks), most: days.most * ticks }
}

const strength: Record<TimeRelation['kind'], number> = { text: 0, when: 1, sequence: 2 }

/** Each once, the surest first: words that name both, in the most documents, with days. */
function rankRelations(relations: readonly TimeRelation[], case_: Case): TimeRelation[] {
  const offsets = documentOffsets(case_)
  const places = new Map<string, { relation: TimeRelation; documents: Set<string> }>()
  for (const relation of relations) {
    const { before, after, kind, days, evidence } = relation
    const key = JSON.stringify([before, after, days ?? null])
    const known = places.get(key)
    if (!known) places.set(key, { relation, documents: new Set([evidence.document]) })
    else {
      known.documents.add(evidence.document)
      if (strength[kind] < strength[known.relation.kind]) known.relation = relation
    }
  }
  const at = ({ evidence }: TimeRelation) => offsets.get(evidence.document)! + evidence.start
  return [...places.values()]
    .sort(
      (a, b) =>
        strength[a.relation.kind] - strength[b.relation.kind] ||
        b.documents.size - a.documents.size ||
        at(a.relation) - at(b.relation) ||
        compare(a.relation.before, b.relation.before) ||
        compare(a.relation.after, b.relation.after),
    )
    .map(({ relation }) => relation)
}

function leads(from: string, to: string, next: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set([from])
  for (const id of seen) {
    for (const other of next.get(id) ?? []) {
      if (other === to) return true
      seen.add(other)
    }
  }
  return false
}

function ownContradiction(claim: Claim, { torn }: Bounds, case_: Case): Contradiction[] {
  if (torn === undefined) return []
  const message = `That ${sayClause(claim, 'asserted', case_)}: ${torn}`
  return [{ claims: [claim.id], relations: [], message }]
}

/** "“two days later” puts A after B. That clashes with: …" */
function describeClash(
  { dropped, constraints, windows }: Clash,
  relations: readonly TimeRelation[],
  live: readonly Claim[],
  bounds: readonly Bounds[],
  case_: Case,
): Contradiction {
  const involved = [relations[dropped]!, ...constraints.map((i) => relations[i]!)]
  const byId = new Map(live.map((claim) => [claim.id, claim]))
  const say = (id: string) => sayClause(byId.get(id)!, 'asserted', case_)
  const order = ({ before, after, evidence }: TimeRelation) =>
    `“${evidence.quote}” puts it that ${say(after)} after ${say(before)}`
  const dates = windows.map((i) => `${say(live[i]!.id)} ${sayDays(bounds[i]!)}`)
  const [first, ...rest] = [...involved.map(order), ...dates]
  const ends = involved.flatMap(({ before, after }) => [before, after])
  return {
    claims: [...new Set([...ends, ...windows.map((i) => live[i]!.id)])],
    relations: involved,
    message: `${first}. That cannot be if ${rest.join(', and ')}. The first is left out of the order.`,
  }
}

function sayDays({ start, end }: Bounds): string {
  if (start === end) return `on ${start}`
  if (start === undefined) return `by ${end}`
  return end === undefined ? `from ${start} on` : `between ${start} and ${end}`
}

/** Where a claim is first told, all documents in a row. */
function firstTold(case_: Case): (id: string) => number {
  const offsets = documentOffsets(case_)
  const told = new Map(
    case_.claims.map(({ id, evidence }) => [
      id,
      Math.min(...evidence.map(({ document, start }) => (offsets.get(document) ?? 0) + start)),
    ]),
  )
  return (id) => told.get(id) ?? 0
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
