/** How are A and B connected? */

import { AppError } from '../errors'
import type { CaseGraph } from '../graph/build'
import { requireEntity } from './neighbours'
import { type PathAnswer, type PathQuestion, pathLimits } from './path-question'
import { searchPaths } from './path-search'
import { reachOf } from './reach'
import { suggestChanges } from './relax'

export type { Path, PathAnswer, PathQuestion } from './path-question'

/**
 * The best simple paths between two entities, ranked by the independent sources of their weakest
 * hop, then length, then time span. No path is an answer: it says what to relax.
 * @throws AppError not_found for an unknown entity, invalid_input for a question that cannot be.
 */
export function findPaths(graph: CaseGraph, question: PathQuestion): PathAnswer {
  check(graph, question)
  const found = searchPaths(graph, question)
  return { ...found, relax: found.paths.length > 0 ? [] : suggestChanges(graph, question) }
}

function check(graph: CaseGraph, question: PathQuestion): void {
  const { from, to, via = [], avoid = [], maxHops = pathLimits.maxHops } = question
  const reach = reachOf(graph)
  for (const id of [from, to, ...via]) requireEntity(reach, id)
  const fail = (message: string) => {
    throw new AppError('invalid_input', message)
  }
  if (from === to) fail(`Both ends are "${from}". Choose two different entities.`)
  if (!Number.isInteger(maxHops) || maxHops < 1 || maxHops > pathLimits.mostHops) {
    fail(`A path of at most ${maxHops} hops cannot be. Choose 1 to ${pathLimits.mostHops}.`)
  }
  const { longestGap } = question
  if (longestGap !== undefined && !(longestGap >= 0)) {
    fail(`A gap of ${longestGap} days cannot be. Give 0 days or more.`)
  }
  const banned = [from, to, ...via].find((id) => avoid.includes(id))
  if (banned !== undefined) fail(`"${banned}" is to be passed and avoided at once. Choose one.`)
}
