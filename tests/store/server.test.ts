import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '@/lib/store/store'
import { exampleCase } from './example-case'
import { createPostgresServer, findPostgres, type PostgresServer } from './postgres-server'
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
})
