/**
 * The longest gap while a path grows: the days its last dated hop can be on if no gap before it is
 * too long. With several claims on a hop it is the stretch from the first to the last of their
 * days, which leaves out nothing that fits; the finished path is looked at exactly.
 */
import { anyDay } from './path-claims'
import type { PathSearch } from './path-reach'

export type GapDays = { first: number; last: number }

export const anyGap: GapDays = anyDay

/** After one more hop; undefined when no claim of the bond fits. */
export function passGap(
  { index, claims, gap, ordered }: PathSearch,
  bond: number,
  held: GapDays,
  { since, fromEvent }: { since: number; fromEvent: boolean },
): GapDays | undefined {
  if (gap === undefined) return held
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let step = index.steps[bond]!; step < index.steps[bond + 1]!; step++) {
    if (!claims.canLeave(step, fromEvent) || claims.endOf(step) < since) continue
    const said = claims.saidOf(step)
    const from = said ? Math.max(said.first, ordered ? held.first : held.first - gap) : held.first
    const to = said ? Math.min(said.last, held.last + gap) : held.last
    if (from > to) continue
    first = Math.min(first, from)
    last = Math.max(last, to)
  }
  return first > last ? undefined : { first, last }
}
