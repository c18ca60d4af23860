/**
 * A graph laid out for path searches: entities and claims as numbers, all that ties two entities
 * side by side as one bond. Built at the first search, remembered with the graph.
 */

import { type CaseGraph, graphCase } from '../graph/build'
import { once } from '../graph/once'
import { countSupport } from '../graph/sources'
import type { Claim } from '../schema'

export type PathIndex = {
  ids: string[]
  spots: ReadonlyMap<string, number>
  /** Every claim with two different ends. */
  claims: Claim[]
  /** The bonds of entity i are bonds[i] to bonds[i + 1]. */
  bonds: Int32Array
  /** The entity at the other end of a bond. */
  to: Int32Array
  /** The steps of bond i are steps[i] to steps[i + 1], in the order of the claims. */
  steps: Int32Array
  /** Claim and direction of a step: 1 when the claim runs from here to there. */
  claim: Int32Array
  along: Uint8Array
  /** Most independent sources a bond can have; see supportOf. */
  support: Int16Array
}

export const pathIndex = once((graph: CaseGraph): PathIndex => {
  const ids = graph.nodes()
  const spots = new Map(ids.map((id, i) => [id, i]))
  const claims = graphCase(graph).claims.filter(
    ({ from, to, review }) => to !== null && to !== from && review !== 'rejected',
  )
  const size = claims.length * 2
  const [here, there] = [new Int32Array(size), new Int32Array(size)]
  claims.forEach(({ from, to }, i) => {
    here[2 * i] = there[2 * i + 1] = spots.get(from)!
    there[2 * i] = here[2 * i + 1] = spots.get(to!)!
  })
  // Sorted by the far end, then by the near one: both passes keep what was in order before.
  const byBoth = sortBy(here, sortBy(there, Int32Array.from(here.keys()), ids.length), ids.length)

  const bonds = new Int32Array(ids.length + 1)
  const to: number[] = []
  const steps: number[] = []
  const claim = new Int32Array(size)
  const along = new Uint8Array(size)
  byBoth.forEach((step, i) => {
    const before = byBoth[i - 1]
    if (before === undefined || here[before] !== here[step] || there[before] !== there[step]) {
      to.push(there[step]!)
      steps.push(i)
      bonds[here[step]! + 1] = to.length
    }
    claim[i] = step >> 1
    along[i] = step % 2 === 0 ? 1 : 0
  })
  steps.push(size)
  for (let i = 1; i <= ids.length; i++) bonds[i] = Math.max(bonds[i]!, bonds[i - 1]!)
  const counts = { to: Int32Array.from(to), steps: Int32Array.from(steps) }
  const support = new Int16Array(to.length).fill(-1)
  return { ids, spots, claims, bonds, ...counts, claim, along, support }
})

/** Counting sort of `order` by `keys`; equal keys stay in order. */
function sortBy(keys: Int32Array, order: Int32Array, values: number): Int32Array {
  const next = new Int32Array(values + 1)
  for (const key of keys) next[key + 1]!++
  for (let i = 1; i <= values; i++) next[i]! += next[i - 1]!
  const sorted = new Int32Array(order.length)
  for (const item of order) sorted[next[keys[item]!]!++] = item
  return sorted
}

/** Whether the claims of a bond can have so many independent sources together. */
export function isSupported(graph: CaseGraph, index: PathIndex, bond: number, least: number) {
  if (least <= 0) return true
  const known = index.support[bond]!
  if (known >= 0) return known >= least
  const start = index.steps[bond]!
  const isAlone = index.steps[bond + 1] === start + 1
  if (isAlone && index.claims[index.claim[start]!]!.evidence.length < least) return false
  return supportOf(graph, index, bond) >= least
}

export function supportOf(graph: CaseGraph, index: PathIndex, bond: number): number {
  const known = index.support[bond]!
  if (known >= 0) return known
  const claims: Claim[] = []
  for (let step = index.steps[bond]!; step < index.steps[bond + 1]!; step++) {
    claims.push(index.claims[index.claim[step]!]!)
  }
  const support = countSupport(claims, graphCase(graph))
  index.support[bond] = support
  return support
}
