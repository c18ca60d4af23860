/** An import whose database finds no room on its disk, until it does. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startEngine } from '@/lib/import/engine'
import { openImports } from '@/lib/import/imports'
import { openStore } from '@/lib/store/store'
import {
  createPostgresServer,
  findPostgres,
  type PostgresServer,
  withClient,
} from '../store/postgres-server'
import { canMakeDisk, makeDisk, type SmallDisk } from '../store/small-disk'
import { readOf } from './given'
import { fileSource, makeReports } from './make-reports'
import { stopAfter } from './stop-after'

const binaries = findPostgres()
const patience = { timeout: 120_000 }

describe.skipIf(!canMakeDisk)('an import on a full disk', { timeout: 300_000 }, () => {
  let disk: SmallDisk
  let server: PostgresServer | undefined
  beforeAll(() => {
    disk = makeDisk('size=150m')
  })
  afterAll(async () => {
    await server?.remove()
    disk?.remove()
  })

  it('says so, loses nothing, and goes on when there is room: in a folder', () =>
    fillAndFree(join(disk.folder, 'data'), async () => {}))

  it.skipIf(!binaries)('the same on a server, which goes down over it at last', async () => {
    server = await createPostgresServer(binaries!, disk.folder)
    const address = await server.createDatabase()
    const mend = () => server!.start()
    await fillAndFree(address, mend, async () => {
      await withClient(address, async (client) => {
        await client.query('select pg_switch_wal()')
        // PostgreSQL gives up when there is no room for its log.
        await expect(client.query('create table more (a int)')).rejects.toThrow()
      })
      await server!.stop()
    })
  })

  /** @param worsen what else happens while the disk is full, and `mend` makes good when it is not */
  async function fillAndFree(
    place: string,
    mend: () => Promise<void>,
    worsen?: () => Promise<void>,
  ): Promise<void> {
    const store = openStore(place)
    const imports = openImports(place)
    const caseId = await store.createCase('Reports')
    const reports = makeReports(24)
    const id = await imports.begin(caseId)
    await imports.add(id, reports.map(fileSource))
    await imports.seal(id)
    const told: string[] = []
    const { readers, goOn } = stopAfter(8)
    const engine = startEngine(place, {
      readers,
      onError: ({ message }) => told.push(message),
      onRecovered: () => told.push('recovered'),
    })
    const acknowledged = [caseId]
    try {
      await vi.waitUntil(async () => readOf(await imports.progress(id)) > 0, patience)
      const open = await imports.begin(caseId)
      disk.fill(0)
      goOn()
      await vi.waitUntil(() => {
        if (told.length === 0) disk.fill(0)
        return told.length > 0
      }, patience)
      const full = /disk.* is full.*Free some space.*No space left on device/
      expect(told[0]).toMatch(full)
      expect(engine.trouble()).toMatch(full)
      const bytes = randomBytes(4_000_000)
      await expect(
        imports.add(open, [{ source: 'file', name: 'noise.txt', bytes }]),
      ).rejects.toMatchObject({ code: 'unavailable', message: expect.stringMatching(/is full/) })
      // What is small may find a place still; what was answered for has.
      for (let n = 0; n < 5; n++) {
        await store.createCase('Later').then(
          (made) => acknowledged.push(made),
          (error) => expect(error).toMatchObject({ code: 'unavailable' }),
        )
      }
      await worsen?.()
      disk.free()
      await mend()
      await imports.seal(open)
      await engine.whenIdle()
      // What fetches links looks for itself, if nothing was to be fetched.
      await vi.waitUntil(() => engine.trouble() === undefined, patience)
      expect(await imports.progress(open)).toMatchObject({ state: 'finished', total: 0 })
    } finally {
      goOn()
      await engine.stop()
    }
    expect(told.at(-1)).toBe('recovered')
    expect(await imports.progress(id)).toMatchObject({ state: 'finished', counts: { done: 24 } })
    const { documents } = await store.readCase(caseId)
    expect(documents.map(({ text }) => text)).toEqual(reports.map(({ text }) => text))
    const kept = (await store.listCases()).map((case_) => case_.id)
    expect(kept.sort()).toEqual(acknowledged.sort())
    await store.close()
  }
})
