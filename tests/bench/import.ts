/** Documents a second of an import, queue and joining included, beside the extractor alone. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEngine } from '@/lib/import/engine'
import { openImports } from '@/lib/import/imports'
import { startReaders } from '@/lib/import/readers'
import { readReport } from '@/lib/pipeline'
import { openStore } from '@/lib/store/store'
import { fileSource, type MadeReport, makeArticle } from '../import/make-reports'
import { createPostgresServer, findPostgres } from '../store/postgres-server'
import { printTable } from './measure'

function measureBare(articles: readonly MadeReport[]): number {
  const read = ({ name, text }: MadeReport) => readReport({ title: name, text, language: 'en' })
  for (const article of articles.slice(0, 10)) read(article)
  const start = performance.now()
  for (const article of articles) read(article)
  return (1000 * articles.length) / (performance.now() - start)
}

async function measureImport(
  place: string,
  threads: number,
  articles: readonly MadeReport[],
): Promise<number> {
  const store = openStore(place)
  const imports = openImports(place)
  const readers = startReaders({ threads })
  const warm = { title: 'Warm', text: articles[0]!.text, language: 'en' }
  const task = { inputs: Array.from({ length: 10 }, () => warm) }
  await Promise.all(Array.from({ length: threads }, () => readers.read(task)))
  const id = await imports.begin(await store.createCase(`With ${threads}`))
  await imports.add(id, articles.map(fileSource))
  await imports.seal(id)
  const start = performance.now()
  const engine = startEngine(place, { readers })
  await engine.whenIdle()
  const seconds = (performance.now() - start) / 1000
  await engine.stop()
  await store.close()
  return articles.length / seconds
}

export async function benchImport(count: number): Promise<void> {
  const articles = Array.from({ length: count }, (_, n) => makeArticle(n))
  const bare = measureBare(articles)
  const rows = [['extractor alone, one thread', bare.toFixed(1), '']]
  const measure = async (name: string, place: string) => {
    for (const threads of [1, 2]) {
      const rate = await measureImport(place, threads, articles)
      const share = `${Math.round((100 * rate) / bare)} %`
      rows.push([`${name}, ${threads} thread${threads > 1 ? 's' : ''}`, rate.toFixed(1), share])
    }
  }
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'))
  await measure('embedded', folder)
  rmSync(folder, { recursive: true, force: true })
  const binaries = findPostgres()
  if (binaries) {
    const server = await createPostgresServer(binaries)
    await measure('PostgreSQL', await server.createDatabase())
    await server.remove()
  }
  printTable(`${count} articles imported`, ['', 'documents/s', 'of the extractor'], rows)
}
