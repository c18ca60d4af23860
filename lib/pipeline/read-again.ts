/**
 * Reports of a case that were read again, as by a better engine: what was drawn from them before gives
 * way, and what is the same keeps its id, so that decisions find it.
 */
import { isDeepStrictEqual } from 'node:util'
import { type DocumentInput, documentId } from '../documents/document-input'
import { isRelation } from '../ontology'
import type { Case, Claim, Document, Mention } from '../schema'
import { withoutDocuments } from '../without-documents'
import { claimId } from './merge-claims'
import { openCase, type Reading } from './open-case'

/**
 * The reports that can be read again. Those that came with what people or other programs found in
 * them stay as they are, and so do older versions, which nothing rests on.
 */
export function listReadable({ documents, claims }: Case): Document[] {
  const foreign = new Set(
    claims.flatMap(({ evidence }) =>
      evidence.filter(({ origin }) => origin !== 'rules').map(({ document }) => document),
    ),
  )
  return documents.filter(
    (document) =>
      !foreign.has(document.id) && !document.replacedBy && document.id === documentId(document),
  )
}

/** A report as it was handed in. */
export const toInput = ({ id, addedAt, sha256, replacedBy, ...input }: Document): DocumentInput =>
  input

/**
 * @param case_ as it was extracted, with its decisions, which stay
 * @param readings of its reports; what is no report of the case, or cannot be read again, is left out
 * @returns `case_` itself when all of it reads as before
 */
export function joinAgain(case_: Case, readings: readonly Reading[]): Case {
  const readable = new Map(listReadable(case_).map((document) => [document.text, document.id]))
  const read = readings.filter(({ input }) => readable.has(input.text))
  const again = new Set(read.map(({ input }) => readable.get(input.text)!))
  const rest = withoutDocuments(case_, again)
  const open = openCase(rest)
  open.add(read)
  const after = keepIds(case_, { ...open.case(), documents: case_.documents }, again)
  return isDeepStrictEqual(inOneOrder(case_), inOneOrder(after)) ? case_ : after
}

/** Reports that were joined a few at a time leave their parts in another order than all at once. */
function inOneOrder({ entities, mentions, claims }: Case) {
  const order = <T>(list: readonly T[], keyOf: (part: T) => string) =>
    list
      .map((part) => [keyOf(part), part] as const)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([, part]) => part)
  const placeOf = ({ document, start, end }: Pick<Mention, 'document' | 'start' | 'end'>) =>
    `${document} ${start} ${end}`
  return {
    entities: order(entities, ({ id }) => id),
    mentions: order(mentions, (mention) => `${placeOf(mention)} ${mention.entity}`),
    claims: order(claims, ({ id }) => id).map((claim) => ({
      ...claim,
      evidence: order(claim.evidence, placeOf),
    })),
  }
}

/** The same things under the ids they had. */
function keepIds(before: Case, after: Case, again: ReadonlySet<string>): Case {
  const kept = matchEntities(before, after, again)
  const idOf = (id: string) => kept.get(id) ?? id
  // An older program may have known relations that are none any more.
  const known = before.claims.filter(({ relation }) => isRelation(relation))
  const old = new Map(known.map((claim) => [keyOf(claim), claim]))
  const claims = after.claims.map((claim): Claim => {
    if (claim.evidence.every(({ document }) => !again.has(document))) return claim
    const moved = {
      ...claim,
      from: idOf(claim.from),
      to: claim.to === null ? null : idOf(claim.to),
      evidence: claim.evidence.map(({ deniedBy, ...piece }) => ({
        ...piece,
        ...(deniedBy && { deniedBy: deniedBy.map(idOf) }),
      })),
    }
    const was = old.get(keyOf(moved))
    return { ...moved, id: was?.id ?? keyOf(moved), review: was?.review ?? 'open' }
  })
  return {
    ...after,
    entities: after.entities.map((entity) => ({ ...entity, id: idOf(entity.id) })),
    mentions: after.mentions.map((mention) => ({ ...mention, entity: idOf(mention.entity) })),
    claims,
  }
}

const keyOf = (claim: Claim) => claimId(claim, claim.evidence[0]!.stance === 'planned')

/**
 * Entities that are known under another id now, by where they are named: the one that has most of
 * what an entity of before had. New id -> the id it had.
 */
function matchEntities(before: Case, after: Case, again: ReadonlySet<string>): Map<string, string> {
  const gone = without(before, after)
  const arrived = without(after, before)
  const named = groupByDocument(before.mentions.filter(({ entity }) => gone.has(entity)))
  const shared = new Map<string, { from: string; to: string; count: number }>()
  for (const mention of after.mentions) {
    if (!again.has(mention.document) || !arrived.has(mention.entity)) continue
    const there = (named.get(mention.document) ?? []).filter(
      ({ start, end }) => start < mention.end && end > mention.start,
    )
    for (const from of new Set(there.map(({ entity }) => entity))) {
      const pair = JSON.stringify([from, mention.entity])
      const count = (shared.get(pair)?.count ?? 0) + 1
      shared.set(pair, { from, to: mention.entity, count })
    }
  }
  const total = new Map<string, number>()
  for (const { entity } of before.mentions) total.set(entity, (total.get(entity) ?? 0) + 1)
  const matched = new Map<string, string>()
  const pairs = [...shared.entries()].sort(
    ([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1),
  )
  for (const [, { from, to, count }] of pairs) {
    if (count * 2 <= total.get(from)! || !gone.has(from) || matched.has(to)) continue
    matched.set(to, from)
    gone.delete(from)
  }
  return matched
}

function without(one: Case, other: Case): Set<string> {
  const there = new Set(other.entities.map(({ id }) => id))
  return new Set(one.entities.flatMap(({ id }) => (there.has(id) ? [] : [id])))
}

function groupByDocument(mentions: readonly Mention[]): Map<string, Mention[]> {
  const groups = new Map<string, Mention[]>()
  for (const mention of mentions) {
    const group = groups.get(mention.document)
    if (group) group.push(mention)
    else groups.set(mention.document, [mention])
  }
  return groups
}
