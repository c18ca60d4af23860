import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cache } from 'react'
import { parseCase } from '@/lib/case-file'
import { standingCase } from '@/lib/decisions/standing'
import { AppError } from '@/lib/errors'
import type { Case } from '@/lib/schema'
import { type CaseSummary, openStore } from '@/lib/store/store'

/** The case that ships with the program; a changed copy of it is in the store like any other. */
const readSample = cache(async (): Promise<Case> => {
  const folder = join(/* turbopackIgnore: true */ process.cwd(), 'data', 'sample')
  const name = (await readdir(folder)).sort().find((file) => file.endsWith('.case.json'))
  if (!name) throw new AppError('not_found', 'The sample case is missing from data/sample.')
  return parseCase(await readFile(join(folder, name), 'utf8'))
})

/** As extracted, with the log of decisions. @throws AppError not_found or invalid_input */
export async function readCase(id: string): Promise<Case> {
  try {
    return await openStore().readCase(id)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not_found') throw error
    const sample = await presentSample()
    if (sample?.id !== id) throw error
    return sample
  }
}

/** As decided, without what was rejected. @throws AppError not_found or invalid_input */
export const readStanding = async (id: string): Promise<Case> => standingCase(await readCase(id))

/** The sample, unless a copy of it was deleted. */
async function presentSample(): Promise<Case | undefined> {
  const sample = await readSample().catch(() => undefined)
  if (!sample) return undefined
  const deleted = await openStore().listDeletedCases()
  return deleted.some(({ id }) => id === sample.id) ? undefined : sample
}

/** Puts the sample back as it was shipped; a changed copy is put away among the deleted cases. */
export async function bringSampleBack(): Promise<string> {
  const sample = await readSample()
  const store = openStore()
  await store.removeCase(sample.id)
  await store.saveCase(sample)
  return sample.id
}

/** The sample has no dates before a copy of it is stored. */
type Dates = 'createdAt' | 'changedAt'
export type ListedCase = Omit<CaseSummary, Dates> &
  Partial<Pick<CaseSummary, Dates>> & { sample?: true }

/** The stored cases by title, and the sample after them. */
export async function listCases(): Promise<ListedCase[]> {
  const stored: ListedCase[] = await openStore().listCases()
  const sample = await readSample().catch(() => undefined)
  if (!sample) return stored
  const { id, title, documents, entities, claims } = sample
  const kept = stored.find((case_) => case_.id === id)
  if (!kept && !(await presentSample())) return stored
  const counts = {
    documents: documents.length,
    entities: entities.length,
    claims: claims.length,
  }
  const others = stored.filter((case_) => case_.id !== id)
  return [...others, { ...(kept ?? { id, title, ...counts }), sample: true }]
}

/** Where the program opens: the case it was started with, else the sample, else any. */
export async function firstCase(): Promise<string | undefined> {
  if (process.env.THROUGHLINE_OPEN) return process.env.THROUGHLINE_OPEN
  const cases = await listCases()
  return (cases.find(({ sample }) => sample) ?? cases[0])?.id
}
