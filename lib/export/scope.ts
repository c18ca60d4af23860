/** What part of a case a picture shows, and where everything stands in it. */
import { type CaseGraph, graphCase } from '../graph/build'
import { nameIn } from '../query/clause'
import { tellStory } from '../query/story'
import type { Story } from '../schema'
import { type Elements, selectElements } from '../view/elements'
import type { Layout, Point } from '../view/layout/layout'
import { layoutGraph } from '../view/layout/layout-graph'
import { edgeText } from '../view/layout/node-size'
import { placeElements, placeSteps } from '../view/place'
import { answerView, drawAnswer, planView, storyStepAt } from '../view/show-view'
import { type ViewState, wholeCase } from '../view/state'
import { measureText } from '../view/text-measure'
import { dayWords } from '../view/words'

export const scopes = ['whole', 'view', 'selection', 'path', 'trace', 'story', 'step'] as const
export type Scope = (typeof scopes)[number]

export type Scene = { elements: Elements; layout: Layout }

/** The scopes that have something to show in this view. */
export function openScopes(shown: Elements, view: ViewState, story?: Story): Scope[] {
  const path = shown.nodes.some((node) => node.accent)
  const faded = shown.nodes.some((node) => node.faded)
  const open: Record<Scope, boolean> = {
    whole: true,
    // of a story, the view is the step or the story itself
    view: !story,
    selection: faded && !path && !story,
    path,
    trace: view.mode === 'trace' && view.trace !== undefined,
    story: story !== undefined,
    step: story !== undefined && storyStepAt(view, story) !== undefined,
  }
  return scopes.filter((scope) => open[scope])
}

/** What a picture of the scope is called, where it is not simply the case. */
export function titleScene(
  graph: CaseGraph,
  view: ViewState,
  scope: Scope,
  story?: Story,
): string | undefined {
  const case_ = graphCase(graph)
  if (scope === 'trace' && view.trace) return `How ${nameIn(view.trace, case_)} was shaped`
  if (scope === 'path' && view.path.from && view.path.to)
    return `From ${nameIn(view.path.from, case_)} to ${nameIn(view.path.to, case_)}`
  if (scope === 'view' && view.mode === 'compare') return sayCompared(view.compare)
  if (scope === 'story') return story?.title
  if (scope !== 'step' || !story) return undefined
  const at = storyStepAt(view, story) ?? 0
  return `${at + 1}. ${tellStory(story, case_)[at]!.title}`
}

function sayCompared({ by, before, after }: ViewState['compare']): string | undefined {
  if (by === 'documents') return 'What changed between two sets of reports'
  if (before === undefined) return undefined
  const to = after === undefined ? '' : ` up to ${dayWords(after)}`
  return `What changed after ${dayWords(before)}${to}`
}

/**
 * The elements of a scope with their places: the whole case and the view as they stand on the
 * canvas; a selection on its own, laid out anew; a path from left to right; a story with all its
 * steps, or one step as it is told.
 * @param stories of the case, where the view may tell one
 */
export function pickScene(
  graph: CaseGraph,
  view: ViewState,
  scope: Scope,
  stories: readonly Story[] = [],
): Scene {
  if (scope === 'whole') {
    const { projection, attestors, pinned } = view
    const all: ViewState = { ...wholeCase, projection, attestors, pinned }
    const elements = selectElements(graph, all)
    return { elements, layout: placeElements(graph, all, elements) }
  }
  const asked: ViewState =
    scope === 'trace' && view.trace
      ? { ...view, mode: 'trace' }
      : scope === 'story'
        ? { ...view, telling: undefined, marked: undefined }
        : view
  const answers = answerView(graph, asked, stories)
  const shown = drawAnswer(graph, asked, answers)
  if (scope !== 'selection' && scope !== 'path')
    return {
      elements: shown,
      layout: placeSteps(planView(graph, asked, shown, answers), new Map()),
    }
  const part = keep(shown, scope)
  if (scope === 'path') return { elements: part, layout: layoutPath(part) }
  return { elements: part, layout: layoutGraph(part, { width: 1180, height: 830 }) }
}

function keep({ nodes, edges }: Elements, scope: 'selection' | 'path'): Elements {
  const stays = (one: { accent?: boolean; faded?: boolean }) =>
    scope === 'path' ? one.accent : !one.faded
  const kept = nodes.filter(stays)
  const ids = new Set(kept.map((node) => node.id))
  return {
    nodes: kept,
    edges: edges.filter((edge) => stays(edge) && ids.has(edge.from) && ids.has(edge.to)),
  }
}

/** A path's entities in a row, far enough apart for the words between them. */
function layoutPath(elements: Elements): Layout {
  const widest = Math.max(40, ...elements.edges.map((edge) => edgeText(edge, measureText).w))
  const pinned: Record<string, Point> = {}
  const row = [...elements.nodes].sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
  row.forEach((node, i) => {
    pinned[node.id] = { x: i * (widest + 90), y: 0 }
  })
  return layoutGraph(elements, { pinned })
}
