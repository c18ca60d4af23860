/** Some parts of a case with their places, read from the tables and written back where they differ. */
import { and, arrayOverlaps, eq, isNotNull, or } from 'drizzle-orm'
import type { Claim, Entity, Mention } from '../schema'
import { isAnyOf } from './any-of'
import { toEvidenceRows } from './case-rows'
import { type Connection, typed } from './database'
import { isSame } from './is-same'
import { listNames, toNameRow } from './names'
import { addEvidence, toPart } from './read-parts'
import { claims, entities, evidence, mentions, names } from './tables'
import { writeRows } from './write-rows'

/** A part's place in its list goes with it wherever it is spread into another. */
type Placed<T> = T & { position: number }
/** By id; a mention's is its place. */
export type Touched = {
  claim: Map<string, Placed<Claim>>
  entity: Map<string, Placed<Entity>>
  mention: Map<string, Placed<Mention>>
}
export const touchedKinds = ['claim', 'entity', 'mention'] as const

/** Which parts: those of these ids, and all that hangs on the entities in `moved`. */
type Wish = {
  claims: Iterable<string>
  entities: Iterable<string>
  mentions: Iterable<number>
  moved: Iterable<string>
}

export async function readTouched(
  connection: Connection,
  caseKey: number,
  wish: Wish,
): Promise<Touched> {
  const db = typed(connection)
  const moved = [...wish.moved]
  const denied = moved.length
    ? await db
        .selectDistinct({ id: evidence.claim })
        .from(evidence)
        .where(
          and(
            eq(evidence.caseKey, caseKey),
            isNotNull(evidence.deniedBy),
            arrayOverlaps(evidence.deniedBy, moved),
          ),
        )
    : []
  const claimRows = await db
    .select()
    .from(claims)
    .where(
      and(
        eq(claims.caseKey, caseKey),
        or(
          isAnyOf(claims.id, [...wish.claims, ...denied.map(({ id }) => id)]),
          ...(moved.length ? [isAnyOf(claims.from, moved), isAnyOf(claims.to, moved)] : []),
        ),
      ),
    )
    .orderBy(claims.position)
  const entityRows = await db
    .select()
    .from(entities)
    .where(and(eq(entities.caseKey, caseKey), isAnyOf(entities.id, wish.entities)))
    .orderBy(entities.position)
  const mentionRows = await db
    .select()
    .from(mentions)
    .where(
      and(
        eq(mentions.caseKey, caseKey),
        or(isAnyOf(mentions.position, wish.mentions), isAnyOf(mentions.entity, moved)),
      ),
    )
    .orderBy(mentions.position)
  const whole = await addEvidence(connection, caseKey, claimRows)
  return {
    claim: new Map(whole.map((claim, i) => [claim.id, place(claim, claimRows[i]!)])),
    entity: new Map(entityRows.map((row) => [row.id, place(toPart(row) as Entity, row)])),
    mention: new Map(
      mentionRows.map((row) => [String(row.position), place(toPart(row) as Mention, row)]),
    ),
  }
}

const place = <T>(part: T, { position }: { position: number }): Placed<T> => ({ ...part, position })

/** Makes the tables hold `after` where they hold `before`. */
export async function writeTouched(
  connection: Connection,
  caseKey: number,
  before: Touched,
  after: Touched,
): Promise<void> {
  const db = typed(connection)
  const claim = compare(before.claim, after.claim)
  const inCase = (table: { caseKey: typeof claims.caseKey }) => eq(table.caseKey, caseKey)
  if (claim.stale.length > 0) {
    await db
      .delete(evidence)
      .where(and(eq(evidence.caseKey, caseKey), isAnyOf(evidence.claim, claim.stale)))
    await db.delete(claims).where(and(inCase(claims), isAnyOf(claims.id, claim.stale)))
  }
  await writeRows(connection, claims, caseKey, claim.fresh, true)
  const pieces = claim.fresh.flatMap((fresh) => toEvidenceRows(fresh))
  await writeRows(connection, evidence, caseKey, pieces, true)

  const entity = compare(before.entity, after.entity)
  if (entity.stale.length > 0) {
    await db
      .delete(names)
      .where(and(eq(names.caseKey, caseKey), isAnyOf(names.entity, entity.stale)))
    await db
      .delete(entities)
      .where(and(eq(entities.caseKey, caseKey), isAnyOf(entities.id, entity.stale)))
  }
  await writeRows(connection, entities, caseKey, entity.fresh, true)
  await writeRows(connection, names, caseKey, entity.fresh.flatMap(listNames).map(toNameRow), true)

  const mention = compare(before.mention, after.mention)
  if (mention.stale.length > 0) {
    const places = mention.stale.map(Number)
    await db
      .delete(mentions)
      .where(and(eq(mentions.caseKey, caseKey), isAnyOf(mentions.position, places)))
  }
  await writeRows(connection, mentions, caseKey, mention.fresh, true)
}

/** Ids whose rows must go, and parts to be written in their place or anew. */
function compare<T extends object>(before: Map<string, T>, after: Map<string, T>) {
  const fresh = [...after].filter(([id, part]) => !isSame(part, before.get(id)))
  const stale = [...before.keys()].filter((id) => !isSame(before.get(id), after.get(id)))
  return { stale, fresh: fresh.map(([, part]) => part) }
}
