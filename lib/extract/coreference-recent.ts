/** The thing last spoken of that fits. */
import type { Discourse, Trace } from './discourse'
import type { Referent, Span } from './span'

export const agrees = (r: Referent, span: Span) =>
  !span.nation || !r.nation || r.nation === span.nation

export function recent(
  discourse: Discourse,
  span: Span,
  reach: number,
  fits: (r: Referent) => boolean,
): Referent | undefined {
  for (let i = discourse.trail.length - 1; i >= 0; i--) {
    const trace = discourse.trail[i]!
    if (trace.sentence < span.sentence - reach) break
    if (trace.sentence === span.sentence && trace.span.from >= span.from) continue
    if (fits(trace.referent)) return trace.referent
  }
  return undefined
}

/** What was spoken of in some sentences, the last of them included. The trail is in their order. */
export function tracesIn({ trail }: Discourse, first: number, last = first): Trace[] {
  let [from, end] = [0, trail.length]
  while (from < end) {
    const middle = (from + end) >> 1
    if (trail[middle]!.sentence < first) from = middle + 1
    else end = middle
  }
  while (end < trail.length && trail[end]!.sentence <= last) end++
  return trail.slice(from, end)
}
