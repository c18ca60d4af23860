/** Which claims a question or a picture takes into account. */
import { z } from 'zod'
import { once } from '../graph/once'
import { claimStance } from '../graph/stance'
import { isRelation } from '../ontology'
import { type Case, type Claim, type EntityKind, entityKindSchema, stanceSchema } from '../schema'
import { claimTime } from './time'

export const daySchema = z.string().regex(/^\d{4}-\d\d-\d\d$/)

/** Every part left out lets everything through. */
export const claimFilterSchema = z.strictObject({
  /** Both ends of the claim are of these kinds. */
  kinds: z.array(entityKindSchema).optional(),
  relations: z.array(z.string().refine(isRelation)).optional(),
  stances: z.array(stanceSchema).optional(),
  /** Ids of documents: only what they say counts, for the stance as well. */
  sources: z.array(z.string()).optional(),
  /** First and last day, both included. A claim whose own words give no date passes unless `dated`. */
  since: daySchema.optional(),
  until: daySchema.optional(),
  /** Leaves out claims without a date. */
  dated: z.boolean().optional(),
})
export type ClaimFilter = z.infer<typeof claimFilterSchema>

export const matches = (claim: Claim, filter: ClaimFilter, case_: Case): boolean =>
  narrower(filter, case_)(claim) !== undefined

/** The same, prepared once for many claims. */
export function claimTest(filter: ClaimFilter, case_: Case): (claim: Claim) => boolean {
  const narrow = narrower(filter, case_)
  return (claim) => narrow(claim) !== undefined
}

/** Whether it lets everything through. */
export const isOpen = (filter: ClaimFilter): boolean =>
  Object.values(filter).every((part) => part === undefined)

/**
 * The filter prepared for many claims: each is given back as far as the chosen sources have it, or
 * undefined when it does not pass. To switch a source off equals never to have had it.
 */
export function narrower(filter: ClaimFilter, case_: Case): (claim: Claim) => Claim | undefined {
  if (isOpen(filter)) return (claim) => claim
  const { since, until, dated } = filter
  const relations = filter.relations && new Set(filter.relations)
  const stances = filter.stances && new Set(filter.stances)
  const sources = filter.sources && new Set(filter.sources)
  const kinds = filter.kinds && new Set(filter.kinds)
  const hasTime = since !== undefined || until !== undefined || dated
  const narrow = (whole: Claim): Claim | undefined => {
    if (relations && !relations.has(whole.relation)) return undefined
    const claim = sources ? keepSources(whole, sources) : whole
    if (!claim || (stances && !stances.has(claimStance(claim)))) return undefined
    if (kinds) {
      for (const end of [claim.from, claim.to]) {
        const kind = end !== null && entityKind(case_, end)
        if (kind && !kinds.has(kind)) return undefined
      }
    }
    if (!hasTime) return claim
    const time = claimTime(claim, case_)
    if (!time) return dated ? undefined : claim
    const inside =
      (since === undefined || time.end >= since) && (until === undefined || time.start <= until)
    return inside ? claim : undefined
  }
  const known = new Map<Claim, Claim | undefined>()
  return (claim) => {
    if (!known.has(claim)) known.set(claim, narrow(claim))
    return known.get(claim)
  }
}

function keepSources(claim: Claim, sources: ReadonlySet<string>): Claim | undefined {
  const evidence = claim.evidence.filter((piece) => sources.has(piece.document))
  if (evidence.length === claim.evidence.length) return claim
  return evidence.length > 0 ? { ...claim, evidence } : undefined
}

const kindsOf = once(({ entities }: Case) => new Map(entities.map(({ id, kind }) => [id, kind])))

export const entityKind = (case_: Case, id: string): EntityKind | undefined =>
  kindsOf(case_).get(id)
