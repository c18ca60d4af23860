/** The import page: how far it is, stopping, going on, what failed and why. */
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from 'pg'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { makePdf } from '../documents/make-files'
import { makeArticle, makeReport } from '../import/make-reports'
import { makeZip } from '../import/sources'
import {
  createPostgresServer,
  findPostgres,
  type PostgresServer,
  withClient,
} from '../store/postgres-server'
import { type App, browserPath, startApp } from './browser'
import { settle } from './explorer-page'
import { findViolations } from './find-violations'

// A browser takes its time on a machine that is busy.
vi.setConfig({ testTimeout: 400_000 })

const folder = mkdtempSync(join(tmpdir(), 'throughline-import-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function makeCase(app: App, title: string): Promise<string> {
  const body = JSON.stringify({ title })
  const reply = await fetch(`${app.address}/api/cases`, { method: 'POST', body })
  return ((await reply.json()) as { id: string }).id
}

async function openDialog(app: App, id: string, width = 1440) {
  const viewport = { width, height: 844 }
  const { page, errors } = await app.open(`/case/${id}?add=1`, { viewport, bypassCSP: true })
  return { page, errors, dialog: page.getByRole('dialog', { name: 'Add documents' }) }
}

const chooseFiles = (dialog: Locator, files: string[]) =>
  dialog.getByLabel('Choose files', { exact: true }).last().setInputFiles(files)

/** Long reports, so that there is time to look, also where they are read quickly and looked at slowly. */
function writeLong(name: string, count: number): string {
  const path = join(folder, name)
  mkdirSync(path)
  for (let n = 0; n < count; n++) {
    const text = Array.from({ length: 5 }, (_, part) => makeArticle(n * 5 + part).text).join('\n')
    writeFileSync(join(path, `long-${n}.txt`), text)
  }
  return path
}

const expectSound = async (page: Page, width: number) => {
  expect(await findViolations(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
}

describe.skipIf(!browserPath)('an import', () => {
  let app: App
  beforeAll(async () => {
    app = await startApp({ DATABASE_URL: '' })
  })
  afterAll(() => app?.stop())

  it('tells count, rate and time left; is cancelled, and resumed after a reload', async () => {
    const id = await makeCase(app, 'Long reports')
    const { page, dialog } = await openDialog(app, id, 390)
    await dialog.getByLabel('Choose a folder').last().setInputFiles(writeLong('long', 24))
    await dialog.getByText(/^\d+ of 24 read · [\d.]+ a second · \d+ s left$/).waitFor()
    await expect.poll(() => dialog.getByRole('progressbar').getAttribute('value')).not.toBe('0')
    await expectSound(page, 390)
    await dialog.getByRole('button', { name: 'Go on in the background' }).click()
    await page
      .getByRole('status')
      .getByText(/of 24 read/)
      .waitFor()
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await dialog.getByRole('button', { name: 'Cancel the import' }).click()
    await dialog.getByText('Cancelled.').waitFor()
    const left = Number(/(\d+) documents? not read/.exec((await dialog.textContent())!)?.[1])
    expect(left).toBeGreaterThan(0)
    await dialog.getByRole('button', { name: 'Try again' }).click()
    await dialog.getByText(/of 24 read/).waitFor()
    await page.goto(`${app.address}/case/${id}`)
    await page
      .getByRole('status')
      .getByText(/of 24 read/)
      .waitFor()
    await page.getByText('24 documents joined the case.').waitFor({ timeout: 200_000 })
    await page.context().close()
  })

  it('ends when its case is deleted elsewhere, and says so', async () => {
    const id = await makeCase(app, 'Deleted')
    const { page, dialog } = await openDialog(app, id)
    await dialog.getByLabel('Choose a folder').last().setInputFiles(writeLong('deleted', 24))
    await dialog.getByText(/of 24 read/).waitFor()
    await fetch(`${app.address}/api/cases/${id}`, { method: 'DELETE' })
    const said = 'The case “Deleted” was deleted while documents were added to it.'
    await dialog.getByRole('alert').getByText(said).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('status').getByText(said).waitFor()
    await page.context().close()
  })

  it('names what it cannot read and why, reads the rest, and tries again', async () => {
    const file = (name: string, content: string | Uint8Array) => {
      writeFileSync(join(folder, name), content)
      return join(folder, name)
    }
    const huge = file('huge.txt', '')
    truncateSync(huge, 200 * 2 ** 20)
    const bomb = makeZip({
      'inner.txt': new Uint8Array(21 * 2 ** 20),
      'fine.txt': makeReport(2).text,
      'photo.jpg': 'No.',
    })
    const files = [
      file('good.txt', makeReport(1).text),
      file('locked.pdf', makePdf([[{ text: 'Secret.', y: 700 }]], { encrypted: true })),
      file('bomb.zip', bomb),
      file('noise.txt', Uint8Array.from([0, 1, 2, 255, 0, 3])),
      file('picture.docx', Uint8Array.from([0x89, 0x50, 0x4e, 0x47])),
      file('blank.txt', ''),
      huge,
    ]
    const id = await makeCase(app, 'Trouble')
    const { page, dialog, errors } = await openDialog(app, id)
    await chooseFiles(dialog, files)
    await dialog.getByText('2 documents joined the case.').waitFor()
    const failed = dialog.getByRole('list', { name: '6 documents failed' })
    expect((await failed.getByRole('listitem').allTextContents()).sort()).toEqual([
      '“blank.txt”: The file has no text. Choose a file with text in it.',
      '“bomb.zip/inner.txt”: Unpacked, the file is over 20 MB. Split it, or save its text as .txt.',
      '“huge.txt”: The file has 200.0 MB; at most 20 MB are read. Split it, or save its text as .txt.',
      '“locked.pdf”: The PDF is protected by a password. Save a copy without the password, then add that.',
      expect.stringMatching(/^“noise.txt”: This is not a text file/),
      '“picture.docx”: The file is not what its ending .docx says. Save it again from its source.',
    ])
    const passedOver = dialog.getByRole('list', { name: 'Passed over' })
    expect(await passedOver.textContent()).toMatch(/^“bomb.zip”: 1 file is of a kind/)
    await expectSound(page, 1440)
    await dialog.getByRole('button', { name: 'Try again' }).click()
    await dialog
      .getByText(/of 8 read/)
      .or(failed)
      .first()
      .waitFor()
    await failed.waitFor()
    expect(errors).toEqual([])

    // the report of what failed outlives the page, and can be put away and had again
    await page.goto(`${app.address}/case/${id}`)
    await page.getByRole('status').getByText('6 failed').waitFor()
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await failed.waitFor()
    await dialog.getByRole('button', { name: 'Add more' }).click()
    await dialog.getByRole('button', { name: 'Show', exact: true }).click()
    await failed.waitFor()
    await dialog.getByRole('button', { name: 'Add more' }).click()
    const archive = file('again.zip', makeZip({ 'same.txt': makeReport(1).text }))
    await chooseFiles(dialog, [archive])
    await dialog.getByText('1 document in the case already').waitFor()
    await page.context().close()
  })

  it('begins when a folder or an archive is dropped anywhere on the window', async () => {
    const id = await makeCase(app, 'Dropped')
    const { page } = await app.open(`/case/${id}`)
    await settle(page)
    const cdp = await page.context().newCDPSession(page)
    const drop = async (path: string) => {
      const data = { items: [], files: [path], dragOperationsMask: 1 }
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
        await cdp.send('Input.dispatchDragEvent', { type, x: 700, y: 450, data })
    }
    const reports = join(folder, 'dropped')
    mkdirSync(join(reports, 'inner'), { recursive: true })
    for (let n = 0; n < 22; n++)
      writeFileSync(join(reports, n % 2 ? 'inner' : '.', `${n}.txt`), makeReport(n).text)
    writeFileSync(join(reports, 'picture.png'), 'No.')
    // the program goes away while it brings the case: the page stays, and asks again
    let asked = 0
    await page.route(`**/api/cases/${id}`, (route) => (asked++ ? route.continue() : route.abort()))
    await drop(reports)
    const dialog = page.getByRole('dialog', { name: 'Add documents' })
    await dialog.getByText('22 documents joined the case.').waitFor()
    await page.getByText(/ 22 documents$/).waitFor()
    expect(asked).toBeGreaterThan(1)
    await dialog.getByRole('button', { name: 'Add more' }).click()
    await dialog.getByRole('button', { name: 'Close' }).first().click()

    const archive = join(folder, 'dropped.zip')
    writeFileSync(archive, makeZip({ 'a.txt': makeReport(30).text }))
    await drop(archive)
    await dialog.getByText('1 document joined the case.').waitFor()
    await dialog.getByRole('button', { name: 'Add more' }).click()
    await dialog.getByRole('button', { name: 'Close' }).first().click()

    const empty = join(folder, 'empty')
    mkdirSync(empty)
    await drop(empty)
    await dialog.getByRole('alert').getByText('The folder is empty.').waitFor()
    await page.context().close()
  })
})

const binaries = findPostgres()

/** As one is closed that hears nothing for a minute. */
async function closeImport(client: Client): Promise<void> {
  await client.query("update throughline.imports set state = 'running' where state = 'open'")
  const open = "select from throughline.imports where state <> 'finished'"
  await expect.poll(async () => (await client.query(open)).rowCount, { timeout: 60_000 }).toBe(0)
}

describe.skipIf(!browserPath || !binaries)('an import on a PostgreSQL server', () => {
  let server: PostgresServer
  let app: App
  let address: string
  beforeAll(async () => {
    server = await createPostgresServer(binaries!)
    address = await server.createDatabase()
    app = await startApp({ DATABASE_URL: address })
  })
  afterAll(async () => {
    await app?.stop()
    await server?.remove()
  })

  it('says that the database is away, and goes on when it is back', async () => {
    const id = await makeCase(app, 'Away')
    const { page, dialog } = await openDialog(app, id)
    await dialog.getByLabel('Choose a folder').last().setInputFiles(writeLong('away', 22))
    await dialog.getByText(/^[1-9]\d? of 22 read/).waitFor()
    await server.stop()
    await dialog
      .getByText(/^Reading waits, and tries again by itself\. The database cannot be reached/)
      .waitFor()
    await expectSound(page, 1440)
    await server.start()
    await dialog.getByText('22 documents joined the case.').waitFor({ timeout: 200_000 })
    await page.context().close()
  })

  it('keeps what was chosen while the database is away, and hands it in when it is back', async () => {
    const id = await makeCase(app, 'Kept')
    const { page, dialog } = await openDialog(app, id)
    await server.stop()
    await dialog.getByLabel('Choose a folder').last().setInputFiles(writeLong('kept', 21))
    await dialog
      .getByText(/^Handing in waits, and tries again by itself\. The database cannot be reached/)
      .waitFor()
    await dialog.getByText(/^.*0 of 21 handed in\. Keep this page open/).waitFor()
    await expectSound(page, 1440)
    await server.start()
    await dialog.getByText('21 documents joined the case.').waitFor({ timeout: 200_000 })
    await page.context().close()
  })

  it('hands the rest into another import when the first was closed meanwhile', async () => {
    const id = await makeCase(app, 'Closed')
    const { page, dialog } = await openDialog(app, id)
    const reports = join(folder, 'closed')
    mkdirSync(reports)
    for (let n = 0; n < 51; n++) writeFileSync(join(reports, `${n}.txt`), makeReport(n).text)
    let parts = 0
    await page.route('**/api/imports/*/documents', async (route) => {
      if (++parts === 2) await withClient(address, closeImport)
      await route.continue()
    })
    await dialog.getByLabel('Choose a folder').last().setInputFiles(reports)
    await dialog.getByText('1 document joined the case.').waitFor({ timeout: 200_000 })
    const { documents } = await (await fetch(`${app.address}/api/cases/${id}`)).json()
    expect(documents).toHaveLength(51)
    await page.context().close()
  })

  it('sets aside after three tries what never answers, with the reason', async () => {
    const id = await makeCase(app, 'Links')
    const { page, dialog } = await openDialog(app, id)
    const links = Array.from({ length: 21 }, (_, n) => `http://nobody-${n}.invalid/report`)
    await dialog.getByLabel('Text or link').fill(links.join('\n'))
    await dialog.getByRole('button', { name: 'Read' }).click()
    await dialog.getByText(/documents? to be tried again/).waitFor()
    const hurry = () =>
      withClient(address, (client) =>
        client.query('update throughline_jobs.job set retry_delay = 0, start_after = now()'),
      )
    await expect
      .poll(
        async () => {
          await hurry()
          return dialog.textContent()
        },
        { timeout: 60_000 },
      )
      .toContain('21 documents failed')
    const [first] = await dialog.getByRole('listitem').allTextContents()
    expect(first).toMatch(/nobody-0\.invalid.*There is no site at.*Set aside after 3 tries\.$/)
    await page.context().close()
  })
})
