import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '@/lib/store/migrate'
import { openServer } from '@/lib/store/server'
import { openStore } from '@/lib/store/store'
import { exampleCase } from './example-case'
import {
  createPostgresServer,
  findPostgres,
  type PostgresServer,
  withClient,
} from './postgres-server'
import { runScript } from './run-script'

const binaries = findPostgres()

const manyEntities = Array.from({ length: 60_000 }, (_, i) => ({
  id: `e${i}`,
  kind: 'person' as const,
  name: `Name ${i}`,
  aliases: [],
}))

describe.skipIf(!binaries)('a PostgreSQL server', { timeout: 120_000 }, () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await createPostgresServer(binaries!)
  })
  afterAll(() => server?.remove())

  it('may be down at the start and in the middle: each step says so, the next one goes on', async () => {
    const store = openStore(await server.createDatabase())
    await server.stop()
    await expect(store.listCases()).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/cannot be reached.*DATABASE_URL/),
    })
    await server.start()
    await store.saveCase(exampleCase())
    await server.stop()
    await expect(store.saveCase(exampleCase({ id: 'later' }))).rejects.toMatchObject({
      code: 'unavailable',
    })
    await server.start()
    expect((await store.listCases()).map(({ id }) => id)).toEqual(['harbour-letter'])
    await store.saveCase(exampleCase({ id: 'later' }))
    await store.close()
  })

  it('may go down while a case is written: nothing of it is there then', async () => {
    const store = openStore(await server.createDatabase())
    await store.saveCase(exampleCase())
    const large = exampleCase({ id: 'large', entities: manyEntities })
    const saving = expect(store.saveCase({ ...large, mentions: [], claims: [] })).rejects
    const failing = saving.toMatchObject({ code: 'unavailable' })
    await server.stop()
    await failing
    await server.start()
    expect((await store.listCases()).map(({ id }) => id)).toEqual(['harbour-letter'])
    await store.close()
  })

  it('has all that was acknowledged when the program and then the server are killed', async () => {
    const address = await server.createDatabase()
    const writer = runScript('keep-saving.ts', address)
    await writer.line(/-30$/)
    writer.process.kill('SIGKILL')
    await writer.ended
    await server.stop()
    await server.start()
    const store = openStore(address)
    const kept = new Set((await store.listCases()).map(({ id }) => id))
    const acknowledged = writer.lines.map((line) => line.replace('saved ', ''))
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
    await store.close()
  })

  it('names what is wrong with an address', async () => {
    const address = await server.createDatabase()
    const missing = openStore(address.replace(/[^/]+$/, 'nobody'))
    await expect(missing.listCases()).rejects.toThrow(/does not exist.*createdb/)
    const nowhere = openStore('postgres://nobody@127.0.0.1:1/none')
    await expect(nowhere.listCases()).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/cannot be reached.*DATABASE_URL/),
    })
  })

  it('takes several processes at once, the first start of each included', async () => {
    const address = await server.createDatabase()
    const writers = [1, 2, 3].map(() => runScript('keep-saving.ts', address, '5'))
    await Promise.all(writers.map((writer) => writer.ended))
    const saved = writers.flatMap((writer) =>
      writer.lines.map((line) => line.replace('saved ', '')),
    )
    const store = openStore(address)
    expect((await store.listCases()).map(({ id }) => id).sort()).toEqual(saved.sort())
    expect(saved).toHaveLength(15)
    await store.close()
  })

  describe('migrations', () => {
    const migrations = resolve(import.meta.dirname, '../../lib/store/migrations')
    let folder: string
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'throughline-migrations-'))
    })
    afterAll(() => rmSync(folder, { recursive: true, force: true }))

    type Step = { idx: number; version: string; when: number; tag: string; breakpoints: boolean }

    /** The program's migrations with other steps listed. */
    const withSteps = (name: string, change: (steps: Step[]) => Step[]) => {
      const path = join(folder, name)
      cpSync(migrations, path, { recursive: true })
      const journalPath = join(path, 'meta', '_journal.json')
      const journal = JSON.parse(readFileSync(journalPath, 'utf8'))
      const entries = change(journal.entries)
      writeFileSync(journalPath, JSON.stringify({ ...journal, entries }))
      return path
    }

    /** The program's migrations and one more. */
    const withNext = (name: string, sql: string) => {
      const next = { idx: 99, version: '7', when: 9e12, tag: '9999_next', breakpoints: true }
      const path = withSteps(name, (steps) => [...steps, next])
      writeFileSync(join(path, '9999_next.sql'), sql)
      return path
    }

    it('run wholly or not at all, and again once they are right', async () => {
      const address = await server.createDatabase()
      const database = await openServer(address)
      const half =
        'create table throughline.half (a int);\n--> statement-breakpoint\nselect nonsense;'
      await expect(migrate(database, withNext('broken', half))).rejects.toThrow(/nonsense/)
      const tables = "select count(*)::int as n from pg_tables where schemaname = 'throughline'"
      const [row] = await withClient(address, async (client) => (await client.query(tables)).rows)
      expect(row.n).toBe(0)
      await migrate(database)
      await migrate(database)
      await database.close()
      const store = openStore(address)
      await store.saveCase(exampleCase())
      await store.close()
    })

    it('keep what an earlier program stored, each beginning of a name once', async () => {
      const database = await openServer(await server.createDatabase())
      await migrate(
        database,
        withSteps('earlier', (steps) => steps.slice(0, 5)),
      )
      const rows = [
        "(1, 'ada', 0, 0, 'ada berg')",
        "(1, 'ada', 0, 1, 'berg')",
        "(1, 'ada', 1, 0, 'envoy ada berg')",
        "(1, 'ada', 1, 1, 'ada berg')",
        "(1, 'ada', 1, 2, 'berg')",
        "(1, 'ada', 2, 0, 'berg')",
        "(2, 'ada', 2, 1, 'berg')",
      ]
      const columns = 'case_key, entity, alias, word, folded'
      await database.query(`insert into throughline.names (${columns}) values ${rows.join(', ')}`)
      await migrate(database)
      expect(
        await database.query(`select ${columns} from throughline.names order by 1, folded`, []),
      ).toEqual([
        [1, 'ada', 0, 0, 'ada berg'],
        [1, 'ada', 1, 0, 'berg'],
        [1, 'ada', 1, 0, 'envoy ada berg'],
        [2, 'ada', 1, 1, 'berg'],
      ])
      await database.close()
    })

    it('of a newer program are not touched', async () => {
      const address = await server.createDatabase()
      const database = await openServer(address)
      await migrate(database, withNext('newer', 'create table throughline.next (a int)'))
      await database.close()
      await expect(openStore(address).listCases()).rejects.toMatchObject({
        code: 'unavailable',
        message: expect.stringContaining('Update Throughline'),
      })
    })
  })
})
