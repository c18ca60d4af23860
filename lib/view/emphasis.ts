/** What stands out and what recedes: the paths that are on, else the selection and its neighbours. */
import type { CaseGraph } from '../graph/build'
import { neighbours } from '../query/neighbours'
import type { Path } from '../query/path-question'
import type { PathAnswer } from '../query/paths'
import { describeEdge, type Elements, type ViewEdge, type ViewNode } from './elements'
import type { Standing } from './standing'
import type { ViewState } from './state'

export function emphasize(
  elements: Elements,
  graph: CaseGraph,
  view: ViewState,
  answer?: PathAnswer,
  standing?: Standing,
): Elements {
  const paths = answer ? drawnPaths(answer, view) : []
  if (paths.length > 0)
    return markFallen(drawPaths(elements, graph, paths, answer?.paths[view.path.chosen]), standing)
  const lit = litBy(graph, view, elements)
  if (!lit) return markFallen(elements, standing)
  return markFallen(
    {
      ...elements,
      nodes: elements.nodes.map((node) =>
        lit.nodes.has(node.id) ? node : { ...node, faded: true },
      ),
      edges: elements.edges.map((edge) => (lit.edges(edge) ? edge : { ...edge, faded: true })),
    },
    standing,
  )
}

/** The opened answer and those switched on beside it. */
const drawnPaths = (answer: PathAnswer, { path }: Pick<ViewState, 'path'>): Path[] =>
  [...new Set([path.chosen, ...path.also])].flatMap((i) => answer.paths[i] ?? [])

/** All in the accent; the opened one's entities carry their place in it. */
function drawPaths(
  elements: Elements,
  graph: CaseGraph,
  paths: readonly Path[],
  opened: Path | undefined,
): Elements {
  const order = new Map(opened?.nodes.map((id, i) => [id, i + 1]))
  const nodes = new Set(paths.flatMap((path) => path.nodes))
  const claims = new Map(
    paths.flatMap((path) => path.hops.flatMap((hop) => hop.claims)).map((one) => [one.id, one]),
  )
  return {
    ...elements,
    nodes: withPathNodes(elements, graph, [...nodes]).map((node): ViewNode => {
      if (!nodes.has(node.id)) return { ...node, faded: true }
      const place = order.get(node.id)
      return { ...node, accent: true, ...(place && { order: place }) }
    }),
    edges: [
      ...elements.edges
        .filter((edge) => !claims.has(edge.id))
        .map((edge) => ({ ...edge, faded: true })),
      ...[...claims.values()].map((claim) => ({ ...describeEdge(graph, claim), accent: true })),
    ],
  }
}

/** What fell with the sources that were switched off recedes, and says so. */
function markFallen(elements: Elements, standing: Standing | undefined): Elements {
  if (!standing) return elements
  const fell = (edge: ViewEdge) => standing.fallen.has(edge.id)
  const held = new Set(
    elements.edges.filter((edge) => !fell(edge)).flatMap(({ from, to }) => [from, to]),
  )
  const tied = new Set(elements.edges.flatMap(({ from, to }) => [from, to]))
  return {
    ...elements,
    nodes: elements.nodes.map((node) =>
      tied.has(node.id) && !held.has(node.id)
        ? { ...node, faded: true, sign: 'fallen' as const }
        : node,
    ),
    edges: elements.edges.map((edge) =>
      fell(edge) ? { ...edge, faded: true, sign: 'fallen' as const } : edge,
    ),
  }
}

/** A path may run through what the view leaves out: then it is brought in. */
function withPathNodes(elements: Elements, graph: CaseGraph, ids: string[]): Elements['nodes'] {
  const shown = new Set(elements.nodes.map((node) => node.id))
  return [
    ...elements.nodes,
    ...ids
      .filter((id) => !shown.has(id))
      .map((id) => {
        const { entity } = graph.getNodeAttributes(id)
        return { id, kind: entity.kind, label: entity.name }
      }),
  ]
}

/** The selection and what is `depth` steps around it. */
function litBy(graph: CaseGraph, view: ViewState, elements: Elements) {
  const entities = view.selection.filter((id) => graph.hasNode(id))
  const relations = elements.edges.filter((edge) => view.selection.includes(edge.id))
  if (entities.length === 0 && relations.length === 0) return undefined
  const nodes = new Set([...entities, ...relations.flatMap(({ from, to }) => [from, to])])
  const through = new Set(relations.map((edge) => edge.id))
  const { depth, direction, filter } = view
  for (const id of entities) {
    for (const layer of neighbours(graph, id, { depth, direction, filter }).layers) {
      nodes.add(layer.id)
      for (const claim of layer.claims) through.add(claim.id)
    }
  }
  const chosen = new Set(entities)
  return {
    nodes,
    edges: (edge: Elements['edges'][number]) =>
      through.has(edge.id) ||
      (edge.id.startsWith('says:') && (chosen.has(edge.from) || chosen.has(edge.to))),
  }
}
