'use client'
import { BookPlus } from 'lucide-react'
import type { StoryStep } from '@/lib/query/story'
import { IconButton } from '../ui/icon-button'
import { useStories } from './use-stories'

type AddToStoryProps = {
  claims: readonly string[]
  entities: readonly string[]
  /** Its heading in the story; what the relations say when left out. */
  title?: string
  /** What is added, for the notice. */
  named: string
}

/** Puts a step, hop or relation at the end of the story at hand. */
export function AddToStory({ claims, entities, title, named }: AddToStoryProps) {
  const { add, current, stories } = useStories()
  const story = (current ?? stories.at(-1))?.title
  const step: StoryStep = {
    claims: claims.slice(0, 200),
    entities: [...new Set(entities)].slice(0, 200),
    ...(title !== undefined && title.length <= 300 && { title }),
    note: '',
  }
  return (
    <IconButton
      icon={BookPlus}
      label={story ? `Add to “${story}”` : 'Begin a story with it'}
      side="left"
      className="size-7 phone:size-10"
      onClick={() => add(step, named)}
    />
  )
}
