import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cache } from 'react'
import { parseCase } from '@/lib/case-file'
import { AppError } from '@/lib/errors'
import type { Case } from '@/lib/schema'
import { openStore, type Store } from '@/lib/store/store'

/** The case that ships with the program; from the first start on it is in the store as well. */
export const readSample = cache(async (): Promise<Case> => {
  const folder = join(/* turbopackIgnore: true */ process.cwd(), 'data', 'sample')
  const name = (await readdir(folder)).sort().find((file) => file.endsWith('.case.json'))
  if (!name) throw new AppError('not_found', 'The sample case is missing from data/sample.')
  return parseCase(await readFile(join(folder, name), 'utf8'))
})

/** On globalThis: a bundled server may hold this module several times. */
const shared = globalThis as { throughlinePrepared?: Promise<void> }

/**
 * The store with the sample in it. The first call opens it; the server makes that call when it
 * starts (instrumentation.ts), so that no page has to wait for a database to be made.
 */
export async function openCases(): Promise<Store> {
  const store = openStore()
  shared.throughlinePrepared ??= prepare(store).catch((error) => {
    delete shared.throughlinePrepared
    throw error
  })
  await shared.throughlinePrepared
  return store
}

async function prepare(store: Store): Promise<void> {
  const sample = await readSample().catch((error: AppError) => {
    console.warn(error.message)
    return undefined
  })
  if (sample) await store.keepSample(sample)
}
