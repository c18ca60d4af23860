/** The paths of one support and length, put in order; they are made only where they must be. */
import { isOpen } from './filter'
import { comparePaths, makePath, type TakenHop } from './path'
import { supportOf } from './path-index'
import type { Path, PathQuestion } from './path-question'
import type { PathSearch } from './path-reach'
import type { Timing } from './path-time'

/** A path as the search comes upon it; the lists are its own and change when it goes on. */
export type Found = {
  /** Entities by number. */
  nodes: readonly number[]
  taken: readonly { bond: number; fromEvent: boolean }[]
}

export type Tier = {
  /** Whether to go on. */
  visit(found: Found): boolean
  /** Best first. */
  list(): Path[]
}

type Asked = { support: number; limit: number; timing: Timing }

export function tierOf(search: PathSearch, question: PathQuestion, asked: Asked): Tier {
  const { mode, filter = {}, longestGap } = question
  const isPlain = mode === 'connected' && isOpen(filter) && longestGap === undefined
  return isPlain ? plainTier(search, asked) : madeTier(search, asked)
}

/** The claims that can carry each hop. */
export function takenHops({ index, claims }: PathSearch, { taken }: Found): TakenHop[] {
  return taken.map(({ bond, fromEvent }) => {
    const hop: TakenHop = []
    for (let step = index.steps[bond]!; step < index.steps[bond + 1]!; step++) {
      if (!claims.canLeave(step, fromEvent)) continue
      hop.push({ claim: claims.get(index.claim[step]!), along: index.along[step] === 1 })
    }
    return hop
  })
}

const namesOf = ({ index }: PathSearch, { nodes }: Pick<Found, 'nodes'>) =>
  nodes.map((spot) => index.ids[spot]!)

function madeTier(search: PathSearch, { support, timing }: Asked): Tier {
  const paths: Path[] = []
  return {
    visit(found) {
      const path = makePath(namesOf(search, found), takenHops(search, found), timing)
      if (path && path.hops[path.weakest]!.sources === support) paths.push(path)
      return true
    },
    list: () => paths.sort(comparePaths),
  }
}

type Kept = Found & { span: number }

/** Where every claim counts and time does not, support and span are known of bonds alone. */
function plainTier(search: PathSearch, { support, limit, timing }: Asked): Tier {
  const { graph, index, claims } = search
  const kept: Kept[] = []
  const isBefore = (a: Kept, b: Kept): boolean => {
    if (a.span !== b.span) return a.span < b.span
    const at = a.nodes.findIndex((spot, i) => spot !== b.nodes[i])
    return index.ids[a.nodes[at]!]! < index.ids[b.nodes[at]!]!
  }
  const spanOf = ({ taken }: Found): number => {
    let [first, last, dated] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0]
    for (const { bond } of taken) {
      const begins = claims.beginsOf(bond)
      if (begins === undefined) continue
      dated++
      first = Math.min(first, begins)
      last = Math.max(last, begins)
    }
    return dated < 2 ? Number.POSITIVE_INFINITY : last - first
  }
  return {
    visit(found) {
      const weakest = Math.min(...found.taken.map(({ bond }) => supportOf(graph, index, bond)))
      if (weakest !== support) return true
      const { nodes, taken } = found
      const one = { nodes, taken, span: spanOf(found) }
      if (kept.length === limit && !isBefore(one, kept.at(-1)!)) return true
      if (kept.length === limit) kept.pop()
      const place = kept.findIndex((other) => isBefore(one, other))
      kept.splice(place < 0 ? kept.length : place, 0, {
        ...one,
        nodes: [...nodes],
        taken: [...taken],
      })
      return true
    },
    list: () =>
      kept.flatMap(
        (found) => makePath(namesOf(search, found), takenHops(search, found), timing) ?? [],
      ),
  }
}
