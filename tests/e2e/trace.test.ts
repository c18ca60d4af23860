/** Time, traces, paths, support, what changed and stories, as one uses them. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, browserPath, startApp } from './browser'
import { panel, settle } from './explorer-page'
import { findViolations } from './find-violations'

let app: App
beforeAll(async () => {
  if (browserPath) app = await startApp()
}, 300_000)
afterAll(() => app?.stop())

const home = '/case/peace-plan'
const trace = `${home}?mode=trace&trace=28-point-plan`
const steps = (page: Page) => panel(page).locator('ol > li')
const strip = (page: Page) => page.getByRole('region', { name: 'Time' })
const asked = (page: Page) => new URL(page.url()).searchParams

describe.skipIf(!browserPath)('the time strip', () => {
  it('steps from event to event by key and button, and the address keeps it', async () => {
    const { page } = await app.open(home)
    await settle(page)
    await page.keyboard.press(']')
    await strip(page)
      .getByText(/report says|reports say/)
      .waitFor()
    const first = asked(page).get('until')
    expect(first).toMatch(/^\d{4}-\d\d-\d\d$/)
    await strip(page).getByRole('button', { name: 'Next event' }).click()
    expect(asked(page).get('until')! > first!).toBe(true)
    await page.keyboard.press('[')
    expect(asked(page).get('until')).toBe(first)
    await strip(page)
      .getByRole('switch', { name: /undated/ })
      .click()
    expect(asked(page).get('dated')).toBe('only')
    await page.reload()
    await settle(page)
    expect(asked(page).get('until')).toBe(first)
    await strip(page).getByRole('button', { name: 'All times' }).click()
    expect(asked(page).get('until')).toBeNull()
    await page.context().close()
  }, 60_000)

  it('keeps the stretch that is drawn across it, and moves its handles by keys', async () => {
    const { page } = await app.open(home)
    await settle(page)
    const bars = (await strip(page).locator('svg.cursor-crosshair').boundingBox())!
    await page.mouse.move(bars.x + bars.width * 0.1, bars.y + 8)
    await page.mouse.down()
    await page.mouse.move(bars.x + bars.width * 0.5, bars.y + 8, { steps: 4 })
    await page.mouse.up()
    const [since, until] = [asked(page).get('since')!, asked(page).get('until')!]
    expect(since < until).toBe(true)
    await strip(page).getByRole('slider', { name: 'To' }).focus()
    await page.keyboard.press('ArrowLeft')
    expect(asked(page).get('until')! < until).toBe(true)
    await page.context().close()
  }, 60_000)
})

describe.skipIf(!browserPath)('a trace', () => {
  it('suggests what to ask about, and tells it in order, a quote to each step', async () => {
    const { page, errors } = await app.open(`${home}?mode=trace`)
    await settle(page)
    await panel(page)
      .getByRole('button', { name: /28-point plan/ })
      .click()
    await panel(page)
      .getByRole('heading', { name: /How the 28-point plan was shaped/ })
      .waitFor()
    const names = await steps(page).locator('h3').allTextContents()
    expect(names[0]).toBe('Russian non-paper')
    expect(names.at(-1)).toBe('revised framework')
    expect(names.indexOf('Miami meeting')).toBeLessThan(names.indexOf('28-point plan'))
    for (const step of await steps(page).all())
      expect(await step.locator('blockquote').count()).toBeGreaterThan(0)
    expect(await steps(page).getByText('Shaped by').count()).toBeGreaterThan(0)
    expect(
      await steps(page)
        .locator('p')
        .filter({ hasText: /^After/ })
        .count(),
    ).toBeGreaterThan(0)
    await panel(page).getByRole('button', { name: 'Fold all' }).click()
    expect(await steps(page).locator('blockquote').count()).toBe(0)
    expect(asked(page).getAll('fold').length).toBeGreaterThan(1)
    expect(errors).toEqual([])
    await page.context().close()
  }, 60_000)

  it('marks a step in the picture that is chosen in the list', async () => {
    const { page } = await app.open(trace)
    await settle(page)
    await panel(page).getByRole('button', { name: 'Show step 3 in the picture' }).click()
    expect(await steps(page).nth(2).getAttribute('aria-current')).toBe('step')
    const lit = () =>
      page.evaluate(() => {
        type Canvas = HTMLElement & {
          _cyreg: { cy: { nodes(which: string): { map(read: (node: never) => string): string[] } } }
        }
        const { cy } = document.querySelector<Canvas>('[data-testid=canvas]')!._cyreg
        return cy.nodes('.lit').map((node: { id(): string }) => node.id())
      })
    expect((await lit()).some((id) => id.startsWith('miami-meeting'))).toBe(true)
    await page.context().close()
  }, 60_000)

  it('without a source says at once what no longer stands, and comes back', async () => {
    const { page } = await app.open(trace)
    await settle(page)
    await panel(page).getByText('What if a source were wrong?').click()
    await panel(page).getByRole('switch', { name: 'Bloomberg' }).click()
    const note = panel(page).getByRole('status')
    await note.getByText(/Without Bloomberg/).waitFor()
    expect(await note.textContent()).toMatch(/\d+ relations? and 1 step no longer stand/)
    expect(await steps(page).getByText('× No longer stands').count()).toBeGreaterThan(0)
    expect(asked(page).getAll('without')).toEqual(['Bloomberg'])
    await note.getByRole('button', { name: 'Count every source' }).click()
    expect(asked(page).getAll('without')).toEqual([])
    await page.context().close()
  }, 60_000)
})

describe.skipIf(!browserPath)('what changed', () => {
  it('between two reports is listed, signed and in the address', async () => {
    const { page } = await app.open(home)
    await settle(page)
    await page.getByRole('button', { name: 'What changed?' }).click()
    await panel(page)
      .getByRole('heading', { name: /relations? changed/ })
      .waitFor()
    await panel(page).getByRole('heading', { name: /New/i }).first().waitFor()
    await panel(page)
      .getByRole('heading', { name: /Strengthened/i })
      .waitFor()
    expect(asked(page).get('before')).toBe('2025-11-26')
    await page.context().close()
  }, 60_000)
})

describe.skipIf(!browserPath)('a story', () => {
  it('is made of a trace, ordered, noted, told by keys, kept, and saved as a page', async () => {
    const { page, foreign } = await app.open(trace, { bypassCSP: true })
    await settle(page)
    await panel(page).getByRole('button', { name: 'Make it a story' }).click()
    const cards = panel(page).locator('ol > li')
    await cards.first().waitFor()
    const second = await cards.nth(1).getByRole('button').first().textContent()
    await panel(page).getByRole('button', { name: 'Move step 2 up' }).click()
    await expect
      .poll(() => cards.first().getByRole('button').first().textContent())
      .toBe(`1${second!.slice(1)}`)
    await panel(page).getByRole('textbox', { name: 'Note to step 1' }).fill('Here it <b>began</b>.')
    await panel(page).getByRole('textbox', { name: 'Title of the story' }).fill('The making of it')
    await panel(page).getByRole('button', { name: 'Tell it' }).click()
    await page.getByText('1 of 8').waitFor()
    await page.getByText('Here it <b>began</b>.').waitFor()
    expect(await findViolations(page)).toEqual([])
    await page.keyboard.press('ArrowRight')
    await page.getByText('2 of 8').waitFor()
    expect(asked(page).get('step')).toBe('2')
    await page.keyboard.press('Escape')
    await panel(page).getByRole('button', { name: 'Tell it' }).waitFor()
    expect(await findViolations(page)).toEqual([])
    await expect.poll(() => page.getByText('Not saved').count()).toBe(0)
    await page.waitForLoadState('networkidle')
    await page.reload()
    await panel(page).getByRole('textbox', { name: 'Note to step 1' }).waitFor()
    expect(
      await panel(page).getByRole('textbox', { name: 'Title of the story' }).inputValue(),
    ).toBe('The making of it')
    await panel(page).getByRole('button', { name: 'Save as' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: /HTML/ }).click(),
    ])
    const path = (await download.path())!
    expect(readFileSync(path, 'utf8')).toContain('Here it &lt;b&gt;began&lt;/b&gt;.')
    await page.context().setOffline(true)
    const saved = await page.context().newPage()
    await saved.setContent(readFileSync(path, 'utf8'))
    await saved.getByRole('heading', { name: 'The making of it' }).waitFor()
    expect(await saved.locator('section .light svg').count()).toBe(8)
    expect(await findViolations(saved)).toEqual([])
    expect(foreign).toEqual([])
    await page.context().close()
  }, 120_000)
})

describe.skipIf(!browserPath)('axe finds nothing', () => {
  const pages = {
    trace,
    'a trace without a source': `${trace}&without=Bloomberg&fold=miami-meeting`,
    'no trace yet': `${home}?mode=trace`,
    'two paths': `${home}?mode=path&from=russia&to=28-point-plan&also=2`,
    'what changed': `${home}?mode=compare&before=2025-11-26`,
    'two sets': `${home}?mode=compare&compare=documents&first=report-1&second=report-2`,
    stories: `${home}?mode=story`,
  }
  for (const scheme of ['light', 'dark'] as const)
    it(`on any of these, ${scheme}`, async () => {
      const { page } = await app.open(home, { colorScheme: scheme, bypassCSP: true })
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(app.address + path)
        await settle(page)
        expect(await findViolations(page), name).toEqual([])
      }
      await page.context().close()
    }, 180_000)

  it('on a phone, where nothing runs out of the window', async () => {
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
    const { page } = await app.open(home, { ...phone, bypassCSP: true })
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(app.address + path)
      await settle(page)
      expect(await findViolations(page), name).toEqual([])
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(over, name).toBeLessThanOrEqual(0)
    }
    await page.context().close()
  }, 180_000)
})
