/**
 * The vocabulary. Everything the program keeps or hands on is one of these.
 * Offsets are UTF-16 units of a document's raw text, which is never edited.
 */
import { z } from 'zod'

const idSchema = z.string().min(1).max(200)
const offsetSchema = z.number().int().nonnegative()

export const entityKinds = [
  'person',
  'organization',
  'government',
  'place',
  'paper',
  'event',
  'group',
  'other',
] as const
export const entityKindSchema = z.enum(entityKinds)
export type EntityKind = z.infer<typeof entityKindSchema>

/** How a source puts a relation: as fact, with a hedge, as a plan, as untrue, or as disputed. */
export const stances = ['asserted', 'hedged', 'planned', 'contested', 'denied'] as const
export const stanceSchema = z.enum(stances)
export type Stance = z.infer<typeof stanceSchema>

/** A report that was put in. A plan, bill or letter that reports talk about is an Entity of kind paper. */
export const documentSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  publisher: z.string().optional(),
  url: z.string().optional(),
  publishedAt: z.string().optional(),
  addedAt: z.string(),
  language: z.string(),
  text: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The newer version, from the same address: nothing in the picture rests on this one any more. */
  replacedBy: idSchema.optional(),
})
export type Document = z.infer<typeof documentSchema>

/** A span that names an entity. */
export const mentionSchema = z.strictObject({
  document: idSchema,
  start: offsetSchema,
  end: offsetSchema,
  text: z.string().min(1),
  entity: idSchema,
})
export type Mention = z.infer<typeof mentionSchema>

export const entitySchema = z.strictObject({
  id: idSchema,
  kind: entityKindSchema,
  name: z.string().min(1),
  aliases: z.array(z.string().min(1)),
  note: z.string().optional(),
})
export type Entity = z.infer<typeof entitySchema>

/** The words a claim rests on: text.slice(start, end) === quote, always. */
export const evidenceSchema = z.strictObject({
  document: idSchema,
  start: offsetSchema,
  end: offsetSchema,
  quote: z.string().min(1),
  stance: stanceSchema,
  /** Who says so, outermost first; empty when the document itself does. */
  attribution: z.array(z.string().min(1)),
  /** Entities that deny it. */
  deniedBy: z.array(idSchema).optional(),
  /** The source's own words for the time. */
  when: z.string().optional(),
  /** The source's own words for the place. */
  where: z.string().optional(),
  origin: z.enum(['rules', 'model', 'human']),
})
export type Evidence = z.infer<typeof evidenceSchema>

/** Something sources say of two entities (or of one): never a statement of ours. */
export const claimSchema = z.strictObject({
  id: idSchema,
  relation: z.string().min(1),
  from: idSchema,
  to: idSchema.nullable(),
  /** The role's words, on holds_role. */
  title: z.string().optional(),
  /** The verb's lemma, on other. */
  verb: z.string().optional(),
  evidence: z.array(evidenceSchema).min(1),
  review: z.enum(['open', 'accepted', 'rejected']),
})
export type Claim = z.infer<typeof claimSchema>

export const decisionSchema = z.looseObject({
  id: idSchema,
  at: z.string(),
  by: z.string().optional(),
  kind: z.enum(['accept', 'reject', 'edit', 'merge', 'split', 'rename', 'add', 'remove', 'story']),
})
export type Decision = z.infer<typeof decisionSchema>

/** What someone tells with a case: steps in their own order, each with what it rests on. */
export const storySchema = z.strictObject({
  id: idSchema,
  title: z.string().min(1).max(300),
  steps: z
    .array(
      z.strictObject({
        claims: z.array(idSchema).max(200),
        entities: z.array(idSchema).max(200),
        /** Its heading; what its relations say in a sentence when left out. */
        title: z.string().max(300).optional(),
        /** The teller's own words; may be empty. */
        note: z.string().max(10_000),
      }),
    )
    .max(200),
})
export type Story = z.infer<typeof storySchema>

export const caseVersion = 1
export const caseSchema = z.strictObject({
  version: z.literal(caseVersion),
  id: idSchema,
  title: z.string().min(1),
  documents: z.array(documentSchema),
  entities: z.array(entitySchema),
  mentions: z.array(mentionSchema),
  claims: z.array(claimSchema),
  decisions: z.array(decisionSchema),
})
export type Case = z.infer<typeof caseSchema>

/** One word, number or mark, with its place in the sentence's tree. */
export type Token = {
  start: number
  end: number
  text: string
  lemma: string
  /** Universal Dependencies part of speech. */
  upos: string
  /** Penn Treebank tag. */
  xpos: string
  /** Index of the head in the sentence's tokens; -1 at the root. */
  head: number
  /** Universal Dependencies relation to the head. */
  deprel: string
}

/** A line's worth of words: a sentence, or a line that is none, with the reason it was set apart. */
export type Sentence = {
  start: number
  end: number
  kind: 'sentence' | 'heading' | 'stray'
  reason?: string
  tokens: Token[]
  /** Names found by the tagger, as token ranges (end exclusive), in order and without overlap. */
  names: { start: number; end: number; kind: 'person' | 'organization' | 'place' }[]
}
