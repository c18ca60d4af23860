/** `throughline worker` as a command, on a PostgreSQL server of its own. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { openImports } from '@/lib/import/imports'
import { openStore } from '@/lib/store/store'
import { fileSource, makeArticle } from '../import/make-reports'
import {
  createPostgresServer,
  findPostgres,
  type PostgresServer,
  withClient,
} from '../store/postgres-server'
import { type Command, runCommand } from './run-command'

vi.setConfig({ testTimeout: 300_000 })

const nobody = 'postgres://tester@127.0.0.1:9/nobody'

describe('a worker without its server', () => {
  it.each([
    ['', /needs a PostgreSQL server: put its address in DATABASE_URL/],
    ['cases', /DATABASE_URL is "cases", which is no address of a PostgreSQL server/],
    [nobody, /cannot be reached.*Check that it runs/],
  ])('says what is wrong and ends: DATABASE_URL=%s', async (DATABASE_URL, says) => {
    const worker = runCommand(['worker'], { DATABASE_URL })
    expect(await worker.ended).toBe(2)
    expect(worker.stderr()).toMatch(says)
    expect(worker.stderr()).not.toMatch(/\n\s+at /)
  })
})

const binaries = findPostgres()

describe.skipIf(!binaries)('a worker', () => {
  let server: PostgresServer
  const workers: Command[] = []
  beforeAll(async () => {
    server = await createPostgresServer(binaries!)
  })
  afterEach(() => {
    for (const worker of workers.splice(0)) worker.kill('SIGKILL')
  })
  afterAll(() => server?.remove())

  const startWorker = async (place: string) => {
    const worker = runCommand(['worker', '--threads', '1'], { DATABASE_URL: place })
    workers.push(worker)
    await worker.says(/Reading for imports on 127\.0\.0\.1:\d+\/cases_\d+, 1 document at once/)
    return worker
  }
  const handIn = async (place: string, count: number) => {
    const caseId = await openStore(place).createCase('Reports')
    const imports = openImports(place)
    const id = await imports.begin(caseId)
    await imports.add(
      id,
      Array.from({ length: count }, (_, n) => fileSource(makeArticle(n))),
    )
    await imports.seal(id)
    return { caseId, progress: () => imports.progress(id) }
  }

  it('reads what was handed in elsewhere; one that is killed is replaced by the other', async () => {
    const place = await server.createDatabase()
    const count = 60
    const { caseId, progress } = await handIn(place, count)
    const [one] = [await startWorker(place), await startWorker(place)]
    await expect
      .poll(async () => (await progress()).counts.waiting, { timeout: 120_000 })
      .toBeLessThan(count * 0.7)
    one!.kill('SIGKILL')
    await expect.poll(async () => (await progress()).state, { timeout: 120_000 }).toBe('finished')
    expect((await progress()).counts).toMatchObject({ done: count })
    const { documents } = await openStore(place).readCase(caseId)
    expect(new Set(documents.map(({ sha256 }) => sha256)).size).toBe(count)
    expect(documents).toHaveLength(count)
    await openStore(place).close()
  })

  it('stops in good order, and says how much it read', async () => {
    const place = await server.createDatabase()
    const { progress } = await handIn(place, 3)
    const worker = await startWorker(place)
    await expect.poll(async () => (await progress()).state, { timeout: 120_000 }).toBe('finished')
    worker.kill('SIGTERM')
    expect(await worker.ended).toBe(0)
    expect(worker.stderr()).toMatch(/Stopping\. .*\nStopped\. 3 documents read\.\n$/)
    await openStore(place).close()
  })

  it('waits for a server that goes away, says so once, and goes on', async () => {
    const place = await server.createDatabase()
    const worker = await startWorker(place)
    await server.stop()
    await worker.says(/cannot be reached/)
    // Long enough for its loops to run into it; on a slow machine fewer do.
    await new Promise((resolve) => setTimeout(resolve, 2_500))
    await server.start()
    await worker.says(/is there again; reading goes on/)
    expect(worker.stderr().match(/cannot be reached/g)).toHaveLength(1)
    const { progress } = await handIn(place, 2)
    await expect.poll(async () => (await progress()).state, { timeout: 120_000 }).toBe('finished')
    await openStore(place).close()
  })

  it('waits as well when the import was begun on the command line', async () => {
    const reports = mkdtempSync(join(tmpdir(), 'throughline-reports-'))
    for (let n = 0; n < 12; n++) {
      const { name, text } = makeArticle(n)
      writeFileSync(join(reports, name), text)
    }
    const DATABASE_URL = await server.createDatabase()
    const command = runCommand(['import', '--new', 'Reports', reports], { DATABASE_URL })
    workers.push(command)
    await command.says(/of 12 read/)
    await server.stop()
    await command.says(/Reading waits.*cannot be reached/)
    await server.start()
    expect(await command.ended).toBe(0)
    expect(command.stderr()).toMatch(/Reading goes on/)
    expect(command.stdout()).toBe('12 documents joined the case.\n')
    rmSync(reports, { recursive: true, force: true })
  })

  it('leaves alone a database of a newer program', async () => {
    const place = await server.createDatabase()
    await openStore(place).listCases()
    await openStore(place).close()
    await withClient(place, (client) =>
      client.query('insert into throughline.migrations values (9000000000000)'),
    )
    const worker = runCommand(['worker'], { DATABASE_URL: place })
    expect(await worker.ended).toBe(2)
    expect(worker.stderr()).toMatch(/Update Throughline/)
  })
})
