/** What changed from one case to another: two moments, two sets of documents, two files. */
import { fold } from '../graph/fold'
import { independentSources } from '../graph/sources'
import { claimStance } from '../graph/stance'
import type { Case, Claim, Stance } from '../schema'

/** A claim that both have, with what became of its support. */
export type ClaimChange = {
  before: Claim
  after: Claim
  sources: { before: number; after: number }
  stance: { before: Stance; after: Stance }
}

export type Comparison = {
  /** Ids in `after`, and for what is gone in `before`. */
  entities: { new: string[]; gone: string[] }
  claims: {
    new: Claim[]
    gone: Claim[]
    /** More independent sources, or put more surely. */
    strengthened: ClaimChange[]
    weakened: ClaimChange[]
    /** Disputed or denied now and not before; the other way round. */
    nowContested: ClaimChange[]
    noLongerContested: ClaimChange[]
  }
}

/**
 * Entities are the same when they have the same id, or kind and a name in common; claims when they
 * say the same of the same entities. Claims a reviewer rejected count as gone. A change of dispute
 * goes before one of strength; every claim stands in one list at most.
 */
export function compareCases(before: Case, after: Case): Comparison {
  const twins = matchEntities(before, after)
  const known = new Map(live(before).map((claim) => [claimKey(claim, twins), claim]))
  const changes = live(after).flatMap((claim): ClaimChange[] => {
    const old = known.get(claimKey(claim))
    return old ? [measure(old, before, claim, after)] : []
  })
  const kept = new Set(changes.map((change) => change.after))
  const old = new Set(changes.map((change) => change.before))
  const of = (kind: keyof Comparison['claims']) => changes.filter((one) => judge(one) === kind)
  const matched = new Set(twins.values())
  return {
    entities: {
      new: after.entities.filter(({ id }) => !matched.has(id)).map(({ id }) => id),
      gone: before.entities.filter(({ id }) => !twins.has(id)).map(({ id }) => id),
    },
    claims: {
      new: live(after).filter((claim) => !kept.has(claim)),
      gone: live(before).filter((claim) => !old.has(claim)),
      strengthened: of('strengthened'),
      weakened: of('weakened'),
      nowContested: of('nowContested'),
      noLongerContested: of('noLongerContested'),
    },
  }
}

const live = (case_: Case) => case_.claims.filter((claim) => claim.review !== 'rejected')

/** Entity ids of `before` → those of `after`. */
function matchEntities(before: Case, after: Case): Map<string, string> {
  const ids = new Set(after.entities.map(({ id }) => id))
  const names = new Map<string, string>()
  for (const { id, kind, name, aliases } of after.entities) {
    for (const word of [name, ...aliases]) {
      const key = `${kind} ${fold(word)}`
      if (!names.has(key)) names.set(key, id)
    }
  }
  const taken = new Set(before.entities.flatMap(({ id }) => (ids.has(id) ? [id] : [])))
  const twins = new Map([...taken].map((id) => [id, id]))
  for (const { id, kind, name, aliases } of before.entities) {
    if (twins.has(id)) continue
    const twin = [name, ...aliases]
      .map((word) => names.get(`${kind} ${fold(word)}`))
      .find((found) => found !== undefined && !taken.has(found))
    if (twin === undefined) continue
    twins.set(id, twin)
    taken.add(twin)
  }
  return twins
}

/** What is planned and what is said to have happened are two claims. */
function claimKey(claim: Claim, twins?: ReadonlyMap<string, string>): string {
  const end = (id: string | null) => (id === null ? null : (twins?.get(id) ?? id))
  const planned = claim.evidence.every((piece) => piece.stance === 'planned')
  const { relation, from, to, title = '', verb = '' } = claim
  return JSON.stringify([relation, end(from), end(to), fold(title), fold(verb), planned])
}

const measure = (before: Claim, old: Case, after: Claim, now: Case): ClaimChange => ({
  before,
  after,
  sources: { before: independentSources(before, old), after: independentSources(after, now) },
  stance: { before: claimStance(before), after: claimStance(after) },
})

const isDisputed = (stance: Stance) => stance === 'contested' || stance === 'denied'
const surest: readonly Stance[] = ['asserted', 'hedged', 'planned', 'contested', 'denied']

function judge({ sources, stance }: ClaimChange): keyof Comparison['claims'] | undefined {
  const [was, is] = [isDisputed(stance.before), isDisputed(stance.after)]
  if (was !== is) return is ? 'nowContested' : 'noLongerContested'
  const surer = surest.indexOf(stance.before) - surest.indexOf(stance.after)
  const gain = sources.after - sources.before || surer
  return gain > 0 ? 'strengthened' : gain < 0 ? 'weakened' : undefined
}
