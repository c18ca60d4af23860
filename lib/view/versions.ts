/** Reports that are states of one page: what was read from its address first, and what later. */
import type { Document } from '../schema'

export type Version = Pick<Document, 'id' | 'title' | 'addedAt'>

export type Versions = {
  /** The latest state, if this one was replaced. */
  latest?: Version
  /** What it took the place of, the last one first. */
  older: Version[]
}

/** Which states of its page there are beside a report. */
export function findVersions(documents: readonly Document[], of: string): Versions {
  const byId = new Map(documents.map((document) => [document.id, document]))
  const newerOf = (id: string) => byId.get(byId.get(id)?.replacedBy ?? '')
  // Sets, since a case file by hand may hold a circle.
  const newer = new Set([of])
  for (const id of newer) if (newerOf(id)) newer.add(newerOf(id)!.id)
  const older = new Set([of])
  for (const id of older) {
    for (const document of documents) if (document.replacedBy === id) older.add(document.id)
  }
  const latest = [...newer].at(-1)!
  return {
    ...(latest !== of && { latest: about(byId.get(latest)!) }),
    older: [...older].slice(1).map((id) => about(byId.get(id)!)),
  }
}

const about = ({ id, title, addedAt }: Document): Version => ({ id, title, addedAt })
