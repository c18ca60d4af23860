/** The log as the history shows it: each decision with what became of it. */
import { readContent, type Span } from '@/lib/decisions/decision'
import { takenBackBy, targetOf } from '@/lib/decisions/undo'
import type { Case, Decision } from '@/lib/schema'
import { makeRegister, sayDecision } from './say-decision'

export const entryKinds = {
  judged: 'Judged',
  changed: 'Corrected',
  names: 'Names',
  added: 'Added and removed',
  stories: 'Stories',
} as const
export type EntryKind = keyof typeof entryKinds

export type Entry = {
  decision: Decision
  words: string
  kind: EntryKind
  /** Taken back, and by whom and when. */
  undone?: Decision
  /** Why it could not be carried out, or not wholly. */
  lost?: string
  /** What it concerns, if that is still there: where "Show" leads. */
  shows?: { claim: string } | { entity: string } | { place: Span } | { report: string }
}

/** The last decision first; what only takes another back is shown with that one. */
export function listEntries(
  extracted: Case,
  decided: Case,
  lost: ReadonlyMap<string, string>,
): Entry[] {
  const log = extracted.decisions
  const register = makeRegister(decided, extracted)
  const undone = takenBackBy(log)
  const entities = new Set(decided.entities.map(({ id }) => id))
  const claims = new Set(decided.claims.map(({ id }) => id))
  const documents = new Set(extracted.documents.map(({ id }) => id))
  return log
    .filter((decision) => targetOf(decision) === undefined)
    .map((decision): Entry => {
      const by = undone.get(decision.id)?.at(-1)
      const reason = lost.get(decision.id)
      const shows =
        concerns(decision).find((one) =>
          'claim' in one ? claims.has(one.claim) : entities.has(one.entity),
        ) ?? placeOf(decision, documents)
      return {
        decision,
        words: sayDecision(decision, register, log),
        kind: kindOf(decision),
        ...(by && { undone: by }),
        ...(reason !== undefined && { lost: reason }),
        ...(shows && { shows }),
      }
    })
    .reverse()
}

/** Under the case's own address. */
export function addressOf(shows: NonNullable<Entry['shows']>): string {
  if ('claim' in shows) return `/review?claim=${encodeURIComponent(shows.claim)}`
  if ('entity' in shows) return `?sel=${encodeURIComponent(shows.entity)}`
  if ('report' in shows) return `/document/${encodeURIComponent(shows.report)}`
  const { document, start, end } = shows.place
  return `/document/${encodeURIComponent(document)}?at=${start}-${end}`
}

/** A report, or where the words stand that were judged when the relation is gone. */
function placeOf(decision: Decision, documents: ReadonlySet<string>): Entry['shows'] {
  const content = readContent(decision)
  if (content && 'document' in content)
    return documents.has(content.document) ? { report: content.document } : undefined
  if (!content || !('evidence' in content)) return undefined
  const place = [content.evidence ?? []].flat().find(({ document }) => documents.has(document))
  return place && { place }
}

function kindOf(decision: Decision): EntryKind {
  const content = readContent(decision)
  if (!content) return 'changed'
  if ('story' in content) return 'stories'
  switch (content.kind) {
    case 'accept':
      return 'judged'
    case 'reject':
      return 'claim' in content ? 'judged' : 'names'
    case 'edit':
      return 'review' in content.change ? 'judged' : 'changed'
    case 'merge':
    case 'split':
    case 'rename':
      return 'names'
    default:
      return 'added'
  }
}

/** What a decision is about, the nearest first. */
function concerns(decision: Decision): ({ claim: string } | { entity: string })[] {
  const content = readContent(decision)
  if (!content) return []
  if ('claim' in content) {
    return [{ claim: typeof content.claim === 'string' ? content.claim : content.claim.id }]
  }
  const entity = (id: string) => ({ entity: id })
  switch (content.kind) {
    case 'merge':
      return [entity(content.into)]
    case 'split':
      return [entity(content.part.id), entity(content.entity)]
    case 'rename':
      return [entity(content.entity)]
    case 'reject':
      return content.entities.map(entity)
    case 'add':
      return [entity(content.entity.id)]
    default:
      return []
  }
}
