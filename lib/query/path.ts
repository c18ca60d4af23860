/** A found path with what is to be said of it, and the order of such paths. */
import { countSupport } from '../graph/sources'
import { relationType } from '../ontology'
import type { Case, Claim } from '../schema'
import type { Hop, Path } from './path-question'
import { keepTimely, type Timing } from './path-time'
import { readDay } from './read-when'
import { claimTime } from './time'

/** The claims that can carry one hop; `along` when they run the way of the path. */
export type TakenHop = { claim: Claim; along: boolean }[]

/** Undefined when there is no way along it in time. */
export function makePath(
  nodes: readonly string[],
  taken: readonly TakenHop[],
  timing: Timing,
): Path | undefined {
  const { case: case_ } = timing
  const timely = keepTimely(taken, timing)
  if (!timely) return undefined
  const hops = timely.map((steps, i): Hop => {
    const claims = steps.map((step) => step.claim)
    return {
      from: nodes[i]!,
      to: nodes[i + 1]!,
      claims,
      ...(steps.every(isAgainst) && { against: true }),
      ...(claims.every((claim) => !claimTime(claim, case_)) && { undated: true }),
      sources: countSupport(claims, case_),
    }
  })
  const fewest = Math.min(...hops.map((hop) => hop.sources))
  return {
    nodes: [...nodes],
    hops,
    weakest: hops.findIndex((hop) => hop.sources === fewest),
    span: measureSpan(hops, case_),
  }
}

/** Best first; a total order, as no two paths have the same entities in the same order. */
export function comparePaths(a: Path, b: Path): number {
  return (
    b.hops[b.weakest]!.sources - a.hops[a.weakest]!.sources ||
    a.hops.length - b.hops.length ||
    compareSpans(a.span, b.span) ||
    compareNodes(a.nodes, b.nodes)
  )
}

/** From the earliest beginning of a dated hop to the latest, in days. */
function measureSpan(hops: readonly Hop[], case_: Case): number | null {
  const starts = hops
    .flatMap((hop) => {
      const times = hop.claims.flatMap((claim) => claimTime(claim, case_)?.start ?? [])
      return times.sort().slice(0, 1)
    })
    .sort()
  if (starts.length < 2) return null
  const [first, last] = [readDay(starts[0]!)!, readDay(starts.at(-1)!)!]
  return Math.round((last.getTime() - first.getTime()) / 86_400_000)
}

/** Undated paths come after dated ones. */
const compareSpans = (a: number | null, b: number | null) =>
  (a ?? Number.MAX_SAFE_INTEGER) - (b ?? Number.MAX_SAFE_INTEGER)

function compareNodes(a: readonly string[], b: readonly string[]): number {
  const i = a.findIndex((id, at) => id !== b[at])
  return i < 0 ? 0 : a[i]! < (b[i] ?? '') ? -1 : 1
}

const isAgainst = ({ along, claim }: TakenHop[number]) =>
  !along && !relationType(claim.relation).symmetric
