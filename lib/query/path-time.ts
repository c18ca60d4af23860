/** Forward in time: which claims of a path fit into its order, and into its longest gap. */
import { once } from '../graph/once'
import type { Case, Claim } from '../schema'
import type { Chronology } from './chronology'
import { readDay } from './read-when'
import { claimTime } from './time'

/** What is asked of a path's times. */
export type Timing = {
  case: Case
  times: Chronology
  /** Forward in time; undated claims fit unless words of order say otherwise. */
  ordered: boolean
  /** Most days between a dated hop and the dated hop before it. */
  gap?: number
}

// Of more ways to pick a claim for every hop, only the days are looked at, not words of order.
const mostRows = 4096

/**
 * For every hop, those of its claims that fit into some way along the whole path; undefined when
 * there is no way. In order, a claim is not over before one can be there, has not begun after one
 * must have moved on, and no source puts it before one that was passed earlier.
 */
export function keepTimely<Step extends { claim: Claim }>(
  hops: readonly Step[][],
  timing: Timing,
): Step[][] | undefined {
  const { ordered, gap } = timing
  if (!ordered && gap === undefined) return [...hops]
  if (gap === undefined && !isRelated(hops, timing)) return keepInOrder(hops, timing)
  const rows = hops.reduce((product, hop) => product * hop.length, 1)
  if (rows > mostRows) return ordered ? keepInOrder(hops, timing) : [...hops]
  const kept = hops.map(() => new Set<Step>())
  const row: Step[] = []
  const visit = () => {
    if (row.length === hops.length) {
      for (const [i, step] of row.entries()) kept[i]!.add(step)
      return
    }
    for (const step of hops[row.length]!) {
      row.push(step)
      if (isWay(row, timing)) visit()
      row.pop()
    }
  }
  visit()
  if (kept.some((steps) => steps.size === 0)) return undefined
  return hops.map((hop, i) => hop.filter((step) => kept[i]!.has(step)))
}

/** Whether words of order speak of any two of the path's claims. */
function isRelated(hops: readonly { claim: Claim }[][], { times }: Timing): boolean {
  const spoken = spokenOf(times)
  let count = 0
  for (const hop of hops) if (hop.some(({ claim }) => spoken.has(claim.id))) count++
  return count > 1
}

const spokenOf = once(
  ({ relations }: Chronology) => new Set(relations.flatMap(({ before, after }) => [before, after])),
)

/** Whether the last claim of the row fits those before it. */
function isWay(row: readonly { claim: Claim }[], { case: case_, times, ordered, gap }: Timing) {
  const claims = row.map(({ claim }) => claim)
  const last = claims.at(-1)!
  if (ordered) {
    const since = claims
      .map(({ id }) => times.of(id).start ?? '')
      .sort()
      .at(-1)!
    const { end } = times.of(last.id)
    if (end !== undefined && end < since) return false
    if (claims.some(({ id }) => times.before(last.id, id) === 'stated')) return false
  }
  return gap === undefined || fitsGap(claims, gap, ordered, case_)
}

/** Whether days can be found for the dated claims so that none lies further than the gap from the one before it. */
function fitsGap(claims: readonly Claim[], gap: number, ordered: boolean, case_: Case): boolean {
  let [first, last] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const claim of claims) {
    const time = claimTime(claim, case_)
    if (!time) continue
    first = Math.max(dayNumber(time.start), ordered ? first : first - gap)
    last = Math.min(dayNumber(time.end), last + gap)
    if (first > last) return false
  }
  return true
}

const dayNumber = (iso: string) => Math.round(readDay(iso)!.getTime() / 86_400_000)

function keepInOrder<Step extends { claim: Claim }>(
  hops: readonly Step[][],
  { times }: Timing,
): Step[][] {
  const timed = hops.map((hop) => hop.map((step) => ({ step, time: times.of(step.claim.id) })))
  // The first day one can be through each hop; '' is any day.
  const since: string[] = []
  for (const hop of timed) {
    const before = since.at(-1) ?? ''
    const days = hop
      .filter(({ time }) => (time.end ?? last) >= before)
      .map(({ time }) => (time.start !== undefined && time.start > before ? time.start : before))
    since.push(days.sort()[0] ?? before)
  }
  const kept: Step[][] = []
  let until = last
  for (let i = hops.length - 1; i >= 0; i--) {
    const from = since[i - 1] ?? ''
    const timely = timed[i]!.filter(
      ({ time }) => (time.end ?? last) >= from && (time.start ?? '') <= until,
    )
    kept.unshift(timely.map(({ step }) => step))
    const days = timely.map(({ time }) =>
      time.end !== undefined && time.end < until ? time.end : until,
    )
    until = days.sort().at(-1) ?? until
  }
  return kept
}

const last = '\uffff'
