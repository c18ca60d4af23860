import type { CaseGraph } from '../graph/build'
import type { PathQuestion } from '../query/paths'
import type { ViewState } from './state'

/** The question a view asks, once both ends are chosen and differ; ids that are gone are left out. */
export function pathQuestion(view: ViewState, graph: CaseGraph): PathQuestion | undefined {
  const { from, to, via, avoid, mode, anyOrder, maxHops, longestGap } = view.path
  if (view.mode !== 'path' || !from || !to || from === to) return undefined
  if (!graph.hasNode(from) || !graph.hasNode(to)) return undefined
  const between = (id: string) => graph.hasNode(id) && id !== from && id !== to
  const passed = via.filter(between)
  return {
    from,
    to,
    mode,
    via: passed,
    avoid: avoid.filter((id) => between(id) && !passed.includes(id)),
    ...(anyOrder && { anyOrder }),
    ...(maxHops && { maxHops }),
    ...(longestGap !== undefined && { longestGap }),
    filter: view.filter,
  }
}
