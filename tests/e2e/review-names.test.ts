/** What is decided of names: renamed, split, removed, undone; documents that come afterwards, and go. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { replay } from '@/lib/decisions/replay'
import type { Case } from '@/lib/schema'
import { type App, browserPath, startApp } from './browser'
import { panel, settle } from './explorer-page'
import { findViolations } from './find-violations'

// A browser takes its time on a machine that is busy.
vi.setConfig({ testTimeout: 180_000 })

const witkoff = '/case/peace-plan?sel=steve-witkoff'
const heading = (page: Page) => panel(page).getByRole('heading', { level: 2 })

async function choose(page: Page, item: string) {
  await panel(page).getByRole('button', { name: 'Rename, merge, split' }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

const meeting = {
  title: 'A meeting',
  text: 'Steve Witkoff met Marta Novak in Oslo on Monday, said Peter Horn.',
  language: 'en',
}

describe.skipIf(!browserPath)('names', () => {
  let app: App
  beforeAll(async () => {
    app = await startApp({ DATABASE_URL: '' })
  })
  afterAll(() => app?.stop())

  const readCase = async (): Promise<Case> =>
    (await fetch(`${app.address}/api/cases/peace-plan`)).json()
  const send = (documents: object[], preview = false) =>
    fetch(`${app.address}/api/cases/peace-plan/documents`, {
      method: 'POST',
      body: JSON.stringify({ documents, preview }),
    })
  /** Waits until the program has kept it: these names and none of those. */
  const kept = (names: string[], gone: string[]) =>
    expect
      .poll(
        async () => {
          const there = replay(await readCase()).case.entities.map(({ name }) => name)
          return [names, gone].map((list) => list.filter((name) => there.includes(name)))
        },
        { timeout: 30_000 },
      )
      .toEqual([names, []])

  it('are renamed, split and removed; each is undone', async () => {
    const { page, errors } = await app.open(witkoff)
    await settle(page)

    await choose(page, 'Rename or change kind')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name', { exact: true }).fill('The envoy')
    await page.keyboard.press('Enter')
    await expect.poll(() => heading(page).textContent()).toContain('The envoy')
    await page.keyboard.press('Control+z')
    await expect.poll(() => heading(page).textContent()).toContain('Steve Witkoff')

    await choose(page, 'Split')
    await dialog.getByLabel('Name of the other').fill('Another envoy')
    const split = dialog.getByRole('button', { name: 'Split it off' })
    await expect.poll(() => split.isDisabled()).toBe(true)
    await dialog
      .getByRole('group', { name: /mentions/ })
      .getByRole('checkbox')
      .first()
      .check()
    await dialog
      .getByRole('group', { name: /relations/ })
      .getByRole('checkbox')
      .first()
      .check()
    await split.click()
    await kept(['Steve Witkoff', 'Another envoy'], [])
    await page.keyboard.press('Control+z')
    await kept(['Steve Witkoff'], ['Another envoy'])

    await choose(page, 'Remove from the case')
    await page.getByText('Removed Steve Witkoff from the case').waitFor()
    await kept([], ['Steve Witkoff'])
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await kept(['Steve Witkoff'], [])
    expect((await readCase()).decisions).toHaveLength(6)
    expect(errors).toEqual([])
    await page.context().close()
  })

  it('stay as they were decided when documents are added', async () => {
    const { page } = await app.open(witkoff)
    await settle(page)
    await choose(page, 'Rename or change kind')
    await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('The envoy')
    await page.keyboard.press('Enter')
    await expect.poll(() => heading(page).textContent()).toContain('The envoy')
    await kept(['The envoy'], ['Steve Witkoff'])
    const { decisions } = await readCase()
    expect((await send([meeting])).status).toBe(201)
    await page.reload()
    await expect.poll(() => heading(page).textContent()).toContain('The envoy')
    await panel(page).getByText('Marta Novak').first().waitFor()
    const case_ = await readCase()
    expect(case_.documents).toHaveLength(3)
    expect(case_.decisions).toEqual(decisions)
    const shown = replay(case_).case
    expect(shown.entities.find(({ id }) => id === 'steve-witkoff')?.name).toBe('The envoy')
    await page.context().close()
  })

  it('leave with a report that is taken out, in every window, and come back with it', async () => {
    const { page, errors } = await app.open('/case/peace-plan', { bypassCSP: true })
    await settle(page)
    const other = await page.context().newPage()
    await other.goto(`${app.address}/case/peace-plan`)
    await settle(other)
    const reportsIn = (window: Page, number: number) =>
      window.getByText(new RegExp(` ${number} documents$`)).waitFor()
    const comeTo = (window: Page) => window.evaluate(() => dispatchEvent(new Event('focus')))
    await reportsIn(other, 3)

    await page.getByRole('button', { name: 'Filter' }).click()
    await page.getByRole('checkbox', { name: 'A meeting' }).focus()
    await page.getByRole('button', { name: 'Take out … “A meeting”' }).click()
    const dialog = page.getByRole('dialog', { name: 'Take this report out?' })
    await dialog.getByText(/^1 relation and \d names rest on it alone/).waitFor()
    expect(await findViolations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Take it out' }).click()
    await reportsIn(page, 2)
    await kept(['The envoy'], ['Marta Novak'])
    await comeTo(other)
    await reportsIn(other, 2)

    await other.getByRole('button', { name: 'Add' }).click()
    await other.getByLabel('Text or link').fill(meeting.text)
    await other.getByRole('button', { name: 'Read', exact: true }).click()
    await other.getByText('was taken out of the case and stays out').waitFor()
    await other.getByRole('button', { name: 'Bring it back' }).click()
    await other.getByText('It is back in the case.').waitFor()
    await kept(['The envoy', 'Marta Novak'], [])
    await comeTo(page)
    await reportsIn(page, 3)

    const { id } = (await readCase()).documents[2]!
    await page.goto(`${app.address}/case/peace-plan/document/${id}`)
    await page.getByRole('button', { name: 'Take out … “A meeting”' }).click()
    await page.getByRole('button', { name: 'Take it out' }).click()
    await page.getByText('This report was taken out of the case').waitFor()
    await page.getByRole('heading', { name: 'No relation rests on this report' }).waitFor()
    await page.getByRole('link', { name: 'History' }).click()
    await page.getByRole('button', { name: 'Take back: Took the report “A meeting” out' }).click()
    await kept(['Marta Novak'], [])

    // What is added in one window is learned of in the other.
    const another = { ...meeting, title: 'Another', text: 'Peter Horn met Ida Wolf.' }
    expect((await send([another])).status).toBe(201)
    await comeTo(other)
    await reportsIn(other, 4)
    expect(errors).toEqual([])
    await page.context().close()
  })
})
