import { buildGraph } from '@/lib/graph/build'
import { projectEvents } from '@/lib/graph/projection'
import type { Case } from '@/lib/schema'
import { claimOfEdge } from '@/lib/view/elements'
import { fitView } from '@/lib/view/fit-view'
import { answerView, drawAnswer } from '@/lib/view/show-view'
import type { ViewState } from '@/lib/view/state'

/** The relations a view rests on: of a story or a path, what it is told from; else what is drawn. */
export function claimsInView(standing: Case, asked: ViewState): Set<string> {
  const { view } = fitView(standing, asked)
  const derived = view.projection === 'actors' ? projectEvents(standing) : standing
  const graph = buildGraph(derived)
  const answers = answerView(graph, view)
  const { answer, lineage } = answers
  if (lineage) return new Set(lineage.claims.map(({ id }) => id))
  if (answer?.paths.length) {
    const hops = answer.paths.flatMap((path) => path.hops)
    return new Set(hops.flatMap(({ claims }) => claims.map(({ id }) => id)))
  }
  const { edges } = drawAnswer(graph, view, answers)
  return new Set(edges.filter(({ faded }) => !faded).map(({ id }) => claimOfEdge(id)))
}
