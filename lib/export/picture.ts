/** A whole picture from a question: which part, which look, what is written on it. */
import { z } from 'zod'
import { buildGraph } from '../graph/build'
import { projectEvents } from '../graph/projection'
import type { Case, Story } from '../schema'
import { answerStory } from '../view/show-view'
import type { ViewState } from '../view/state'
import { dayWords } from '../view/words'
import { describePicture, describeSources } from './alt-text'
import { pickScene, type Scene, scopes, titleScene } from './scope'
import { drawSvg } from './svg'

const switchSchema = z
  .enum(['0', '1', 'true', 'false'])
  .transform((text) => text === '1' || text === 'true')

/** What can be chosen of a picture, as it stands in an address. */
export const pictureQuerySchema = z.object({
  format: z.enum(['svg', 'png']).default('svg'),
  scale: z.coerce.number().min(0.25).max(4).optional(),
  width: z.coerce.number().int().min(16).max(16_384).optional(),
  theme: z.enum(['light', 'dark']).default('light'),
  background: z.enum(['canvas', 'transparent']).default('canvas'),
  scope: z.enum(scopes).default('whole'),
  title: z.string().max(300).optional(),
  legend: switchSchema.default(true),
  sources: switchSchema.default(true),
  words: z.enum(['all', 'accent', 'none']).default('all'),
  date: z.string().max(60).optional(),
  permalink: z.string().max(2000).optional(),
})
export type PictureQuery = z.infer<typeof pictureQuerySchema>
export type PictureLook = Omit<PictureQuery, 'format' | 'scale' | 'width' | 'scope'>

/** `description` is the alternative text; the file itself tells every relation. */
export type FinishedPicture = { svg: string; description: string }

/**
 * The picture of a view of a case. An empty title leaves the title out; no title is the question's,
 * or the case's.
 */
export function makePicture(
  case_: Case,
  view: ViewState,
  query: PictureQuery,
  stories: readonly Story[] = [],
): FinishedPicture {
  const shown = view.projection === 'actors' ? projectEvents(case_) : case_
  const graph = buildGraph(shown)
  const { scope, title = titleScene(graph, view, scope, answerStory(view, stories)) } = query
  return finishPicture(shown, pickScene(graph, view, scope, stories), {
    ...query,
    ...(title !== undefined && { title }),
  })
}

export function finishPicture(case_: Case, scene: Scene, look: PictureLook): FinishedPicture {
  const description = describePicture(case_, scene.elements)
  const sourceLine = look.sources ? describeSources(case_, scene.elements, dayWords) : undefined
  const svg = drawSvg({
    ...scene,
    theme: look.theme,
    background: look.background,
    description: describePicture(case_, scene.elements, 'long'),
    words: look.words,
    title: look.title ?? case_.title,
    legend: look.legend,
    ...(sourceLine && { sourceLine }),
    ...(look.date && { date: look.date }),
    ...(look.permalink && { permalink: look.permalink }),
  })
  return { svg, description }
}
