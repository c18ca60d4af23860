/**
 * The tables hold a case as it is shown. When its log grows, the decisions that bear on what the new
 * one can touch are replayed over that, and what comes out otherwise than it is there is written; how
 * such parts were extracted is kept in `originals`. So whatever is asked of the tables counts the
 * decisions, at no cost.
 */
import { asc, eq } from 'drizzle-orm'
import { listBearing, listReach } from '../decisions/bearing'
import { readContent } from '../decisions/decision'
import { listNamedParts, type NamedParts } from '../decisions/named-parts'
import { listTakenOut } from '../decisions/take-out'
import { holdingDecisions } from '../decisions/undo'
import type { Decision } from '../schema'
import { type Connection, typed } from './database'
import { findOriginalsOf, type Original, readOriginals } from './originals'
import { decide, keepOriginals, listOriginals, readTexts, withOriginals } from './replay-parts'
import { decisions, originals } from './tables'
import { bringBack, movesDocuments, takeOut, whyNotOut } from './take-out'
import { readTouched, type Touched, writeTouched } from './touched'

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
  if (!made || !judged) return replayAll(connection, caseKey)
  if (movesDocuments(made)) {
    const reason = await whyNotOut(connection, caseKey, made)
    if (reason === undefined) await changeExtracted(connection, caseKey, async () => {})
    return reason
  }
  if (await addOn(connection, caseKey, judged)) return undefined
  return replayLast(connection, caseKey, made, judged)
}

async function replayAll(connection: Connection, caseKey: number): Promise<undefined> {
  const log = await readLog(connection, caseKey)
  const kept = await readOriginals(connection, caseKey)
  await takeOut(connection, caseKey, listTakenOut(holdingDecisions(log)))
  if (log.length === 0 && kept.length === 0) return
  const named = listNamedParts(log)
  const shown = await readTouched(connection, caseKey, wishFor(kept, named))
  const { extracted, texts } = await readGround(connection, caseKey, named, shown, kept)
  const { decided } = decide(extracted, texts, log)
  await writeTouched(connection, caseKey, shown, decided)
  await keepOriginals(connection, caseKey, kept, extracted, decided)
}

/**
 * What is shown is how all other decisions left it, so most that come after them are carried out
 * over that, whatever the length of the log.
 * @returns false when others must be replayed: the decision takes another back, makes something new,
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
  const shown = await readTouched(connection, caseKey, wishFor([], named))
  const { texts, isWhole } = await readGround(connection, caseKey, named, shown, [])
  if (!isWhole) return false
  const { decided, lost } = decide(shown, texts, [decision])
  if (lost.length > 0) return false
  await writeTouched(connection, caseKey, shown, decided)
  const rows = listOriginals(shown, decided).map((row) => ({ ...row, caseKey }))
  // What an earlier decision touched is kept already as it was before that.
  if (rows.length > 0) await typed(connection).insert(originals).values(rows).onConflictDoNothing()
  return true
}

/**
 * Replays what bears on the parts that the last decision can have changed: those as they were
 * extracted, with every decision about them and about what they tie.
 */
async function replayLast(
  connection: Connection,
  caseKey: number,
  log: readonly Decision[],
  judged: Decision,
): Promise<string | undefined> {
  const holding = holdingDecisions(log)
  const reach = listReach(log, holding)
  const { claims, mentions } = await findMoved(connection, caseKey, reach)
  const shown = await readTouched(connection, caseKey, { ...reach, claims, entities: [], mentions })
  const ids = new Set([...claims, ...shown.claim.keys()])
  const places = [...mentions.map(String), ...shown.mention.keys()]
  const kept = await readOriginals(connection, caseKey, { claim: ids, mention: places })
  const extracted = withOriginals(shown, kept)
  const ends = [...reach.entities, ...listEnds(shown), ...listEnds(extracted)]
  const bearing = listBearing(holding, ids, ends, judged)
  const { entities } = bearing
  shown.entity = (await readTouched(connection, caseKey, { ...noWish, entities })).entity
  kept.push(...(await readOriginals(connection, caseKey, { entity: entities })))
  const named = listNamedParts(bearing.log)
  const ground = await readGround(connection, caseKey, named, shown, kept)
  const { decided, lost } = decide(ground.extracted, ground.texts, log, bearing.log)
  await writeTouched(connection, caseKey, shown, decided)
  await keepOriginals(connection, caseKey, kept, ground.extracted, decided)
  return lost.find(({ decision }) => decision === judged)?.reason
}

/** Relations and mentions of entities that moved, where they stand elsewhere now. */
async function findMoved(
  connection: Connection,
  caseKey: number,
  { claims, moved }: Pick<NamedParts, 'claims' | 'moved'>,
) {
  const found = moved.size > 0 ? await findOriginalsOf(connection, caseKey, moved) : []
  const of = (kind: string) => found.flatMap(({ part, id }) => (part === kind ? [id] : []))
  return { claims: new Set([...claims, ...of('claim')]), mentions: of('mention').map(Number) }
}

/** Everything that relations and mentions tie. */
const listEnds = ({ claim, mention }: Touched): string[] => [
  ...[...claim.values()].flatMap(({ from, to, evidence }) => [
    from,
    ...(to === null ? [] : [to]),
    ...evidence.flatMap((piece) => piece.deniedBy ?? []),
  ]),
  ...[...mention.values()].map(({ entity }) => entity),
]

/** What decisions are carried out over: the parts they name, and what these rest on. */
async function readGround(
  connection: Connection,
  caseKey: number,
  named: NamedParts,
  shown: Touched,
  kept: readonly Original[],
) {
  const extracted = withOriginals(shown, kept)
  const checked = [...named.checked].flatMap((id) => extracted.claim.get(id) ?? [])
  // The ends of what is checked, now that it is known which they are.
  const claim = new Map(checked.map((one) => [one.id, one]))
  const ends = listEnds({ ...extracted, claim, mention: new Map() })
  const missing = ends.filter((id) => !extracted.entity.has(id))
  if (missing.length > 0) {
    const more = await readTouched(connection, caseKey, { ...noWish, entities: missing })
    for (const [id, entity] of more.entity) {
      shown.entity.set(id, entity)
      extracted.entity.set(id, entity)
    }
  }
  const texts = await readTexts(connection, caseKey, [
    ...named.documents,
    ...checked.flatMap(({ evidence }) => evidence.map((piece) => piece.document)),
  ])
  const isWhole = [...named.entities, ...ends].every((id) => shown.entity.has(id))
  return { extracted, texts, isWhole }
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
  await bringBack(connection, caseKey)
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
