/** A view from its question to what is drawn: the same on the canvas, on the server and in exports. */
import { type CaseGraph, graphCase } from '../graph/build'
import { claimTest } from '../query/filter'
import { type Lineage, traceLineage } from '../query/lineage'
import { findPaths, type PathAnswer, type PathQuestion } from '../query/paths'
import { type Changes, compareMoments, drawChanges } from './changes'
import { type Elements, selectElements } from './elements'
import { emphasize } from './emphasis'
import { pathQuestion } from './path-question'
import { type FrameName, type PlaceStep, planPlaces, planTrace } from './place'
import { type Standing, whatStands } from './standing'
import type { ViewState } from './state'
import { traceElements } from './trace-elements'

/** What a view's question comes to; each part only where it is asked. */
export type Answers = {
  /** Of paths, once it has two ends. */
  question?: PathQuestion
  answer?: PathAnswer
  lineage?: Lineage
  standing?: Standing
  changes?: Changes
}

export function answerView(graph: CaseGraph, view: ViewState): Answers {
  const question = pathQuestion(view, graph)
  const asked = { question, answer: answerPath(graph, question), lineage: answerTrace(graph, view) }
  const standing = whatStands(graph, view, asked)
  return { ...asked, standing, changes: answerCompare(graph, view) }
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

/** What is drawn, with what stands out. */
export function drawAnswer(graph: CaseGraph, view: ViewState, answers: Answers): Elements {
  const { lineage, standing, changes } = answers
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
  lineage?: Lineage,
  frame: FrameName = 'wide',
  base?: CaseGraph,
): PlaceStep[] =>
  isStory(lineage) ? planTrace(lineage, elements) : planPlaces(graph, view, elements, frame, base)

export const isStory = (lineage: Lineage | undefined): lineage is Lineage =>
  lineage !== undefined && lineage.steps.length > 0
