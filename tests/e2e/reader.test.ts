import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { parseCase } from '@/lib/case-file'
import { type App, browserPath, startApp } from './browser'
import { asked } from './explorer-page'
import { findViolations } from './find-violations'

// A browser takes its time on a machine that is busy.
vi.setConfig({ testTimeout: 180_000 })

const root = join(import.meta.dirname, '../..')
const sample = parseCase(readFileSync(join(root, 'data/sample/peace-plan.case.json'), 'utf8'))
const claimOf = (relation: string, from: string) =>
  sample.claims.find((claim) => claim.relation === relation && claim.from === from)!.id
const described = claimOf('described', 'marco-rubio')
const report = (id: string, query = '') => `/case/peace-plan/document/${id}${query}`

describe.skipIf(!browserPath)('the reader', () => {
  let app: App
  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app?.stop())

  it('opens at the evidence of the relation that the address names', async () => {
    const { page, foreign, errors } = await app.open(report('report-2', `?claim=${described}`))
    const mark = page.getByRole('link', { name: /Rubio had called the plan/ })
    await expect.poll(() => mark.evaluate(isInView)).toBe(true)
    const line = page.getByRole('listitem').filter({ hasText: 'Marco Rubio described' })
    await expect.poll(() => line.evaluate(isInView)).toBe(true)
    await expect
      .poll(() => line.textContent())
      .toContain(
        'Contested, according to bipartisan group of senators. Denied by White House and State Department',
      )
    await page.getByRole('banner').getByText('Passage 25 of 34').waitFor()
    expect(foreign).toEqual([])
    expect(errors).toEqual([])
    await page.context().close()
  })

  it('shows the report’s words unchanged, and where they come from', async () => {
    const { page } = await app.open(report('report-1'))
    const article = page.getByRole('article')
    const shown = ((await article.textContent()) ?? '').replace(/\s+/g, ' ')
    for (const line of sample.documents[0]!.text.split('\n').filter(Boolean)) {
      expect(shown).toContain(line.replace(/\s+/g, ' '))
    }
    expect(shown).toContain('First sample report')
    expect(shown).toContain('26 November 2025')
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
    await page.context().close()
  })

  it('walks from passage to passage by j and k; Enter opens the relation in the graph', async () => {
    const { page } = await app.open(report('report-1'))
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await expect.poll(() => focusedText(page)).toMatch(/^three people with knowledge/)
    await page.keyboard.press('k')
    await expect.poll(() => focusedText(page)).toBe('Axios made the 28-point plan public last week')
    const published = claimOf('published', 'axios')
    await expect.poll(() => page.url()).toContain(`?claim=${published}`)
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/case/peace-plan?sel=${published}`)
    await page.context().close()
  })

  it('opens the relation of a passage that is clicked, of the inner one where two overlap', async () => {
    const { page } = await app.open(report('report-2'))
    await page.getByRole('link', { name: /^Trump said he had told/ }).click()
    await page.waitForURL(/\/case\/peace-plan\?sel=/)
    const outer = [claimOf('met', 'steve-witkoff'), claimOf('directed', 'donald-trump')]
    await expect.poll(() => asked(page).getAll('sel').sort()).toEqual(outer.sort())
    await page.goBack()
    await page.waitForURL(/\/document\//)
    await page.getByRole('link', { name: 'Special Envoy Steve Witkoff', exact: true }).click()
    await page.waitForURL(/\/case\/peace-plan\?sel=/)
    await expect
      .poll(() => asked(page).getAll('sel'))
      .toEqual([claimOf('holds_role', 'steve-witkoff')])
    await page.context().close()
  })

  it.each(['light', 'dark'] as const)(
    'has no fault that axe finds, %s, wide and narrow',
    async (colorScheme) => {
      const options = { colorScheme, bypassCSP: true }
      const wide = await app.open(report('report-2', `?claim=${described}`), options)
      expect(await findViolations(wide.page)).toEqual([])
      await wide.page.context().close()
      const viewport = { width: 390, height: 844 }
      const narrow = await app.open(report('report-2', `?claim=${described}`), {
        ...options,
        viewport,
      })
      expect(await findViolations(narrow.page)).toEqual([])
      expect(await narrow.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
      await narrow.page.context().close()
    },
  )

  it('on a phone shows what a passage proves at the first touch, and leads on to the graph', async () => {
    const { page } = await app.open(report('report-1'), {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    })
    await page.getByText('The U.S. has reportedly leaned').tap()
    const bar = page.getByRole('region', { name: 'Passage' })
    await bar.getByText('The United States may have pressured Ukraine').waitFor()
    await bar.getByRole('link', { name: 'Graph' }).tap()
    await page.waitForURL(`**/case/peace-plan?sel=${claimOf('pressured', 'united-states')}`)
    await page.context().close()
  })

  it('leads from a report that was replaced to the newer version, and back', async () => {
    const ask = async (path: string, body: unknown) => {
      const init = { method: 'POST', body: JSON.stringify(body) }
      return (await fetch(`${app.address}/api/${path}`, init)).json()
    }
    const { id } = await ask('cases', { title: 'A page that changed' })
    const url = 'https://example.org/story'
    for (const text of ['Ada Lind met Ben Ost in Oslo.', 'Ada Lind met Cora Dahl in Bern.']) {
      const documents = [{ title: text, text, url, language: 'en' }]
      const found = await ask(`cases/${id}/documents`, { documents, preview: true })
      const older = text.includes('Cora') ? 'Ada Lind met Ben Ost in Oslo.' : undefined
      expect(found.documents[0].replaces).toBe(older)
      await ask(`cases/${id}/documents`, { documents })
    }
    const { documents } = (await (await fetch(`${app.address}/api/cases/${id}`)).json()) as {
      documents: { id: string }[]
    }
    const [older, newer] = documents.map((document) => `/case/${id}/document/${document.id}`)
    const { page } = await app.open(older!, { bypassCSP: true })
    await page.getByText('No relation rests on this report').waitFor()
    expect(await findViolations(page)).toEqual([])
    await page.getByRole('link', { name: 'Read the newer version' }).click()
    await page.waitForURL(`**${newer}`)
    await page.getByText('1 relation rests on this report').waitFor()
    await page.getByRole('link', { name: /^the version added on/ }).click()
    await page.waitForURL(`**${older}`)
    await page.context().close()
  })

  it('says so when there is no such report', async () => {
    for (const path of [report('report-9'), '/case/none/document/report-1']) {
      expect((await fetch(app.address + path)).status).toBe(404)
    }
  })
})

const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent)

const isInView = (element: Element) => {
  const { top, bottom } = element.getBoundingClientRect()
  return top >= 0 && bottom <= window.innerHeight
}
