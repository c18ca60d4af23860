import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '@/lib/store/store'

/** Making a database takes seconds, copying one does not: folders with an empty store in them. */
export async function makeDatabase(): Promise<{ copyTo(folder: string): void; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-made-'))
  const store = openStore(folder)
  await store.listCases()
  await store.close()
  return {
    copyTo: (to) => cpSync(join(folder, 'database'), join(to, 'database'), { recursive: true }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
