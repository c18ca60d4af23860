/** The thing last spoken of that fits. */
import type { Discourse } from './discourse'
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
