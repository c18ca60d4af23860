import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import { createPostgresServer, findPostgres, type PostgresServer } from '../store/postgres-server'
import { describeImports } from './contract'

describe('embedded', () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-imports-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  describeImports('import', async () => folder)
})

const binaries = findPostgres()
describe.skipIf(!binaries)('PostgreSQL server', () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await createPostgresServer(binaries!)
  })
  afterAll(() => server?.remove())
  describeImports('import', () => server.createDatabase())
})
