/** A view from its question to what is drawn: the same on the canvas, on the server and in exports. */
import { type CaseGraph, graphCase } from '../graph/build'
import { claimTest } from '../query/filter'
import { type Lineage, traceLineage } from '../query/lineage'
import { findPaths, type PathAnswer, type PathQuestion } from '../query/paths'
import type { Story } from '../schema'
import { type Changes, compareMoments, drawChanges } from './changes'
import { type Elements, selectElements } from './elements'
import { emphasize } from './emphasis'
import { pathQuestion } from './path-question'
import { type FrameName, type PlaceStep, planPlaces, planStory, planTrace } from './place'
import { type Standing, whatStands } from './standing'
import type { ViewState } from './state'
import { storyElements } from './story-elements'
import { traceElements } from './trace-elements'

/** What a view's question comes to; each part only where it is asked. */
export type Answers = {
  /** Of paths, once it has two ends. */
  question?: PathQuestion
  answer?: PathAnswer
  lineage?: Lineage
  standing?: Standing
  changes?: Changes
  /** The one at hand, where the view tells stories. */
  story?: Story
}

/** @param stories of the case, where the view may tell one */
export function answerView(
  graph: CaseGraph,
  view: ViewState,
  stories: readonly Story[] = [],
): Answers {
  const question = pathQuestion(view, graph)
  const asked = { question, answer: answerPath(graph, question), lineage: answerTrace(graph, view) }
  const standing = whatStands(graph, view, asked)
  return {
    ...asked,
    standing,
    changes: answerCompare(graph, view),
    story: answerStory(view, stories),
  }
}

/** Of "How are A and B connected?". */
export const answerPath = (graph: CaseGraph, question: PathQuestion | undefined) =>
  question && findPaths(graph, question)

/** Of "How was it shaped?"; undefined while there is nothing to tell of. */
export const answerTrace = (
  graph: CaseGraph,
  view: Pick<ViewState, 'mode' | 'trace' | 'folded' | 'opened'>,
): Lineage | undefined =>
  view.mode === 'trace' && view.trace && graph.hasNode(view.trace)
    ? traceLineage(graph, view.trace, { open: view.opened, closed: view.folded })
    : undefined

/** Of "What changed?", once there are two moments or two sets of documents. */
export const answerCompare = (
  graph: CaseGraph,
  { mode, compare }: Pick<ViewState, 'mode' | 'compare'>,
): Changes | undefined =>
  mode === 'compare' ? compareMoments(graphCase(graph), compare) : undefined

/** The story at hand. */
export const answerStory = (
  { mode, story }: Pick<ViewState, 'mode' | 'story'>,
  stories: readonly Story[],
): Story | undefined =>
  mode === 'story' ? stories.find(({ id, steps }) => id === story && steps.length > 0) : undefined

/** The step that is told or that one has come to; undefined shows them all. */
export function storyStepAt({ telling, marked }: ViewState, { steps }: Story): number | undefined {
  const at = telling ?? (marked === undefined ? undefined : Number(marked))
  return at !== undefined && Number.isInteger(at) && at < steps.length ? at : undefined
}

/** What is drawn, with what stands out. */
export function drawAnswer(graph: CaseGraph, view: ViewState, answers: Answers): Elements {
  const { lineage, standing, changes, story } = answers
  if (story) return storyElements(graph, story, storyStepAt(view, story))
  if (isStory(lineage)) {
    const passes = claimTest(view.filter, graphCase(graph))
    return traceElements(graph, lineage, { folded: view.folded, standing, passes })
  }
  const elements = selectElements(graph, view)
  return changes
    ? drawChanges(elements, changes)
    : emphasize(elements, graph, view, answers.answer, standing)
}

/** The layouts it takes. */
export const planView = (
  graph: CaseGraph,
  view: ViewState,
  elements: Elements,
  { lineage, story }: Pick<Answers, 'lineage' | 'story'>,
  frame: FrameName = 'wide',
  base?: CaseGraph,
): PlaceStep[] => {
  if (story) return planStory(storyElements(graph, story), frame)
  return isStory(lineage)
    ? planTrace(lineage, elements, frame)
    : planPlaces(graph, view, elements, frame, base)
}

export const isStory = (lineage: Lineage | undefined): lineage is Lineage =>
  lineage !== undefined && lineage.steps.length > 0
