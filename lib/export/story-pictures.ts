/** A story's steps as pictures: one frame each, everything in the same place in all of them. */
import type { CaseGraph } from '../graph/build'
import { graphCase } from '../graph/build'
import { tellStory } from '../query/story'
import type { Story } from '../schema'
import { placeSteps, planStory } from '../view/place'
import { storyElements } from '../view/story-elements'
import type { ThemeName } from '../view/theme'
import { type FinishedPicture, finishPicture } from './picture'

export type StoryPicture = FinishedPicture & { title: string }

export type StoryPictureLook = {
  theme: ThemeName
  /** The step's title set above the picture, and its sources below. */
  captioned: boolean
}

export function storyPictures(
  graph: CaseGraph,
  story: Story,
  { theme, captioned }: StoryPictureLook,
): StoryPicture[] {
  const case_ = graphCase(graph)
  const layout = placeSteps(planStory(storyElements(graph, story), 'wide'), new Map())
  return tellStory(story, case_).map((step, i) => {
    const picture = finishPicture(
      case_,
      { elements: storyElements(graph, story, i), layout },
      {
        theme,
        background: 'canvas',
        title: captioned ? `${i + 1}. ${step.title}` : '',
        legend: captioned,
        sources: captioned,
        words: 'all',
      },
    )
    return { ...picture, title: step.title }
  })
}
