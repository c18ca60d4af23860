/** Time, traces, paths, support and what changed, as one uses them. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type App, browserPath, startApp } from './browser'
import { asked, drawn, panel, settle } from './explorer-page'
import { findViolations } from './find-violations'

// A browser takes its time on a machine that is busy.
vi.setConfig({ testTimeout: 180_000 })

let app: App
beforeAll(async () => {
  if (browserPath) app = await startApp()
})
afterAll(() => app?.stop())

const home = '/case/peace-plan'
const trace = `${home}?mode=trace&trace=28-point-plan`
const steps = (page: Page) => panel(page).locator('ol > li')
const strip = (page: Page) => page.getByRole('region', { name: 'Time' })

/** Waits until what begins so is marked in the picture. */
const isLit = (page: Page, id: string) =>
  page.waitForFunction((id) => {
    type Canvas = HTMLElement & { _cyreg: { cy: { nodes(which: string): { length: number } } } }
    const { cy } = document.querySelector<Canvas>('[data-testid=canvas]')!._cyreg
    return cy.nodes(`.lit[id ^= "${id}"]`).length > 0
  }, id)

describe.skipIf(!browserPath)('the time strip', () => {
  it('steps from event to event by key and button, and the address keeps it', async () => {
    const { page } = await app.open(home)
    await settle(page)
    await page.keyboard.press(']')
    await strip(page)
      .getByText(/report says|reports say/)
      .waitFor()
    const until = () => asked(page).get('until')
    await expect.poll(until).toMatch(/^\d{4}-\d\d-\d\d$/)
    const first = until()!
    await strip(page).getByRole('button', { name: 'Next event' }).click()
    await expect.poll(() => until()! > first).toBe(true)
    await page.keyboard.press('[')
    await expect.poll(until).toBe(first)
    await strip(page)
      .getByRole('switch', { name: /undated/ })
      .click()
    await expect.poll(() => asked(page).get('dated')).toBe('only')
    await page.reload()
    await settle(page)
    expect(until()).toBe(first)
    await strip(page).getByRole('button', { name: 'All times' }).click()
    await expect.poll(until).toBeNull()
    await page.context().close()
  })

  it('plays from event to event until it is paused', async () => {
    const { page } = await app.open(home)
    await settle(page)
    await page.keyboard.press('p')
    await expect.poll(() => asked(page).get('until')).toMatch(/^\d{4}/)
    await strip(page).getByRole('button', { name: 'Pause' }).waitFor()
    const begun = asked(page).get('until')!
    await expect.poll(() => asked(page).get('until')! > begun, { timeout: 10_000 }).toBe(true)
    await page.keyboard.press('p')
    await strip(page).getByRole('button', { name: 'Play from event to event' }).waitFor()
    await page.context().close()
  })

  it('keeps the stretch that is drawn across it, and moves its handles by keys', async () => {
    const { page } = await app.open(home)
    await settle(page)
    const bars = (await strip(page).locator('svg.cursor-crosshair').boundingBox())!
    await page.mouse.move(bars.x + bars.width * 0.1, bars.y + 8)
    await page.mouse.down()
    await page.mouse.move(bars.x + bars.width * 0.5, bars.y + 8, { steps: 4 })
    await page.mouse.up()
    await expect.poll(() => asked(page).get('since')! < asked(page).get('until')!).toBe(true)
    const until = asked(page).get('until')!
    await strip(page).getByRole('slider', { name: 'To' }).focus()
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => asked(page).get('until')! < until).toBe(true)
    await page.context().close()
  })
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
    await expect.poll(() => steps(page).locator('blockquote').count()).toBe(0)
    await expect.poll(() => asked(page).getAll('fold').length).toBeGreaterThan(1)
    expect(errors).toEqual([])
    await page.context().close()
  })

  it('opens wholly in view beside the panel, in letters that can be read', async () => {
    const { page } = await app.open(trace)
    await settle(page)
    const { names, window } = await drawn(page)
    const free = { ...window, x2: (await panel(page).boundingBox())!.x }
    for (const { text, ...box } of names) {
      expect(box.x1, text).toBeGreaterThanOrEqual(free.x1)
      expect(box.x2, text).toBeLessThanOrEqual(free.x2)
      expect(box.y1, text).toBeGreaterThanOrEqual(free.y1)
      expect(box.y2, text).toBeLessThanOrEqual(free.y2)
    }
    // a line of a name is 15 px at full size
    const one = names.find(({ text }) => text === 'Russia')!
    expect(one.y2 - one.y1).toBeGreaterThan(15 * 0.9)
    await page.context().close()
  })

  it('marks a step in the picture that is chosen in the list, and goes on by keys', async () => {
    const { page } = await app.open(trace)
    await settle(page)
    await panel(page).getByRole('button', { name: 'Show step 3 in the picture' }).click()
    await expect.poll(() => steps(page).nth(2).getAttribute('aria-current')).toBe('step')
    await isLit(page, 'miami-meeting')
    const at = () => asked(page).get('at')
    await expect.poll(at).toMatch(/^miami-meeting/)
    const third = at()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => steps(page).nth(3).getAttribute('aria-current')).toBe('step')
    await page.keyboard.press('j')
    await expect.poll(() => steps(page).nth(4).getAttribute('aria-current')).toBe('step')
    await page.keyboard.press('k')
    await page.keyboard.press('ArrowLeft')
    await expect.poll(at).toBe(third)
    await page.context().close()
  })

  it('opens at the step its address names: list scrolled, step in the picture', async () => {
    const path = `${trace}&at=${encodeURIComponent('revised-framework:made')}`
    const wide = { viewport: { width: 1440, height: 900 } }
    const narrow = { viewport: { width: 900, height: 600 } }
    for (const window of [wide, narrow]) {
      const { page } = await app.open(path, window)
      await settle(page)
      const last = steps(page).last()
      await expect.poll(() => last.getAttribute('aria-current')).toBe('step')
      await expect
        .poll(async () => {
          const [item, body] = [(await last.boundingBox())!, (await panel(page).boundingBox())!]
          return item.y >= body.y && item.y < body.y + body.height - 60
        })
        .toBe(true)
      await isLit(page, 'revised-framework')
      await expect
        .poll(async () => {
          const { names } = await drawn(page)
          const step = names.find(({ text }) => /revised\s+framework/.test(text))!
          return step.x1 >= 0 && step.x2 <= (await panel(page).boundingBox())!.x
        })
        .toBe(true)
      await page.context().close()
    }
  })

  it('without a source says at once what no longer stands, and comes back', async () => {
    const { page } = await app.open(trace)
    await settle(page)
    await panel(page).getByText('What if a source were wrong?').click()
    await panel(page).getByRole('switch', { name: 'Bloomberg' }).click()
    const note = panel(page).getByRole('status')
    await note.getByText(/Without Bloomberg/).waitFor()
    await note.getByText(/\d+ relations? and 1 step no longer stand/).waitFor()
    await steps(page).getByText('× No longer stands').first().waitFor()
    await expect.poll(() => asked(page).getAll('without')).toEqual(['Bloomberg'])
    await note.getByRole('button', { name: 'Count every source' }).click()
    await expect.poll(() => asked(page).getAll('without')).toEqual([])
    await page.context().close()
  })
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
    await expect.poll(() => asked(page).get('before')).toBe('2025-11-26')
    await page.context().close()
  })
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
  it('on any of these, light and dark', async () => {
    const { page } = await app.open(home, { bypassCSP: true })
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(app.address + path)
      await settle(page)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        expect(await findViolations(page), `${name}, ${colorScheme}`).toEqual([])
      }
    }
    await page.context().close()
  })

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
  })
})
