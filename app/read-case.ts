import { serializeCase } from '@/lib/case-file'
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

/**
 * Puts the sample back as it was shipped; a changed one is put away among the deleted cases.
 * @returns what was there: nothing, a changed one, or the sample as it was shipped
 */
export async function bringSampleBack(): Promise<'none' | 'changed' | 'same'> {
  const sample = await readSample()
  const store = await openCases()
  const present = (await store.hasCase(sample.id)) ? await store.readCase(sample.id) : undefined
  if (present && serializeCase(present) === serializeCase(sample)) return 'same'
  await store.removeCase(sample.id)
  await store.saveCase(sample)
  return present ? 'changed' : 'none'
}

/** The sample has no dates before it is stored. */
type Dates = 'createdAt' | 'changedAt'
export type ListedCase = Omit<CaseSummary, Dates> &
  Partial<Pick<CaseSummary, Dates>> & { sample?: true }

/** The one changed last first, and the sample after them. */
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

/** Where the program opens: the case it was started with, else the one changed last. */
export async function firstCase(): Promise<string | undefined> {
  if (process.env.THROUGHLINE_OPEN) return process.env.THROUGHLINE_OPEN
  const when = ({ changedAt = '' }: ListedCase) => changedAt
  return (await listCases()).sort((a, b) => (when(a) < when(b) ? 1 : -1))[0]?.id
}
