/** What the server says of documents: read, and what adding them to a case would bring. */
import { z } from 'zod'
import { relationTypes } from '@/lib/ontology'
import { entityKindSchema, stanceSchema } from '@/lib/schema'

/** A report that was read and is not in the case yet. */
const reportSchema = z.object({
  title: z.string(),
  text: z.string().min(1),
  publisher: z.string().optional(),
  url: z.string().optional(),
  publishedAt: z.string().optional(),
  language: z.string(),
})
export type Report = z.infer<typeof reportSchema>

/** A file or link that gave nothing. */
const failureSchema = z.object({ name: z.string(), message: z.string() })
export type Failure = z.infer<typeof failureSchema>

export const readAnswerSchema = z.object({
  documents: z.array(reportSchema),
  failures: z.array(failureSchema),
})

const pieceSchema = z.object({ text: z.string(), kind: entityKindSchema.optional() })

export const foundSchema = z.object({
  documents: z.array(
    z.object({
      title: z.string(),
      /** Its text is in the case already. */
      known: z.boolean(),
      /** The title of the older version from the same address, whose place it takes. */
      replaces: z.string().optional(),
      /** The decision that took it out of the case, or that older version. */
      takenOutBy: z.string().optional(),
      entities: z.number(),
      claims: z.number(),
    }),
  ),
  entities: z.array(
    z.object({ id: z.string(), name: z.string(), kind: entityKindSchema, isNew: z.boolean() }),
  ),
  claims: z.array(
    z.object({
      id: z.string(),
      relation: z.enum(relationTypes.map((type) => type.id)),
      words: z.string(),
      /** Nothing else in the case says so. */
      isNew: z.boolean(),
      evidence: z.array(
        z.object({
          document: z.string(),
          quote: z.array(pieceSchema),
          stance: stanceSchema,
          attribution: z.array(z.string()),
        }),
      ),
    }),
  ),
  /** Spellings taken for one name, and why. */
  joined: z.array(z.object({ name: z.string(), reason: z.string() })),
  /** What was seen and not taken up, by reason. */
  leftOut: z.array(
    z.object({ reason: z.string(), count: z.number(), examples: z.array(z.string()) }),
  ),
})
export type Found = z.infer<typeof foundSchema>
