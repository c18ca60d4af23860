/**
 * The tables, once for both databases; `npx drizzle-kit generate` turns a change here into the next
 * file of migrations/. Every row of a case carries the case's number; `position` keeps the order in
 * which the case has its parts.
 */
import { sql } from 'drizzle-orm'
import {
  index,
  integer,
  pgSchema,
  primaryKey,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, text, textList, textVector } from './columns'

export const schema = pgSchema('throughline')

export const cases = schema.table(
  'cases',
  {
    key: integer().primaryKey().generatedAlwaysAsIdentity(),
    id: text().notNull(),
    title: text().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
    /** Deleted cases stay until they are purged; several of them may have had the same id. */
    deletedAt: timestamp('deleted_at', { withTimezone: true }),
    /** The case this one is an earlier state of, while it lies among the deleted ones. */
    earlierOf: integer('earlier_of'),
  },
  (table) => [uniqueIndex('cases_id').on(table.id).where(sql`${table.deletedAt} is null`)],
)

/** No foreign key: looking the case up for every row takes longer than writing the row. */
const partOf = () => integer('case_key').notNull()

const caseKey = () => partOf().references(() => cases.key, { onDelete: 'cascade' })

/** What a document is called, as it is looked for; a beginning will do for any title. */
export const headline =
  "to_tsvector('english', left(title, 1000) || ' ' || left(coalesce(publisher, ''), 1000))"

export const documents = schema.table(
  'documents',
  {
    caseKey: partOf(),
    id: text().notNull(),
    position: integer().notNull(),
    title: text().notNull(),
    publisher: text(),
    url: text(),
    publishedAt: text('published_at'),
    addedAt: text('added_at').notNull(),
    language: text().notNull(),
    text: text().notNull(),
    sha256: text().notNull(),
    replacedBy: text('replaced_by'),
  },
  (table) => [
    primaryKey({ columns: [table.caseKey, table.id] }),
    index('documents_position').on(table.caseKey, table.position),
    index('documents_sha256').on(table.caseKey, table.sha256),
    index('documents_headline').using('gin', sql.raw(headline)),
  ],
)

export const entities = schema.table(
  'entities',
  {
    caseKey: partOf(),
    id: text().notNull(),
    position: integer().notNull(),
    kind: text().notNull(),
    name: text().notNull(),
    aliases: textList().notNull(),
    note: text(),
  },
  (table) => [
    primaryKey({ columns: [table.caseKey, table.id] }),
    index('entities_position').on(table.caseKey, table.position),
  ],
)

export const mentions = schema.table(
  'mentions',
  {
    caseKey: partOf(),
    position: integer().notNull(),
    document: text().notNull(),
    start: integer('start_offset').notNull(),
    end: integer('end_offset').notNull(),
    text: text().notNull(),
    entity: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.caseKey, table.position] }),
    index('mentions_entity').on(table.caseKey, table.entity),
    index('mentions_document').on(table.caseKey, table.document),
  ],
)

export const claims = schema.table(
  'claims',
  {
    caseKey: partOf(),
    id: text().notNull(),
    position: integer().notNull(),
    relation: text().notNull(),
    from: text('from_entity').notNull(),
    to: text('to_entity'),
    title: text(),
    verb: text(),
    review: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.caseKey, table.id] }),
    index('claims_position').on(table.caseKey, table.position),
    // Whole steps: who is one step from whom is read off the index, and no page of the table.
    index('claims_steps_out').on(
      table.caseKey,
      table.from,
      table.position,
      table.to,
      table.id,
      table.relation,
      table.review,
    ),
    index('claims_steps_in').on(
      table.caseKey,
      table.to,
      table.position,
      table.from,
      table.id,
      table.relation,
      table.review,
    ),
  ],
)

export const evidence = schema.table(
  'evidence',
  {
    caseKey: partOf(),
    claim: text().notNull(),
    position: integer().notNull(),
    document: text().notNull(),
    start: integer('start_offset').notNull(),
    end: integer('end_offset').notNull(),
    quote: text().notNull(),
    stance: text().notNull(),
    attribution: textList().notNull(),
    deniedBy: textList('denied_by'),
    when: text('said_when'),
    where: text('said_where'),
    origin: text().notNull(),
    // A tsvector holds at most 1 MB; a longer quote is found by its beginning.
    words: textVector().generatedAlwaysAs(sql`to_tsvector('english', left(quote, 10000))`),
  },
  (table) => [
    primaryKey({ columns: [table.caseKey, table.claim, table.position] }),
    index('evidence_document').on(table.caseKey, table.document),
    index('evidence_words').using('gin', table.words),
    index('evidence_denied').on(table.caseKey).where(sql`${table.deniedBy} is not null`),
  ],
)

/** The documents' texts in pieces that can be searched and shown (passages.ts). */
export const passages = schema.table(
  'passages',
  {
    caseKey: partOf(),
    document: text().notNull(),
    start: integer('start_offset').notNull(),
    text: text().notNull(),
    words: textVector().generatedAlwaysAs(sql`to_tsvector('english', text)`),
  },
  (table) => [
    primaryKey({ columns: [table.caseKey, table.document, table.start] }),
    index('passages_words').using('gin', table.words),
  ],
)

/** Names and aliases as they are looked for: from each of their words on, folded (names.ts). */
export const names = schema.table(
  'names',
  {
    caseKey: partOf(),
    entity: text().notNull(),
    folded: text().notNull(),
    /** 0 of the name, 1 of an alias. */
    alias: integer().notNull(),
    /** The word it begins with: "steve witkoff" has a row for itself and one for "witkoff". */
    word: integer().notNull(),
    /** Of the whole name, on its first row. */
    trigrams: textList(),
  },
  (table) => [
    primaryKey({ columns: [table.caseKey, table.entity, table.folded] }),
    index('names_folded').on(table.folded),
    index('names_trigrams').using('gin', table.trigrams),
  ],
)

/** Append-only: no statement of the program changes or removes a row, save with its whole case. */
export const decisions = schema.table(
  'decisions',
  {
    caseKey: partOf(),
    position: integer().notNull(),
    id: text().notNull(),
    kind: text().notNull(),
    at: text().notNull(),
    by: text(),
    /** The decision as JSON text, its own words included (jsonb would refuse U+0000). */
    body: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.caseKey, table.position] }),
    uniqueIndex('decisions_id').on(table.caseKey, table.id),
  ],
)

/** Documents handed in together, to be read and joined to a case. */
export const imports = schema.table(
  'imports',
  {
    key: integer().primaryKey().generatedAlwaysAsIdentity(),
    id: text().notNull(),
    caseKey: caseKey(),
    /** open (more may be handed in), running, cancelled or finished. */
    state: text().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
    finishedAt: timestamp('finished_at', { withTimezone: true }),
    /** What the documents will have as theirs, and the day of those that do not say. */
    addedAt: text('added_at').notNull(),
    date: text(),
    /** Turns given out, and how many of them have had theirs. */
    turns: integer().notNull(),
    joined: integer().notNull(),
  },
  (table) => [
    uniqueIndex('imports_id').on(table.id),
    index('imports_case').on(table.caseKey, table.key),
  ],
)

/** One source each: kept with its bytes until what it says is part of the case. */
export const importItems = schema.table(
  'import_items',
  {
    importKey: integer('import_key')
      .notNull()
      .references(() => imports.key, { onDelete: 'cascade' }),
    position: integer().notNull(),
    /** When it joins the case: in this order, whatever was read first. */
    turn: integer().notNull(),
    /** Its job in the queue. */
    job: uuid().notNull(),
    /** text, file or link. */
    source: text().notNull(),
    name: text().notNull(),
    link: text(),
    contentType: text('content_type'),
    bytes: bytes(),
    size: integer().notNull(),
    sha256: text(),
    /** waiting, running, read, done, known, failed, set aside or cancelled. */
    state: text().notNull(),
    tries: integer().notNull(),
    reason: text(),
    /** The process that reads it. */
    worker: text(),
    endedAt: timestamp('ended_at', { withTimezone: true }),
    /** What was read, as JSON, until it has joined. */
    result: text(),
    /** Ids of the documents it brought. */
    documents: textList(),
  },
  (table) => [
    primaryKey({ columns: [table.importKey, table.position] }),
    index('import_items_turn').on(table.importKey, table.turn),
    index('import_items_state').on(table.importKey, table.state),
    index('import_items_job').on(table.job),
    index('import_items_sha256').on(table.sha256),
  ],
)

/** Processes that read documents, and when they were last heard of. */
export const importWorkers = schema.table('import_workers', {
  id: text().primaryKey(),
  name: text().notNull(),
  threads: integer().notNull(),
  seenAt: timestamp('seen_at', { withTimezone: true }).notNull(),
})

/**
 * The tables above hold a case as it is shown: as extracted, with its decisions carried out. What
 * decisions changed, took away or added is kept here as it was extracted, so that both can be read.
 */
export const originals = schema.table(
  'originals',
  {
    caseKey: partOf(),
    /** `entity`, `mention` or `claim`. */
    part: text().notNull(),
    /** The part's id; a mention's position. */
    id: text().notNull(),
    position: integer().notNull(),
    /** The part as JSON text; null when a decision added it. */
    body: text(),
  },
  (table) => [primaryKey({ columns: [table.caseKey, table.part, table.id] })],
)

/**
 * What left with documents that were taken out, as it was extracted: the documents themselves, and
 * what rested on them (store/take-out.ts). What is in `originals` was touched by other decisions.
 */
export const takenOut = schema.table(
  'taken_out',
  {
    caseKey: partOf(),
    /** `document`, `entity`, `mention` or `claim`. */
    part: text().notNull(),
    /** The part's id; a mention's position. */
    id: text().notNull(),
    position: integer().notNull(),
    /** The part as JSON text. */
    body: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseKey, table.part, table.id] })],
)

/** What the store remembers beside cases, by name. */
export const settings = schema.table('settings', {
  name: text().primaryKey(),
  value: text().notNull(),
})
