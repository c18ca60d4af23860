import type { Case, Decision, Story } from '../schema'
import { applyToClaim } from './apply-to-claim'
import { applyToEntity } from './apply-to-entity'
import { applyToStory, listStories } from './apply-to-story'
import { readContent } from './decision'
import { type Draft, startDraft } from './draft'
import { holdingDecisions } from './undo'

/** A decision that could not be carried out, or not wholly; it stays in the log. */
export type Lost = { decision: Decision; reason: string }

type Replayed = {
  /** What is shown. Its own log is empty: it is not what the store keeps. */
  case: Case
  lost: Lost[]
  /** In the order they were first saved. */
  stories: Story[]
}

/**
 * Replays a case's decisions over what was extracted.
 * In: a case as the store has it, or the same log over a newer extraction. Out: the case to show,
 * whose quotes and references are sound, and the decisions whose ground is gone.
 */
export function replay(case_: Case, log: readonly Decision[] = case_.decisions): Replayed {
  const draft = startDraft(case_)
  const lost = holdingDecisions(log).flatMap((decision) => {
    const reason = apply(draft, decision)
    return reason === undefined ? [] : [{ decision, reason }]
  })
  return {
    case: {
      ...case_,
      entities: [...draft.entities.values()],
      mentions: draft.mentions,
      claims: [...draft.claims.values()],
      decisions: [],
    },
    lost,
    stories: listStories(draft),
  }
}

/** @returns why it could not be carried out, or not wholly */
function apply(draft: Draft, decision: Decision): string | undefined {
  const content = readContent(decision)
  if (!content) return 'This program does not know such a decision: a newer one made it.'
  if ('claim' in content) return applyToClaim(draft, content)
  if ('story' in content) return applyToStory(draft, content)
  if ('decision' in content) return undefined
  return applyToEntity(draft, content)
}
