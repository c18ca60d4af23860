/** How far apart the ends of a path are at least: what that rules out need not be searched. */
import { isSupported } from './path-index'
import type { PathSearch } from './path-reach'
import { blank, borrowRow, returnRow } from './path-rows'

/**
 * The fewest hops over bonds of the support, whichever way they run and whenever they were, by
 * breadth from both ends at once, the narrower side first; undefined where it is more than `most`.
 * `back` is how many of them were walked from the end.
 */
export function distanceBetween(
  search: PathSearch,
  support: number,
  most: number,
): { hops: number; back: number } | undefined {
  const { graph, index, from, to, avoid } = search
  const sides = borrowRow(index)
  const touched = [from, to]
  sides[from] = 1
  sides[to] = 2
  const rings = { 1: [from], 2: [to] }
  const depths = { 1: 0, 2: 0 }
  const width = (ring: readonly number[]) =>
    ring.reduce((sum, spot) => sum + index.bonds[spot + 1]! - index.bonds[spot]!, 0)

  const widen = (side: 1 | 2): boolean => {
    const next: number[] = []
    for (const here of rings[side]) {
      for (let bond = index.bonds[here]!; bond < index.bonds[here + 1]!; bond++) {
        search.spent++
        const there = index.to[bond]!
        const known = sides[there]!
        if (known === side || avoid.has(there)) continue
        if (!isSupported(graph, index, bond, support)) continue
        if (known !== blank) return true
        sides[there] = side
        touched.push(there)
        next.push(there)
      }
    }
    rings[side] = next
    depths[side]++
    return false
  }

  let distance: { hops: number; back: number } | undefined
  while (depths[1] + depths[2] < most && rings[1].length > 0 && rings[2].length > 0) {
    const side = width(rings[1]) <= width(rings[2]) ? 1 : 2
    if (widen(side)) {
      distance = { hops: depths[1] + depths[2] + 1, back: depths[2] }
      break
    }
    if (search.spent > search.budget) break
  }
  returnRow(index, sides, touched)
  return distance
}
