/**
 * How a thing came about and which paths lead from one to another, beside what others offer: the
 * two path libraries of graphology and a recursive query in PostgreSQL, asked for the same.
 */
import { MultiUndirectedGraph } from 'graphology'
import { bidirectional } from 'graphology-shortest-path'
import { allSimplePaths } from 'graphology-simple-path'
import pg from 'pg'
import { buildGraph, type CaseGraph } from '@/lib/graph/build'
import { relationType } from '@/lib/ontology'
import { solveTimes } from '@/lib/query/chronology'
import { traceLineage } from '@/lib/query/lineage'
import { countPaths } from '@/lib/query/path-search'
import { findPaths } from '@/lib/query/paths'
import type { Case, Claim, Entity, Evidence } from '@/lib/schema'
import { layoutTrace } from '@/lib/view/layout/layout-trace'
import { traceElements } from '@/lib/view/trace-elements'
import { createPostgresServer, findPostgres } from '../store/postgres-server'
import { generateCase, seeded } from './generate'
import { measure, printTable, type Timing, timingCells } from './measure'

const maxHops = 5

export async function benchTrace(sizes: readonly number[]): Promise<void> {
  const rows: string[][] = []
  for (const size of sizes) await benchSize(size, rows)
  printTable(
    'Traces and paths of a generated scale-free case (milliseconds)',
    ['question', 'claims', 'ours', 'p95', 'peer', 'p95', 'ours/peer', 'peer is'],
    rows,
  )
}

async function benchSize(size: number, rows: string[][]): Promise<void> {
  const case_ = generateCase(size)
  const label = size.toLocaleString('en')
  const row = (what: string, ours: Timing, peer = '', theirs?: Timing) =>
    rows.push(timingCells(what, label, ours, theirs, peer))
  const once = (what: string, task: () => unknown) => {
    const start = performance.now()
    task()
    const took = performance.now() - start
    row(what, { median: took, p95: took }, 'once a case')
  }
  const graph = buildGraph(case_)
  once('times of all claims', () => solveTimes(case_))
  once('first path (index)', () => ask(graph, 'e0', 'e1'))

  const random = seeded(7)
  const any = () => `e${Math.floor(random() * case_.entities.length)}`
  const asked = Array.from({ length: 400 }, () => [any(), any()] as const).filter(
    ([a, b]) => a !== b,
  )
  const pair = (round: number) => asked[round % asked.length]!

  const traced = measure({ ours: (round) => traceLineage(graph, pair(round)[0]) }, 60)
  row('lineage', traced.ours, 'none answers it')
  row(...hubLineages(graph, case_))
  const rounds = size >= 1_000_000 ? 20 : 40
  const ten = measure({ ours: (round) => ask(graph, ...pair(round)) }, rounds)
  row('ten best travelled paths', ten.ours)

  const undirected = new MultiUndirectedGraph()
  for (const { id } of case_.entities) undirected.addNode(id)
  for (const { id, from, to } of case_.claims) undirected.addEdgeWithKey(id, from, to)
  const one = measure(
    {
      any: (round) => countPaths(graph, connection(1, ...pair(round))),
      best: (round) => findPaths(graph, connection(1, ...pair(round))),
      theirs: (round) => bidirectional(undirected, ...pair(round)),
    },
    rounds,
  )
  row('any connection', one.any, 'shortest-path: any shortest', one.theirs)
  row('best connection', one.best, 'shortest-path: any shortest, unranked', one.theirs)
  if (size <= 10_000) {
    const many = measure(
      {
        ours: (round) => findPaths(graph, connection(10, ...pair(round))),
        theirs: (round) => simplePaths(undirected, ...pair(round)),
      },
      10,
    )
    row('ten connections', many.ours, 'simple-path: any ten, unranked', many.theirs)
  }
  // a query that is too slow there is stopped after ten seconds
  await benchSql(case_, graph, pair, size >= 1_000_000 ? 5 : rounds, row)
  row(...hubs(graph, case_))
  row('layout of a trace', ...layoutOf())
}

const ask = (graph: CaseGraph, from: string, to: string) =>
  findPaths(graph, { from, to, mode: 'travelled', maxHops })
const connection = (limit: number, from: string, to: string) =>
  ({ from, to, mode: 'connected', limit }) as const

/** All up to a length, a step longer until there are ten: beyond 10,000 claims it takes seconds. */
function simplePaths(graph: MultiUndirectedGraph, from: string, to: string): string[][] {
  for (let maxDepth = 1; maxDepth <= 4; maxDepth++) {
    const paths = allSimplePaths(graph, from, to, { maxDepth })
    const different = new Map(paths.map((path) => [path.join('\n'), path]))
    if (different.size >= 10 || maxDepth === 4) return [...different.values()].slice(0, 10)
  }
  return []
}

type Row = (what: string, ours: Timing, peer?: string, theirs?: Timing) => void

/**
 * Steps that influence takes, with first and last day, indexed by where they start; the query walks
 * forward in time and stops at the first length that gives ten paths, without ranking by sources.
 */
async function benchSql(
  case_: Case,
  graph: CaseGraph,
  pair: (round: number) => readonly [string, string],
  rounds: number,
  row: Row,
): Promise<void> {
  const binaries = findPostgres()
  if (!binaries) return
  const server = await createPostgresServer(binaries)
  try {
    const client = new pg.Client({ connectionString: await server.createDatabase() })
    await client.connect()
    await loadSteps(client, case_)
    const times: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] }
    for (let round = 0; round <= rounds; round++) {
      const [from, to] = pair(round)
      const start = performance.now()
      ask(graph, from, to)
      const middle = performance.now()
      await walkSql(client, from, to)
      if (round > 0) times.ours.push(middle - start)
      if (round > 0) times.theirs.push(performance.now() - middle)
    }
    await client.end()
    const sum = (list: number[]): Timing => {
      const sorted = list.sort((a, b) => a - b)
      return { median: sorted[sorted.length >> 1]!, p95: sorted[Math.floor(sorted.length * 0.95)]! }
    }
    row(
      'ten travelled paths',
      sum(times.ours),
      'PostgreSQL, recursive query: any ten, unranked',
      sum(times.theirs),
    )
  } finally {
    await server.remove()
  }
}

async function loadSteps(client: pg.Client, case_: Case): Promise<void> {
  await client.query('create table step (a text, b text, first date, last date)')
  const { of } = solveTimes(case_)
  const rows = case_.claims.flatMap((claim) => {
    const { influence } = relationType(claim.relation)
    if (claim.to === null || claim.evidence.every((piece) => piece.stance === 'denied')) return []
    if (influence === 'none') return []
    const { start = null, end = null } = of(claim.id)
    const along = [claim.from, claim.to, start, end]
    return influence === 'both' ? [along, [claim.to, claim.from, start, end]] : [along]
  })
  for (let i = 0; i < rows.length; i += 50_000) {
    const part = rows.slice(i, i + 50_000)
    const column = (at: number) => part.map((one) => one[at])
    await client.query(
      'insert into step select * from unnest($1::text[], $2::text[], $3::date[], $4::date[])',
      [0, 1, 2, 3].map(column),
    )
  }
  await client.query('create index on step (a)')
  await client.query('analyze step')
  await client.query("set statement_timeout = '10s'")
}

async function walkSql(client: pg.Client, from: string, to: string): Promise<number> {
  for (let length = 1; length <= maxHops; length++) {
    const found = await client
      .query(
        `with recursive walk (here, path, since, hops) as (
           select $1::text, array[$1::text], '-infinity'::date, 0
           union all
           select b, path || b, greatest(since, coalesce(first, since)), hops + 1
           from walk join step on a = here
           where hops < $3 and b <> all (path) and here <> $2
             and coalesce(last, 'infinity') >= since)
         select distinct path from walk where here = $2 limit 10`,
        [from, to, length],
      )
      .catch((error: Error) => {
        // Too slow to answer: what it took until it was stopped counts.
        if (!/statement timeout/.test(error.message)) throw error
        return undefined
      })
    if (!found || found.rows.length >= 10) return found?.rows.length ?? 0
  }
  return 0
}

const busiestOf = (graph: CaseGraph, { entities }: Case): string[] =>
  entities
    .map(({ id }) => ({ id, degree: graph.degree(id) }))
    .sort((a, b) => b.degree - a.degree)
    .slice(0, 6)
    .map(({ id }) => id)

/** Of what has the most relations: too many to tell, and it says how many are left out. */
function hubLineages(graph: CaseGraph, case_: Case): [string, Timing, string] {
  const busiest = busiestOf(graph, case_)
  let untold = 0
  const { ours } = measure(
    {
      ours: (round) => {
        const { steps } = traceLineage(graph, busiest[round % busiest.length]!)
        untold = Math.max(untold, ...steps.map((step) => step.untold ?? 0))
      },
    },
    busiest.length,
  )
  const most = graph.degree(busiest[0]!).toLocaleString('en')
  return [
    'lineage of hubs',
    ours,
    `up to ${most} relations, ${untold.toLocaleString('en')} left out`,
  ]
}

/** From hub to hub, the worst there is: how long until the budget ends it, and whether it says so. */
function hubs(graph: CaseGraph, case_: Case): [string, Timing, string] {
  const busiest = busiestOf(graph, case_)
  const pairs = busiest.flatMap((a) => busiest.filter((b) => b !== a).map((b) => [a, b] as const))
  let stopped = 0
  const { ours } = measure(
    {
      ours: (round) => {
        const [from, to] = pairs[round % pairs.length]!
        const { exhausted } = findPaths(graph, {
          from,
          to,
          mode: 'travelled',
          maxHops: 8,
          limit: 1000,
        })
        if (exhausted) stopped++
      },
    },
    pairs.length - 1,
  )
  return [
    '1,000 paths between hubs, 8 hops',
    ours,
    `budget ran out in ${stopped} of ${pairs.length}`,
  ]
}

/** Four lines of papers that meet in one, each paper made by one and revised by another. */
function layoutOf(): [Timing, string] {
  const [document] = generateCase(100).documents
  const entities: Entity[] = []
  const claims: Claim[] = []
  const add = (kind: Entity['kind'], name: string) => {
    entities.push({ id: name, kind, name, aliases: [] })
    return name
  }
  const claim = (relation: string, from: string, to: string) => {
    const place = { document: document!.id, start: 0, end: 5, quote: document!.text.slice(0, 5) }
    const piece: Evidence = { ...place, stance: 'asserted', attribution: [], origin: 'rules' }
    claims.push({ id: `c${claims.length}`, relation, from, to, evidence: [piece], review: 'open' })
  }
  const target = add('paper', 'the final accord')
  for (let line = 0; line < 4; line++) {
    let last: string | undefined
    for (let i = 0; i < 5; i++) {
      const paper = add('paper', `draft ${i} of line ${line}`)
      claim('authored', add('organization', `ministry ${line} ${i}`), paper)
      claim('revised', add('person', `Person ${line} ${i}`), paper)
      if (last) claim('shaped', last, paper)
      last = paper
    }
    claim('shaped', last!, target)
  }
  const graph = buildGraph({ ...generateCase(100), entities, claims })
  const lineage = traceLineage(graph, target)
  const elements = traceElements(graph, lineage)
  const { ours } = measure({ ours: () => layoutTrace(lineage, elements) }, 21)
  return [ours, `${lineage.steps.length} steps, ${elements.nodes.length} names`]
}
