/**
 * A case's parts as they were extracted out of the tables, in order and by the page: a case need not
 * fit in memory.
 */
import { and, asc, eq, getTableColumns, gt } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Claim, Decision, Document, Entity, Mention } from '../schema'
import { isAnyOf } from './any-of'
import type { Parts } from './case-rows'
import { type Connection, typed } from './database'
import { type Original, readOriginals, readTakenOut } from './originals'
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

/**
 * Pages of the case's parts: documents first, then entities, mentions, claims, decisions.
 * @param as what was extracted and the log, or what is shown without it
 */
export async function* readParts(
  connection: Connection,
  caseKey: number,
  as: 'extracted' | 'shown' = 'extracted',
): AsyncGenerator<Partial<Parts>> {
  const kept = as === 'shown' ? [] : await readExtracted(connection, caseKey)
  const documentPages = readPages(connection, documents, caseKey, pageDocuments)
  for await (const page of asExtracted(documentPages, kept, 'document', listParts<Document>)) {
    yield { documents: page }
  }
  const entityPages = readPages(connection, entities, caseKey)
  for await (const page of asExtracted(entityPages, kept, 'entity', listParts<Entity>)) {
    yield { entities: page }
  }
  const mentionPages = readPages(connection, mentions, caseKey)
  for await (const page of asExtracted(mentionPages, kept, 'mention', listParts<Mention>)) {
    yield { mentions: page }
  }
  const claimPages = readPages(connection, claims, caseKey)
  const wholeClaims = (rows: (typeof claims.$inferSelect)[]) =>
    addEvidence(connection, caseKey, rows)
  for await (const page of asExtracted(claimPages, kept, 'claim', wholeClaims)) {
    yield { claims: page }
  }
  if (as === 'shown') return
  for await (const page of readPages(connection, decisions, caseKey)) {
    yield { decisions: page.map(({ body }) => JSON.parse(body) as Decision) }
  }
}

/** Parts that are not shown as they were extracted, as they were, in their order. */
async function readExtracted(connection: Connection, caseKey: number): Promise<Original[]> {
  const out = await readTakenOut(connection, caseKey)
  const touched = await readOriginals(connection, caseKey)
  if (out.length === 0) return touched
  const keyOf = ({ part, id }: Original) => `${part} ${id}`
  const known = new Set(out.map(keyOf))
  return [...out, ...touched.filter((row) => !known.has(keyOf(row)))].sort(
    (a, b) => a.position - b.position,
  )
}

const listParts = async <T>(rows: object[]) => rows.map((row) => toPart(row) as T)

/** Pages of parts with those that decisions touched as they were before. */
async function* asExtracted<T, Row extends { position: number; id?: string }>(
  pages: AsyncIterable<Row[]>,
  originals: readonly Original[],
  part: Original['part'],
  toParts: (rows: Row[]) => Promise<T[]>,
): AsyncGenerator<T[]> {
  const touched = originals.filter((row) => row.part === part)
  const ids = new Set(touched.map(({ id }) => id))
  const waiting = touched.filter(({ body }) => body !== null)
  const upTo = (position: number) => {
    const end = waiting.findIndex((row) => row.position > position)
    return waiting.splice(0, end < 0 ? waiting.length : end)
  }
  const parse = ({ position, body }: Original) => ({ position, part: JSON.parse(body!) as T })
  for await (const page of pages) {
    const rows = page.filter((row) => !ids.has(row.id ?? String(row.position)))
    const parts = await toParts(rows)
    const own = rows.map(({ position }, i) => ({ position, part: parts[i]! }))
    const restored = upTo(page.at(-1)!.position).map(parse)
    yield [...own, ...restored].sort((a, b) => a.position - b.position).map((placed) => placed.part)
  }
  if (waiting.length > 0) yield waiting.map((row) => parse(row).part)
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
export async function addEvidence(
  connection: Connection,
  caseKey: number,
  rows: (typeof claims.$inferSelect)[],
): Promise<Claim[]> {
  const ids = rows.map((row) => row.id)
  const { words: _, ...columns } = getTableColumns(evidence)
  const pieces = await typed(connection)
    .select(columns)
    .from(evidence)
    .where(and(eq(evidence.caseKey, caseKey), isAnyOf(evidence.claim, ids)))
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
export function toPart(row: object): object {
  const part: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(row)) {
    if (value !== null && name !== 'caseKey' && name !== 'position') part[name] = value
  }
  return part
}
