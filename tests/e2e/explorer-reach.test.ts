/** The explorer without a mouse, for those who are read to, and on a phone. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readCase, samplePath } from '../query/real-cases'
import { type App, browserPath, startApp } from './browser'
import { drawn, panel, settle } from './explorer-page'
import { findViolations } from './find-violations'

const sample = readCase(samplePath)
const home = `/case/${sample.id}`
const find = (name: string) => sample.entities.find((entity) => entity.name === name)!.id

// a browser on a busy machine
vi.setConfig({ testTimeout: 180_000 })

let app: App
beforeAll(async () => {
  if (browserPath) app = await startApp()
})
afterAll(() => app?.stop())

describe.skipIf(!browserPath)('without a mouse', () => {
  it('one gets from the page to a quote and on to a neighbour by keys alone', async () => {
    const { page } = await app.open(home)
    await settle(page)
    await page.keyboard.press('l')
    await page.getByRole('heading', { level: 2, name: /People/ }).waitFor()
    const focused = () =>
      page.evaluate(() => {
        const element = document.activeElement as HTMLElement
        const style = getComputedStyle(element)
        return { text: element.innerText, ring: style.outlineStyle !== 'none' }
      })
    const tabTo = async (wanted: RegExp) => {
      for (let presses = 0; presses < 80; presses++) {
        await page.keyboard.press('Tab')
        const { text } = await focused()
        if (wanted.test(text)) {
          await expect
            .poll(async () => (await focused()).ring, { message: `focus is seen on ${text}` })
            .toBe(true)
          return
        }
      }
      throw new Error(`No way to ${wanted} by Tab.`)
    }
    await tabTo(/^Steve Witkoff$/)
    await tabTo(/advised\s+Yuri Ushakov/)
    await page.keyboard.press('Enter')
    await tabTo(/Open this relation/)
    await page.keyboard.press('Enter')
    await panel(page).getByText('independent source').waitFor()
    await page.keyboard.press('Escape')
    await tabTo(/^Go to Yuri Ushakov/)
    await page.keyboard.press('Enter')
    await panel(page).getByRole('heading', { name: 'Yuri Ushakov' }).waitFor()
    await page.context().close()
  })
})

describe.skipIf(!browserPath)('axe finds nothing', () => {
  const witkoff = find('Steve Witkoff')
  const claim = sample.claims.find((one) => one.relation === 'described')!.id
  const pages = {
    explorer: home,
    'an entity': `${home}?sel=${witkoff}`,
    'a relation': `${home}?sel=${claim}`,
    'two entities': `${home}?sel=${witkoff}&sel=${find('Vladimir Putin')}`,
    paths: `${home}?mode=path&from=${witkoff}&to=${find('28-point plan')}`,
    list: `${home}?as=list&sel=${witkoff}`,
    'an unknown case': '/case/nothing-here',
  }
  it('on any page, light and dark', async () => {
    const { page } = await app.open(home, { bypassCSP: true })
    const check = async (name: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        expect(await findViolations(page), `${name}, ${colorScheme}`).toEqual([])
      }
    }
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(app.address + path)
      await page.getByRole('heading').first().waitFor()
      await check(name)
    }
    await page.goto(app.address + home)
    await settle(page)
    for (const name of ['Filter', 'View']) {
      await page.getByRole('button', { name, exact: true }).click()
      await page.getByRole('dialog', { name }).waitFor()
      await check(name)
      await page.keyboard.press('Escape')
      await page.getByRole('dialog', { name }).waitFor({ state: 'detached' })
    }
    for (const key of ['/', '?']) {
      await page.keyboard.press(key)
      await page.getByRole('dialog').waitFor()
      await check(key)
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
    await page.context().close()
  })
})

describe.skipIf(!browserPath)('on a phone', () => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

  it('everything is within reach, and nothing runs out of the window', async () => {
    const { page, foreign } = await app.open(home, { ...phone, bypassCSP: true })
    await settle(page)
    const { names, window } = await drawn(page)
    for (const box of names) {
      expect(box.x1, box.text).toBeGreaterThanOrEqual(window.x1)
      expect(box.x2, box.text).toBeLessThanOrEqual(window.x2)
    }
    await page.getByRole('button', { name: 'Menu' }).tap()
    const menu = page.getByRole('dialog', { name: 'Menu' })
    for (const wanted of [/People/, /^Filter$/, /^View$/, /^Legend$/])
      await menu.getByText(wanted).first().waitFor()
    expect(await findViolations(page)).toEqual([])
    await menu.getByRole('button', { name: 'Export' }).tap()
    const image = page.getByRole('dialog', { name: /image/i })
    await image.waitFor()
    await menu.waitFor({ state: 'detached' })
    await image.getByRole('button', { name: 'Close' }).first().tap()
    await page.getByRole('button', { name: 'Menu' }).tap()
    await menu.getByRole('button', { name: 'Path' }).tap()
    await panel(page).getByRole('button', { name: /^From/ }).waitFor()
    await panel(page).getByRole('button', { name: 'Close' }).tap()
    await page.getByRole('button', { name: /^Search/ }).tap()
    await page.getByPlaceholder('A name, or what you remember').fill('witk')
    await page.getByRole('option').first().tap()
    const sheet = () => panel(page).boundingBox()
    await expect.poll(sheet).toMatchObject({ x: 0, width: 390 })
    expect((await sheet())!.y).toBeGreaterThan(300)
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    ).toBeLessThanOrEqual(0)
    expect(await findViolations(page)).toEqual([])
    expect(foreign).toEqual([])
    await page.context().close()
  })
})
