import type { Imports } from '@/lib/import/imports'
import type { Progress } from '@/lib/import/progress'
import type { ReadersOptions } from '@/lib/import/readers'
import type { Refused, Source } from '@/lib/import/source'
import { connect } from '@/lib/store/connect'

/** A place with an empty case; all of it is there when a test runs. */
export type Given = {
  place: string
  imports: Imports
  /** @returns the id of an import that gets no more */
  handIn(sources: (Source | Refused)[]): Promise<string>
  /** Resolves when nothing is left to do. */
  runAll(options?: ReadersOptions): Promise<void>
}

/** Tries follow each other at once, for jobs that are still to be tried. */
export async function hurry(place: string): Promise<void> {
  const database = await connect(place)
  await database.query(
    "update throughline_jobs.job set retry_delay = 0 where state in ('created', 'active')",
  )
}

/** Of each document that is in trouble, why. */
export const whyOf = async (imports: Imports, id: string) =>
  Object.fromEntries((await imports.troubles(id)).map(({ name, reason }) => [name, reason]))

export const readOf = ({ total, counts }: Progress) => total - counts.waiting - counts.running

export async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50))
}
