/** The embedded database in a folder of its own, and a real server where one is installed. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import { createPostgresServer, findPostgres, type PostgresServer } from './postgres-server'

/** @param describeContract what both must do, given what makes a place without cases and which it is */
export function describeBothStores(
  describeContract: (createPlace: () => Promise<string>, kind: 'embedded' | 'server') => void,
): void {
  describe('embedded', () => {
    const folder = mkdtempSync(join(tmpdir(), 'throughline-store-'))
    afterAll(() => rmSync(folder, { recursive: true, force: true }))
    describeContract(async () => folder, 'embedded')
  })

  const binaries = findPostgres()
  describe.skipIf(!binaries)('PostgreSQL server', () => {
    let server: PostgresServer
    beforeAll(async () => {
      server = await createPostgresServer(binaries!)
    })
    afterAll(() => server?.remove())
    describeContract(() => server.createDatabase(), 'server')
  })
}
