/**
 * How fast the store answers on a large case, beside the same questions in hand-written SQL through
 * the bare driver; both must give the same answers. Everything is generated from a seed.
 *
 *   npm run bench:store [claims] [embedded|server]      1,000,000 and both if not given
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { countParts, noParts, type Parts, toRows } from '@/lib/store/case-rows'
import { connect } from '@/lib/store/connect'
import { createKey, insertParts } from '@/lib/store/keep-case'
import { openStore } from '@/lib/store/store'
import {
  type Ask,
  bareConnection,
  bareInserts,
  bareSearch,
  bareSteps,
  makeBareTables,
} from './bare-sql'
import { chooseWord, makeBenchCase, randomNumbers } from './bench-case'
import { createPostgresServer, findPostgres } from './postgres-server'

const claimCount = Number(process.argv[2] ?? 1_000_000)
const only = process.argv[3]
const caseId = 'bench'
const case_ = makeBenchCase(claimCount)

/** The case's parts in the order in which they are written, a few at a time. */
function* pieces(): Generator<Parts> {
  yield { ...noParts(), documents: case_.documents, entities: case_.entities }
  for (const claims of makeBenchCase(claimCount).batches()) yield { ...noParts(), claims }
}

/** @returns seconds spent writing, making the case up left out */
async function load(place: string): Promise<number> {
  const database = await connect(place)
  let spent = 0
  await database.transaction(async (connection) => {
    const key = (await createKey(connection, { id: caseId, title: 'Bench' }))!
    let before = countParts(noParts())
    for (const parts of pieces()) {
      const start = performance.now()
      await insertParts(connection, key, parts, { before, fresh: true })
      spent += performance.now() - start
      before = countParts(parts, before)
    }
  })
  // What happens by itself after some seconds (embedded) or a minute (a server).
  await database.query('vacuum (analyze)')
  return spent / 1000
}

async function loadBare(ask: Ask): Promise<number> {
  await makeBareTables(ask)
  let before = countParts(noParts())
  let spent = 0
  await ask('begin')
  for (const parts of pieces()) {
    const statements = bareInserts(toRows(parts, before))
    before = countParts(parts, before)
    const start = performance.now()
    for (const { text, values } of statements) await ask(text, values)
    spent += performance.now() - start
  }
  await ask('commit')
  return spent / 1000
}

type Question = (random: () => number) => Promise<unknown>

/** Each with what is compared of its answer. */
function storeQuestions(place: string): Question[] {
  const store = openStore(place)
  const steps = (ids: string[]) => store.neighbours(caseId, ids, 'any')
  const { chooseEntity } = case_
  return [
    async (random) => (await steps([chooseEntity(random)])).map(({ claim }) => claim),
    async (random) => {
      const first = await steps([chooseEntity(random)])
      return (await steps([...new Set(first.map(({ to }) => to))])).length
    },
    async (random) => {
      const { nodes } = await store.connect(caseId, chooseEntity(random), chooseEntity(random))
      return nodes && nodes.length - 1
    },
    async (random) => {
      const { names, quotes, passages } = await store.search(words(random))
      return { names: names.length, quotes: quotes.length, passages: passages.length }
    },
  ]
}

const bareQuestions = (ask: Ask): Question[] => {
  const { chooseEntity } = case_
  return [
    async (random) => (await bareSteps(ask, [chooseEntity(random)])).map(({ id }) => id),
    async (random) => {
      const first = await bareSteps(ask, [chooseEntity(random)])
      return (await bareSteps(ask, [...new Set(first.map((row) => String(row.to_entity)))])).length
    },
    (random) => bareConnection(ask, chooseEntity(random), chooseEntity(random)),
    (random) => bareSearch(ask, words(random)),
  ]
}

const words = (random: () => number) => `${chooseWord(random)} ${chooseWord(random)}`
const names = ['1 hop', '2 hops', 'connection', 'full text, two words']
const repeats = [200, 100, 60, 60]

type Measured = { times: string; answers: string }

async function measure(questions: Question[]): Promise<Measured[]> {
  const results: Measured[] = []
  for (const [i, question] of questions.entries()) {
    const random = randomNumbers(7)
    // Until the engine has compiled what either of them runs through.
    for (let warm = 0; warm < 100; warm++) await question(random)
    const times: number[] = []
    const answers: unknown[] = []
    for (let n = 0; n < repeats[i]!; n++) {
      const start = performance.now()
      answers.push(await question(random))
      times.push(performance.now() - start)
    }
    times.sort((a, b) => a - b)
    const at = (share: number) => times[Math.floor(times.length * share)]!.toFixed(2)
    results.push({ times: `${at(0.5)} / ${at(0.95)}`, answers: JSON.stringify(answers) })
  }
  return results
}

const megabytes = () => Math.round(process.memoryUsage().rss / 2 ** 20)

async function report(
  name: string,
  place: string,
  openBare: () => Promise<{ ask: Ask; close(): Promise<void> }>,
): Promise<void> {
  const seconds = await load(place)
  const ours = await measure(storeQuestions(place))
  const memory = megabytes()
  await openStore(place).close()
  const bare = await openBare()
  const theirs = await measure(bareQuestions(bare.ask))
  const bareSeconds = await loadBare(bare.ask)
  await bare.close()
  console.log(`\n${name}: ${claimCount} claims, ${case_.entities.length} entities`)
  console.log(`memory of this process ${memory} MB`)
  console.log(`${''.padEnd(24)}${'store'.padStart(18)}${'bare SQL'.padStart(18)}`)
  const row = (label: string, a: string, b: string, note = '') =>
    console.log(`${label.padEnd(24)}${a.padStart(18)}${b.padStart(18)}${note}`)
  row('load, s', seconds.toFixed(1), bareSeconds.toFixed(1))
  for (const [i, label] of names.entries()) {
    const same = ours[i]!.answers === theirs[i]!.answers
    const note = same ? '' : '  answers differ'
    row(`${label}, ms`, ours[i]!.times, theirs[i]!.times, note)
  }
  console.log('p50 / p95')
}

async function benchEmbedded(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'))
  try {
    await report('Embedded', folder, async () => {
      const database = await PGlite.create(join(folder, 'database'))
      return {
        ask: async (text, values) =>
          values
            ? (await database.query<Record<string, unknown>>(text, values)).rows
            : ((await database.exec(text)).at(-1)?.rows as Record<string, unknown>[]),
        close: () => database.close(),
      }
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function benchServer(): Promise<void> {
  const binaries = findPostgres()
  if (!binaries) return
  const server = await createPostgresServer(binaries)
  try {
    const address = await server.createDatabase()
    await report('PostgreSQL', address, async () => {
      // As many connections as the store has: its questions that stand beside each other run so.
      const pool = new pg.Pool({ connectionString: address })
      const single = new pg.Client({ connectionString: address })
      await single.connect()
      return {
        ask: async (text, values) =>
          /^select|^with/.test(text)
            ? (await pool.query(text, values)).rows
            : (await single.query(text, values)).rows,
        close: async () => {
          await single.end()
          await pool.end()
        },
      }
    })
  } finally {
    await server.remove()
  }
}

if (only !== 'server') await benchEmbedded()
if (only !== 'embedded') await benchServer()
console.log(`\nload average of the machine: ${loadavg()[0]!.toFixed(1)}`)
