import { serializeCase } from '@/lib/case-file'
import { AppError } from '@/lib/errors'
import type { Case } from '@/lib/schema'
import { openStore } from '@/lib/store/store'
import { readCase } from './read-case'

/** What to do with a case whose id another one has. */
export type Keep = 'both' | 'replace'

/**
 * Stores a case that came in as a file.
 * @returns the id it is kept under, and whether exactly this case was here already
 * @throws AppError conflict when another case of its id is here and `keep` does not say what to do
 */
export async function keepCase(
  case_: Case,
  keep?: Keep,
): Promise<{ id: string; title: string; known: boolean }> {
  const store = openStore()
  const present = await readCase(case_.id).catch((error: unknown) => {
    // a damaged one may be replaced
    if (error instanceof AppError) return undefined
    throw error
  })
  if (present && serializeCase(present) === serializeCase(case_))
    return { id: case_.id, title: case_.title, known: true }
  if (present && keep === undefined)
    throw new AppError(
      'conflict',
      `Another case with the id “${case_.id}” is here already: “${present.title}”. Keep both, or replace it.`,
    )
  const kept = present && keep === 'both' ? { ...case_, id: await freeId(case_.id) } : case_
  await store.saveCase(kept)
  return { id: kept.id, title: kept.title, known: false }
}

async function freeId(id: string): Promise<string> {
  const taken = new Set((await openStore().listCases()).map((case_) => case_.id))
  for (let number = 2; ; number++) {
    const candidate = `${id.slice(0, 100)}-${number}`
    if (!taken.has(candidate)) return candidate
  }
}
