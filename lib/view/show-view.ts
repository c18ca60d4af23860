/** A view from its question to what is drawn: the same on the canvas, on the server and in exports. */
import type { CaseGraph } from '../graph/build'
import { type Lineage, traceLineage } from '../query/lineage'
import { findPaths, type PathAnswer } from '../query/paths'
import { type Elements, selectElements } from './elements'
import { emphasize } from './emphasis'
import { pathQuestion } from './path-question'
import { type FrameName, type PlaceStep, planPlaces, planTrace } from './place'
import type { ViewState } from './state'
import { traceElements } from './trace-elements'

/** Of "How are A and B connected?", once it has two ends. */
export function answerPath(graph: CaseGraph, view: ViewState): PathAnswer | undefined {
  const question = pathQuestion(view, graph)
  return question && findPaths(graph, question)
}

/** Of "How was it shaped?"; undefined while there is nothing to tell of. */
export const answerTrace = (graph: CaseGraph, view: ViewState): Lineage | undefined =>
  view.mode === 'trace' && view.trace && graph.hasNode(view.trace)
    ? traceLineage(graph, view.trace)
    : undefined

/** What is drawn, with what stands out. */
export const drawAnswer = (
  graph: CaseGraph,
  view: ViewState,
  { answer, lineage }: { answer?: PathAnswer; lineage?: Lineage },
): Elements =>
  isStory(lineage)
    ? traceElements(graph, lineage)
    : emphasize(selectElements(graph, view), graph, view, answer)

/** The layouts it takes. */
export const planView = (
  graph: CaseGraph,
  view: ViewState,
  elements: Elements,
  lineage?: Lineage,
  frame: FrameName = 'wide',
): PlaceStep[] =>
  isStory(lineage) ? planTrace(lineage, elements) : planPlaces(graph, view, elements, frame)

export const isStory = (lineage: Lineage | undefined): lineage is Lineage =>
  lineage !== undefined && lineage.steps.length > 0
