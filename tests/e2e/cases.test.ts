import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type App, browserPath, startApp } from './browser'
import { findViolations } from './find-violations'

// A browser takes its time on a machine that is busy.
vi.setConfig({ testTimeout: 90_000 })

const titles = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 })

describe.skipIf(!browserPath)('cases', () => {
  let app: App
  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app?.stop())

  it('are copied, renamed, deleted, brought back, backed up and restored', async () => {
    const { page, errors } = await app.open('/cases')
    await page.getByRole('button', { name: /^Duplicate / }).click()
    await page.getByText('was copied').waitFor()
    await page.getByRole('button', { name: /^Rename .*copy/ }).click()
    await page.getByLabel(/^New title/).fill('The second look')
    await page.keyboard.press('Enter')
    await titles(page).filter({ hasText: 'The second look' }).waitFor()

    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Back up everything' }).click()
    const backup = await (await download).path()
    expect(readFileSync(backup).subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]))

    await page.getByRole('button', { name: 'Delete The second look' }).click()
    await page.getByRole('status').getByText('is deleted').waitFor()
    await page.keyboard.press('Control+z')
    await titles(page).filter({ hasText: 'The second look' }).waitFor()
    await page.getByRole('button', { name: 'Delete The second look' }).click()
    await page.getByRole('button', { name: 'Restore The second look' }).click()
    await titles(page).filter({ hasText: 'The second look' }).waitFor()
    await page.getByRole('button', { name: 'Delete The second look' }).click()
    await page.getByRole('button', { name: 'Delete The second look for ever' }).click()
    await page.getByRole('button', { name: 'Delete for ever' }).click()
    await page.getByText('is gone for ever').waitFor()

    await page.getByLabel('Choose a backup').setInputFiles({
      name: 'all.backup.gz',
      mimeType: 'application/gzip',
      buffer: readFileSync(backup),
    })
    await page.getByText(/restored from all.backup.gz/).waitFor()
    await titles(page).filter({ hasText: 'The second look' }).waitFor()
    expect(errors).toEqual([])
    await page.context().close()
  })

  it('the sample comes back as it was shipped', async () => {
    const address = `${app.address}/api/cases/peace-plan/decisions`
    const body = JSON.stringify({
      decision: { kind: 'rename', entity: 'axios', name: 'An outlet' },
      by: 'Ada',
    })
    const headers = { 'content-type': 'application/json' }
    const made = await fetch(address, { method: 'POST', body, headers })
    expect(made.status).toBe(201)
    const { page } = await app.open('/cases')
    await page.getByRole('button', { name: 'Bring the sample back' }).click()
    await page.getByText('The sample is back').waitFor()
    expect(await (await fetch(address)).json()).toEqual({ log: [] })
    // the one that was changed comes back beside it, with its decision
    await page.getByRole('button', { name: /^Restore How the/ }).click()
    await titles(page).nth(1).waitFor()
    const beside = address.replace('peace-plan', 'peace-plan-2')
    expect(await (await fetch(beside)).json()).toMatchObject({ log: [{ by: 'Ada' }] })
    await page.getByRole('button', { name: 'Bring the sample back' }).click()
    await page.getByText('The sample is here as it was shipped').waitFor()
    await page.context().close()
  })

  it('are searched together, by arrow keys and Enter', async () => {
    const { page } = await app.open('/search?q=telephone')
    const hit = page.getByRole('option').filter({ hasText: 'telephone' }).first()
    await hit.waitFor()
    expect(await hit.locator('mark').first().textContent()).toBe('telephone')
    await page.getByRole('combobox').fill('witkof')
    await page.getByRole('option').filter({ hasText: 'Steve Witkoff' }).first().waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/sel=steve-witkoff/)
    await page.context().close()
  })

  it('are searched for relations, each once however often it is reported', async () => {
    const text = Array.from({ length: 20 }, (_, n) => `Ada Lind met Ben Ost in Oslo ${n}.`).join(
      ' ',
    )
    const ask = async (path: string, body: unknown) => {
      const reply = await fetch(`${app.address}/api/${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
      })
      return reply.json()
    }
    const { id } = (await ask('cases', { title: 'Often' })) as { id: string }
    const report = { title: 'A', text: `${text} Cora Dahl advised Ada Lind.`, language: 'en' }
    await ask(`cases/${id}/documents`, { documents: [report] })
    const found = await (await fetch(`${app.address}/api/search?q=Lind&case=${id}`)).json()
    expect(found.quotes.map(({ words }: { words: string }) => words).sort()).toEqual([
      'Ada Lind met Ben Ost',
      'Cora Dahl advised Ada Lind',
    ])
  })

  it('answers what is no decision with what is wrong', async () => {
    const ask = async (decision: unknown) => {
      const reply = await fetch(`${app.address}/api/cases/peace-plan/decisions`, {
        method: 'POST',
        body: JSON.stringify({ decision }),
      })
      const { error } = (await reply.json()) as { error: { message: string } }
      return [reply.status, error.message]
    }
    expect((await ask({ kind: 'merge', into: 'a', entities: [] }))[0]).toBe(400)
    expect(await ask({ kind: 'accept', claim: 'nowhere' })).toEqual([
      409,
      expect.stringContaining('The relation is not there any more.'),
    ])
    expect((await ask({ kind: 'remove', decision: 'd-none' }))[0]).toBe(404)
    const undo = `${app.address}/api/cases/peace-plan/decisions/undo`
    expect((await fetch(undo, { method: 'POST' })).status).toBe(409)
    expect((await fetch(`${app.address}/api/cases/none/decisions`)).status).toBe(404)
    for (const [path, message] of [
      ['peace-plan/decisions?known=all', '“known” is a whole number, 0 or more, not “all”.'],
      ['peace-plan?forever=yes&deleted=now', '“deleted” is a moment in ISO 8601, not “now”.'],
    ] as const) {
      const method = path.includes('forever') ? 'DELETE' : 'GET'
      const reply = await fetch(`${app.address}/api/cases/${path}`, { method })
      expect([reply.status, (await reply.json()).error.message]).toEqual([400, message])
    }
  })

  it.each(['light', 'dark'] as const)('have no fault that axe finds, %s', async (colorScheme) => {
    for (const path of ['/cases', '/search?q=plan'])
      for (const width of [1440, 390]) {
        const viewport = { width, height: 850 }
        const { page } = await app.open(path, { colorScheme, viewport, bypassCSP: true })
        if (path.startsWith('/search')) await page.getByRole('option').first().waitFor()
        expect(await findViolations(page), `${path} ${width}`).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
        await page.context().close()
      }
  })
})
