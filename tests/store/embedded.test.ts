import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Connection } from '@/lib/store/database'
import { openEmbedded } from '@/lib/store/embedded'
import { openStore } from '@/lib/store/store'
import { exampleCase } from './example-case'
import { runScript } from './run-script'
import { canMakeDisk, makeDisk } from './small-disk'

describe('the embedded database', { timeout: 120_000 }, () => {
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'throughline-embedded-'))
    const store = openStore(folder)
    await store.listCases()
    await store.close()
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('refuses a second process, and loses nothing acknowledged when the first is killed', async () => {
    const writer = runScript('keep-saving.ts', folder)
    await writer.line(/-10$/)
    const store = openStore(folder)
    await expect(store.listCases()).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(String(writer.process.pid)),
    })
    await writer.line(/-50$/)
    writer.process.kill('SIGKILL')
    await writer.ended
    const kept = new Set((await store.listCases()).map(({ id }) => id))
    const acknowledged = writer.lines.map((line) => line.replace('saved ', ''))
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
    expect(await store.readCase(acknowledged.at(-1)!)).toMatchObject({
      title: 'The harbour letter',
    })
    await store.close()
  })

  it('ends with its process, and opens again after it was closed', async () => {
    const writer = runScript('keep-saving.ts', folder, '1')
    await writer.ended
    expect(writer.process.exitCode).toBe(0)
    const tidy = runScript('keep-saving.ts', folder, '1', 'close')
    await tidy.ended
    expect([tidy.lines.at(-1), tidy.process.exitCode]).toEqual(['closed', 0])
    const id = writer.lines[0]!.replace('saved ', '')
    const store = openStore(folder)
    expect(await store.readCase(id)).toEqual(exampleCase({ id }))
    await store.close()
    expect(await store.readCase(id)).toEqual(exampleCase({ id }))
    await store.close()
  })

  it('does not let its log grow, however much is written at once', async () => {
    const place = join(folder, 'log')
    cpSync(join(folder, 'database'), join(place, 'database'), { recursive: true })
    const database = await openEmbedded(place, () => {})
    await database.transaction(async (connection) => {
      await connection.query('create table ballast (words text)', [])
      for (let n = 0; n < 20; n++) {
        await connection.query(
          'insert into ballast select repeat(md5(n::text), 30) from generate_series(1, 8000) as n',
          [],
        )
      }
    })
    await database.close()
    const log = readdirSync(join(place, 'database', 'pg_wal'))
    // 170 MB were written; a segment has 16.
    expect(log.filter((name) => /^[0-9A-F]{24}$/.test(name)).length).toBeLessThanOrEqual(7)
  })

  it('gives back the room of what is gone, and learns what its tables hold', async () => {
    const place = join(folder, 'upkeep')
    cpSync(join(folder, 'database'), join(place, 'database'), { recursive: true })
    const database = await openEmbedded(place, () => {})
    const look = async ({ query }: Connection) => {
      const [row] = await query(
        "select reltuples, pg_relation_size(oid) from pg_class where relname = 'ballast'",
      )
      return { rows: Number(row![0]), bytes: Number(row![1]) }
    }
    // Nothing comes between in a transaction, however long it takes.
    const { rows, bytes } = await database.transaction(async (connection) => {
      await connection.query('create table ballast (words text)')
      await connection.query(
        'insert into ballast select repeat(md5(n::text), 30) from generate_series(1, 8000) as n',
      )
      await connection.query('update ballast set words = words')
      return look(connection)
    })
    expect(rows).toBe(-1)
    await vi.waitFor(async () => expect((await look(database)).rows).toBe(8000), {
      timeout: 100_000,
    })
    await database.query('update ballast set words = words')
    expect((await look(database)).bytes).toBeLessThanOrEqual(bytes)
    await database.close()
  })

  it('says that the folder cannot be written to', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    await expect(openStore(join(file, 'data')).listCases()).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/THROUGHLINE_DATA.*\(ENOTDIR: not a directory/),
    })
  })

  it.skipIf(!canMakeDisk)('says that the disk can only be read', async () => {
    const disk = makeDisk('ro')
    try {
      await expect(openStore(join(disk.folder, 'data')).listCases()).rejects.toMatchObject({
        code: 'unavailable',
        message: expect.stringMatching(/cannot be read or written to.*THROUGHLINE_DATA.*EROFS/),
      })
    } finally {
      disk.remove()
    }
  })

  it.skipIf(!canMakeDisk)('says that there is no room to make it', async () => {
    const disk = makeDisk('size=8m')
    try {
      await expect(openStore(join(disk.folder, 'data')).listCases()).rejects.toMatchObject({
        code: 'unavailable',
        message: expect.stringMatching(/disk.* is full.*\(ENOSPC: no space left on device\)/),
      })
    } finally {
      disk.remove()
    }
  })

  it.skipIf(!canMakeDisk)(
    'says that the disk is full, and keeps what was acknowledged',
    async () => {
      const disk = makeDisk('size=120m')
      try {
        const place = join(disk.folder, 'data')
        cpSync(join(folder, 'database'), join(place, 'database'), { recursive: true })
        const store = openStore(place)
        const before = (await store.listCases()).length
        disk.fill(6_000_000)
        let saved = 0
        const fill = async () => {
          for (;;) {
            await store.saveCase(exampleCase({ id: `c${saved}`, title: longTitle(saved) }))
            saved++
          }
        }
        await expect(fill()).rejects.toMatchObject({
          code: 'unavailable',
          message: expect.stringMatching(/disk.* is full/),
        })
        disk.free()
        expect(await store.listCases()).toHaveLength(before + saved)
        await store.createCase('after')
        await store.close()
      } finally {
        disk.remove()
      }
    },
  )
})

/** Does not compress, so that the disk fills. */
const longTitle = (seed: number) => {
  let state = seed + 1
  return Array.from({ length: 200_000 }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return String.fromCharCode(0x4e00 + ((state >> 8) % 20_000))
  }).join('')
}
