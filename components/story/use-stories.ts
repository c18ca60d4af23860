'use client'
import { useMemo } from 'react'
import { addStep, type StoryStep } from '@/lib/query/story'
import type { Story } from '@/lib/schema'
import { useCase } from '../cases/case-context'
import { useExplorer } from '../explorer/explorer-context'

/** The stories of the case; each change is a decision, so that it is kept and can be undone. */
export function useStories() {
  const { stories, decide } = useCase()
  const { view, change } = useExplorer()
  return useMemo(() => {
    const current = stories.find(({ id }) => id === view.story)
    const save = (story: Story, words: string) => decide({ kind: 'story', story }, words)
    const create = (draft: Omit<Story, 'id'>) => {
      const story = { ...draft, id: freeId(stories) }
      save(story, `Story begun: ${story.title}`)
      change({ story: story.id })
      return story
    }
    return {
      stories,
      current,
      save,
      create,
      /** Adds a step to the story at hand, or begins one with it. */
      add(step: StoryStep, named: string) {
        const story = current ?? stories.at(-1)
        if (!story) return create({ title: 'Story', steps: [step] })
        save(addStep(story, step), `Added to “${story.title}”: ${named}`)
        change({ story: story.id })
      },
      remove(story: Story) {
        decide({ kind: 'remove', story: story.id }, `Story removed: ${story.title}`)
        change({ story: undefined, telling: undefined })
      },
    }
  }, [stories, decide, change, view.story])
}

function freeId(stories: readonly Story[]): string {
  const taken = new Set(stories.map(({ id }) => id))
  for (let moment = Date.now(); ; moment++) {
    const id = `story-${moment.toString(36)}`
    if (!taken.has(id)) return id
  }
}
