/** What stands out and what recedes: the chosen path, else the selection and its neighbours. */
import type { CaseGraph } from '../graph/build'
import { neighbours } from '../query/neighbours'
import type { PathAnswer } from '../query/paths'
import { describeEdge, type Elements } from './elements'
import type { ViewState } from './state'

export function emphasize(
  elements: Elements,
  graph: CaseGraph,
  view: ViewState,
  answer?: PathAnswer,
): Elements {
  const path = answer?.paths[view.path.chosen]
  if (path) {
    const order = new Map(path.nodes.map((id, i) => [id, i + 1]))
    const claims = path.hops.flatMap((hop) => hop.claims)
    const onPath = new Set(claims.map((claim) => claim.id))
    return {
      ...elements,
      nodes: withPathNodes(elements, graph, path.nodes).map((node) =>
        order.has(node.id)
          ? { ...node, order: order.get(node.id)!, accent: true }
          : { ...node, faded: true },
      ),
      edges: [
        ...elements.edges
          .filter((edge) => !onPath.has(edge.id))
          .map((edge) => ({ ...edge, faded: true })),
        ...claims.map((claim) => ({ ...describeEdge(graph, claim), accent: true })),
      ],
    }
  }
  const lit = litBy(graph, view, elements)
  if (!lit) return elements
  return {
    ...elements,
    nodes: elements.nodes.map((node) => (lit.nodes.has(node.id) ? node : { ...node, faded: true })),
    edges: elements.edges.map((edge) => (lit.edges(edge) ? edge : { ...edge, faded: true })),
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
