/**
 * What a person decided about a case. A case keeps what was extracted and, beside it, the log of
 * decisions; what is shown is the one replayed over the other (replay.ts).
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { refuseInput } from '../problems'
import {
  claimSchema,
  type Decision,
  entityKindSchema,
  entitySchema,
  evidenceSchema,
  mentionSchema,
  storySchema,
} from '../schema'

/** A piece of evidence or a mention is known by where it stands, which no later extraction moves. */
const spanSchema = mentionSchema.pick({ document: true, start: true, end: true })
export type Span = z.infer<typeof spanSchema>

const id = entitySchema.shape.id
const claimParts = claimSchema.shape
const evidenceParts = evidenceSchema.shape

/** `evidence` is what was judged: when it is gone or read otherwise, so is the judgement's ground. */
const judgedSchema = spanSchema.extend({ stance: evidenceParts.stance.optional() })
const judged = { claim: id, evidence: z.array(judgedSchema).optional() }

const claimChangeSchema = z
  .strictObject({
    relation: claimParts.relation,
    from: claimParts.from,
    to: claimParts.to,
    title: z.string().nullable(),
    verb: z.string().nullable(),
    /** `open` again: "unsure". */
    review: claimParts.review,
  })
  .partial()

const evidenceChangeSchema = z
  .strictObject({
    start: evidenceParts.start,
    end: evidenceParts.end,
    stance: evidenceParts.stance,
    attribution: evidenceParts.attribution,
    deniedBy: z.array(id),
    when: z.string().nullable(),
    where: z.string().nullable(),
  })
  .partial()

/** What was decided; null in a change takes the field away. */
const contentSchema = z.union([
  z.strictObject({ kind: z.enum(['accept', 'reject']), ...judged }),
  /** Two that look alike are two: the merge is not proposed again. */
  z.strictObject({ kind: z.literal('reject'), entities: z.tuple([id, id]) }),
  z.strictObject({ kind: z.literal('edit'), claim: id, change: claimChangeSchema }),
  z.strictObject({
    kind: z.literal('edit'),
    claim: id,
    evidence: spanSchema,
    change: evidenceChangeSchema,
  }),
  /** The others become names of `into`; why it was proposed is kept. */
  z.strictObject({
    kind: z.literal('merge'),
    into: id,
    entities: z.array(id).min(1),
    reason: z.string().optional(),
  }),
  /** Part of an entity is someone else: these mentions, and the entity's end of these claims. */
  z.strictObject({
    kind: z.literal('split'),
    entity: id,
    part: entitySchema,
    mentions: z.array(spanSchema),
    claims: z.array(id),
  }),
  z.strictObject({
    kind: z.literal('rename'),
    entity: id,
    name: z.string().min(1).optional(),
    entityKind: entityKindSchema.optional(),
  }),
  z.strictObject({ kind: z.literal('add'), entity: entitySchema }),
  z.strictObject({ kind: z.literal('add'), claim: claimSchema }),
  z.strictObject({ kind: z.literal('remove'), claim: id }),
  z.strictObject({ kind: z.literal('remove'), claim: id, evidence: spanSchema }),
  /** Hides an entity with all that is said of it. */
  z.strictObject({ kind: z.literal('remove'), entity: id }),
  /** Takes a document out, with all that rests on it alone. */
  z.strictObject({ kind: z.literal('remove'), document: id }),
  /** Saves a story; one of the same id gives way to it. */
  z.strictObject({ kind: z.literal('story'), story: storySchema }),
  z.strictObject({ kind: z.literal('remove'), story: id }),
  /** Takes a decision back; to redo it, this one is taken back in turn. */
  z.strictObject({ kind: z.literal('remove'), decision: id }),
])
export type DecisionContent = z.infer<typeof contentSchema>

/** The content of a logged decision, or undefined when it is of a kind this program does not know. */
export function readContent(decision: Decision): DecisionContent | undefined {
  if (!contents.has(decision)) {
    const { id: _, at: __, by: ___, ...content } = decision
    contents.set(decision, contentSchema.safeParse(content).data)
  }
  return contents.get(decision)
}

/** A log is gone through several times for each decision that is added to it. */
const contents = new WeakMap<Decision, DecisionContent | undefined>()

/**
 * A decision to append to a log. Its id is the hash of what it says and of what it follows, so that
 * the same decision made twice is two.
 * @param at ISO 8601
 * @throws AppError invalid_input when the content is not one of a decision
 */
export function makeDecision(
  log: readonly Decision[],
  content: DecisionContent,
  { at, by }: { at: string; by?: string },
): Decision {
  const parsed = contentSchema.safeParse(content)
  if (!parsed.success) throw refuseInput('This is no decision', parsed.error, content)
  const said = JSON.stringify([log.at(-1)?.id ?? '', at, by ?? '', parsed.data])
  const hash = bytesToHex(sha256(utf8ToBytes(said))).slice(0, 16)
  return { id: `d-${hash}`, at, ...(by !== undefined && { by }), ...parsed.data }
}
