/**
 * The days a claim is placed on: one answer for the time strip and for paths. Filters go by a claim's own words alone,
 * so that a store, which sees a part of the case, gives the same answer.
 */
import { withoutSources } from '../graph/without'
import type { Case, Claim } from '../schema'
import { type Chronology, solveTimes } from './chronology'
import type { Interval } from './read-when'

/** With sources chosen, times are those of a case that has no others. */
export function chronologyFor(
  case_: Case,
  { sources }: { sources?: readonly string[] } = {},
): Chronology {
  if (!sources) return solveTimes(case_)
  const key = JSON.stringify(sources)
  const known = parts.get(case_)
  if (known?.key === key) return solveTimes(known.part)
  const kept = new Set(sources)
  const documents = case_.documents.flatMap(({ id }) => (kept.has(id) ? [] : [id]))
  const part = withoutSources(case_, { documents })
  parts.set(case_, { key, part })
  return solveTimes(part)
}

const parts = new WeakMap<Case, { key: string; part: Case }>()

/** `derived` from what it lies between, rather than `stated` in its sources' words for the time. */
export type ClaimDays = Interval & { source: 'stated' | 'derived' }

/**
 * From the first to the last day it can have been, from its own words for the time, words of order
 * and the dates of reports. "By Friday" alone is Friday; null where only one end is known and no
 * source names a time: that it was before the report is no date.
 */
export function claimDays({ id }: Pick<Claim, 'id'>, times: Chronology): ClaimDays | null {
  const { start, end, source } = times.of(id)
  if (source === 'none') return null
  if (start !== undefined && end !== undefined) return { start, end, source }
  const known = start ?? end
  return source === 'stated' && known !== undefined ? { start: known, end: known, source } : null
}
