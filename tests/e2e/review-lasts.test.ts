import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, it, vi } from 'vitest'
import { createPostgresServer, findPostgres, type PostgresServer } from '../store/postgres-server'
import { browserPath } from './browser'
import { decideTwenty } from './decide-twenty'

// A browser and four starts of the server take their time on a machine that is busy.
vi.setConfig({ testTimeout: 240_000 })

const binaries = findPostgres()

describe.skipIf(!browserPath)('twenty decisions, undone and done again over restarts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-review-'))
  let server: PostgresServer | undefined
  afterAll(async () => {
    await server?.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  it('are all there in a folder', () => decideTwenty({ THROUGHLINE_DATA: folder }))

  it.skipIf(!binaries)('are all there on a PostgreSQL server', async () => {
    server = await createPostgresServer(binaries!)
    await decideTwenty({ DATABASE_URL: await server.createDatabase() })
  })
})
