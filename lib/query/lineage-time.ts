/** The times of a lineage's parts, and where the sources first speak of them. */
import type { Case, Claim, Evidence } from '../schema'
import { type Placed, solveTimes } from './chronology'
import type { BarePart } from './lineage-steps'
import { namesTime } from './read-when'
import { documentOffsets } from './sentence-around'

/** The time of the deeds; that of its becoming public only when there is no other. */
export function partTime(part: BarePart, case_: Case): { when?: string; time: Placed } {
  const others = part.claims.filter((claim) => claim.relation !== 'published')
  const deeds = others.some(hasWhen) ? others : part.claims
  const words = new Set(deeds.flatMap((c) => c.evidence.flatMap(timeWords)))
  const { of } = solveTimes(case_)
  const time = joinPlaced((others.length > 0 ? others : part.claims).map(({ id }) => of(id)))
  const better = time.source === 'stated' ? time : joinPlaced(deeds.map(({ id }) => of(id)))
  return { ...(words.size > 0 && { when: [...words].join('; ') }), time: better }
}

const timeWords = ({ when }: Evidence) => (when !== undefined && namesTime(when) ? [when] : [])
const hasWhen = (claim: Claim) => claim.evidence.some((piece) => timeWords(piece).length > 0)

/** The days all of them agree on, stated ones before derived; where they do not, all they name. */
function joinPlaced(placed: readonly Placed[]): Placed {
  const stated = placed.filter(({ source }) => source === 'stated')
  const used = stated.length > 0 ? stated : placed.filter(({ source }) => source === 'derived')
  if (used.length === 0) return { source: 'none' }
  const starts = used.flatMap(({ start }) => start ?? []).sort()
  const ends = used.flatMap(({ end }) => end ?? []).sort()
  const [start, end] = [starts.at(-1), ends[0]]
  const isTorn = start !== undefined && end !== undefined && start > end
  const [first, last] = isTorn ? [starts[0], ends.at(-1)] : [start, end]
  return {
    ...(first !== undefined && { start: first }),
    ...(last !== undefined && { end: last }),
    source: used[0]!.source,
  }
}

/** A part's first place in the sources, documents in the order of their dates. */
export function toldAt(case_: Case): (part: BarePart) => number {
  const offsets = documentOffsets(case_)
  const unknown = Number.MAX_SAFE_INTEGER
  return (part) =>
    Math.min(
      unknown,
      ...part.claims.flatMap((claim) =>
        claim.evidence.map(({ document, start }) => (offsets.get(document) ?? unknown) + start),
      ),
    )
}
