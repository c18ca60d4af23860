/** Parts of a case before and after its decisions: replayed in memory, written where they differ. */
import { and, asc, eq } from 'drizzle-orm'
import { replay } from '../decisions/replay'
import { type Case, caseVersion, type Decision, type Document, type Mention } from '../schema'
import { isAnyOf } from './any-of'
import { type Connection, typed } from './database'
import { isSame } from './is-same'
import type { Original } from './originals'
import { toPart } from './read-parts'
import { documents, originals } from './tables'
import { type Touched, touchedKinds } from './touched'
import { writeRows } from './write-rows'

/** Places after everything that was extracted. */
const firstMade = 1_000_000_000

/** The parts as they were extracted, in their order. */
export function withOriginals(shown: Touched, kept: readonly Original[]): Touched {
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

/**
 * @param log all decisions: what they make stands in their order
 * @param bearing those of them that are carried out
 */
export function decide(
  extracted: Touched,
  texts: Document[],
  log: readonly Decision[],
  bearing: readonly Decision[] = log,
) {
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
  const { case: shown, lost, madeBy } = replay(case_, bearing)
  const turns = new Map(log.map((decision, turn) => [decision, turn]))
  // What a decision made has no place of its own.
  const placed = <T extends { id: string }>(kind: keyof typeof madeBy, parts: readonly T[]) =>
    parts.map((part) => {
      const by = madeBy[kind].get(part.id)
      return { position: by ? firstMade + turns.get(by)! : 0, ...part }
    })
  const claims = placed('claims', shown.claims)
  const mentions = shown.mentions as (Mention & { position: number })[]
  const decided: Touched = {
    claim: new Map(claims.map((claim) => [claim.id, claim])),
    entity: new Map(placed('entities', shown.entities).map((entity) => [entity.id, entity])),
    mention: new Map(mentions.map((mention) => [String(mention.position), mention])),
  }
  return { decided, lost }
}

/** The parts that decisions left otherwise than they found them, as they found them. */
export const listOriginals = (before: Touched, after: Touched) =>
  touchedKinds.flatMap((part) => {
    const ids = new Set([...before[part].keys(), ...after[part].keys()])
    return [...ids].flatMap((id) => {
      const [old, decided] = [before[part].get(id), after[part].get(id)]
      if (isSame(old, decided)) return []
      const { position, ...body } = (old ?? decided)!
      return [{ part, id, position, body: old ? JSON.stringify(body) : null }]
    })
  })

export async function keepOriginals(
  connection: Connection,
  caseKey: number,
  kept: readonly Original[],
  extracted: Touched,
  decided: Touched,
): Promise<void> {
  const rows = listOriginals(extracted, decided)
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

export async function readTexts(
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
