/** A story, from a trace to a page of its own. */
import { copyFileSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type App, browserPath, startApp } from './browser'
import { asked, panel, settle } from './explorer-page'
import { findViolations } from './find-violations'

// A browser takes its time on a machine that is busy.
vi.setConfig({ testTimeout: 180_000 })

let app: App
beforeAll(async () => {
  if (browserPath) app = await startApp()
})
afterAll(() => app?.stop())

describe.skipIf(!browserPath)('a story', () => {
  it('is made of a trace, ordered, noted, told by keys, kept, and saved as a page', async () => {
    const { page, foreign } = await app.open('/case/peace-plan?mode=trace&trace=28-point-plan', {
      bypassCSP: true,
    })
    await settle(page)
    await panel(page).getByRole('button', { name: 'Make it a story' }).click()
    const cards = panel(page).locator('ol > li')
    const title = (step: number) =>
      panel(page)
        .getByRole('textbox', { name: `Title of step ${step}` })
        .inputValue()
    await cards.first().waitFor()
    const [first, second] = [await title(1), await title(2)]
    expect(first).toMatch(/^Russia authored the Russian non-paper/)
    await panel(page).getByRole('button', { name: 'Move step 2 up' }).click()
    await expect.poll(() => title(1)).toBe(second)
    // the keys go on moving the step that was moved
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(() => title(2)).toBe(second)
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(() => title(3)).toBe(second)
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(() => title(2)).toBe(second)
    const corner = { targetPosition: { x: 30, y: 12 } }
    await cards.nth(1).locator('[draggable]').dragTo(cards.nth(0), corner)
    await expect.poll(() => title(1)).toBe(second)
    await expect.poll(() => title(2)).toBe(first)
    await panel(page).getByRole('textbox', { name: 'Title of step 2' }).fill('Drafted in Moscow')
    await panel(page).getByRole('textbox', { name: 'Note to step 1' }).fill('Here it <b>began</b>.')
    await panel(page).getByRole('textbox', { name: 'Title of the story' }).fill('The making of it')
    await panel(page).getByRole('button', { name: 'Tell it' }).click()
    await page.getByText('1 of 8').waitFor()
    await page.getByText('Here it <b>began</b>.').waitFor()
    expect(await findViolations(page)).toEqual([])
    await page.keyboard.press('ArrowRight')
    await page.getByText('2 of 8').waitFor()
    await page.getByRole('heading', { name: 'Drafted in Moscow' }).waitFor()
    await expect.poll(() => asked(page).get('step')).toBe('2')
    await page.keyboard.press('Escape')
    await panel(page).getByRole('button', { name: 'Tell it' }).waitFor()
    await page.getByRole('button', { name: 'Export' }).click()
    const dialog = page.getByRole('dialog')
    const thisStep = dialog.getByRole('radio', { name: 'This step' })
    await expect.poll(() => thisStep.isChecked()).toBe(true)
    const heading = dialog.getByRole('textbox', { name: 'Words of the title' })
    await expect.poll(() => heading.inputValue()).toBe('2. Drafted in Moscow')
    await dialog.getByText('Whole story').click()
    await expect.poll(() => heading.inputValue()).toBe('The making of it')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await findViolations(page)).toEqual([])
    // what is decided is sent in order: the title was the last
    await expect
      .poll(async () => (await fetch(`${app.address}/api/cases/peace-plan`)).text())
      .toMatch(/"title": ?"The making of it"/)
    await page.reload()
    await panel(page).getByRole('textbox', { name: 'Note to step 1' }).waitFor()
    const name = panel(page).getByRole('textbox', { name: 'Title of the story' })
    await expect.poll(() => name.inputValue()).toBe('The making of it')
    await panel(page).getByRole('button', { name: 'Save as' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: /HTML/ }).click(),
    ])
    const path = (await download.path())!
    const html = readFileSync(path, 'utf8')
    expect(html).toContain('Here it &lt;b&gt;began&lt;/b&gt;.')
    expect(html.length).toBeLessThan(1_000_000)
    // as a file, with no network at all
    const file = `${path}.html`
    copyFileSync(path, file)
    const alone = await app.browser.newContext({ offline: true })
    const saved = await alone.newPage()
    const wanted: string[] = []
    saved.on('request', (request) => wanted.push(request.url()))
    await saved.goto(`file://${file}`)
    await saved.getByRole('heading', { name: 'The making of it' }).waitFor()
    await saved.getByRole('heading', { name: 'Drafted in Moscow' }).waitFor()
    await expect.poll(() => saved.locator('section .light svg').count()).toBe(8)
    const fonts = await saved.evaluate(async () => {
      await document.fonts.ready
      return [...document.fonts].flatMap(({ family, status }) =>
        status === 'loaded' ? family : [],
      )
    })
    expect(fonts.join()).toContain('Inter Variable')
    expect(fonts.join()).toContain('Source Serif 4 Variable')
    expect(wanted.filter((url) => !/^(file|data):/.test(url))).toEqual([])
    await alone.close()
    const looked = await app.browser.newContext({ offline: true, bypassCSP: true })
    const again = await looked.newPage()
    await again.goto(`file://${file}`)
    expect(await findViolations(again)).toEqual([])
    await looked.close()
    expect(foreign).toEqual([])
    await page.context().close()
  })
})
