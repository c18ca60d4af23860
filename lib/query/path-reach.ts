/** From where the end of a path can be reached, in how many hops, and until when. */
import type { CaseGraph } from '../graph/build'
import { anyDay, type PathClaims } from './path-claims'
import { isSupported, type PathIndex } from './path-index'
import { blank, borrowRow, returnRow } from './path-rows'

export type PathSearch = {
  graph: CaseGraph
  index: PathIndex
  claims: PathClaims
  from: number
  to: number
  avoid: ReadonlySet<number>
  /** Forward in time. */
  ordered: boolean
  /** Most days between one dated hop and the next. */
  gap?: number
  /** Steps taken so far, and how many may be. */
  spent: number
  budget: number
}

const never = blank

// Beyond this many bonds the ring is only widened as far as it must be.
const cheap = 500

/** The last day on which each entity can still be left for the end, ring by ring around it. */
export class PathReach {
  /** By most hops, then by entity. */
  private readonly until: Int32Array[]
  private ring: number[]
  /** Every entity from which the end can be reached so far. */
  private readonly known: number[]

  constructor(
    private readonly search: PathSearch,
    private readonly support: number,
    private readonly shortest: { hops: number; back: number },
  ) {
    const alone = borrowRow(search.index)
    alone[search.to] = anyDay.last
    this.known = [search.to]
    this.until = [alone]
    this.ring = [search.to]
  }

  private get radius(): number {
    return this.until.length - 1
  }

  /** Makes ready for paths of this length; false when there is none so long or longer. */
  grow(length: number): boolean {
    const { hops, back } = this.shortest
    const least = length === hops ? back : Math.ceil(length / 2)
    while (
      this.ring.length > 0 &&
      this.radius < length &&
      this.search.spent <= this.search.budget &&
      (this.radius < least || this.width() < cheap)
    ) {
      this.widen()
    }
    return this.ring.length > 0 || this.until.at(-1)![this.search.from]! > never
  }

  /** How much it takes to widen the ring. */
  private width(): number {
    const { bonds } = this.search.index
    return this.ring.reduce((sum, spot) => sum + bonds[spot + 1]! - bonds[spot]!, 0)
  }

  private widen(): void {
    const { search, support } = this
    const { graph, index, claims } = search
    const before = this.until.at(-1)!
    const now = borrowRow(index)
    for (const spot of this.known) now[spot] = before[spot]!
    const next: number[] = []
    for (const here of this.ring) {
      const until = before[here]!
      for (let bond = index.bonds[here]!; bond < index.bonds[here + 1]!; bond++) {
        search.spent++
        const there = index.to[bond]!
        const best = now[there]!
        if (best >= until || search.avoid.has(there)) continue
        if (!isSupported(graph, index, bond, support)) continue
        const latest = latestDeparture(index, claims, bond, until)
        if (latest <= best) continue
        if (best === before[there]) next.push(there)
        if (best === never) this.known.push(there)
        now[there] = latest
      }
    }
    this.until.push(now)
    this.ring = next
  }

  /** Nothing can be asked of it any more. */
  close(): void {
    for (const row of this.until) returnRow(this.search.index, row, this.known)
  }

  /** False when the end cannot be reached from here in so many hops, coming on this day. */
  allows(spot: number, hops: number, day: number): boolean {
    if (hops > this.radius) {
      if (this.ring.length > 0) return true
      return this.until[this.radius]![spot]! >= day
    }
    return this.until[hops]![spot]! >= day
  }
}

/** The last day on which one can come over the bond from its far end and be here by `until`. */
function latestDeparture(
  index: PathIndex,
  claims: PathClaims,
  bond: number,
  until: number,
): number {
  let latest = never
  for (let step = index.steps[bond]!; step < index.steps[bond + 1]!; step++) {
    if (!claims.canEnter(step) || claims.startOf(step) > until) continue
    latest = Math.max(latest, Math.min(claims.endOf(step), until))
  }
  return latest
}
