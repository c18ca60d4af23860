/** A folder of reports as one comes from an archive: two articles among generated documents. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { makeArticle } from '../import/make-reports'

const root = resolve(import.meta.dirname, '../..')

/** The articles the program was made for, where they are at hand; else two that we wrote. */
function listArticles(): string[] {
  const real = resolve(root, '../shared/seeds')
  if (existsSync(real)) return readdirSync(real).map((name) => join(real, name))
  console.warn('The two articles are not at ../shared/seeds: two invented ones take their place.')
  return ['report-1.txt', 'report-2.txt'].map((name) => join(root, 'data/sample', name))
}

/**
 * Writes `count` generated documents and the two articles.
 * @returns their texts
 */
export function makeFolder(folder: string, count: number): string[] {
  mkdirSync(folder)
  const articles = listArticles().map((path) => readFileSync(path, 'utf8'))
  const made = Array.from({ length: count }, (_, n) => makeArticle(n))
  for (const { name, text } of made) writeFileSync(join(folder, name), text)
  for (const [n, text] of articles.entries()) writeFileSync(join(folder, `z-${n}.txt`), text)
  return [...made.map(({ text }) => text), ...articles]
}
