import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmbedded } from '@/lib/store/embedded'
import { migrate } from '@/lib/store/migrate'
import { openServer } from '@/lib/store/server'
import { openStore } from '@/lib/store/store'
import { describeBothStores } from './both-stores'
import { exampleCase } from './example-case'

const migrations = resolve(import.meta.dirname, '../../lib/store/migrations')

describeBothStores((createPlace, kind) => {
  describe('migrations', { timeout: 120_000 }, () => {
    let folder: string
    let place: string
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'throughline-migrations-'))
      place = await createPlace()
    })
    afterAll(() => rmSync(folder, { recursive: true, force: true }))

    const open = () => (kind === 'server' ? openServer(place) : openEmbedded(place, () => {}))

    /** The program's migrations and one more. */
    const withNext = (name: string, sql: string) => {
      const path = join(folder, name)
      cpSync(migrations, path, { recursive: true })
      const journalPath = join(path, 'meta', '_journal.json')
      const journal = JSON.parse(readFileSync(journalPath, 'utf8'))
      const next = { idx: 99, version: '7', when: 9e12, tag: '9999_next', breakpoints: true }
      journal.entries.push(next)
      writeFileSync(journalPath, JSON.stringify(journal))
      writeFileSync(join(path, '9999_next.sql'), sql)
      return path
    }

    it('run wholly or not at all, and again once they are right', async () => {
      const database = await open()
      const half =
        'create table throughline.half (a int);\n--> statement-breakpoint\nselect nonsense;'
      await expect(migrate(database, withNext('broken', half))).rejects.toThrow(/nonsense/)
      const tables = "select count(*)::int from pg_tables where schemaname = 'throughline'"
      expect(await database.query(tables, [])).toEqual([[0]])
      await migrate(database)
      await migrate(database)
      await database.close()
      const store = openStore(place)
      await store.saveCase(exampleCase())
      await store.close()
    })

    it('of a newer program are not touched', async () => {
      const database = await open()
      await migrate(database, withNext('newer', 'create table throughline.next (a int)'))
      await database.close()
      const store = openStore(place)
      await expect(store.listCases()).rejects.toMatchObject({
        code: 'unavailable',
        message: expect.stringContaining('Update Throughline'),
      })
      await store.close()
    })
  })
})
