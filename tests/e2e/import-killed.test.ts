/**
 * Two articles and a folder of generated documents go in through the page; what reads them is killed
 * in the middle. `THROUGHLINE_IMPORT=1000 npx vitest run tests/e2e/import-killed.test.ts` takes as
 * many documents.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { serializeCase } from '@/lib/case-file'
import type { Progress } from '@/lib/import/progress'
import type { Case } from '@/lib/schema'
import { createPostgresServer, findPostgres, type PostgresServer } from '../store/postgres-server'
import { type App, browserPath, startApp } from './browser'
import { makeFolder } from './import-folder'

const count = Number(process.env.THROUGHLINE_IMPORT ?? 60)

// A browser and two starts of the server take their time on a machine that is busy.
vi.setConfig({ testTimeout: 120_000 + count * 1_000 })

const program = resolve(import.meta.dirname, '../../lib/cli/throughline.js')
const binaries = findPostgres()

describe.skipIf(!browserPath)('an import whose program is killed in the middle', () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-killed-'))
  const reports = join(folder, 'reports')
  let texts: string[]
  let server: PostgresServer | undefined
  const workers: ChildProcess[] = []
  /** What the case was in the end, by where it was kept. */
  const ended: string[] = []
  beforeAll(() => {
    texts = makeFolder(reports, count)
  })
  afterAll(async () => {
    for (const worker of workers) worker.kill('SIGKILL')
    await server?.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is complete after the next start, with nothing doubled: in a folder', async () => {
    const app = await startApp({ DATABASE_URL: '' })
    try {
      ended.push(await importAndKill(app, () => app.kill()))
    } finally {
      await app.stop()
    }
  })

  it.skipIf(!binaries)(
    'the same on a PostgreSQL server, with two workers, one of them killed too',
    async () => {
      server = await createPostgresServer(binaries!)
      const env = { ...process.env, DATABASE_URL: await server.createDatabase() }
      const app = await startApp({ DATABASE_URL: env.DATABASE_URL })
      try {
        for (let n = 0; n < 2; n++) workers.push(await startWorker(env))
        const kill = async () => {
          workers[0]!.kill('SIGKILL')
          await app.kill()
        }
        ended.push(await importAndKill(app, kill))
      } finally {
        await app.stop()
      }
      expect(new Set(ended).size).toBe(1)
    },
  )

  /** @returns the case's bytes, less when it was made */
  async function importAndKill(app: App, kill: () => Promise<void>): Promise<string> {
    const ask = async <T>(path: string, init?: RequestInit): Promise<T> =>
      (await fetch(`${app.address}/api/${path}`, init)).json()
    const body = JSON.stringify({ title: 'Reports' })
    const { id } = await ask<{ id: string }>('cases', { method: 'POST', body })
    const look = async () => (await ask<{ imports: Progress[] }>(`cases/${id}/imports`)).imports[0]
    const { page } = await app.open(`/case/${id}?add=1`)
    const dialog = page.getByRole('dialog', { name: 'Add documents' })
    await dialog.getByLabel('Choose a folder').last().setInputFiles(reports)

    let before: Progress | undefined
    while (readOf(before) < texts.length / 4) before = await look()
    await kill()
    expect(readOf(before)).toBeLessThan(texts.length)
    await dialog.getByText('The program does not answer just now').waitFor()
    await app.startAgain()

    const outcome = dialog.getByText(
      `${texts.length.toLocaleString('en')} documents joined the case.`,
    )
    await outcome.waitFor({ timeout: 60_000 + count * 1_000 })
    expect(await dialog.getByRole('status').textContent()).toBe(await outcome.textContent())
    expect(await look()).toMatchObject({ state: 'finished', total: texts.length })
    await countedOnThePage(page)

    const case_ = await ask<Case>(`cases/${id}`)
    expect(case_.documents.map(({ text }) => text).sort()).toEqual([...texts].sort())
    expectOnce(
      case_.claims.flatMap(({ id: claim, evidence }) =>
        evidence.map(({ document, start, end }) => [claim, document, start, end]),
      ),
    )
    expectOnce(case_.mentions)
    const addedAt = '2026-01-01T00:00:00.000Z'
    return serializeCase({
      ...case_,
      documents: case_.documents.map((document) => ({ ...document, addedAt })),
    })
  }

  async function countedOnThePage(page: Page) {
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
    await page
      .getByText(`${texts.length.toLocaleString('en')} documents`)
      .first()
      .waitFor()
    await page.context().close()
  }

  const expectOnce = (things: unknown[]) =>
    expect(new Set(things.map((thing) => JSON.stringify(thing))).size).toBe(things.length)
})

const readOf = (progress: Progress | undefined) =>
  progress ? progress.total - progress.counts.waiting - progress.counts.running : 0

/** Resolves when it says that it is reading. */
function startWorker(env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const worker = spawn(process.execPath, [program, 'worker', '--threads', '1'], {
    env,
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  return new Promise((ready, fail) => {
    worker.stderr!.on('data', (chunk) => String(chunk).includes('Reading for') && ready(worker))
    worker.once('exit', (code) => fail(new Error(`The worker ended with code ${code}.`)))
  })
}
