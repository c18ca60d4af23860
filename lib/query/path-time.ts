/** Forward in time: whether a row of hops can have happened in this order. */
import type { TimedStep } from './bonds'

/** The claims that can carry one hop of a path. */
export type TimedHop = readonly TimedStep[]

/**
 * The earliest day one can be through a hop, having come to it on `since` ('' is any day): undated
 * claims cost no time, dated ones must not be over by then. Undefined when none can be taken.
 */
export function arrive(hop: TimedHop, since: string): string | undefined {
  let earliest: string | undefined
  for (const { time } of hop) {
    if (!time) return since
    if (time.end < since) continue
    const day = time.start > since ? time.start : since
    if (earliest === undefined || day < earliest) earliest = day
  }
  return earliest
}

/**
 * For every hop, those of its steps that fit into some order of the whole path: not over before
 * one can be there, not begun after one must have moved on.
 */
export function keepTimely(hops: readonly TimedHop[]): TimedHop[] {
  const since: string[] = []
  for (const hop of hops) {
    const before = since.at(-1) ?? ''
    since.push(arrive(hop, before) ?? before)
  }
  const kept: TimedHop[] = []
  let until = '\uffff'
  for (let i = hops.length - 1; i >= 0; i--) {
    const from = since[i - 1] ?? ''
    let latest = ''
    const timely = hops[i]!.filter(({ time }) => {
      if (!time) latest = until
      else {
        if (time.end < from || time.start > until) return false
        const day = time.end < until ? time.end : until
        if (day > latest) latest = day
      }
      return true
    })
    kept.unshift(timely)
    until = latest
  }
  return kept
}
