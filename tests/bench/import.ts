/** Documents a second of an import, queue and joining included, beside the extractor alone. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEngine } from '@/lib/import/engine'
import { openImports } from '@/lib/import/imports'
import { type Readers, startReaders } from '@/lib/import/readers'
import { readReport } from '@/lib/pipeline'
import { openStore } from '@/lib/store/store'
import { fileSource, type MadeReport, makeArticle } from '../import/make-reports'
import { createPostgresServer, findPostgres } from '../store/postgres-server'
import { printTable, sum } from './measure'

const rounds = 4

/** @returns documents a second */
function readBare(articles: readonly MadeReport[]): number {
  const start = performance.now()
  for (const { name, text } of articles) readReport({ title: name, text, language: 'en' })
  return (1000 * articles.length) / (performance.now() - start)
}

/** @returns documents a second */
async function importAll(
  place: string,
  readers: Readers,
  articles: readonly MadeReport[],
): Promise<number> {
  const imports = openImports(place)
  const id = await imports.begin(await openStore(place).createCase('Measured'))
  await imports.add(id, articles.map(fileSource))
  await imports.seal(id)
  const start = performance.now()
  const engine = startEngine(place, { readers: { ...readers, stop: async () => {} } })
  await engine.whenIdle()
  const seconds = (performance.now() - start) / 1000
  await engine.stop()
  return articles.length / seconds
}

/**
 * Rounds of the extractor alone, then of every kind of import, in one process: the first round is
 * that of a program just started, which still compiles; of the others the medians are printed.
 */
export async function benchImport(count: number): Promise<void> {
  const articles = Array.from({ length: count }, (_, n) => makeArticle(n))
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'))
  const binaries = findPostgres()
  const server = binaries ? await createPostgresServer(binaries) : undefined
  const places = [['embedded', folder]]
  if (server) places.push(['PostgreSQL', await server.createDatabase()])
  const pools = [startReaders({ threads: 1 }), startReaders({ threads: 2 })]
  const kinds = places.flatMap(([name, place]) =>
    pools.map((readers) => ({
      name: `${name}, ${readers.threads} thread${readers.threads > 1 ? 's' : ''}`,
      run: () => importAll(place!, readers, articles),
    })),
  )
  const bare: number[] = []
  const rates: number[][] = kinds.map(() => [])
  for (let round = 0; round < rounds; round++) {
    bare.push(readBare(articles))
    for (const [i, { run }] of kinds.entries()) rates[i]!.push(await run())
  }
  for (const readers of pools) await readers.stop()
  for (const [, place] of places) await openStore(place).close()
  await server?.remove()
  rmSync(folder, { recursive: true, force: true })

  const percent = (share: number) => `${Math.round(100 * share)} %`
  const line = (name: string, all: number[]) => {
    const shares = all.map((rate, round) => rate / bare[round]!)
    return [
      name,
      all[0]!.toFixed(1),
      percent(shares[0]!),
      sum(all.slice(1)).median.toFixed(1),
      percent(sum(shares.slice(1)).median),
    ]
  }
  printTable(
    `${count} articles imported: documents/s, and of the extractor`,
    ['', 'just started', 'share', 'running', 'share'],
    [
      line('extractor alone, one thread', bare),
      ...kinds.map(({ name }, i) => line(name, rates[i]!)),
    ],
  )
}
