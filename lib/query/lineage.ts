/** How a thing came about: what fed it, who had a hand in each step, and what became of it. */
import type { CaseGraph } from '../graph/build'
import type { Claim } from '../schema'
import type { Interval } from './read-when'

export type LineageOptions = {
  /** Leaves out what is dated after this day; the undated stays. */
  until?: string
  /** Ids of documents, names of outlets or attributions that are not to be counted. */
  without?: string[]
}

export type LineageStep = {
  id: string
  /** Steps of one rank stand side by side; 0 is the first. */
  rank: number
  /** The paper or event the step is about. */
  spine: string
  role: 'upstream' | 'target' | 'downstream'
  /** What happened to it in this step. */
  phase: 'made' | 'presented' | 'held' | 'revised'
  /** The sources' words for the time. */
  when?: string
  time: Interval | null
  claims: Claim[]
  /** Who acted in the step. */
  actors: string[]
}

export type Lineage = {
  target: string
  /** In order. */
  steps: LineageStep[]
  /** Which step leads to which; `claims` is empty where only the order is known. */
  links: { from: string; to: string; claims: Claim[] }[]
  /** Every claim of the steps, once. */
  claims: Claim[]
}

export function traceLineage(
  _graph: CaseGraph,
  id: string,
  _options: LineageOptions = {},
): Lineage {
  return { target: id, steps: [], links: [], claims: [] }
}
