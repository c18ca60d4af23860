import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import { describeStore } from './contract'
import { createPostgresServer, findPostgres, type PostgresServer } from './postgres-server'

describe('embedded', () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-store-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  describeStore('store', async () => folder)
})

const binaries = findPostgres()
describe.skipIf(!binaries)('PostgreSQL server', () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await createPostgresServer(binaries!)
  })
  afterAll(() => server?.remove())
  describeStore('store', () => server.createDatabase())
})
