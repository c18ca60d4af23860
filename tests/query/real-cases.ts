/** The cases the tests read from disk. */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseCase } from '@/lib/case-file'

const root = resolve(import.meta.dirname, '../..')

/** The case over two real articles; it stands beside the repository and may not be there. */
export const articlesPath = resolve(root, '../shared/cases/peace-plan-articles.case.json')
export const hasArticles = existsSync(articlesPath)
if (!hasArticles) console.warn(`Skipping tests on the articles' case: there is no ${articlesPath}`)

export const samplePath = resolve(root, 'data/sample/peace-plan.case.json')
export const readCase = (path: string) => parseCase(readFileSync(path, 'utf8'))
