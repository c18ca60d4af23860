import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readCase, samplePath } from '../query/real-cases'
import { type App, browserPath, startApp } from './browser'
import { asked, drawn, dropFile, panel, placeOf, search, settle } from './explorer-page'
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

/** Places on the canvas, without zoom and pan. */
const places = (page: Page) =>
  page.evaluate(() => {
    type Node = { id(): string; position(): { x: number; y: number } }
    type Canvas = HTMLElement & { _cyreg: { cy: { nodes(): { toArray(): Node[] } } } }
    const canvas = document.querySelector<Canvas>('[data-testid=canvas]')!
    return Object.fromEntries(
      canvas._cyreg.cy
        .nodes()
        .toArray()
        .map((node) => [node.id(), node.position()]),
    )
  })

describe.skipIf(!browserPath)('a view', () => {
  it('comes back exactly from its address', async () => {
    const { page } = await app.open(home)
    await settle(page)
    await search(page, 'witk')
    await page.keyboard.press('2')
    await page.getByRole('switch', { name: /Groups/ }).click()
    const from = await placeOf(page, find('Marco Rubio'))
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x + 40, from.y + 60, { steps: 5 })
    await page.mouse.up()
    await page.waitForFunction(() => location.search.includes('pin='))
    const hasPin = async (of: Page) =>
      Object.keys(await places(of)).includes(`pin:${find('Marco Rubio')}`)
    await expect.poll(() => hasPin(page)).toBe(true)
    const before = await places(page)
    const text = await panel(page).textContent()
    const again = await app.open(await page.evaluate(() => location.pathname + location.search))
    await settle(again.page)
    await expect.poll(() => places(again.page)).toEqual(before)
    await expect.poll(() => panel(again.page).textContent()).toBe(text)
    expect(again.errors).toEqual([])
    await Promise.all([page.context().close(), again.page.context().close()])
  })

  it('can be undone step by step and redone, from the keyboard and by button', async () => {
    const { page } = await app.open(home)
    await settle(page)
    const whole = await drawn(page)
    const addresses = [page.url()]
    const note = async (asks: string) => {
      await page.waitForURL((url) => url.search.includes(asks))
      addresses.push(page.url())
    }
    const namesDrawn = async () => (await drawn(page)).names.length
    await search(page, 'trump')
    await note('sel=')
    await page.keyboard.press('h')
    await note('hide=')
    await expect.poll(namesDrawn).toBe(whole.names.length - 1)
    await page.getByRole('switch', { name: /Papers/ }).click()
    await note('kind=')
    for (const address of addresses.slice(0, -1).reverse()) {
      await page.keyboard.press('Control+z')
      await page.waitForURL(address)
    }
    await expect.poll(namesDrawn).toBe(whole.names.length)
    for (const address of addresses.slice(1)) {
      await page.keyboard.press('Control+Shift+z')
      await page.waitForURL(address)
    }
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.waitForURL(addresses.at(-2)!)
    await page.context().close()
  })

  it('names what an address asks for and cannot have', async () => {
    const { page, errors } = await app.open(`${home}?sel=nobody&depth=7&labels=on`)
    await settle(page)
    const notices = page.getByRole('status').first()
    await expect.poll(() => notices.textContent()).toContain('nobody')
    await expect.poll(() => notices.textContent()).toContain('depth')
    expect(errors).toEqual([])
    await page.context().close()
  })

  it('that shows nothing says which filter it is, and clears it', async () => {
    const { page } = await app.open(`${home}?relation=acquired`)
    await page.getByText('Nothing matches').waitFor()
    await page.getByText(/lets nothing through.*acquired/).waitFor()
    await page.getByRole('button', { name: 'Clear the filter' }).click()
    await settle(page)
    await expect.poll(async () => (await drawn(page)).names.length).toBeGreaterThan(20)
    await page.context().close()
  })
})

describe.skipIf(!browserPath)('gestures', () => {
  it('click selects, with Shift adds, double click expands, right click opens a menu', async () => {
    const { page } = await app.open(`${home}?focus=${find('Steve Witkoff')}`)
    await settle(page)
    const node = async (name: string) => placeOf(page, find(name))
    const { x, y } = await node('Steve Witkoff')
    await page.mouse.click(x, y)
    await panel(page).getByRole('heading', { name: 'Steve Witkoff' }).waitFor()
    const other = await node('Vladimir Putin')
    await page.keyboard.down('Shift')
    await page.mouse.click(other.x, other.y)
    await page.keyboard.up('Shift')
    await panel(page)
      .getByRole('button', { name: /Path from Steve Witkoff/ })
      .waitFor()
    await page.keyboard.press('Escape')
    await panel(page).waitFor({ state: 'detached' })
    const count = (await drawn(page)).names.length
    const event = await node('Miami meeting')
    await page.mouse.dblclick(event.x, event.y)
    await expect.poll(async () => (await drawn(page)).names.length).toBeGreaterThan(count)
    const grown = await node('Jared Kushner')
    await page.mouse.click(grown.x, grown.y, { button: 'right' })
    await page.getByRole('menuitem', { name: 'Path from here' }).click()
    await page.waitForURL(/mode=path/)
    await page.context().close()
  })

  it('a click on a line opens its evidence', async () => {
    const { page } = await app.open(home)
    await settle(page)
    const claim = sample.claims.find((one) => one.relation === 'advised')!
    const { x, y } = await placeOf(page, claim.id)
    await page.mouse.click(x, y)
    await panel(page).getByText(claim.evidence[0]!.quote.slice(0, 12)).first().waitFor()
    await expect.poll(() => asked(page).get('sel')).toBe(claim.id)
    await page.context().close()
  })
})

describe.skipIf(!browserPath)('paths', () => {
  it('lists ranked answers, draws the chosen one, and says honestly when there is none', async () => {
    const [from, to] = [find('Steve Witkoff'), find('28-point plan')]
    const { page } = await app.open(`${home}?mode=path&from=${from}&to=${to}`)
    await settle(page)
    const answers = panel(page).getByRole('button', { name: /→.*28-point plan/ })
    await answers.nth(1).waitFor()
    expect(await answers.count()).toBeLessThanOrEqual(10)
    // a quote to each step; those of the other answers are folded
    await expect.poll(() => panel(page).locator('blockquote').count()).toBeGreaterThan(1)
    await answers.nth(1).click()
    await page.waitForURL(/answer=2/)
    await page.goto(
      `${app.address}${home}?mode=path&from=${to}&to=${find('Vladimir Putin')}&by=travelled`,
    )
    await panel(page).getByText('No path from').waitFor()
    await panel(page)
      .getByRole('button', { name: /Without regard to direction/i })
      .click()
    await panel(page)
      .getByText(/paths?, the best attested first/)
      .waitFor()
    await page.context().close()
  })
})

describe.skipIf(!browserPath)('a file that is no case', () => {
  it('is refused with every problem, its place, its value and the remedy; nothing is lost', async () => {
    const { page } = await app.open(home)
    await settle(page)
    const text = readFileSync(samplePath, 'utf8')
      .replace('"relation": "advised"', '"relation": "bewitched"')
      .replace('"kind": "person"', '"kind": "wizard"')
    await dropFile(page, 'broken.case.json', text)
    const dialog = page.getByRole('dialog')
    await dialog.getByText('broken.case.json was not opened').waitFor()
    await dialog.getByText('wizard').first().waitFor()
    expect(await findViolations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await dialog.waitFor({ state: 'detached' })
    expect(page.url()).toContain(home)
    await page.context().close()
  })

  it('asks before a case takes the place of another', async () => {
    const { page } = await app.open(home)
    await settle(page)
    const changed = readFileSync(samplePath, 'utf8').replace(
      JSON.stringify(sample.title),
      JSON.stringify(`${sample.title} (changed)`),
    )
    await dropFile(page, 'other.case.json', changed)
    await page.getByRole('button', { name: 'Keep both' }).click()
    await page.waitForURL(`**${home}-2`)
    await page.getByRole('heading', { level: 1, name: /changed/ }).waitFor()
    await page.context().close()
  })
})

describe.skipIf(!browserPath)('a picture on paper', () => {
  it('is one page of its own size, with real text, when printed or saved as PDF', async () => {
    const { page, errors } = await app.open(home)
    await settle(page)
    await page.getByRole('button', { name: 'Export' }).click()
    const printed = page.waitForEvent('framenavigated', {
      predicate: (frame) => frame.name() === 'print',
    })
    await page.getByRole('button', { name: 'Print or PDF' }).click()
    const frame = await printed
    await frame.getByText('Steve Witkoff').first().waitFor({ state: 'attached' })
    const sheet = await page.context().newPage()
    await sheet.setContent(await frame.content())
    const pdf = (await sheet.pdf({ preferCSSPageSize: true, printBackground: true })).toString(
      'latin1',
    )
    expect(pdf.match(/\/Type ?\/Page\b/g)).toHaveLength(1)
    expect(pdf).toMatch(/\/BaseFont ?\/[A-Z]+\+Inter/)
    const [, width, height] = /MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)!.map(Number)
    const box = await frame.locator('svg').evaluate((svg) => ({
      width: Number(svg.getAttribute('width')),
      height: Number(svg.getAttribute('height')),
    }))
    // a PDF counts in points: 72 to the inch, where a screen has 96 px
    expect(width! / 0.75).toBeCloseTo(box.width, -1)
    expect(height! / 0.75).toBeCloseTo(box.height, -1)
    expect(errors).toEqual([])
    await page.context().close()
  })
})
