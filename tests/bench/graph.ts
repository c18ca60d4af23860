/** Building a graph and asking it, against bare graphology giving the same answers. */
import { MultiDirectedGraph, MultiUndirectedGraph } from 'graphology'
import { bidirectional } from 'graphology-shortest-path'
import { allSimplePaths } from 'graphology-simple-path'
import { buildGraph } from '@/lib/graph/build'
import { traceLineage } from '@/lib/query/lineage'
import { neighbours } from '@/lib/query/neighbours'
import { findPaths } from '@/lib/query/paths'
import type { Case, Claim, Entity } from '@/lib/schema'
import { generateCase, seeded } from './generate'
import { measure, printTable, type Timing, timingCells } from './measure'

type Bare = MultiDirectedGraph<{ entity: Entity }, { claim: Claim }>

function buildBare(case_: Case): Bare {
  const graph: Bare = new MultiDirectedGraph()
  for (const entity of case_.entities) graph.addNode(entity.id, { entity })
  for (const claim of case_.claims) {
    graph.addDirectedEdgeWithKey(claim.id, claim.from, claim.to, { claim })
  }
  return graph
}

/** Everyone within two steps, at their distance, with the claims that lead there, sorted. */
function bareNeighbours(graph: Bare, id: string) {
  const found = new Map<string, { id: string; distance: number; claims: Claim[] }>()
  let ring = [id]
  for (let distance = 1; distance <= 2; distance++) {
    const next: string[] = []
    for (const from of ring) {
      graph.forEachEdge(from, (_, { claim }, source, target) => {
        const to = source === from ? target : source
        if (to === id) return
        const known = found.get(to)
        if (!known) {
          found.set(to, { id: to, distance, claims: [claim] })
          next.push(to)
        } else if (known.distance === distance) known.claims.push(claim)
      })
    }
    ring = next
  }
  const name = (entity: string) => graph.getNodeAttribute(entity, 'entity').name
  return [...found.values()].sort(
    (a, b) =>
      a.distance - b.distance ||
      b.claims.length - a.claims.length ||
      (name(a.id) < name(b.id) ? -1 : 1),
  )
}

/** Ten paths the way the library offers: all up to a length, a step longer until there are ten. */
function barePaths(graph: MultiUndirectedGraph, from: string, to: string): string[][] {
  for (let maxDepth = 1; maxDepth <= 4; maxDepth++) {
    const paths = allSimplePaths(graph, from, to, { maxDepth })
    const different = new Map(paths.map((path) => [path.join('\n'), path]))
    if (different.size >= 10 || maxDepth === 4) return [...different.values()].slice(0, 10)
  }
  return []
}

export function benchGraph(sizes: readonly number[]): void {
  const rows: string[][] = []
  for (const size of sizes) {
    const case_ = generateCase(size)
    const many = size >= 100_000
    const label = size.toLocaleString('en')
    const row = (what: string, ours: Timing, theirs: Timing | undefined, peer: string) =>
      rows.push(timingCells(what, label, ours, theirs, peer))

    const built = measure(
      { ours: () => buildGraph(case_), bare: () => buildBare(case_) },
      many ? 9 : 31,
    )
    row('build', built.ours, built.bare, 'graphology')

    const [graph, bare] = [buildGraph(case_), buildBare(case_)]
    const start = performance.now()
    neighbours(graph, 'e0')
    const once = performance.now() - start
    row('first question (index)', { median: once, p95: once }, undefined, 'once a graph')

    const random = seeded(7)
    const any = () => `e${Math.floor(random() * case_.entities.length)}`
    const pairs = Array.from({ length: 400 }, () => [any(), any()] as const)
    const asked = pairs.filter(([from, to]) => from !== to)
    const pair = (round: number) => asked[round % asked.length]!

    const around = measure(
      {
        ours: (round) => neighbours(graph, pair(round)[0], { depth: 2 }),
        bare: (round) => bareNeighbours(bare, pair(round)[0]),
      },
      300,
    )
    row('2-hop neighbours', around.ours, around.bare, 'graphology, same answer')

    const undirected = new MultiUndirectedGraph()
    bare.forEachNode((id) => undirected.addNode(id))
    bare.forEachEdge((key, _, from, to) => undirected.addEdgeWithKey(key, from, to))
    const ask = (round: number, mode: 'connected' | 'travelled', limit: number) => {
      const [from, to] = pair(round)
      return findPaths(graph, { from, to, mode, limit })
    }
    const one = measure(
      {
        ours: (round) => ask(round, 'connected', 1),
        bare: (round) => bidirectional(undirected, ...pair(round)),
      },
      200,
    )
    row('best connection', one.ours, one.bare, 'shortest-path: any shortest')
    const rounds = many ? 30 : 100
    if (many) {
      const ten = measure({ ours: (round) => ask(round, 'connected', 10) }, rounds)
      row('ten best connections', ten.ours, undefined, 'simple-path: seconds a question')
    } else {
      const ten = measure(
        {
          ours: (round) => ask(round, 'connected', 10),
          bare: (round) => barePaths(undirected, ...pair(round)),
        },
        size >= 10_000 ? 15 : rounds,
      )
      row('ten best connections', ten.ours, ten.bare, 'simple-path: any ten, unranked')
    }
    const travelled = measure({ ours: (round) => ask(round, 'travelled', 10) }, rounds)
    row('ten best travelled paths', travelled.ours, undefined, 'none does this')
    const traced = measure({ ours: (round) => traceLineage(graph, pair(round)[0]) }, rounds)
    row('lineage', traced.ours, undefined, 'none does this')
  }
  printTable(
    'Questions of a generated scale-free case (milliseconds)',
    ['question', 'claims', 'ours', 'p95', 'peer', 'p95', 'ours/peer', 'peer is'],
    rows,
  )
}
