/** Stories as data: steps picked from answers, put in order, each with the teller's note. */
import type { Case, Claim, Entity, Story } from '../schema'
import type { Lineage, LineageStep } from './lineage'
import { sayClaims } from './lineage-words'
import type { Path } from './path-question'
import { joinWords } from './sentence'

export type StoryStep = Story['steps'][number]

/** A story that tells a lineage, a step for each of its steps; notes are left to the teller. */
export const lineageStory = (lineage: Lineage, title: string): Omit<Story, 'id'> => ({
  title,
  steps: lineage.steps.map((step) => storyStep(step)),
})

/** A step of a lineage as one of a story, under the sentence that tells it. */
const storyStep = ({ claims, spine, actors, sentence }: LineageStep): StoryStep => ({
  claims: claims.map(({ id }) => id).slice(0, mostParts),
  entities: [...new Set([spine, ...actors])].slice(0, mostParts),
  ...(sentence.length <= longestTitle && { title: sentence }),
  note: '',
})

/** A story that walks a path, a step for each hop. */
export const pathStory = (path: Path, title: string): Omit<Story, 'id'> => ({
  title,
  steps: path.hops.map(({ from, to, claims }) => ({
    claims: claims.map(({ id }) => id).slice(0, mostParts),
    entities: [from, to],
    note: '',
  })),
})

const mostParts = 200
const longestTitle = 300

/** Puts a step before the one at `at`, or last. */
export function addStep<S extends Pick<Story, 'steps'>>(story: S, step: StoryStep, at?: number): S {
  const steps = [...story.steps]
  steps.splice(at ?? steps.length, 0, step)
  return { ...story, steps }
}

export const removeStep = <S extends Pick<Story, 'steps'>>(story: S, at: number): S => ({
  ...story,
  steps: story.steps.filter((_, i) => i !== at),
})

/** Takes the step at `from` out and puts it where it is then the one at `to`. */
export function moveStep<S extends Pick<Story, 'steps'>>(story: S, from: number, to: number): S {
  const steps = [...story.steps]
  const [step] = steps.splice(from, 1)
  if (step) steps.splice(to, 0, step)
  return { ...story, steps }
}

export const noteStep = <S extends Pick<Story, 'steps'>>(
  story: S,
  at: number,
  note: string,
): S => ({
  ...story,
  steps: story.steps.map((step, i) => (i === at ? { ...step, note } : step)),
})

/** An empty title goes back to the sentence. */
export const titleStep = <S extends Pick<Story, 'steps'>>(
  story: S,
  at: number,
  title: string,
): S => ({
  ...story,
  steps: story.steps.map((step, i) => (i === at ? { ...step, title: title || undefined } : step)),
})

/** A step with what it tells of, as far as the case still has it; `missing` counts the rest. */
export type ToldStep = {
  /** Its own, or else the sentence. */
  title: string
  /** What its relations say; names where it has none. */
  sentence: string
  note: string
  claims: Claim[]
  entities: Entity[]
  missing: number
}

export function tellStory(story: Pick<Story, 'steps'>, case_: Case): ToldStep[] {
  const claims = new Map(case_.claims.map((claim) => [claim.id, claim]))
  const entities = new Map(case_.entities.map((entity) => [entity.id, entity]))
  return story.steps.map((step) => {
    const told = step.claims.flatMap((id) => claims.get(id) ?? [])
    const named = step.entities.flatMap((id) => entities.get(id) ?? [])
    const missing = step.claims.length + step.entities.length - told.length - named.length
    const sentence = sayMatter(told, named, case_)
    const title = step.title?.trim() || sentence
    return { title, sentence, note: step.note, claims: told, entities: named, missing }
  })
}

const mostNamed = 3

/** The claims in a sentence; without any, "Miami meeting, Jared Kushner and 2 more". */
function sayMatter(claims: readonly Claim[], entities: readonly Entity[], case_: Case): string {
  const [first] = claims
  if (first) return sayClaims(claims, entities[0]?.id ?? first.from, case_)
  const names = entities.slice(0, mostNamed).map(({ name }) => name)
  const more = entities.length - names.length
  return joinWords(more > 0 ? [...names, `${more} more`] : names) || 'Step'
}
