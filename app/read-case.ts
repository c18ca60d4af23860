import type { Case } from '@/lib/schema'
import { type CaseSummary, openStore } from '@/lib/store/store'
import { openCases, readSample } from './stored-cases'

/**
 * As extracted, with the log of decisions. While the database is made at the very first start, the
 * sample is read from its file.
 * @throws AppError not_found, or invalid_input when an earlier version left it damaged
 */
export async function readCase(id: string): Promise<Case> {
  if (await openStore().isNew()) {
    const sample = await readSample().catch(() => undefined)
    if (sample?.id === id) return sample
  }
  return (await openCases()).readCase(id)
}

/** Puts the sample back as it was shipped; a changed copy is put away among the deleted cases. */
export async function bringSampleBack(): Promise<string> {
  const sample = await readSample()
  const store = await openCases()
  await store.removeCase(sample.id)
  await store.saveCase(sample)
  return sample.id
}

/** The sample has no dates before it is stored. */
type Dates = 'createdAt' | 'changedAt'
export type ListedCase = Omit<CaseSummary, Dates> &
  Partial<Pick<CaseSummary, Dates>> & { sample?: true }

/** The stored cases by title, and the sample after them. */
export async function listCases(): Promise<ListedCase[]> {
  const sample = await readSample().catch(() => undefined)
  if (sample && (await openStore().isNew())) return [summarize(sample)]
  const stored: ListedCase[] = await (await openCases()).listCases()
  const others = stored.filter((case_) => case_.id !== sample?.id)
  const kept = stored.find((case_) => case_.id === sample?.id)
  return kept ? [...others, { ...kept, sample: true }] : others
}

function summarize({ id, title, documents, entities, claims }: Case): ListedCase {
  const counts = {
    documents: documents.length,
    entities: entities.length,
    claims: claims.length,
  }
  return { id, title, ...counts, sample: true }
}

/** The one deleted last comes first. */
export const listDeletedCases = async () => (await openCases()).listDeletedCases()

/** Where the program opens: the case it was started with, else the sample, else any. */
export async function firstCase(): Promise<string | undefined> {
  if (process.env.THROUGHLINE_OPEN) return process.env.THROUGHLINE_OPEN
  const cases = await listCases()
  return (cases.find(({ sample }) => sample) ?? cases[0])?.id
}
