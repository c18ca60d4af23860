import { and, asc, eq, getTableColumns } from 'drizzle-orm'
import type { Document } from '../schema'
import { CasePart } from './case-part'
import { type Database, typed } from './database'
import { present } from './keep-case'
import { fromPlainText } from './plain-text'
import { toPart } from './read-parts'
import { cases, documents, takenOut } from './tables'

/** What a case rests on, by the names one may ask for it. */
export type CaseSources = {
  /** Without their text. */
  documents: Omit<Document, 'text'>[]
  /** Everyone a statement is attributed to, as the sources have it. */
  attributions: string[]
  /** Entities by the names that were asked for, who may be quoted under others. */
  entities: { name: string; aliases: string[] }[]
}

/** @param names by which entities may be meant */
export function listSources(
  database: Database,
  caseId: string,
  names: readonly string[],
): Promise<CaseSources> {
  return database.transaction(async (connection) => {
    const part = await CasePart.open(connection, caseId)
    await part.loadNamed(names)
    const { text: _, ...heads } = getTableColumns(documents)
    const rows = await typed(connection)
      .select(heads)
      .from(documents)
      .where(eq(documents.caseKey, part.key))
      .orderBy(asc(documents.position))
    const said = await connection.query(
      'select distinct unnest(attribution) from throughline.evidence where case_key = $1',
      [part.key],
    )
    return {
      documents: rows.map((row) => toPart(row) as Omit<Document, 'text'>),
      attributions: said.map(([who]) => fromPlainText(String(who))),
      entities: part.toCase().entities,
    }
  }, 'snapshot')
}

/** @returns 0 when there is no such case */
export async function countDocuments(database: Database, caseId: string): Promise<number> {
  const db = typed(database)
  const [row] = await db
    .select({
      shown: db.$count(documents, eq(documents.caseKey, cases.key)),
      out: db.$count(takenOut, and(eq(takenOut.caseKey, cases.key), eq(takenOut.part, 'document'))),
    })
    .from(cases)
    .where(present(caseId))
  return row ? Number(row.shown) + Number(row.out) : 0
}
