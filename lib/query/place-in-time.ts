/**
 * A simple temporal network (Dechter, Meiri and Pearl, "Temporal constraint networks", 1991): things
 * with a first and a last moment, and constraints on the distance of two of them. Consistency is
 * kept constraint by constraint as in Cotton and Maler, "Fast and flexible difference constraint
 * propagation" (2006), with earliest moments as the feasible solution; at the end one Bellman–Ford
 * pass backwards gives the latest ones. Moments are whole numbers.
 */

export type Window = { first: number; last: number }

/** `least` ≤ moment of `after` − moment of `before` ≤ `most`; both are indices of windows. */
export type Constraint = { before: number; after: number; least: number; most?: number }

/** A constraint that could not be kept, with the fewest others and windows it clashes with. */
export type Clash = { dropped: number; constraints: number[]; windows: number[] }

/** Moments beyond these are not known at all. */
export const horizon = 2 ** 50
export const isKnown = (moment: number) => Math.abs(moment) < horizon / 2

type Edge = { from: number; to: number; weight: number; constraint: number }

/**
 * The tightest windows under the constraints. Of constraints that cannot all hold, those given
 * earlier are kept.
 * @param windows with first ≤ last each; `-horizon` and `horizon` where nothing is known
 */
export function placeInTime(windows: readonly Window[], constraints: readonly Constraint[]) {
  const earliest = windows.map(({ first }) => first)
  const out: Edge[][] = windows.map(() => [])
  const into: Edge[][] = windows.map(() => [])
  const clashes: Clash[] = []
  const kept: number[] = []
  constraints.forEach((constraint, i) => {
    const edges = edgesOf(constraint, i)
    const undo = new Map<number, number>()
    for (const edge of edges) link(out, into, edge)
    if (edges.every((edge) => propagate(edge, windows, earliest, out, undo))) {
      kept.push(i)
      return
    }
    for (const [node, moment] of undo) earliest[node] = moment
    for (const edge of edges) unlink(out, into, edge)
    clashes.push(explain(edges, windows, out, into))
  })
  const latest = tightenBackwards(windows, into)
  return {
    windows: windows.map((_, i) => ({ first: earliest[i]!, last: latest[i]! })),
    kept,
    clashes,
  }
}

function edgesOf({ before, after, least, most }: Constraint, constraint: number): Edge[] {
  const forward = { from: before, to: after, weight: least, constraint }
  if (most === undefined) return [forward]
  return [forward, { from: after, to: before, weight: -most, constraint }]
}

function link(out: Edge[][], into: Edge[][], edge: Edge): void {
  out[edge.from]!.push(edge)
  into[edge.to]!.push(edge)
}

function unlink(out: Edge[][], into: Edge[][], edge: Edge): void {
  out[edge.from]!.splice(out[edge.from]!.indexOf(edge), 1)
  into[edge.to]!.splice(into[edge.to]!.indexOf(edge), 1)
}

/** Moves earliest moments on as the new edge wants; false when a window or a circle forbids it. */
function propagate(
  edge: Edge,
  windows: readonly Window[],
  earliest: number[],
  out: readonly Edge[][],
  undo: Map<number, number>,
): boolean {
  if (edge.from === edge.to) return edge.weight <= 0
  const move = (node: number, moment: number) => {
    if (!undo.has(node)) undo.set(node, earliest[node]!)
    earliest[node] = moment
  }
  const start = earliest[edge.from]! + edge.weight
  if (earliest[edge.to]! >= start) return true
  move(edge.to, start)
  const queue = [edge.to]
  const waiting = new Set(queue)
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    waiting.delete(node)
    if (earliest[node]! > windows[node]!.last) return false
    for (const next of out[node]!) {
      const moment = earliest[node]! + next.weight
      if (moment <= earliest[next.to]!) continue
      // What pushes its own beginning further is a circle.
      if (next.to === edge.from) return false
      move(next.to, moment)
      if (!waiting.has(next.to)) {
        waiting.add(next.to)
        queue.push(next.to)
      }
    }
  }
  return true
}

function tightenBackwards(windows: readonly Window[], into: readonly Edge[][]): number[] {
  const latest = windows.map(({ last }) => last)
  const queue = [...latest.keys()].filter((node) => into[node]!.length > 0)
  const waiting = new Set(queue)
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at]!
    waiting.delete(node)
    for (const { from, weight } of into[node]!) {
      const moment = latest[node]! - weight
      if (moment >= latest[from]!) continue
      latest[from] = moment
      if (!waiting.has(from)) {
        waiting.add(from)
        queue.push(from)
      }
    }
  }
  return latest
}

type Walk = { weight: number; edges: Edge[] }
const mostSteps = 64

/**
 * The fewest kept constraints and windows that forbid one of the edges: a circle through it, or a
 * row from a window's beginning through it past another window's end. Walks are tried from short
 * to long.
 */
function explain(
  edges: readonly Edge[],
  windows: readonly Window[],
  out: readonly Edge[][],
  into: readonly Edge[][],
): Clash {
  let best: { constraints: number[]; windows: number[] } | undefined
  const size = (clash: NonNullable<typeof best>) => clash.constraints.length + clash.windows.length
  const offer = (walks: readonly Walk[], clashing: number[]) => {
    const constraints = new Set(walks.flatMap((walk) => walk.edges.map((one) => one.constraint)))
    const clash = { constraints: [...constraints], windows: [...new Set(clashing)] }
    if (!best || size(clash) < size(best)) best = clash
  }
  for (const edge of edges) {
    const ahead = layers(edge.to, out, 'to')
    const behind = layers(edge.from, into, 'from')
    const steps = Math.min(mostSteps, windows.length)
    for (let total = 0; total <= 2 * steps && !best; total++) {
      const circle = ahead(total).get(edge.from)
      if (circle && circle.weight + edge.weight > 0) offer([circle], [])
      for (let j = 0; j <= total; j++) {
        for (const [start, before] of behind(j)) {
          for (const [end, after] of ahead(total - j)) {
            const moment = windows[start]!.first + before.weight + edge.weight + after.weight
            if (isKnown(windows[start]!.first) && moment > windows[end]!.last) {
              offer([before, after], [start, end])
            }
          }
        }
      }
    }
  }
  return { dropped: edges[0]!.constraint, ...(best ?? { constraints: [], windows: [] }) }
}

/** The heaviest walk of so many edges from (or to) a node, for every node at its other end. */
function layers(node: number, edges: readonly Edge[][], end: 'to' | 'from') {
  const known = [new Map<number, Walk>([[node, { weight: 0, edges: [] }]])]
  return (steps: number): ReadonlyMap<number, Walk> => {
    while (known.length <= steps) {
      const next = new Map<number, Walk>()
      for (const [here, walk] of known.at(-1)!) {
        for (const edge of edges[here]!) {
          const weight = walk.weight + edge.weight
          const other = next.get(edge[end])
          if (!other || other.weight < weight) {
            next.set(edge[end], { weight, edges: [...walk.edges, edge] })
          }
        }
      }
      known.push(next)
    }
    return known[steps]!
  }
}
