/** Which claims a question or a picture takes into account. */
import { z } from 'zod'
import { evidenceStance } from '../graph/stance'
import { isRelation } from '../ontology'
import { type Case, type Claim, type EntityKind, entityKindSchema, stanceSchema } from '../schema'
import { claimTime } from './time'

const daySchema = z.string().regex(/^\d{4}-\d\d-\d\d$/)

/** Every part left out lets everything through. */
export const claimFilterSchema = z.strictObject({
  /** Both ends of the claim are of these kinds. */
  kinds: z.array(entityKindSchema).optional(),
  relations: z.array(z.string().refine(isRelation)).optional(),
  stances: z.array(stanceSchema).optional(),
  /** Ids of documents: only what they say counts, for the stance as well. */
  sources: z.array(z.string()).optional(),
  /** First and last day, both included. A claim without a date passes unless `dated`. */
  since: daySchema.optional(),
  until: daySchema.optional(),
  /** Leaves out claims without a date. */
  dated: z.boolean().optional(),
})
export type ClaimFilter = z.infer<typeof claimFilterSchema>

export const matches = (claim: Claim, filter: ClaimFilter, case_: Case): boolean =>
  claimTest(filter, case_)(claim)

/** The filter as a test, prepared once for many claims. */
export function claimTest(filter: ClaimFilter, case_: Case): (claim: Claim) => boolean {
  const { since, until, dated } = filter
  const relations = filter.relations && new Set(filter.relations)
  const stances = filter.stances && new Set(filter.stances)
  const sources = filter.sources && new Set(filter.sources)
  const kinds = filter.kinds && new Set(filter.kinds)
  const hasTime = since !== undefined || until !== undefined || dated
  return (claim) => {
    if (relations && !relations.has(claim.relation)) return false
    const evidence = sources
      ? claim.evidence.filter((piece) => sources.has(piece.document))
      : claim.evidence
    if (evidence.length === 0) return false
    if (stances && !stances.has(evidenceStance(evidence))) return false
    if (kinds) {
      for (const end of [claim.from, claim.to]) {
        const kind = end !== null && entityKind(case_, end)
        if (kind && !kinds.has(kind)) return false
      }
    }
    if (!hasTime) return true
    const time = claimTime(sources ? { ...claim, evidence } : claim, case_)
    if (!time) return !dated
    return (
      (since === undefined || time.end >= since) && (until === undefined || time.start <= until)
    )
  }
}

const kindsByCase = new WeakMap<Case, Map<string, EntityKind>>()

export function entityKind(case_: Case, id: string): EntityKind | undefined {
  let kinds = kindsByCase.get(case_)
  if (!kinds) {
    kinds = new Map(case_.entities.map((entity) => [entity.id, entity.kind]))
    kindsByCase.set(case_, kinds)
  }
  return kinds.get(id)
}
