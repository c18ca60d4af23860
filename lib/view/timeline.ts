/** When things are said to have happened, as bars over the days of a case and moments to step to. */
import { solveTimes } from '../query/chronology'
import { claimDays } from '../query/claim-days'
import type { Interval } from '../query/read-when'
import type { Case, Claim } from '../schema'

/** Days on which something may begin: one of the places a walk through time stops at. */
type Moment = {
  /** Its first day, as `2025-10-01`. */
  day: string
  claims: Claim[]
}

export type Timeline = {
  /** First and last day, as `2025-10-01`. */
  first: string
  last: string
  /** Days from the first to the last. */
  days: number
  /** Claims in each of equal stretches, in order; one that spans several counts in parts. */
  bars: number[]
  moments: Moment[]
  dated: number
  undated: number
}

const day = 86_400_000
const mostBars = 96

/**
 * Undefined when sources name fewer than two different times, so that there is nothing to choose.
 * What is only known to lie between others counts as dated, but no moment begins with it.
 */
export function makeTimeline(case_: Case): Timeline | undefined {
  const live = case_.claims.filter((claim) => claim.review !== 'rejected')
  const times = solveTimes(case_)
  const dated = live.flatMap((claim) => {
    const days = claimDays(claim, times)
    return days ? [{ claim, days }] : []
  })
  const stated = dated.filter(({ days }) => days.source === 'stated')
  if (new Set(stated.map(({ days: { start, end } }) => `${start} ${end}`)).size < 2)
    return undefined
  const first = stated.map(({ days }) => days.start).sort()[0]!
  const last = stated
    .map(({ days }) => days.end)
    .sort()
    .at(-1)!
  const days = daysBetween(first, last)
  const within = (date: string) => (date < first ? first : date > last ? last : date)
  return {
    first,
    last,
    days,
    bars: drawBars(
      dated.map(({ days: { start, end } }) => ({ start: within(start), end: within(end) })),
      first,
      days,
    ),
    moments: listMoments(stated),
    dated: dated.length,
    undated: live.length - dated.length,
  }
}

function drawBars(times: readonly Interval[], first: string, days: number): number[] {
  const count = Math.min(mostBars, days + 1)
  const bars: number[] = Array(count).fill(0)
  const place = (date: string) =>
    Math.min(count - 1, Math.floor((daysBetween(first, date) / (days + 1)) * count))
  for (const { start, end } of times) {
    const [from, to] = [place(start), place(end)]
    for (let i = from; i <= to; i++) bars[i]! += 1 / (to - from + 1)
  }
  return bars
}

function listMoments(stated: readonly { claim: Claim; days: Interval }[]): Moment[] {
  const byDay = new Map<string, Claim[]>()
  for (const { claim, days } of stated) {
    const known = byDay.get(days.start)
    if (known) known.push(claim)
    else byDay.set(days.start, [claim])
  }
  return [...byDay]
    .map(([start, claims]) => ({ day: start, claims }))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** The last moment that has begun by the end of a window; the last of all where it is open. */
export const momentAt = (timeline: Timeline, until: string | undefined): number =>
  until === undefined
    ? timeline.moments.length - 1
    : timeline.moments.findLastIndex(({ day: begun }) => begun <= until)

/**
 * The day a window has to end on to go one moment on (+1) or back (-1); undefined past the ends.
 * A walk that has no end yet begins at the first moment.
 */
export function stepMoment(
  timeline: Timeline,
  until: string | undefined,
  step: 1 | -1,
): string | undefined {
  const at = until === undefined && step === 1 ? -1 : momentAt(timeline, until)
  return timeline.moments[at + step]?.day
}

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / day)

/** `addDays('2025-10-31', 1)` is `2025-11-01`. */
export const addDays = (from: string, days: number): string =>
  new Date(Date.parse(from) + days * day).toISOString().slice(0, 10)
