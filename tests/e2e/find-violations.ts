import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const script = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds wrong with the page as it stands, each with the first element. Needs `bypassCSP`. */
export async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(script)
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    // what is sound is not told of: that takes longer than finding it
    const { violations } = await axe.run({ resultTypes: ['violations'] })
    return violations.map((found) => `${found.id}: ${found.nodes[0]?.html}`)
  })
}
