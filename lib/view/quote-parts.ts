/** A quote cut where names begin and end, so that they can be set apart. */
import { once } from '../graph/once'
import type { Case, EntityKind, Evidence, Mention } from '../schema'

export type QuotePart = { text: string; entity?: { id: string; kind: EntityKind; name: string } }

/** The evidence's quote in order; parts that are a name say whose. */
export function splitQuote(
  evidence: Pick<Evidence, 'document' | 'start' | 'end' | 'quote'>,
  case_: Case,
): QuotePart[] {
  const { entities, mentions } = index(case_)
  const parts: QuotePart[] = []
  let at = evidence.start
  const cut = (start: number, end: number) =>
    evidence.quote.slice(start - evidence.start, end - evidence.start)
  for (const mention of mentions.get(evidence.document) ?? []) {
    if (mention.start < at || mention.end > evidence.end) continue
    const entity = entities.get(mention.entity)
    if (!entity) continue
    if (mention.start > at) parts.push({ text: cut(at, mention.start) })
    parts.push({
      text: cut(mention.start, mention.end),
      entity: { id: entity.id, kind: entity.kind, name: entity.name },
    })
    at = mention.end
  }
  if (at < evidence.end) parts.push({ text: cut(at, evidence.end) })
  return parts
}

/** Mentions of each document in order; of two that overlap, the longer one first. */
const index = once((case_: Case) => {
  const mentions = new Map<string, Mention[]>()
  for (const mention of case_.mentions) {
    const list = mentions.get(mention.document)
    if (list) list.push(mention)
    else mentions.set(mention.document, [mention])
  }
  for (const list of mentions.values()) list.sort((a, b) => a.start - b.start || b.end - a.end)
  return { entities: new Map(case_.entities.map((entity) => [entity.id, entity])), mentions }
})
