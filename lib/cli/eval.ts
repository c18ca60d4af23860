/**
 * `npm run eval`: how well the rules read. Scores the extractor on the gold set, and on the reports of `tests/gold`,
 * with the gold set's own scorer, and times it beside compromise on the same texts: milliseconds from text to case,
 * the median of fifteen runs after ten that are not counted, models loaded and code compiled, as in a server that
 * has been up for a while; the first report of a new process takes longer. Give the gold's folder as an argument
 * if it stands elsewhere.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import compromise from 'compromise'
import { type DocumentInput, ingest } from '../pipeline'
import type { Case } from '../schema'
import { printSettings } from './eval-settings'

const addedAt = '2025-01-01T00:00:00.000Z'
const gold = resolve(process.argv[2] ?? join(import.meta.dirname, '../../../shared/gold'))

function readTexts(folder: string): DocumentInput[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({
      title: basename(name, '.txt'),
      text: readFileSync(join(folder, name), 'utf8'),
      language: 'en',
    }))
}

/** Each gold article is a case of its own; ids are kept apart so that one prediction file holds them all. */
function joinCases(cases: readonly Case[]): unknown {
  const id = (i: number, own: string | null) => (own === null ? null : `${i}:${own}`)
  return {
    documents: cases.flatMap((c) => c.documents),
    entities: cases.flatMap((c, i) => c.entities.map((e) => ({ ...e, id: id(i, e.id) }))),
    mentions: cases.flatMap((c, i) => c.mentions.map((m) => ({ ...m, entity: id(i, m.entity) }))),
    claims: cases.flatMap((c, i) =>
      c.claims.map((k) => ({ ...k, id: id(i, k.id), from: id(i, k.from), to: id(i, k.to) })),
    ),
  }
}

function score(title: string, predictions: unknown, args: readonly string[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-eval-'))
  try {
    const file = join(folder, 'predictions.json')
    writeFileSync(file, JSON.stringify(predictions))
    console.log(`\n== ${title}\n`)
    console.log(
      execFileSync(process.execPath, [join(gold, 'score'), file, ...args], { encoding: 'utf8' }),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function scoreFolder(title: string, folder: string): void {
  const texts = join(folder, 'texts')
  const inputs = readTexts(texts)
  const cases = inputs.map((input) => ingest([input], { addedAt }).case)
  score(title, joinCases(cases), [folder, '--texts', texts])
  printSettings(folder, new Map(inputs.map(({ title }, i) => [title, cases[i]!])))
}

/** Median milliseconds of fifteen runs. */
function time(run: () => void): number {
  const times = Array.from({ length: 15 }, () => {
    const started = performance.now()
    run()
    return performance.now() - started
  }).sort((a, b) => a - b)
  return times[7]!
}

function compareSpeed(inputs: readonly DocumentInput[]): void {
  console.log('== speed, warm: median of fifteen runs, after every document was read ten times\n')
  console.log(
    `${'document'.padEnd(26)}${'tokens'.padStart(8)}${'ms'.padStart(8)}${'tokens/s'.padStart(10)}${'compromise ms'.padStart(15)}`,
  )
  // the engine goes on compiling for some hundred readings: what is timed before is the compiler
  for (let round = 0; round < 10; round++) {
    for (const input of inputs) {
      ingest([input], { addedAt })
      compromise(input.text).json()
    }
  }
  let [tokens, ours, theirs] = [0, 0, 0]
  for (const input of inputs) {
    const count = ingest([input], { addedAt }).report.documents[0]!.tokens
    const own = time(() => ingest([input], { addedAt }))
    const other = time(() => compromise(input.text).json())
    ;[tokens, ours, theirs] = [tokens + count, ours + own, theirs + other]
    console.log(line(input.title, count, own, other))
  }
  console.log(line('all', tokens, ours, theirs))
}

const line = (title: string, tokens: number, own: number, other: number): string =>
  `${title.slice(0, 25).padEnd(26)}${String(tokens).padStart(8)}${own.toFixed(1).padStart(8)}${Math.round(
    (tokens / own) * 1000,
  )
    .toString()
    .padStart(10)}${other.toFixed(1).padStart(15)}`

if (!existsSync(join(gold, 'score'))) {
  console.error(
    `eval: no gold set in ${gold}: give its folder, as in "npm run eval -- /path/to/gold"`,
  )
  process.exit(2)
}
const seeds = readTexts(resolve(gold, '../seeds'))
const articles = readTexts(join(gold, 'texts'))
const both = ingest(seeds, { addedAt }).case
score('the two articles', both, ['--seeds', join(gold, 'peace-plan.json')])
printSettings(gold, new Map([['peace-plan', both]]))
scoreFolder('development gold', gold)
scoreFolder('invented reports', join(import.meta.dirname, '../../tests/gold'))
compareSpeed([...seeds, ...articles])
