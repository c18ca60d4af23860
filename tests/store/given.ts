import type { Store } from '@/lib/store/store'

/** A store without cases, and a folder for files; both are there when a test runs. */
export type Given = { store: Store; folder: string }

export async function clear(store: Store): Promise<void> {
  for (const { id } of await store.listCases()) await store.removeCase(id)
  for (const { id } of await store.listDeletedCases()) await store.purgeCase(id)
}
