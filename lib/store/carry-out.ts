/**
 * The tables hold a case as it is shown. When its log grows, the log is replayed over the parts it
 * can touch, and what comes out otherwise than it is there is written; how such parts were extracted
 * is kept in `originals`. So whatever is asked of the tables counts the decisions, at no cost.
 */
import { and, asc, eq } from 'drizzle-orm'
import { listNamedParts } from '../decisions/named-parts'
import { replay } from '../decisions/replay'
import { type Case, caseVersion, type Decision, type Document } from '../schema'
import { isAnyOf } from './any-of'
import { type Connection, typed } from './database'
import { isSame } from './is-same'
import { type Original, readOriginals } from './originals'
import { toPart } from './read-parts'
import { decisions, documents, originals } from './tables'
import { readTouched, type Touched, touchedKinds, writeTouched } from './touched'
import { writeRows } from './write-rows'

/** Places after everything that was extracted. */
const firstAdded = 1_000_000_000

/**
 * Brings what is shown up to date with the log.
 * @param made the log, when it has just been added to
 * @returns why what was added to it could not be carried out, or not wholly
 */
export async function carryOut(
  connection: Connection,
  caseKey: number,
  made?: readonly Decision[],
): Promise<string | undefined> {
  const log = made ?? (await readLog(connection, caseKey))
  const judged = made?.at(-1)
  const kept = await readOriginals(connection, caseKey)
  if (log.length === 0 && kept.length === 0) return undefined
  const named = listNamedParts(log, judged)
  const shown = await readTouched(connection, caseKey, wishFor(kept, named))
  // The ends of what is checked, once it is known which they are.
  const extracted = withOriginals(shown, kept)
  const ends = [...named.checked].flatMap((id) => {
    const claim = extracted.claim.get(id)
    return claim ? [claim.from, claim.to, ...claim.evidence.flatMap((e) => e.deniedBy ?? [])] : []
  })
  const missing = ends.filter((id) => id !== null && !extracted.entity.has(id)) as string[]
  const more = await readTouched(connection, caseKey, { ...noWish, entities: missing })
  for (const [id, entity] of more.entity) {
    shown.entity.set(id, entity)
    extracted.entity.set(id, entity)
  }
  const texts = await readDocuments(connection, caseKey, [
    ...named.documents,
    ...[...named.checked].flatMap((id) =>
      (extracted.claim.get(id)?.evidence ?? []).map((piece) => piece.document),
    ),
  ])
  const { decided, lost } = decide(extracted, texts, log)
  await writeTouched(connection, caseKey, shown, decided)
  await keepOriginals(connection, caseKey, kept, extracted, decided)
  return lost.find(({ decision }) => decision.id === judged?.id)?.reason
}

/**
 * Changes what was extracted of a case that may have decisions: the work finds the tables as if
 * there were none, and the decisions are carried out again over what it leaves.
 */
export async function changeExtracted<T>(
  connection: Connection,
  caseKey: number,
  work: () => Promise<T>,
): Promise<T> {
  const kept = await readOriginals(connection, caseKey)
  if (kept.length > 0) {
    const shown = await readTouched(connection, caseKey, wishFor(kept, noWish))
    const only = withOriginals(shown, kept)
    await writeTouched(connection, caseKey, shown, only)
    await typed(connection).delete(originals).where(eq(originals.caseKey, caseKey))
  }
  const result = await work()
  await carryOut(connection, caseKey)
  return result
}

export async function readLog(connection: Connection, caseKey: number): Promise<Decision[]> {
  const rows = await typed(connection)
    .select({ body: decisions.body })
    .from(decisions)
    .where(eq(decisions.caseKey, caseKey))
    .orderBy(asc(decisions.position))
  return rows.map(({ body }) => JSON.parse(body) as Decision)
}

const noWish = { claims: [], entities: [], mentions: [], moved: [] }

/** What is named, and what was touched before. */
function wishFor(
  kept: readonly Original[],
  named: { claims: Iterable<string>; entities: Iterable<string>; moved: Iterable<string> },
) {
  const of = (part: string) => kept.filter((row) => row.part === part).map(({ id }) => id)
  return {
    claims: [...new Set([...named.claims, ...of('claim')])],
    entities: [...new Set([...named.entities, ...of('entity')])],
    mentions: of('mention').map(Number),
    moved: [...named.moved],
  }
}

/** The parts as they were extracted, in their order. */
function withOriginals(shown: Touched, kept: readonly Original[]): Touched {
  const extracted: Touched = {
    claim: new Map(shown.claim),
    entity: new Map(shown.entity),
    mention: new Map(shown.mention),
  }
  for (const { part, id, position, body } of kept) {
    const parts = extracted[part as keyof Touched] as Map<string, object>
    if (body === null) parts.delete(id)
    else parts.set(id, { ...JSON.parse(body), position })
  }
  return {
    claim: inOrder(extracted.claim),
    entity: inOrder(extracted.entity),
    mention: inOrder(extracted.mention),
  }
}

const inOrder = <T extends { position: number }>(parts: Map<string, T>) =>
  new Map([...parts].sort(([, a], [, b]) => a.position - b.position))

function decide(extracted: Touched, texts: Document[], log: readonly Decision[]) {
  const case_: Case = {
    version: caseVersion,
    id: 'part',
    title: 'Part of a case',
    documents: texts,
    entities: [...extracted.entity.values()],
    mentions: [...extracted.mention.values()],
    claims: [...extracted.claim.values()],
    decisions: [],
  }
  const { case: shown, lost } = replay(case_, log)
  // What a decision added has no place yet.
  const placed = <T extends object>(parts: readonly T[]) =>
    parts.map((part, i) => ({ position: firstAdded + i, ...part }))
  const decided: Touched = {
    claim: new Map(placed(shown.claims).map((claim) => [claim.id, claim])),
    entity: new Map(placed(shown.entities).map((entity) => [entity.id, entity])),
    mention: new Map(placed(shown.mentions).map((mention) => [String(mention.position), mention])),
  }
  return { decided, lost }
}

async function keepOriginals(
  connection: Connection,
  caseKey: number,
  kept: readonly Original[],
  extracted: Touched,
  decided: Touched,
): Promise<void> {
  const rows = touchedKinds.flatMap((part) => {
    const ids = new Set([...extracted[part].keys(), ...decided[part].keys()])
    return [...ids].flatMap((id) => {
      const before = extracted[part].get(id)
      const after = decided[part].get(id)
      if (isSame(before, after)) return []
      const { position, ...body } = (before ?? after)!
      return [{ part, id, position, body: before ? JSON.stringify(body) : null }]
    })
  })
  const keyOf = ({ part, id }: { part: string; id: string }) => `${part} ${id}`
  const wanted = new Set(rows.map(keyOf))
  const known = new Set(kept.map(keyOf))
  for (const part of touchedKinds) {
    const stale = kept.filter((row) => row.part === part && !wanted.has(keyOf(row)))
    if (stale.length === 0) continue
    await typed(connection)
      .delete(originals)
      .where(
        and(
          eq(originals.caseKey, caseKey),
          eq(originals.part, part),
          isAnyOf(
            originals.id,
            stale.map(({ id }) => id),
          ),
        ),
      )
  }
  const fresh = rows.filter((row) => !known.has(keyOf(row)))
  await writeRows(connection, originals, caseKey, fresh)
}

async function readDocuments(
  connection: Connection,
  caseKey: number,
  ids: readonly string[],
): Promise<Document[]> {
  if (ids.length === 0) return []
  const rows = await typed(connection)
    .select()
    .from(documents)
    .where(and(eq(documents.caseKey, caseKey), isAnyOf(documents.id, new Set(ids))))
    .orderBy(asc(documents.position))
  return rows.map((row) => toPart(row) as Document)
}
