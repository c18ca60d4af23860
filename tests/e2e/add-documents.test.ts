import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { makeBomb, makePdf } from '../documents/make-files'
import { type App, browserPath, startApp } from './browser'
import { settle } from './explorer-page'
import { findViolations } from './find-violations'

// A browser takes its time on a machine that is busy.
vi.setConfig({ testTimeout: 180_000 })

const root = join(import.meta.dirname, '../..')
const report = (id: string) => join(root, `data/sample/${id}.txt`)
const font = join(root, 'data/fonts/inter-regular.ttf')

describe.skipIf(!browserPath)('adding documents', () => {
  let app: App
  beforeAll(async () => {
    app = await startApp()
  })
  afterAll(() => app?.stop())

  /** @returns the new case's id */
  async function makeCase(title: string): Promise<string> {
    const body = {
      version: 1,
      id: title,
      title,
      documents: [],
      entities: [],
      mentions: [],
      claims: [],
      decisions: [],
    }
    const reply = await fetch(`${app.address}/api/cases?keep=both`, {
      method: 'POST',
      body: JSON.stringify(body),
    })
    return ((await reply.json()) as { id: string }).id
  }
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(app.address + path, { method: 'POST', body: JSON.stringify(body), headers })
  const document = (text: string) => ({ title: 'A report', text, language: 'en' })

  it('refuses a file that unpacks to far more than it has, and reads the others', async () => {
    const form = new FormData()
    const bomb = makePdf([[{ text: 'They met.', y: 700 }]], {
      packed: ['/Kind /Bomb', makeBomb(250)],
    })
    form.append('file', new Blob([bomb as Uint8Array<ArrayBuffer>]), 'bomb.pdf')
    form.append('file', new Blob(['They met in Oslo.']), 'fine.txt')
    const reply = await fetch(`${app.address}/api/documents`, { method: 'POST', body: form })
    expect(await reply.json()).toEqual({
      documents: [{ title: 'They met in Oslo.', text: 'They met in Oslo.', language: 'en' }],
      failures: [
        {
          name: 'bomb.pdf',
          message: '“bomb.pdf”: Unpacked, the PDF is over 200 MB. Save its text as .txt.',
        },
      ],
    })
  })

  it('makes a case, shows what two reports bring, and draws it when they joined', async () => {
    const { page, foreign, errors } = await app.open('/case/peace-plan')
    await settle(page)
    await page.getByRole('button', { name: /How the 28-point plan was shaped/ }).click()
    await page.getByRole('menuitem', { name: /New case/ }).click()
    await page.getByLabel('What is it about?').fill('Who wrote the plan?')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/case/who-wrote-the-plan*')
    const dialog = page.getByRole('dialog', { name: 'Add documents' })
    await dialog.getByLabel('Text or link').waitFor()

    await dialog
      .getByLabel('Choose files', { exact: true })
      .last()
      .setInputFiles([report('report-1'), font, report('report-2')])
    await dialog.getByText('Nothing has joined the case yet').waitFor()
    await expect.poll(() => dialog.getByLabel('Title').count()).toBe(2)
    await dialog.getByText('Sergei Lavrov is Foreign Minister of Russia').waitFor()
    await dialog.getByText('“inter-regular.ttf”: This is not a text file').waitFor()
    await dialog.getByText('Left out').click()
    await dialog.getByText('Storm Keeps Night Ferries in Harbour for Third Day').waitFor()
    // Looking keeps nothing.
    const kept = await fetch(`${app.address}/api/cases/who-wrote-the-plan`)
    expect((await kept.json()) as object).toMatchObject({ documents: [], claims: [] })

    await dialog.getByRole('button', { name: 'Add 2 documents to the case' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page
      .getByText(/2 documents/)
      .first()
      .waitFor()
    await settle(page)
    expect(foreign).toEqual([])
    expect(errors).toEqual([])

    await page.goto(`${app.address}/case/who-wrote-the-plan?add=1`)
    await dialog
      .getByLabel('Choose files', { exact: true })
      .last()
      .setInputFiles(report('report-1'))
    await dialog.getByText('in the case already', { exact: true }).waitFor()
    await dialog.getByText('This report is in the case already.').waitFor()
    expect(await dialog.getByRole('button', { name: /^Add .* to the case$/ }).count()).toBe(0)
    await page.context().close()
  })

  it('has no fault that axe finds, in choosing and in looking', async () => {
    const id = await makeCase('axe')
    const { page } = await app.open(`/case/${id}?add=1`, { bypassCSP: true })
    const dialog = page.getByRole('dialog', { name: 'Add documents' })
    await dialog.getByLabel('Text or link').fill('Marta Novak met Peter Horn in Oslo.')
    expect(await findViolations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Read' }).click()
    await dialog.getByText('Nothing has joined the case yet').waitFor()
    expect(await findViolations(page)).toEqual([])
    await page.context().close()
  })

  it('reads pasted text and puts its title and date right', async () => {
    const id = await makeCase('pasted')
    const { page } = await app.open(`/case/${id}?add=1`)
    const dialog = page.getByRole('dialog', { name: 'Add documents' })
    await dialog.getByLabel('Text or link').fill('Marta Novak met Peter Horn in Oslo last month.')
    await dialog.getByRole('button', { name: 'Read' }).click()
    await dialog.getByLabel('Title').fill('A meeting in Oslo')
    await dialog.getByLabel(/^Date of/).fill('2025-11-27')
    await dialog.getByText('Nothing has joined the case yet').click()
    await dialog.getByRole('button', { name: 'Add 1 document to the case' }).click()
    await dialog.waitFor({ state: 'detached' })
    const kept = (await (await fetch(`${app.address}/api/cases/${id}`)).json()) as {
      documents: object[]
    }
    expect(kept.documents).toMatchObject([
      {
        title: 'A meeting in Oslo',
        publishedAt: '2025-11-27',
        text: 'Marta Novak met Peter Horn in Oslo last month.',
      },
    ])
    await page.context().close()
  })

  it('takes what is dropped on the dialog', async () => {
    const id = await makeCase('dropped')
    const { page } = await app.open(`/case/${id}?add=1`)
    const dialog = page.getByRole('dialog', { name: 'Add documents' })
    const transfer = await page.evaluateHandle(
      (text) => {
        const data = new DataTransfer()
        data.items.add(new File([text], 'report.txt', { type: 'text/plain' }))
        return data
      },
      readFileSync(report('report-2'), 'utf8'),
    )
    for (const type of ['dragenter', 'dragover', 'drop']) {
      await dialog.getByLabel('Text or link').dispatchEvent(type, { dataTransfer: transfer })
    }
    await dialog.getByText('Nothing has joined the case yet').waitFor()
    await expect.poll(() => dialog.getByLabel('Title').count()).toBe(1)
    await page.context().close()
  })

  it('says why a link is not fetched, and stays usable', async () => {
    const { page } = await app.open('/case/peace-plan?add=1')
    const dialog = page.getByRole('dialog', { name: 'Add documents' })
    await dialog.getByLabel('Text or link').fill(`${app.address}/case/peace-plan`)
    await dialog.getByRole('button', { name: 'Read' }).click()
    await dialog.getByText(/127\.0\.0\.1 is not an address on the public internet/).waitFor()
    await dialog.getByLabel('Text or link').waitFor()
    await page.context().close()
  })

  it('keeps both when two join at the same time', async () => {
    const id = await makeCase('both')
    const texts = ['one', 'two', 'three', 'four'].map(
      (word) => `Report number ${word} says nothing.`,
    )
    const replies = await Promise.all(
      texts.map((text) => post(`/api/cases/${id}/documents`, { documents: [document(text)] })),
    )
    expect(replies.map((reply) => reply.status)).toEqual([201, 201, 201, 201])
    const kept = (await (await fetch(`${app.address}/api/cases/${id}`)).json()) as {
      documents: { text: string }[]
    }
    expect(kept.documents.map(({ text }) => text).sort()).toEqual([...texts].sort())
  })

  it('refuses what is not for it', async () => {
    const good = { documents: [document('They met.')] }
    const evil = { origin: 'https://evil.example' }
    expect((await post('/api/cases/peace-plan/documents', good, evil)).status).toBe(403)
    expect((await post('/api/documents', { link: 'https://example.org' }, evil)).status).toBe(403)
    expect((await post('/api/cases/none/documents', good)).status).toBe(404)
    for (const body of [
      {},
      { documents: [] },
      { documents: [{ text: '' }] },
      { ...good, more: 1 },
      7,
    ]) {
      expect(
        (await post('/api/cases/peace-plan/documents', body)).status,
        JSON.stringify(body),
      ).toBe(400)
    }
    expect((await post('/api/documents', { link: 7 })).status).toBe(400)
    const nothing = await fetch(`${app.address}/api/documents`, {
      method: 'POST',
      body: 'not json',
    })
    expect(nothing.status).toBe(400)
  })
})
