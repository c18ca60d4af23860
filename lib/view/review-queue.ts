/** In which order relations are worth a second look. */
import { fold } from '../graph/fold'
import { independentSources } from '../graph/sources'
import { claimStance } from '../graph/stance'
import type { Case, Claim, Entity, Mention } from '../schema'

export type Queued = {
  claim: string
  /** What the view rests on comes first. */
  inView: boolean
  /** Why it deserves a look, the gravest first: "Sources disagree", "One source". */
  doubts: string[]
}

/** Quotes longer than this say more than one thing. */
const longQuote = 260

/**
 * All relations of a case, rejected ones too: what the view rests on, then what is least sure, then
 * as the documents have it.
 * @param inView ids of relations that the view at hand rests on
 */
export function orderQueue(case_: Case, inView: ReadonlySet<string>): Queued[] {
  const entities = new Map(case_.entities.map((entity) => [entity.id, entity]))
  const mentions = new Map<string, Mention[]>()
  for (const mention of case_.mentions) {
    const list = mentions.get(mention.document)
    if (list) list.push(mention)
    else mentions.set(mention.document, [mention])
  }
  const order = new Map(case_.documents.map((document, i) => [document.id, i]))
  return case_.claims
    .map((claim) => {
      const found = listDoubts(claim, case_, entities, mentions)
      return {
        claim: claim.id,
        inView: inView.has(claim.id),
        doubts: found.map(({ words }) => words),
        weight: found.reduce((sum, { weight }) => sum + weight, 0),
        at: claim.evidence[0]!,
      }
    })
    .sort(
      (a, b) =>
        Number(b.inView) - Number(a.inView) ||
        b.weight - a.weight ||
        (order.get(a.at.document) ?? 0) - (order.get(b.at.document) ?? 0) ||
        a.at.start - b.at.start ||
        (a.claim < b.claim ? -1 : 1),
    )
    .map(({ claim, inView, doubts }) => ({ claim, inView, doubts }))
}

type Doubt = { words: string; weight: number }

function listDoubts(
  claim: Claim,
  case_: Case,
  entities: ReadonlyMap<string, Entity>,
  mentions: ReadonlyMap<string, readonly Mention[]>,
): Doubt[] {
  const doubts: Doubt[] = []
  const stance = claimStance(claim)
  if (stance === 'contested') doubts.push({ words: 'Sources disagree', weight: 6 })
  if (stance === 'denied') doubts.push({ words: 'Denied', weight: 6 })
  for (const end of [claim.from, claim.to]) {
    const entity = end === null ? undefined : entities.get(end)
    if (!entity || claim.evidence.some((piece) => isNamed(entity, piece, mentions))) continue
    // whose office it is goes without saying in most reports
    const weight = claim.relation === 'holds_role' && end === claim.to ? 1 : 5
    doubts.push({ words: `${entity.name} is not named in the quote`, weight })
  }
  if (claim.relation === 'other') doubts.push({ words: 'Relation is only a verb', weight: 4 })
  if (stance === 'hedged') doubts.push({ words: 'Hedged', weight: 3 })
  if (claim.evidence.some(({ origin }) => origin === 'model')) {
    doubts.push({ words: 'Read by a model', weight: 3 })
  }
  if (claim.evidence.every(({ quote }) => quote.length > longQuote)) {
    doubts.push({ words: 'Long quote', weight: 2 })
  }
  if (independentSources(claim, case_) === 1) doubts.push({ words: 'One source', weight: 1 })
  return doubts
}

/** By a mention in the quote, or by the words themselves; a pronoun is neither. */
function isNamed(
  entity: Entity,
  piece: Claim['evidence'][number],
  mentions: ReadonlyMap<string, readonly Mention[]>,
): boolean {
  const mentioned = mentions
    .get(piece.document)
    ?.some(
      ({ entity: id, start, end }) => id === entity.id && start < piece.end && end > piece.start,
    )
  if (mentioned) return true
  const quote = ` ${fold(piece.quote)} `
  return [entity.name, ...entity.aliases].some((name) => quote.includes(` ${fold(name)} `))
}
