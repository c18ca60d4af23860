/** Claims of many documents: the same thing said twice is one claim, with both quotes. */
import { createHash } from 'node:crypto'
import type { LocalClaim } from '../extract/extract'
import { relationType } from '../ontology'
import type { Claim, Document, Evidence } from '../schema'

export type OpenClaims = {
  /** Out: the claim that was made or gained evidence; undefined where a thing would stand in relation to itself. */
  add(local: LocalClaim, ids: readonly string[], evidence: Evidence): Claim | undefined
  list(): Claim[]
}

export function openClaims(existing: readonly Claim[]): OpenClaims {
  const claims = new Map(existing.map((claim) => [claim.id, copyClaim(claim)]))
  return {
    add: (local, ids, evidence) => addClaim(claims, local, ids, evidence),
    list: () => [...claims.values()].map(copyClaim),
  }
}

export const copyClaim = (claim: Claim): Claim => ({ ...claim, evidence: [...claim.evidence] })

/** A document's claim as evidence; `ids` are the entities of its things, `names` what those are called. */
export function evidenceOf(
  document: Document,
  local: LocalClaim,
  ids: readonly string[],
  names: ReadonlyMap<string, string>,
): Evidence {
  const attribution = local.attribution.map((source) =>
    typeof source === 'number' ? names.get(ids[source]!)! : source,
  )
  const deniedBy = local.deniedBy.map((key) => ids[key]!)
  return {
    document: document.id,
    start: local.start,
    end: local.end,
    quote: local.quote,
    stance: local.stance,
    attribution: [...new Set(attribution)],
    ...(deniedBy.length && { deniedBy: [...new Set(deniedBy)] }),
    ...(local.when && { when: local.when }),
    ...(local.where && { where: local.where }),
    origin: 'rules',
  }
}

/** A plan and what is said to have happened are two claims; the same thing said twice is one. */
export function claimId(
  { relation, from, to, verb }: Pick<Claim, 'relation' | 'from' | 'to' | 'verb'>,
  planned: boolean,
): string {
  const ends = relationType(relation).symmetric ? [from, to ?? ''].sort() : [from, to ?? '']
  const said = relation === 'other' ? (verb ?? '') : ''
  const key = [relation, ...ends, said, planned ? 'planned' : ''].join('\n')
  return `k-${createHash('sha256').update(key).digest('hex').slice(0, 12)}`
}

function addClaim(
  claims: Map<string, Claim>,
  local: LocalClaim,
  ids: readonly string[],
  evidence: Evidence,
): Claim | undefined {
  const from = ids[local.from]!
  const to = local.to === null ? null : ids[local.to]!
  if (from === to) return undefined
  const id = claimId({ ...local, from, to }, evidence.stance === 'planned')
  const claim = claims.get(id)
  if (!claim) {
    const made: Claim = {
      id,
      relation: local.relation,
      from,
      to,
      ...(local.title && { title: local.title }),
      ...(local.verb && { verb: local.verb }),
      evidence: [evidence],
      review: 'open',
    }
    claims.set(id, made)
    return made
  }
  if (!claim.title && local.title) claim.title = local.title
  // a new document's evidence stands last: no need to look through what a thousand others said
  for (let i = claim.evidence.length - 1; i >= 0; i--) {
    const other = claim.evidence[i]!
    if (other.document !== evidence.document) break
    if (other.start < evidence.end && other.end > evidence.start) return claim
  }
  claim.evidence.push(evidence)
  return claim
}
