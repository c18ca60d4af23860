import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ingest } from '@/lib/pipeline'
import type { Decision } from '@/lib/schema'
import { type App, browserPath, live, startApp } from './browser'
import { findViolations } from './find-violations'

// A browser takes its time on a machine that is busy.
vi.setConfig({ testTimeout: 180_000 })

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

    const away = page.getByRole('button', { name: 'Delete The second look', exact: true })
    const back = page.getByRole('button', { name: 'Restore The second look' })
    await away.click()
    await page.getByRole('status').getByText('is deleted').waitFor()
    await back.waitFor()
    await page.keyboard.press('Control+z')
    await back.waitFor({ state: 'detached' })
    await away.click()
    await back.click()
    await back.waitFor({ state: 'detached' })
    await away.click()
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
    const send = async (body: object, step = '') => {
      const headers = { 'content-type': 'application/json' }
      const reply = await fetch(address + step, {
        method: 'POST',
        body: JSON.stringify(body),
        headers,
      })
      expect(reply.status).toBe(201)
      return (await reply.json()) as { decision: Decision; log: Decision[] }
    }
    const rename = (entity: string) => ({ kind: 'rename', entity, name: 'An outlet' })
    const { decision } = await send({ decision: rename('axios'), by: 'Ada' })
    await send({ decision: rename('reuters'), by: 'Bo' })
    // a step back is one from what the page shows, whatever others decided meanwhile
    const back = await send({ by: 'Ada', known: 1 }, '/undo')
    expect(back.log).toMatchObject([{ by: 'Bo' }, { kind: 'remove', decision: decision.id }])
    const { page } = await app.open('/cases')
    await page.getByRole('button', { name: 'Bring the sample back' }).click()
    await page.getByText('The sample is back').waitFor()
    expect(await (await fetch(address)).json()).toMatchObject({ log: [] })
    // the one that was changed comes back beside it, with its decision
    await page.getByRole('button', { name: /^Restore How the/ }).click()
    await titles(page).nth(1).waitFor()
    const beside = address.replace('peace-plan', 'peace-plan-2')
    expect(await (await fetch(beside)).json()).toMatchObject({
      log: [{ by: 'Ada' }, { by: 'Bo' }, { by: 'Ada' }],
    })
    await page.getByRole('button', { name: 'Bring the sample back' }).click()
    await page.getByText('The sample is here as it was shipped').waitFor()
    await page.context().close()
  })

  it('are read again: first what would change, then the change, then the way back', async () => {
    const report =
      'Foreign Minister Ada Lind met Bo Falk in Oslo. Falk advised Cora Brand on Monday.'
    const input = { title: 'Oslo', publisher: 'The Post', text: report, language: 'en' }
    const { case: read } = ingest([input], { title: 'Harbour talks' })
    const met = read.claims.find(({ relation }) => relation === 'met')!
    const older = [{ ...met, id: 'older', relation: 'negotiated' }]
    const api = `${app.address}/api/cases`
    const send = async (path: string, body?: unknown) => {
      const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
      const reply = await fetch(`${api}${path}`, init)
      return { status: reply.status, ...(await reply.json()) }
    }
    const { id } = await send('', { ...read, claims: older })
    const { document, start, end, stance } = met.evidence[0]!
    const evidence = [{ document, start, end, stance }]
    await send(`/${id}/decisions`, { decision: { kind: 'accept', claim: 'older', evidence } })
    const relations = async () =>
      (await send(`/${id}`)).claims.map(({ relation }: { relation: string }) => relation).sort()
    const [before, after] = [older, read.claims].map((claims) =>
      claims.map(({ relation }) => relation).sort(),
    )

    const { page, errors } = await app.open(`/case/${id}`, { bypassCSP: true })
    await page
      .getByText(/\d+ entities · 1 claim ·/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Harbour talks' }).click()
    await page.getByRole('menuitem', { name: 'Read the reports again …' }).click()
    const dialog = page.getByRole('dialog', { name: 'Read the reports again' })
    await dialog
      .getByText(
        /^\d new relations, 1 gone, 0 read otherwise, 0 as before\. 1 of 1 decision without its ground\./,
      )
      .waitFor()
    await dialog.getByText('Accepted: Ada Lind negotiated with Bo Falk').waitFor()
    await dialog.getByRole('link', { name: 'Ada Lind met Bo Falk' }).waitFor()
    expect(await findViolations(page)).toEqual([])
    expect(await relations()).toEqual(before)
    const other = await page.context().newPage()
    await other.goto(page.url())
    await other
      .getByText(/\d+ entities · 1 claim ·/)
      .first()
      .waitFor()
    await dialog.getByRole('button', { name: 'Keep what was read' }).click()
    await dialog.getByText(/^Kept\. \d new relations, 1 gone/).waitFor()
    expect(await relations()).toEqual(after)
    await dialog.getByRole('button', { name: 'Done' }).click()
    for (const window of [page, other]) {
      await window.getByText(`${read.claims.length} claims ·`).first().waitFor()
    }
    await other.close()

    await page.goto(`${app.address}/case/${id}/history`)
    await live(page)
    await page.getByText('The relation is not there any more.').waitFor()
    await page.getByRole('button', { name: 'Read the reports again …' }).click()
    await dialog.getByText('all of it reads as before').waitFor()
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await page.getByRole('button', { name: 'Read as before' }).click()
    await page.getByText('The relation is not there any more.').waitFor({ state: 'detached' })
    expect(await relations()).toEqual(before)
    expect(errors).toEqual([])
    await page.context().close()

    expect(await send(`/${id}/reread`)).toMatchObject({ status: 200, state: 'read' })
    expect(await send(`/${id}/reread`, { action: 'cancel' })).toMatchObject({ state: 'none' })
    const { id: bare } = await send('', { title: 'Bare' })
    for (const [path, body, status, message] of [
      [`/${id}/reread`, { action: 'keep' }, 409, 'Read them again first'],
      [`/${id}/reread`, { action: 'again' }, 400, 'cannot be read'],
      [`/${bare}/reread`, { action: 'read' }, 409, '“Bare” has no reports'],
      ['/none/reread', { action: 'read' }, 404, 'no case "none"'],
      ['/none/reread', undefined, 404, 'no case "none"'],
      ['/none/earlier', undefined, 404, 'no case "none"'],
      [`/${id}/earlier`, { keptAt: 'then' }, 400, 'cannot be read'],
      [`/${id}/earlier`, { keptAt: '2026-01-01T00:00:00.000Z' }, 404, 'not kept any more'],
    ] as const) {
      const answer = await send(path, body)
      expect([answer.status, answer.error.message]).toEqual([
        status,
        expect.stringContaining(message),
      ])
    }
  })

  it('are searched together, by arrow keys and Enter', async () => {
    const { page } = await app.open('/search?q=telephone')
    const hit = page.getByRole('option').filter({ hasText: 'telephone' }).first()
    await hit.waitFor()
    expect(await hit.locator('mark').first().textContent()).toBe('telephone')
    const beside = page.context().waitForEvent('page')
    await hit.click({ modifiers: ['ControlOrMeta'] })
    await (await beside).waitForURL(/\/case\//)
    expect(await page.evaluate(() => location.pathname)).toBe('/search')
    await page.getByRole('combobox').fill('witkof')
    await page.getByRole('option').filter({ hasText: 'Steve Witkoff' }).first().waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/sel=steve-witkoff/)
    await page.goBack()
    await page.getByRole('option').filter({ hasText: 'Steve Witkoff' }).first().waitFor()
    await expect.poll(() => page.getByRole('combobox').inputValue()).toBe('witkof')
    await page.goto(`${app.address}/search?q=nine points fewer`)
    await page
      .getByRole('option', { name: /^Nine points fewer/ })
      .first()
      .click()
    await page.waitForURL(/\/document\/report-2/)
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
