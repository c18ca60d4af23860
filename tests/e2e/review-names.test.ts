/** What is decided of names: renamed, split, removed, undone; and documents that come afterwards. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { replay } from '@/lib/decisions/replay'
import type { Case } from '@/lib/schema'
import { type App, browserPath, startApp } from './browser'
import { panel, settle } from './explorer-page'

// A browser takes its time on a machine that is busy.
vi.setConfig({ testTimeout: 90_000 })

const witkoff = '/case/peace-plan?sel=steve-witkoff'
const heading = (page: Page) => panel(page).getByRole('heading', { level: 2 })

async function choose(page: Page, item: string) {
  await panel(page).getByRole('button', { name: 'Rename, merge, split' }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

describe.skipIf(!browserPath)('names', () => {
  let app: App
  beforeAll(async () => {
    app = await startApp({ DATABASE_URL: '' })
  })
  afterAll(() => app?.stop())

  const readCase = async (): Promise<Case> =>
    (await fetch(`${app.address}/api/cases/peace-plan`)).json()
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
    expect(await split.isDisabled()).toBe(true)
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
    const text = 'Steve Witkoff met Marta Novak in Oslo on Monday, said Peter Horn.'
    const added = await fetch(`${app.address}/api/cases/peace-plan/documents`, {
      method: 'POST',
      body: JSON.stringify({ documents: [{ title: 'A meeting', text, language: 'en' }] }),
    })
    expect(added.status).toBe(201)
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
})
