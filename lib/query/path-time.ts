/** Forward in time: which claims of a path fit into its order. */
import type { Case, Claim } from '../schema'
import { claimTime } from './time'

/**
 * For every hop, those of its claims that fit into some order of the whole path: not over before
 * one can be there, not begun after one must have moved on. Undated ones fit anywhere.
 */
export function keepTimely<Step extends { claim: Claim }>(
  hops: readonly Step[][],
  case_: Case,
): Step[][] {
  const timed = hops.map((hop) => hop.map((step) => ({ step, time: claimTime(step.claim, case_) })))
  // The first day one can be through each hop; '' is any day.
  const since: string[] = []
  for (const hop of timed) {
    const before = since.at(-1) ?? ''
    const days = hop
      .filter(({ time }) => !time || time.end >= before)
      .map(({ time }) => (time && time.start > before ? time.start : before))
    since.push(days.sort()[0] ?? before)
  }
  const kept: Step[][] = []
  let until = '\uffff'
  for (let i = hops.length - 1; i >= 0; i--) {
    const from = since[i - 1] ?? ''
    const timely = timed[i]!.filter(
      ({ time }) => !time || (time.end >= from && time.start <= until),
    )
    kept.unshift(timely.map(({ step }) => step))
    const days = timely.map(({ time }) => (time && time.end < until ? time.end : until))
    until = days.sort().at(-1) ?? until
  }
  return kept
}
