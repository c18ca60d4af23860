import type { FirstPlaces } from '@/components/explorer/explorer-context'
import { replay } from '@/lib/decisions/replay'
import { standingCase } from '@/lib/decisions/standing'
import { buildGraph } from '@/lib/graph/build'
import { projectEvents } from '@/lib/graph/projection'
import type { Case } from '@/lib/schema'
import type { Layout } from '@/lib/view/layout/layout'
import { type PlaceStep, placeSteps } from '@/lib/view/place'
import { answerView, drawAnswer, planView } from '@/lib/view/show-view'
import type { ViewState } from '@/lib/view/state'

/** Larger pictures are laid out in the browser, so that no one waits for the server. */
const mostElements = 200
const mostKept = 40

const kept = new Map<string, Layout>()

/** Where everything stands when a page opens, so that the picture is there with the page. */
export function firstPlaces(stored: Case, view: ViewState): FirstPlaces | undefined {
  const draw = (case_: Case) =>
    buildGraph(view.projection === 'actors' ? projectEvents(case_) : case_)
  const graph = draw(standingCase(stored))
  const base = stored.decisions.length > 0 ? draw(stored) : undefined
  const answers = answerView(graph, view, replay(stored).stories)
  const elements = drawAnswer(graph, view, answers)
  const steps = planView(graph, view, elements, answers, 'wide', base)
  const last = steps.at(-1)
  if (!last || steps.some((step) => countOf(step) > mostElements)) return undefined
  const content = JSON.stringify(steps)
  const layout = kept.get(content) ?? placeSteps(steps, new Map())
  kept.delete(content)
  kept.set(content, layout)
  for (const old of kept.keys()) if (kept.size > mostKept) kept.delete(old)
  return { key: last.key, layout: JSON.stringify(layout) }
}

const countOf = ({ elements }: PlaceStep) => elements.nodes.length + elements.edges.length
