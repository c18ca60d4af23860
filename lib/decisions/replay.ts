import type { Case, Decision, Story } from '../schema'
import { applyToClaim } from './apply-to-claim'
import { applyToEntity } from './apply-to-entity'
import { applyToStory, listStories } from './apply-to-story'
import { readContent } from './decision'
import { type Draft, startDraft } from './draft'
import { whyNotTaken } from './take-out'
import { holdingDecisions } from './undo'

/** A decision that could not be carried out, or not wholly; it stays in the log. */
export type Lost = { decision: Decision; reason: string }

type Replayed = {
  /** What is shown. Its own log is empty: it is not what the store keeps. */
  case: Case
  lost: Lost[]
  /** In the order they were first saved. */
  stories: Story[]
  /** What made the parts that were not extracted, by their ids. */
  madeBy: Record<'claims' | 'entities', Map<string, Decision>>
}

/**
 * Replays a case's decisions over what was extracted.
 * In: a case as the store has it, or the same log over a newer extraction. Out: the case to show,
 * whose quotes and references are sound, and the decisions whose ground is gone.
 */
export function replay(case_: Case, log: readonly Decision[] = case_.decisions): Replayed {
  const holding = holdingDecisions(log)
  const draft = startDraft(case_, holding)
  const madeBy: Replayed['madeBy'] = { claims: new Map(), entities: new Map() }
  const lost = holding.flatMap((decision) => {
    const [kind, id] = newPart(decision) ?? []
    const isNew = kind && !draft[kind].has(id!)
    const reason = apply(draft, decision)
    if (isNew && draft[kind].has(id!)) madeBy[kind].set(id!, decision)
    return reason === undefined ? [] : [{ decision, reason }]
  })
  return {
    case: {
      ...case_,
      documents: [...draft.documents.values()],
      entities: [...draft.entities.values()],
      mentions: draft.mentions,
      claims: [...draft.claims.values()],
      decisions: [],
    },
    lost,
    stories: listStories(draft),
    madeBy,
  }
}

function newPart(decision: Decision): ['claims' | 'entities', string] | undefined {
  const content = readContent(decision)
  if (content?.kind === 'split') return ['entities', content.part.id]
  if (content?.kind !== 'add') return undefined
  return 'claim' in content ? ['claims', content.claim.id] : ['entities', content.entity.id]
}

/** @returns why it could not be carried out, or not wholly */
function apply(draft: Draft, decision: Decision): string | undefined {
  const content = readContent(decision)
  if (!content) return 'This program does not know such a decision: a newer one made it.'
  if ('claim' in content) return applyToClaim(draft, content)
  if ('story' in content) return applyToStory(draft, content)
  if ('document' in content) {
    const isKnown = draft.known.has(content.document)
    return whyNotTaken(decision, isKnown, draft.takenOut)
  }
  if ('decision' in content) return undefined
  return applyToEntity(draft, content)
}
