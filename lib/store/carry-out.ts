/**
 * The tables hold a case as it is shown. When its log grows, the log is replayed over the parts it
 * can touch, and what comes out otherwise than it is there is written; how such parts were extracted
 * is kept in `originals`. So whatever is asked of the tables counts the decisions, at no cost.
 */
import { and, asc, eq } from 'drizzle-orm'
import { readContent } from '../decisions/decision'
import { listNamedParts, type NamedParts } from '../decisions/named-parts'
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
  const judged = made?.at(-1)
  if (judged && (await addOn(connection, caseKey, judged))) return undefined
  const log = made ?? (await readLog(connection, caseKey))
  const kept = await readOriginals(connection, caseKey)
  if (log.length === 0 && kept.length === 0) return undefined
  const named = listNamedParts(log, judged)
  const { shown, extracted, texts } = await readGround(connection, caseKey, named, kept)
  const { decided, lost } = decide(extracted, texts, log)
  await writeTouched(connection, caseKey, shown, decided)
  await keepOriginals(connection, caseKey, kept, extracted, decided)
  return lost.find(({ decision }) => decision.id === judged?.id)?.reason
}

/**
 * What is shown is how all other decisions left it, so most that come after them are carried out
 * over that, whatever the length of the log.
 * @returns false when the log must be replayed: the decision takes another back, makes something new,
 *   joins or parts names, or speaks of what may be there under another id
 */
async function addOn(
  connection: Connection,
  caseKey: number,
  decision: Decision,
): Promise<boolean> {
  const content = readContent(decision)
  const alone =
    content && !('decision' in content) && /^(accept|reject|edit|rename|story)$/.test(content.kind)
  if (!alone) return false
  const named = listNamedParts([decision], decision)
  const { shown, texts, isWhole } = await readGround(connection, caseKey, named, [])
  if (!isWhole) return false
  const { decided, lost } = decide(shown, texts, [decision])
  if (lost.length > 0) return false
  await writeTouched(connection, caseKey, shown, decided)
  const rows = listOriginals(shown, decided).map((row) => ({ ...row, caseKey }))
  // What an earlier decision touched is kept already as it was before that.
  if (rows.length > 0) await typed(connection).insert(originals).values(rows).onConflictDoNothing()
  return true
}

/** What decisions are carried out over: the parts they name, and what these rest on. */
async function readGround(
  connection: Connection,
  caseKey: number,
  named: NamedParts,
  kept: readonly Original[],
) {
  const shown = await readTouched(connection, caseKey, wishFor(kept, named))
  // The ends of what is checked, once it is known which they are.
  const extracted = withOriginals(shown, kept)
  const checked = [...named.checked].flatMap((id) => extracted.claim.get(id) ?? [])
  const ends = checked.flatMap(({ from, to, evidence }) => [
    from,
    ...(to === null ? [] : [to]),
    ...evidence.flatMap((piece) => piece.deniedBy ?? []),
  ])
  const missing = ends.filter((id) => !extracted.entity.has(id))
  if (missing.length > 0) {
    const more = await readTouched(connection, caseKey, { ...noWish, entities: missing })
    for (const [id, entity] of more.entity) {
      shown.entity.set(id, entity)
      extracted.entity.set(id, entity)
    }
  }
  const texts = await readDocuments(connection, caseKey, [
    ...named.documents,
    ...checked.flatMap(({ evidence }) => evidence.map((piece) => piece.document)),
  ])
  const isWhole = [...named.entities, ...ends].every((id) => shown.entity.has(id))
  return { shown, extracted, texts, isWhole }
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
  return rows.map(({ body }) => parseDecision(body))
}

/** The same text gives the same object, whose content has been checked already. */
function parseDecision(body: string): Decision {
  const decision = parsed.get(body) ?? (JSON.parse(body) as Decision)
  if (parsed.size >= mostParsed) parsed.clear()
  parsed.set(body, decision)
  return decision
}

/** A log is read again for each decision that is added to it. */
const parsed = new Map<string, Decision>()
const mostParsed = 20_000

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

/** The parts that decisions left otherwise than they found them, as they found them. */
const listOriginals = (before: Touched, after: Touched) =>
  touchedKinds.flatMap((part) => {
    const ids = new Set([...before[part].keys(), ...after[part].keys()])
    return [...ids].flatMap((id) => {
      const [old, decided] = [before[part].get(id), after[part].get(id)]
      if (isSame(old, decided)) return []
      const { position, ...body } = (old ?? decided)!
      return [{ part, id, position, body: old ? JSON.stringify(body) : null }]
    })
  })

async function keepOriginals(
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
