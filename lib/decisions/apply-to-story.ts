import type { Story } from '../schema'
import type { DecisionContent } from './decision'
import { type Draft, findEntity } from './draft'

type OfStory = Extract<DecisionContent, { story: unknown }>

/** @returns why the decision could not be carried out, or not wholly */
export function applyToStory(draft: Draft, content: OfStory): string | undefined {
  if (content.kind === 'remove') {
    return draft.stories.delete(content.story) ? undefined : 'The story is not there any more.'
  }
  draft.stories.set(content.story.id, content.story)
  const missing = content.story.steps.some(
    (step) =>
      step.claims.some((id) => !isKnown(draft, id)) ||
      step.entities.some((id) => !findEntity(draft, id)),
  )
  return missing ? 'Kept; some of what it tells of is not there any more.' : undefined
}

/** Relations folded out of an event are made anew whenever they are shown. */
const isKnown = (draft: Draft, claim: string) =>
  draft.claims.has(claim) || claim.startsWith('derived:')

/** The stories as they stand, with entities that were merged since under their new id. */
export const listStories = (draft: Draft): Story[] =>
  [...draft.stories.values()].map((story) => ({
    ...story,
    steps: story.steps.map((step) => ({
      ...step,
      entities: [...new Set(step.entities.map((id) => findEntity(draft, id)?.id ?? id))],
    })),
  }))
