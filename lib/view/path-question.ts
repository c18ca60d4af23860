import type { CaseGraph } from '../graph/build'
import type { PathQuestion } from '../query/paths'
import type { ViewState } from './state'

/** The question a view asks, once both ends are chosen and differ; ids that are gone are left out. */
export function pathQuestion(view: ViewState, graph: CaseGraph): PathQuestion | undefined {
  const { from, to, via, avoid, mode } = view.path
  if (view.mode !== 'path' || !from || !to || from === to) return undefined
  if (!graph.hasNode(from) || !graph.hasNode(to)) return undefined
  const isThere = (id: string) => graph.hasNode(id)
  return {
    from,
    to,
    mode,
    via: via.filter(isThere),
    avoid: avoid.filter(isThere),
    filter: view.filter,
  }
}
