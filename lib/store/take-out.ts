/**
 * Documents that decisions take out leave the tables with all that rests on them alone, before other
 * decisions are carried out; how that was extracted is kept in `taken_out`.
 */
import { and, eq } from 'drizzle-orm'
import { readContent } from '../decisions/decision'
import { listTakenOut, whyNotTaken } from '../decisions/take-out'
import { holdingDecisions } from '../decisions/undo'
import type { Decision, Document } from '../schema'
import { listNamedIn, withoutDocuments } from '../without-documents'
import { isAnyOf } from './any-of'
import { toPassageRows } from './case-rows'
import { type Connection, typed } from './database'
import { readTakenOut } from './originals'
import { fromPlainText, toPlainText } from './plain-text'
import { toPart } from './read-parts'
import { listOriginals, withOriginals } from './replay-parts'
import { documents, evidence, mentions, passages, takenOut } from './tables'
import { readTouched, type Touched, writeTouched } from './touched'
import { writeRows } from './write-rows'

/** Whether the last decision of a log takes a document out or brings one back. */
export function movesDocuments(log: readonly Decision[]): boolean {
  const content = readContent(log.at(-1)!)
  if (!content || !('document' in content || 'decision' in content)) return false
  if ('document' in content) return true
  const idsOut = (part: readonly Decision[]) => [...listTakenOut(holdingDecisions(part)).keys()]
  return idsOut(log).sort().join('\n') !== idsOut(log.slice(0, -1)).sort().join('\n')
}

/** @returns why the last decision takes out nothing, if that is what it is to do */
export async function whyNotOut(
  connection: Connection,
  caseKey: number,
  log: readonly Decision[],
): Promise<string | undefined> {
  const last = log.at(-1)!
  const content = readContent(last)
  if (!content || !('document' in content)) return undefined
  const [row] = await connection.query(
    `select exists (select from throughline.documents where case_key = $1 and id = $2)
      or exists (select from throughline.taken_out
        where case_key = $1 and part = 'document' and id = $2)`,
    [caseKey, toPlainText(content.document)],
  )
  return whyNotTaken(last, row![0] === true, listTakenOut(holdingDecisions(log)))
}

/** Takes documents out of tables that hold a case as it was extracted. */
export async function takeOut(
  connection: Connection,
  caseKey: number,
  out: { has(id: string): boolean; keys(): Iterable<string>; size: number },
): Promise<void> {
  if (out.size === 0) return
  const db = typed(connection)
  const ids = [...out.keys()]
  const rows = await db
    .select()
    .from(documents)
    .where(and(eq(documents.caseKey, caseKey), isAnyOf(documents.id, ids)))
  if (rows.length === 0) return
  const claims = await db
    .selectDistinct({ id: evidence.claim })
    .from(evidence)
    .where(and(eq(evidence.caseKey, caseKey), isAnyOf(evidence.document, ids)))
  const spans = await db
    .select({ position: mentions.position })
    .from(mentions)
    .where(and(eq(mentions.caseKey, caseKey), isAnyOf(mentions.document, ids)))
  const before = await readTouched(connection, caseKey, {
    ...nothing,
    claims: claims.map(({ id }) => id),
    mentions: spans.map(({ position }) => position),
  })
  const parts = {
    documents: [],
    claims: [...before.claim.values()],
    mentions: [...before.mention.values()],
  }
  const named = listNamedIn(parts, out)
  before.entity = (await readTouched(connection, caseKey, { ...nothing, entities: named })).entity
  const elsewhere = await listNamedElsewhere(connection, caseKey, named, ids, before)
  const left = withoutDocuments({ ...parts, entities: [...before.entity.values()] }, out, elsewhere)
  const after: Touched = {
    claim: new Map(left.claims.map((claim) => [claim.id, claim])),
    entity: new Map(left.entities.map((entity) => [entity.id, entity])),
    mention: new Map(left.mentions.map((mention) => [String(mention.position), mention])),
  }
  const kept = rows.map((row) => {
    const { id, position } = row
    return { part: 'document', id, position, body: JSON.stringify(toPart(row)) }
  })
  await writeTouched(connection, caseKey, before, after)
  await writeRows(connection, takenOut, caseKey, [...kept, ...listOriginals(before, after)], true)
  await db
    .delete(passages)
    .where(and(eq(passages.caseKey, caseKey), isAnyOf(passages.document, ids)))
  await db.delete(documents).where(and(eq(documents.caseKey, caseKey), isAnyOf(documents.id, ids)))
}

const nothing = { claims: [], entities: [], mentions: [], moved: [] }

/** Those of some names that are spoken of by other claims than these, or named in other documents. */
async function listNamedElsewhere(
  connection: Connection,
  caseKey: number,
  named: Iterable<string>,
  out: readonly string[],
  { claim }: Touched,
): Promise<Set<string>> {
  const plain = (ids: Iterable<string>) => Array.from(ids, toPlainText)
  const rows = await connection.query(
    `select id from unnest($2::text[]) as named (id)
    where exists (select from throughline.mentions
        where case_key = $1 and entity = named.id and document <> all($3::text[]))
      or exists (select from throughline.claims
        where case_key = $1 and from_entity = named.id and id <> all($4::text[]))
      or exists (select from throughline.claims
        where case_key = $1 and to_entity = named.id and id <> all($4::text[]))
      or exists (select from throughline.evidence
        where case_key = $1 and denied_by is not null and denied_by @> array[named.id]
          and claim <> all($4::text[]))`,
    [caseKey, plain(named), plain(out), plain(claim.keys())],
  )
  return new Set(rows.map(([id]) => fromPlainText(String(id))))
}

/** Puts all that left with documents back where it was: what other decisions did must be undone before. */
export async function bringBack(connection: Connection, caseKey: number): Promise<void> {
  const kept = await readTakenOut(connection, caseKey)
  if (kept.length === 0) return
  const idsOf = (part: string) => kept.flatMap((row) => (row.part === part ? [row.id] : []))
  const shown = await readTouched(connection, caseKey, {
    claims: idsOf('claim'),
    entities: idsOf('entity'),
    mentions: idsOf('mention').map(Number),
    moved: [],
  })
  const isDocument = ({ part }: { part: string }) => part === 'document'
  const extracted = withOriginals(
    shown,
    kept.filter((row) => !isDocument(row)),
  )
  await writeTouched(connection, caseKey, shown, extracted)
  const rows = kept.filter(isDocument).map(({ position, body }) => {
    const document: Document = JSON.parse(body!)
    return { ...document, position }
  })
  await writeRows(connection, documents, caseKey, rows, true)
  await writeRows(connection, passages, caseKey, rows.flatMap(toPassageRows), true)
  await typed(connection).delete(takenOut).where(eq(takenOut.caseKey, caseKey))
}
