/**
 * How fast the store answers on a large case, beside the same questions in hand-written SQL through
 * the bare driver. Everything is generated from a seed.
 *
 *   npm run bench:store [claims]      1,000,000 if not given
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import type { Claim, Document, Entity } from '@/lib/schema'
import { countParts, noParts } from '@/lib/store/case-rows'
import { connect } from '@/lib/store/connect'
import { createKey, insertParts } from '@/lib/store/keep-case'
import { openStore } from '@/lib/store/store'
import { createPostgresServer, findPostgres } from './postgres-server'

const claimCount = Number(process.argv[2] ?? 1_000_000)
const entityCount = Math.ceil(claimCount / 5)
const caseId = 'bench'

/** A linear congruential generator, numbers from 0 up to 1. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const vocabulary = Array.from({ length: 5_000 }, (_, i) => `w${i.toString(36)}`)

/** Few entities have very many relations: of 200,000, the first has some 4,000. */
const chooseEnd = (random: () => number) => `e${Math.floor(entityCount * random() ** 2)}`
const chooseEntity = (random: () => number) => `e${Math.floor(entityCount * random())}`
const chooseWord = (random: () => number) =>
  vocabulary[Math.floor(vocabulary.length * random() ** 2)]!

function makeClaim(n: number, random: () => number): Claim {
  const quote = Array.from({ length: 18 }, () => chooseWord(random)).join(' ')
  return {
    id: `k${n}`,
    relation: n % 3 === 0 ? 'met' : 'advised',
    from: chooseEnd(random),
    to: chooseEnd(random),
    evidence: [
      {
        document: `d${n % 1_000}`,
        start: n,
        end: n + quote.length,
        quote,
        stance: 'asserted',
        attribution: [],
        origin: 'rules',
      },
    ],
    review: 'open',
  }
}

async function load(place: string): Promise<void> {
  const database = await connect(place)
  const random = randomNumbers(1)
  await database.transaction(async (connection) => {
    const key = (await createKey(connection, { id: caseId, title: 'Bench' }))!
    const documents = Array.from(
      { length: 1_000 },
      (_, i): Document => ({
        id: `d${i}`,
        title: `Report ${i}`,
        addedAt: '2025-01-01T00:00:00.000Z',
        language: 'en',
        text: Array.from({ length: 500 }, () => chooseWord(random)).join(' '),
        sha256: '0'.repeat(64),
      }),
    )
    const entities = Array.from(
      { length: entityCount },
      (_, i): Entity => ({
        id: `e${i}`,
        kind: 'person',
        name: `Name${i} ${chooseWord(random)}`,
        aliases: [],
      }),
    )
    let before = countParts(noParts())
    const add = async (parts: Partial<ReturnType<typeof noParts>>) => {
      const whole = { ...noParts(), ...parts }
      await insertParts(connection, key, whole, { before, fresh: true })
      before = countParts(whole, before)
    }
    await add({ documents, entities })
    for (let n = 0; n < claimCount; n += 10_000) {
      const size = Math.min(10_000, claimCount - n)
      await add({ claims: Array.from({ length: size }, (_, i) => makeClaim(n + i, random)) })
    }
  })
  await database.query('analyze')
}

type Ask = (text: string, values: unknown[]) => Promise<unknown[]>

const liveClaims = `throughline.claims where case_key = 1 and to_entity is not null
  and from_entity <> to_entity and review <> 'rejected'`
const bareSteps = `select from_entity, to_entity, id, relation, position from ${liveClaims} and from_entity = any($1)
  union all select to_entity, from_entity, id, relation, position from ${liveClaims} and to_entity = any($1)
  order by position`
const bareSearch = [
  `select claim, quote from throughline.evidence where words @@ websearch_to_tsquery('english', $1)
    order by ts_rank(words, websearch_to_tsquery('english', $1)) desc limit 20`,
  `select document, text from throughline.passages where words @@ websearch_to_tsquery('english', $1)
    order by ts_rank(words, websearch_to_tsquery('english', $1)) desc limit 20`,
]

async function bareConnection(ask: Ask, from: string, to: string): Promise<void> {
  const seen = [new Set([from]), new Set([to])]
  const fronts = [[from], [to]]
  for (let hop = 0; hop < 12; hop++) {
    const near = fronts[0]!.length <= fronts[1]!.length ? 0 : 1
    const rows = await ask(
      `select distinct to_entity from (select to_entity from ${liveClaims} and from_entity = any($1)
      union all select from_entity from ${liveClaims} and to_entity = any($1)) as steps`,
      [fronts[near]],
    )
    fronts[near] = rows.map((row) => (row as { to_entity: string }).to_entity)
    fronts[near] = fronts[near]!.filter((id) => !seen[near]!.has(id))
    for (const id of fronts[near]!) seen[near]!.add(id)
    if (fronts[near]!.length === 0 || fronts[near]!.some((id) => seen[1 - near]!.has(id))) return
  }
}

async function time(
  repeat: number,
  work: (random: () => number) => Promise<unknown>,
): Promise<string> {
  const random = randomNumbers(7)
  for (let i = 0; i < 10; i++) await work(random)
  const times: number[] = []
  for (let i = 0; i < repeat; i++) {
    const start = performance.now()
    await work(random)
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)]!.toFixed(2)
  return `${at(0.5)} / ${at(0.95)}`
}

const words = (random: () => number) => `${chooseWord(random)} ${chooseWord(random)}`

async function measureStore(place: string): Promise<string[]> {
  const store = openStore(place)
  const steps = (ids: string[]) => store.neighbours(caseId, ids, 'any')
  const results = [
    await time(200, (random) => steps([chooseEntity(random)])),
    await time(100, async (random) => {
      const first = await steps([chooseEntity(random)])
      await steps([...new Set(first.map(({ to }) => to))].slice(0, 200))
    }),
    await time(60, (random) => store.connect(caseId, chooseEntity(random), chooseEntity(random))),
    await time(60, (random) => store.search(words(random))),
  ]
  await store.close()
  return results
}

const measureBare = async (ask: Ask): Promise<string[]> => [
  await time(200, (random) => ask(bareSteps, [[chooseEntity(random)]])),
  await time(100, async (random) => {
    const first = (await ask(bareSteps, [[chooseEntity(random)]])) as { to_entity: string }[]
    await ask(bareSteps, [[...new Set(first.map(({ to_entity }) => to_entity))].slice(0, 200)])
  }),
  await time(60, (random) => bareConnection(ask, chooseEntity(random), chooseEntity(random))),
  await time(60, async (random) => {
    const text = words(random)
    for (const question of bareSearch) await ask(question, [text])
  }),
]

const residentMegabytes = () => Math.round(process.memoryUsage().rss / 2 ** 20)

async function report(
  name: string,
  place: string,
  bare: (measure: (ask: Ask) => Promise<string[]>) => Promise<string[]>,
): Promise<void> {
  const start = performance.now()
  await load(place)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  const ours = await measureStore(place)
  const memory = residentMegabytes()
  const theirs = await bare(measureBare)
  console.log(`\n${name}: ${claimCount} claims, ${entityCount} entities`)
  console.log(`load with full-text index ${seconds} s; memory of this process ${memory} MB`)
  console.log('p50 / p95 in ms                    store            bare SQL')
  const questions = ['1 hop', '2 hops (200 of the first)', 'connection', 'full text, two words']
  for (const [i, question] of questions.entries()) {
    console.log(`${question.padEnd(30)} ${ours[i]!.padStart(16)} ${theirs[i]!.padStart(16)}`)
  }
}

async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'))
  try {
    await report('Embedded', folder, async (measure) => {
      const database = await PGlite.create(join(folder, 'database'))
      const results = await measure(
        async (text, values) => (await database.query(text, values)).rows,
      )
      await database.close()
      return results
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const binaries = findPostgres()
  if (!binaries) return
  const server = await createPostgresServer(binaries)
  try {
    const address = await server.createDatabase()
    await report('PostgreSQL', address, async (measure) => {
      const client = new pg.Client({ connectionString: address })
      await client.connect()
      const results = await measure(async (text, values) => (await client.query(text, values)).rows)
      await client.end()
      return results
    })
  } finally {
    await server.remove()
  }
  console.log(`\nload average of the machine: ${loadavg()[0]!.toFixed(1)}`)
}

await bench()
