/** When there is no path: which limit or filter is in the way. */
import type { CaseGraph } from '../graph/build'
import type { PathAnswer, PathQuestion } from './path-question'
import { pathLimits } from './path-question'
import { countPaths } from './path-search'

type Change = { change: string; question: PathQuestion }

/**
 * Every single change that would give paths, with how many (up to the limit), the smallest change
 * first. When no single one does, dropping all limits at once is tried; an empty list then means
 * that nothing in the case connects the two.
 */
export function suggestChanges(graph: CaseGraph, question: PathQuestion): PathAnswer['relax'] {
  const changes = [...listChanges(graph, question), ...farther(graph, question)]
  const fruitful = countEach(graph, changes)
  if (fruitful.length > 0) return fruitful
  const { from, to, limit, budget } = question
  const open = { from, to, limit, budget, mode: 'connected', maxHops: pathLimits.mostHops } as const
  return countEach(graph, [{ change: 'with none of these limits', question: open }])
}

const countEach = (graph: CaseGraph, changes: Change[]): PathAnswer['relax'] =>
  changes
    .map((change) => ({ ...change, paths: countPaths(graph, change.question).paths }))
    .filter((change) => change.paths > 0)

const facets = {
  relations: 'with every relation',
  stances: 'with every stance',
  sources: 'with all sources',
  kinds: 'with every kind of entity',
} as const

function listChanges(graph: CaseGraph, question: PathQuestion): Change[] {
  const { filter = {}, via = [], avoid = [] } = question
  const name = (id: string) => (graph.hasNode(id) ? graph.getNodeAttribute(id, 'entity').name : id)
  const changes: Change[] = []
  const add = (change: string, part: Partial<PathQuestion>) =>
    changes.push({ change, question: { ...question, ...part } })

  if (question.mode === 'travelled' && !question.anyOrder) {
    add('without the time order', { anyOrder: true })
  }
  if (question.mode === 'travelled') {
    add('without regard to direction and time', { mode: 'connected' })
  }
  for (const [facet, change] of Object.entries(facets)) {
    if (filter[facet as keyof typeof facets]) {
      add(change, { filter: { ...filter, [facet]: undefined } })
    }
  }
  if (question.longestGap !== undefined) {
    add('with gaps of any length', { longestGap: undefined })
  }
  if (filter.since || filter.until || filter.dated) {
    const { since: _s, until: _u, dated: _d, ...rest } = filter
    add('at any time', { filter: rest })
  }
  for (const id of via) {
    add(`without going via ${name(id)}`, { via: via.filter((other) => other !== id) })
  }
  for (const id of avoid) {
    add(`without avoiding ${name(id)}`, { avoid: avoid.filter((other) => other !== id) })
  }
  return changes
}

/** The fewest more hops that give a path. */
function farther(graph: CaseGraph, question: PathQuestion): Change[] {
  const far = { ...question, maxHops: pathLimits.mostHops, limit: 1 }
  const { shortest } = countPaths(graph, far)
  if (shortest === undefined) return []
  const change = `with up to ${shortest} hops`
  return [{ change, question: { ...question, maxHops: shortest } }]
}
