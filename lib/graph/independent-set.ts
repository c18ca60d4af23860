/** The most members of a set of which no two depend on each other. */

/**
 * Indices, ascending, of a largest independent set of a graph of `size` nodes; of several, the
 * one with the earliest members. Exact up to 30 nodes; above, greedy by fewest ties.
 */
export function largestIndependentSet(
  size: number,
  depend: (a: number, b: number) => boolean,
): number[] {
  const ties = Array.from({ length: size }, () => new Set<number>())
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      if (depend(a, b)) {
        ties[a]!.add(b)
        ties[b]!.add(a)
      }
    }
  }
  return size <= 30 ? exact(ties) : greedy(ties)
}

function exact(ties: Set<number>[]): number[] {
  const masks = ties.map((set) => [...set].reduce((mask, other) => mask | (1 << other), 0))
  const all = ties.length === 0 ? 0 : 2 ** ties.length - 1
  const known = new Map<number, number>()
  // The best of the nodes in `open`, as a mask of the chosen.
  const best = (open: number): number => {
    if (open === 0) return 0
    const memo = known.get(open)
    if (memo !== undefined) return memo
    const bit = open & -open
    const node = 31 - Math.clz32(bit)
    const tied = masks[node]! & open
    const withNode = bit | best(open & ~bit & ~tied)
    // A node with one tie or none is in some largest set: no need to try without it.
    const chosen =
      (tied & (tied - 1)) === 0 || count(withNode) > count(open) - count(tied)
        ? withNode
        : larger(withNode, best(open & ~bit))
    known.set(open, chosen)
    return chosen
  }
  const chosen = best(all)
  return ties.flatMap((_, i) => (chosen & (1 << i) ? [i] : []))
}

const larger = (a: number, b: number) => (count(b) > count(a) ? b : a)

function count(mask: number): number {
  let left = mask
  let bits = 0
  for (; left !== 0; left &= left - 1) bits++
  return bits
}

function greedy(ties: Set<number>[]): number[] {
  const open = new Set(ties.keys())
  const chosen: number[] = []
  while (open.size > 0) {
    let next = -1
    let fewest = Number.POSITIVE_INFINITY
    for (const node of open) {
      let left = 0
      for (const other of ties[node]!) if (open.has(other)) left++
      if (left < fewest) [next, fewest] = [node, left]
    }
    chosen.push(next)
    open.delete(next)
    for (const other of ties[next]!) open.delete(other)
  }
  return chosen.sort((a, b) => a - b)
}
