import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const script = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds wrong with the page as it stands, each with the first element. Needs `bypassCSP`. */
export async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(script)
  const results = (await page.evaluate('axe.run()')) as AxeResults
  return results.violations.map((found) => `${found.id}: ${found.nodes[0]?.html}`)
}
