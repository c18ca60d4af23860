import { desc, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { type Database, typed } from './database'
import { cases, claims, documents, entities } from './tables'

export type CaseSummary = {
  id: string
  title: string
  documents: number
  entities: number
  claims: number
  /** When the case came into this store, and when it was last changed there (ISO 8601). */
  createdAt: string
  changedAt: string
}

export type DeletedCase = CaseSummary & { deletedAt: string }

/** The one changed last comes first. */
export async function listPresent(database: Database): Promise<CaseSummary[]> {
  const rows = await selectCases(database, isNull(cases.deletedAt))
  return rows.map(({ deletedAt: _, ...summary }) => summary)
}

/** The one deleted last comes first. */
export function listDeleted(database: Database): Promise<DeletedCase[]> {
  return selectCases(database, isNotNull(cases.deletedAt))
}

async function selectCases(database: Database, which: SQL): Promise<DeletedCase[]> {
  const countOf = (table: PgTable) =>
    sql`(select count(*) from ${table} as part where part.case_key = ${cases.key})`.mapWith(Number)
  const rows = await typed(database)
    .select({
      id: cases.id,
      title: cases.title,
      documents: countOf(documents),
      entities: countOf(entities),
      claims: countOf(claims),
      createdAt: cases.createdAt,
      changedAt: cases.changedAt,
      deletedAt: cases.deletedAt,
    })
    .from(cases)
    .where(which)
    .orderBy(desc(cases.deletedAt), desc(cases.changedAt), desc(cases.key))
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    deletedAt: row.deletedAt?.toISOString() ?? '',
  }))
}
