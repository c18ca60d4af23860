/** From where the end of a path can be reached, in how many hops, and until when. */
import type { CaseGraph } from '../graph/build'
import { type Bond, bondsOf, isSupported, type Passage, type Spot } from './bonds'
import type { Interval } from './read-when'

/** In so many hops, when one is there by this day ('\uffff': whenever). */
type Label = { hops: number; until: string }

export type Reachable = {
  graph: CaseGraph
  to: Spot
  ordered: boolean
  avoid: ReadonlySet<string>
  passage(bond: Bond): Passage
  spent: number
}

// Beyond this many entities the ring is only widened as far as it must be.
const cheap = 8000

/** Labels for the entities around the end, found ring by ring over bonds of at least a support. */
export class PathReach {
  private readonly labels: Map<Spot, Label[]>
  private ring: Map<Spot, string>
  private radius = 0

  constructor(
    private readonly search: Reachable,
    private readonly support: number,
  ) {
    this.labels = new Map([[search.to, [{ hops: 0, until: '\uffff' }]]])
    this.ring = new Map([[search.to, '\uffff']])
  }

  /** Makes ready for paths of this length; false when there is none so long or longer. */
  grow(length: number, from: Spot): boolean {
    while (
      this.ring.size > 0 &&
      this.radius < length &&
      (this.radius < Math.ceil(length / 2) || this.labels.size < cheap)
    ) {
      this.widen()
    }
    return this.ring.size > 0 || this.labels.has(from)
  }

  private widen(): void {
    const { search, support } = this
    this.radius++
    const next = new Map<Spot, string>()
    for (const [here, until] of this.ring) {
      for (const bond of bondsOf(search.graph, here)) {
        search.spent++
        const there = bond.to
        const best = next.get(there) ?? this.labels.get(there)?.at(-1)?.until
        if (best !== undefined && best >= until) continue
        if (search.avoid.has(there.id) || !isSupported(search.graph, bond, support)) continue
        const latest = latestDeparture(search.passage(bond).enter, until, search.ordered)
        if (latest !== undefined && (best === undefined || latest > best)) next.set(there, latest)
      }
    }
    for (const [spot, until] of next) {
      const known = this.labels.get(spot)
      if (known) known.push({ hops: this.radius, until })
      else this.labels.set(spot, [{ hops: this.radius, until }])
    }
    this.ring = next
  }

  /** False when the end cannot be reached from here in so many hops, coming on this day. */
  allows(spot: Spot, hops: number, day: string): boolean {
    if (hops > this.radius && this.ring.size > 0) return true
    const labels = this.labels.get(spot)
    if (!labels) return false
    for (const label of labels) {
      if (label.hops > hops) return false
      if (label.until >= day) return true
    }
    return false
  }
}

/** The last day on which one can set out over one of these and be through by `until`. */
function latestDeparture(
  times: readonly (Interval | null)[],
  until: string,
  ordered: boolean,
): string | undefined {
  if (!ordered) return times.length > 0 ? until : undefined
  let latest: string | undefined
  for (const time of times) {
    if (!time) return until
    if (time.start > until) continue
    const day = time.end < until ? time.end : until
    if (latest === undefined || day > latest) latest = day
  }
  return latest
}
