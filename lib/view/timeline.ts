/** When things are said to have happened, as bars over the days of a case. */
import { claimTime } from '../query/time'
import type { Case } from '../schema'

export type Timeline = {
  /** First and last day, as `2025-10-01`. */
  first: string
  last: string
  /** Days from the first to the last. */
  days: number
  /** Claims that may have happened in each of equal stretches, in order. */
  bars: number[]
  undated: number
}

const day = 86_400_000
const mostBars = 60

/** Undefined when fewer than two different times can be read, so that there is nothing to choose. */
export function makeTimeline(case_: Case): Timeline | undefined {
  const live = case_.claims.filter((claim) => claim.review !== 'rejected')
  const times = live.flatMap((claim) => claimTime(claim, case_) ?? [])
  if (new Set(times.map(({ start, end }) => `${start} ${end}`)).size < 2) return undefined
  const first = times.map((time) => time.start).sort()[0]!
  const last = times
    .map((time) => time.end)
    .sort()
    .at(-1)!
  const days = daysBetween(first, last)
  const count = Math.min(mostBars, days + 1)
  const bars: number[] = Array(count).fill(0)
  const place = (date: string) =>
    Math.min(count - 1, Math.floor((daysBetween(first, date) / (days + 1)) * count))
  for (const { start, end } of times) for (let i = place(start); i <= place(end); i++) bars[i]!++
  return { first, last, days, bars, undated: live.length - times.length }
}

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / day)

/** `addDays('2025-10-31', 1)` is `2025-11-01`. */
export const addDays = (from: string, days: number): string =>
  new Date(Date.parse(from) + days * day).toISOString().slice(0, 10)
