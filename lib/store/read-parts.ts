/** A case's parts out of the tables, in order and by the page: a case need not fit in memory. */
import { and, asc, eq, getTableColumns, gt, inArray } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Claim, Decision, Document, Entity, Mention } from '../schema'
import type { Parts } from './case-rows'
import { type Connection, typed } from './database'
import { claims, decisions, documents, entities, evidence, mentions } from './tables'

const pageRows = 2_000
/** Documents carry their whole text. */
const pageDocuments = 50

type Positioned =
  | typeof documents
  | typeof entities
  | typeof mentions
  | typeof claims
  | typeof decisions

/** Pages of the case's parts: documents first, then entities, mentions, claims, decisions. */
export async function* readParts(
  connection: Connection,
  caseKey: number,
): AsyncGenerator<Partial<Parts>> {
  for await (const page of readPages(connection, documents, caseKey, pageDocuments)) {
    yield { documents: page.map((row) => toPart(row) as Document) }
  }
  for await (const page of readPages(connection, entities, caseKey)) {
    yield { entities: page.map((row) => toPart(row) as Entity) }
  }
  for await (const page of readPages(connection, mentions, caseKey)) {
    yield { mentions: page.map((row) => toPart(row) as Mention) }
  }
  for await (const page of readPages(connection, claims, caseKey)) {
    yield { claims: await addEvidence(connection, caseKey, page) }
  }
  for await (const page of readPages(connection, decisions, caseKey)) {
    yield { decisions: page.map(({ body }) => JSON.parse(body) as Decision) }
  }
}

async function* readPages<T extends Positioned>(
  connection: Connection,
  table: T,
  caseKey: number,
  limit = pageRows,
): AsyncGenerator<T['$inferSelect'][]> {
  for (let last = -1; ; ) {
    const page = (await typed(connection)
      .select()
      .from(table as PgTable)
      .where(and(eq(table.caseKey, caseKey), gt(table.position, last)))
      .orderBy(asc(table.position))
      .limit(limit)) as T['$inferSelect'][]
    if (page.length > 0) yield page
    if (page.length < limit) return
    last = page.at(-1)!.position
  }
}

/** Whole claims from their rows. */
async function addEvidence(
  connection: Connection,
  caseKey: number,
  rows: (typeof claims.$inferSelect)[],
): Promise<Claim[]> {
  const ids = rows.map((row) => row.id)
  const { words: _, ...columns } = getTableColumns(evidence)
  const pieces = await typed(connection)
    .select(columns)
    .from(evidence)
    .where(and(eq(evidence.caseKey, caseKey), inArray(evidence.claim, ids)))
    .orderBy(evidence.claim, evidence.position)
  const evidenceOf = new Map<string, object[]>(ids.map((id) => [id, []]))
  for (const { claim, ...piece } of pieces) evidenceOf.get(claim)!.push(toPart(piece))
  return rows.map((row) => ({
    ...(toPart(row) as Claim),
    to: row.to,
    evidence: evidenceOf.get(row.id) as Claim['evidence'],
  }))
}

/** Without what only the tables know, and without what is absent. */
function toPart(row: object): object {
  return Object.fromEntries(
    Object.entries(row).filter(
      ([name, value]) => value !== null && name !== 'caseKey' && name !== 'position',
    ),
  )
}
