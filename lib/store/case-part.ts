/**
 * The part of a stored case that a question needs: entities with every relation they have, fetched a
 * ring at a time. What the functions of lib/query answer over it is what they answer over the whole.
 */
import { and, asc, eq, getTableColumns, inArray, ne, or, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { AppError } from '../errors'
import { fold } from '../graph/fold'
import {
  type Case,
  type Claim,
  caseVersion,
  claimSchema,
  type Document,
  documentSchema,
  type Entity,
  entitySchema,
  type Mention,
  mentionSchema,
} from '../schema'
import { isAnyOf } from './any-of'
import { checkStored } from './check-stored'
import { type Connection, typed } from './database'
import { noSuchCase, present } from './keep-case'
import { addEvidence, toPart } from './read-parts'
import { cases, claims, documents, entities, evidence, mentions, names } from './tables'

/** More relations than this are not fetched for one question. */
const mostClaims = 150_000
/** Nor more than this of what is only likely to bear on it: the answer then says that it was cut. */
const mostLikely = 20_000

type Placed<T> = { position: number; part: T }

export class CasePart {
  private readonly claims = new Map<string, Placed<Claim>>()
  private readonly entities = new Map<string, Placed<Entity>>()
  private readonly documents = new Map<string, Placed<Document>>()
  private readonly mentions = new Map<string, Placed<Mention>>()
  /** Entities all of whose relations are here. */
  private readonly whole = new Set<string>()
  private readonly ends = new Map<string, Set<string>>()

  private constructor(
    private readonly connection: Connection,
    readonly key: number,
    private readonly head: Pick<Case, 'id' | 'title'>,
    private readonly texts: boolean,
  ) {}

  /**
   * @param texts whether documents come with their text, which only telling sources apart needs
   * @throws AppError not_found
   */
  static async open(connection: Connection, id: string, texts = false): Promise<CasePart> {
    const [found] = await typed(connection).select().from(cases).where(present(id))
    if (!found) throw noSuchCase(id)
    return new CasePart(connection, found.key, { id, title: found.title }, texts)
  }

  has = (entity: string) => this.whole.has(entity)

  /** What relations that are here tie an entity to. */
  endsOf = (entity: string): ReadonlySet<string> => this.ends.get(entity) ?? new Set()

  /** How many relations some entities have. */
  async countClaims(ids: readonly string[]): Promise<number> {
    const [row] = await typed(this.connection)
      .select({ count: sql`count(*)`.mapWith(Number) })
      .from(claims)
      .where(this.touching(ids))
    return row!.count
  }

  /** Whether so many more may be fetched on the chance that they matter. */
  hasRoomFor = (more: number) => this.claims.size + more <= mostLikely

  /**
   * Fetches the relations of these entities, with what is at their other ends.
   * @throws AppError invalid_input when that is more than can be held
   */
  async load(ids: readonly string[]): Promise<void> {
    const wanted = ids.filter((id) => !this.whole.has(id))
    if (wanted.length === 0) return
    const room = mostClaims - this.claims.size
    const rows = await typed(this.connection)
      .select()
      .from(claims)
      .where(this.touching(wanted))
      .orderBy(asc(claims.position))
      .limit(room + 1)
    if (rows.length > room) {
      throw new AppError(
        'invalid_input',
        `More than ${mostClaims.toLocaleString('en')} relations would have to be looked at. Ask for fewer steps, or from an entity with fewer relations.`,
      )
    }
    await this.addClaims(rows)
    await this.loadEntities(wanted)
    for (const id of wanted) this.whole.add(id)
  }

  /**
   * Fetches what the documents that are here say and name: every relation that rests on them, and
   * those of the entities they mention.
   * @returns false when there is no room for that
   */
  async loadDocuments(): Promise<boolean> {
    const quoted = typed(this.connection)
      .select({ id: evidence.claim })
      .from(evidence)
      .where(and(eq(evidence.caseKey, this.key), isAnyOf(evidence.document, this.documents.keys())))
    const rows = await typed(this.connection)
      .select()
      .from(claims)
      .where(and(eq(claims.caseKey, this.key), inArray(claims.id, quoted)))
      .orderBy(asc(claims.position))
      .limit(mostLikely)
    if (!this.hasRoomFor(rows.filter(({ id }) => !this.claims.has(id)).length)) return false
    await this.addClaims(rows)
    const found = await typed(this.connection)
      .select()
      .from(mentions)
      .where(and(eq(mentions.caseKey, this.key), isAnyOf(mentions.document, this.documents.keys())))
    this.keep(this.mentions, mentionSchema, found)
    const mentioned = [...new Set(found.map(({ entity }) => entity))].filter((id) => !this.has(id))
    if (!this.hasRoomFor(await this.countClaims(mentioned))) {
      await this.loadEntities(mentioned)
      return false
    }
    await this.load(mentioned)
    return true
  }

  /** Fetches entities by what they are called, as attributions and publishers name them. */
  async loadNamed(words: readonly string[] = []): Promise<void> {
    const said = [...this.claims.values()].flatMap(({ part }) =>
      part.evidence.flatMap(({ attribution }) => attribution),
    )
    const publishers = [...this.documents.values()].flatMap(({ part }) => part.publisher ?? [])
    const asked = new Set([...words, ...said, ...publishers].map(fold))
    // "the Kremlin" and "Kremlin" are one name.
    const bare = [...asked].map((name) => name.replace(/^the /, ''))
    const folded = [...new Set([...bare, ...bare.map((name) => `the ${name}`)])]
    const rows = await typed(this.connection)
      .selectDistinct({ id: names.entity })
      .from(names)
      .where(and(eq(names.caseKey, this.key), eq(names.word, 0), isAnyOf(names.folded, folded)))
    await this.loadEntities(rows.map(({ id }) => id))
  }

  /** Fetches entities without their relations. */
  async loadEntities(ids: readonly string[]): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.entities.has(id))
    if (missing.length === 0) return
    const rows = await typed(this.connection)
      .select()
      .from(entities)
      .where(and(eq(entities.caseKey, this.key), isAnyOf(entities.id, missing)))
    this.keep(this.entities, entitySchema, rows)
  }

  /** Fetches those that come first in the case. */
  async loadFirstEntities(count: number): Promise<void> {
    const rows = await typed(this.connection)
      .select({ id: entities.id })
      .from(entities)
      .where(eq(entities.caseKey, this.key))
      .orderBy(asc(entities.position))
      .limit(count)
    await this.loadEntities(rows.map(({ id }) => id))
  }

  /** Fetches all that ties some entities to each other. */
  async loadBetween(ids: readonly string[]): Promise<void> {
    await this.addClaims(await this.selectTies(ids, ids))
  }

  /**
   * Fetches all that ties some entities to others.
   * @returns false when there is no room for that
   */
  async loadTies(ids: readonly string[], others: readonly string[]): Promise<boolean> {
    const rows = await this.selectTies(ids, [...ids, ...others], mostLikely)
    if (!this.hasRoomFor(rows.filter(({ id }) => !this.claims.has(id)).length)) return false
    await this.addClaims(rows)
    return true
  }

  /** Fetches relations by their ids, those that were rejected too, with what they tie. */
  async loadClaims(ids: readonly string[]): Promise<void> {
    const rows = await typed(this.connection)
      .select()
      .from(claims)
      .where(and(eq(claims.caseKey, this.key), isAnyOf(claims.id, ids)))
      .orderBy(asc(claims.position))
    await this.addClaims(rows)
  }

  toCase(): Case {
    return {
      version: caseVersion,
      ...this.head,
      documents: inOrder(this.documents),
      entities: inOrder(this.entities),
      mentions: inOrder(this.mentions),
      claims: inOrder(this.claims),
      decisions: [],
    }
  }

  private selectTies(ids: readonly string[], ends: readonly string[], most = mostClaims) {
    return typed(this.connection)
      .select()
      .from(claims)
      .where(and(this.touching(ids), isAnyOf(claims.from, ends), isAnyOf(claims.to, ends)))
      .orderBy(asc(claims.position))
      .limit(most)
  }

  private touching(ids: readonly string[]) {
    return and(
      eq(claims.caseKey, this.key),
      ne(claims.review, 'rejected'),
      or(isAnyOf(claims.from, ids), isAnyOf(claims.to, ids)),
    )
  }

  private async addClaims(rows: (typeof claims.$inferSelect)[]): Promise<void> {
    const fresh = rows.filter(({ id }) => !this.claims.has(id))
    const whole = await addEvidence(this.connection, this.key, fresh)
    const parts = checkStored(claimSchema.array(), whole, this.head.id)
    for (const [i, part] of parts.entries()) {
      this.claims.set(part.id, { position: fresh[i]!.position, part })
      this.tie(part)
    }
    const pieces = parts.flatMap((claim) => claim.evidence)
    await this.addDocuments(pieces.map(({ document }) => document))
    await this.loadEntities([
      ...parts.flatMap(({ from, to }) => (to === null ? [from] : [from, to])),
      ...pieces.flatMap(({ deniedBy }) => deniedBy ?? []),
    ])
  }

  /** A mention has no id: its place tells it from others. */
  private keep<T>(
    parts: Map<string, Placed<T>>,
    schema: z.ZodType<T>,
    rows: readonly { id?: string; position: number }[],
  ): void {
    const checked = checkStored(schema.array(), rows.map(toPart), this.head.id)
    for (const [i, { id, position }] of rows.entries()) {
      parts.set(id ?? String(position), { position, part: checked[i]! })
    }
  }

  private tie({ from, to }: Claim): void {
    if (to === null || from === to) return
    for (const [here, there] of [
      [from, to],
      [to, from],
    ] as const) {
      const ends = this.ends.get(here)
      if (ends) ends.add(there)
      else this.ends.set(here, new Set([there]))
    }
  }

  private async addDocuments(ids: readonly string[]): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.documents.has(id))
    if (missing.length === 0) return
    const { text, ...rest } = getTableColumns(documents)
    const rows = await typed(this.connection)
      .select(this.texts ? { ...rest, text } : { ...rest, text: sql<string>`''` })
      .from(documents)
      .where(and(eq(documents.caseKey, this.key), isAnyOf(documents.id, missing)))
    this.keep(this.documents, documentSchema, rows)
  }
}

const inOrder = <T>(parts: ReadonlyMap<string, Placed<T>>): T[] =>
  [...parts.values()].sort((a, b) => a.position - b.position).map(({ part }) => part)
