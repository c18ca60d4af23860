/** What the server says of reports that are read again. */
import { z } from 'zod'

/** A relation in words, with the sentence it rests on and where that stands. */
const toldSchema = z.object({
  words: z.string(),
  /** What is otherwise about it. */
  how: z.string().optional(),
  quote: z.string(),
  report: z.string(),
  /** Under the case's own address. */
  address: z.string(),
})
export type Told = z.infer<typeof toldSchema>

const listSchema = z.object({ count: z.number(), told: z.array(toldSchema) })

const changesSchema = z.object({
  /** All of it reads as before. */
  same: z.boolean(),
  read: z.number(),
  /** Reports that cannot be read again: relations made elsewhere came with them, or they are new. */
  left: z.number(),
  failed: z.array(z.object({ title: z.string(), reason: z.string() })),
  stay: z.number(),
  new: listSchema,
  gone: listSchema,
  otherwise: listSchema,
  names: z.object({
    new: z.array(z.string()),
    gone: z.array(z.string()),
    renamed: z.array(z.object({ from: z.string(), to: z.string() })),
  }),
  decisions: z.object({
    count: z.number(),
    lost: z.array(
      z.object({ words: z.string(), reason: z.string(), address: z.string().optional() }),
    ),
  }),
})
export type Changes = z.infer<typeof changesSchema>

/** What a case was before it was read otherwise: a deleted case that one can go back to. */
const earlierSchema = z.object({ id: z.string(), title: z.string(), keptAt: z.string() })
export type Earlier = z.infer<typeof earlierSchema>

export const statusSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none') }),
  z.object({ state: z.literal('reading'), done: z.number(), of: z.number() }),
  z.object({ state: z.literal('read'), changes: changesSchema }),
  z.object({ state: z.literal('keeping') }),
  z.object({
    state: z.literal('kept'),
    changes: changesSchema,
    earlier: earlierSchema.optional(),
  }),
])
export type Status = z.infer<typeof statusSchema>
