/** One view of a case: everything that decides what is on the screen, as plain data. */
import { z } from 'zod'
import { claimFilterSchema, daySchema } from '../query/filter'

const idsSchema = z.array(z.string().min(1).max(200)).max(2000)
export const pointSchema = z.strictObject({ x: z.number(), y: z.number() })

const answerSchema = z.number().int().min(0).max(9)

export const viewStateSchema = z.strictObject({
  mode: z.enum(['explore', 'path', 'trace', 'compare', 'story']),
  /** Entities whose neighbourhood is shown; empty shows the whole case. */
  focus: idsSchema,
  /** Steps shown around the focus. */
  depth: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  /** Which way relations are followed from the focus or the selection. */
  direction: z.enum(['any', 'out', 'in']),
  /** Entities and claims, in the order they were chosen. */
  selection: idsSchema,
  filter: claimFilterSchema,
  hidden: idsSchema,
  pinned: z.record(z.string(), pointSchema),
  /** Entities whose neighbours were brought in, in order. */
  expanded: idsSchema,
  /** Entities whose outlying neighbours were folded away. */
  collapsed: idsSchema,
  /** Meetings as events, or as who met whom. */
  projection: z.enum(['events', 'actors']),
  /** Outlets and groups that only say or deny things, as nodes too. */
  attestors: z.boolean(),
  /** Words on every line; `auto` writes them while there is room. */
  labels: z.enum(['auto', 'on', 'off']),
  /** Everything that has a relation, also where that is too much to read. */
  whole: z.boolean(),
  /** The same answer as a list. */
  list: z.boolean(),
  /** Lay out only what is shown, rather than keep everything where it was. */
  tidy: z.boolean(),
  path: z.strictObject({
    from: z.string().optional(),
    to: z.string().optional(),
    via: idsSchema,
    avoid: idsSchema,
    mode: z.enum(['connected', 'travelled']),
    /** Lets a travelled path jump about in time. */
    anyOrder: z.boolean(),
    /** The most relations in a row; the question's own default when left out. */
    maxHops: z.number().int().min(1).max(12).optional(),
    /** The most days between one dated relation and the next. */
    longestGap: z.number().int().min(0).max(36_500).optional(),
    /** Which of the answers is opened, from 0. */
    chosen: answerSchema,
    /** Which others are drawn with it. */
    also: z.array(answerSchema).max(10),
  }),
  /** The paper, event or organization whose making is told. */
  trace: z.string().optional(),
  /** Papers and events a trace tells in a single step, without those who acted in it. */
  folded: idsSchema,
  /** Papers and events whose every part is a step of its own. */
  opened: idsSchema,
  /** The step of a trace one has come to. */
  marked: z.string().optional(),
  /** Reports, outlets and attributions that do not count: ids of documents, or words. */
  without: z.array(z.string().min(1).max(500)).max(200),
  compare: z.strictObject({
    by: z.enum(['time', 'documents']),
    /** Two days: what was said to have happened by then. */
    before: daySchema.optional(),
    after: daySchema.optional(),
    /** Two sets of documents. */
    first: idsSchema,
    second: idsSchema,
  }),
  /** The story that is told; none while one chooses. */
  story: z.string().optional(),
  /** Its step on the full screen, from 0. */
  telling: z.number().int().min(0).max(199).optional(),
})
export type ViewState = z.infer<typeof viewStateSchema>

export const wholeCase: ViewState = {
  mode: 'explore',
  focus: [],
  depth: 1,
  direction: 'any',
  selection: [],
  filter: {},
  hidden: [],
  pinned: {},
  expanded: [],
  collapsed: [],
  projection: 'events',
  attestors: false,
  labels: 'auto',
  whole: false,
  list: false,
  tidy: false,
  path: { via: [], avoid: [], mode: 'connected', anyOrder: false, chosen: 0, also: [] },
  folded: [],
  opened: [],
  without: [],
  compare: { by: 'time', first: [], second: [] },
}

/** The list with `id` added at its end, or without it. */
export const toggle = <T>(list: readonly T[], id: T): T[] =>
  list.includes(id) ? list.filter((other) => other !== id) : [...list, id]
