import { z } from 'zod'
import { entityKindSchema } from '@/lib/schema'

const inCase = { case: z.string(), caseTitle: z.string() }
const marks = z.array(z.object({ start: z.number(), end: z.number() }))

/** Of each kind of hit. */
export const mostHits = 12

/** What a search over all cases finds; marks are places in the words shown, in UTF-16 units. */
export const foundSchema = z.object({
  /** By their titles. */
  cases: z.array(z.object({ ...inCase, marks })),
  names: z.array(
    z.object({
      ...inCase,
      entity: z.string(),
      kind: entityKindSchema,
      name: z.string(),
      /** The name that fits, where that is another one. */
      matched: z.string().optional(),
    }),
  ),
  /** By their titles and publishers. */
  reports: z.array(
    z.object({
      ...inCase,
      document: z.string(),
      title: z.string(),
      marks,
      publisher: z.string().optional(),
      publisherMarks: marks,
      publishedAt: z.string().optional(),
      /** Its page has a newer version by now, under another title. */
      replaced: z.boolean(),
    }),
  ),
  quotes: z.array(
    z.object({
      ...inCase,
      claim: z.string(),
      words: z.string(),
      rejected: z.boolean(),
      document: z.string(),
      start: z.number(),
      quote: z.string(),
      marks,
    }),
  ),
  passages: z.array(
    z.object({
      ...inCase,
      document: z.string(),
      title: z.string(),
      start: z.number(),
      text: z.string(),
      marks,
    }),
  ),
})
export type Found = z.infer<typeof foundSchema>
